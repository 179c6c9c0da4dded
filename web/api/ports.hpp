// What the API needs of the rest of a running centre. web/host gives the real ones, tests their own.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "centre/store/store.hpp"
#include "decoders/codec/commands.hpp"
#include "decoders/link/command_refusal.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/serial_ports.hpp"
#include "decoders/link/traffic.hpp"
#include "sessions/conductor/conductor.hpp"

// Of probe.hpp and scan.hpp, which bring sockets with them.
namespace chicane::decoders::link {
struct Network;
struct ProbeResult;
}  // namespace chicane::decoders::link

namespace chicane::web::api {

/// A track of chicane.toml, as far as a session's planning needs it.
struct TrackFacts {
    std::string id;
    std::int64_t min_lap_us = 0;
    std::string name = {};
    std::int32_t length_m = 0;  ///< 0: not known
};

/// What came of a device last.
struct DeviceTraffic {
    std::string protocol;
    decoders::link::Traffic traffic;
};

/// The sources of a running centre. Each answers on the web thread, or is false where too many wait.
struct DevicePorts {
    using Done = std::function<void(const std::expected<void, sessions::conductor::Refusal>&)>;

    /// Sets a device up, or changes it, in race control and as a source; another address is connected at once.
    std::function<bool(std::string track, sessions::conductor::DeviceOptions, std::string by, Done)> put;
    std::function<bool(std::string id, Done)> remove;
    /// Null: there is no such device.
    std::function<bool(std::string id, std::function<void(std::shared_ptr<const DeviceTraffic>)>)> traffic;
    /// Sends an operator's command to the decoder of a device, at the latest a second later.
    using Told = std::function<void(const std::expected<void, decoders::link::CommandRefusal>&)>;
    std::function<bool(std::string track, std::string id, decoders::codec::Command, Told)> tell;
};

/// Looks at places where a decoder may be, on the web thread and for a bounded time. False: it looks elsewhere already.
struct ProbePorts {
    using Found = std::vector<decoders::link::ProbeResult>;

    std::function<bool(const decoders::link::DeviceUri&, bool active,
                       std::function<void(const decoders::link::ProbeResult&)>)>
        probe;
    /// `whole`: the time was enough for all of the network.
    std::function<bool(const decoders::link::Network&, std::vector<std::uint16_t> ports,
                       std::vector<decoders::link::TcpTarget> left_out, std::function<void(const Found&, bool whole)>)>
        scan;
    std::function<std::vector<decoders::link::SerialPort>()> serial_ports;
};

/// Makes a PDF of a document (web/schema/print.schema.json), off the web thread, and for a bounded time.
struct PrintPorts {
    struct Fault {
        bool not_installed = false;
        std::string detail;  ///< one line for the log
    };
    using Done = std::function<void(std::expected<std::string, Fault>)>;

    std::string centre;  ///< its name, at the head of each sheet
    std::string logo;    ///< a picture on this machine; empty: the mark of the house
    /// `done` is called on the web thread. False: too many wait.
    std::function<bool(std::string document, Done)> pdf;
};

/// The result of a session that race control has forgotten; nothing where the journal has none.
using PastResult = std::expected<std::optional<sessions::Result>, std::string>;

struct Ports {
    centre::store::Store& store;
    std::vector<TrackFacts> tracks;

    /// Runs a question on the timing thread; false where too many wait.
    std::function<bool(std::function<void(sessions::conductor::Conductor&)>)> ask_timing;
    /// Reads and replays it beside the timing thread, one at a time; answers on the web thread. False where too many wait.
    std::function<bool(std::string session, bool with_passings, std::function<void(const PastResult&)>)> past_result;
    DevicePorts devices;
    ProbePorts probes;
    /// Runs on the web thread, soon.
    std::function<void(std::function<void()>)> post;
    /// What a track's control screens show; nothing before its first view. On the web thread.
    std::function<const sessions::conductor::TrackView*(const std::string&)> view;
    /// How many watch a track's live feed.
    std::function<std::size_t(const std::string&)> viewers;
    std::function<std::int64_t()> now_us;
    /// Seconds to add to UTC for the centre's wall clock at an instant.
    std::function<std::int32_t(std::int64_t)> utc_offset_s;
    PrintPorts print = {};
};

}  // namespace chicane::web::api
