// A source's figures as the control screens show them. Pure.
#pragma once

#include "decoders/link/source_events.hpp"
#include "sessions/conductor/options.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// `source`: absent before the first word from it.
DeviceHealth device_health(const std::string& track, const DeviceOptions& device,
                           const std::optional<decoders::link::SourceHealth>& source);

/// Passings come in and none is missing for want of power or cable.
bool is_healthy(const std::optional<decoders::link::SourceHealth>& source);

}  // namespace chicane::sessions::conductor
