// What the conductor is told of a track: its decoders, its limits, the centre's morning. Plain values, made of chicane.toml
// at the edge.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "decoders/codec/record.hpp"
#include "sessions/conductor/device_loop.hpp"
#include "sessions/setup.hpp"

namespace chicane::sessions::conductor {

struct DeviceOptions {
    std::string id;
    std::string uri;
    timing::LoopRole role = timing::LoopRole::finish;
    std::int32_t sector = 0;
    double speed = 1;                    ///< how many times faster than real its clock runs
    bool fixed = false;                  ///< of chicane.toml: shown with a padlock, not edited by screens
    bool test = false;                   ///< in test mode: its passings are kept and shown, and count for nobody
    std::vector<DeviceLoop> loops = {};  ///< those with a role of their own; the others have the device's

    const DeviceLoop* loop(const std::string& name) const;
};

/// People tell of passings there, and no decoder does: its uri is `manual:`.
bool is_manual(const DeviceOptions& device);

struct TrackOptions {
    std::string id;
    std::string name;
    std::int64_t min_lap_us = 0;
    std::int32_t open_practice_hide_min = 10;  ///< 0: rows stay
    /// A tag that passes the loops of several decoders at one moment: their clocks are held together by it, and it is nobody's.
    std::optional<timing::TransponderId> sync_transponder = {};
    std::vector<DeviceOptions> devices;  ///< at most decoders_max; of one role and sector: first the main one
    /// The first 05:00 of the centre's wall clock after a time: there open practice begins anew.
    std::function<timing::DecoderTime(timing::DecoderTime)> next_morning;

    /// The sync transponder, or a pulse that a decoder gives its number.
    bool is_sync(const decoders::codec::Passing& passing) const;
};

/// A device as windows know it. Made of its name, so that a log reads the same after the configuration has changed; a
/// protocol need not say who its decoder is.
timing::DecoderId decoder_id(const std::string& device);
/// The same of a loop inside a device; an empty place is the device itself.
timing::DecoderId decoder_id(const std::string& device, const std::string& place);

/// A device's own loop, and those inside it.
std::vector<LoopSetup> loops_of(const DeviceOptions& device);
/// The loops of a track as its devices lie.
std::vector<LoopSetup> loops_of(const TrackOptions& track);

}  // namespace chicane::sessions::conductor
