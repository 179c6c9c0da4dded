// A source's figures as the control screens show them. Pure.
#pragma once

#include "decoders/link/source_events.hpp"
#include "sessions/conductor/options.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// `source`: absent before the first word from it.
DeviceHealth device_health(const std::string& track, const DeviceOptions& device,
                           const std::optional<decoders::link::SourceHealth>& source);

/// The noise of the loop that has the most: a decoder with a finish and a pit loop tells of both at once.
std::optional<std::int32_t> worst_noise(const decoders::link::SourceHealth& source);

/// Where a device stands on the loop of its own role, beside the others of its track and the loops inside them. In test mode it stands on
/// none.
DevicePlace place_of(const std::vector<DeviceOptions>& devices, const DeviceOptions& device);

/// A 12 V battery that is nearly empty; what runs on less has another supply.
bool is_low(std::optional<std::int32_t> voltage_dv);

}  // namespace chicane::sessions::conductor
