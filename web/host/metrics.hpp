// The figures of a running centre as Prometheus reads them (text format 0.0.4): decoders, journal, timing, feed, alarms. No name of a
// person, no address of a device. Pure; prometheus-cpp stays in the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/view.hpp"

namespace chicane::web::host {

struct Metrics {
    std::string version;
    timing::HostTime now;
    std::vector<sessions::conductor::DeviceHealth> devices;
    struct Holding {
        std::string track;
        sessions::conductor::AlarmKind kind = sessions::conductor::AlarmKind::decoder_silent;
    };
    std::vector<Holding> alarms;  ///< that hold
    std::int64_t journal_lag_ms = 0;
    bool journal_fails = false;
    std::int64_t timing_silent_ms = 0;
    std::size_t viewers = 0;
    std::uint64_t messages = 0;
};

inline constexpr std::string_view metrics_type = "text/plain; version=0.0.4; charset=utf-8";

std::string metrics_text(const Metrics& metrics);

}  // namespace chicane::web::host
