// The centre's wall clock: its offset at a moment, and where its night ends. The time zone database stays behind this.
#pragma once

#include <cstdint>
#include <string>

namespace chicane::web::host {

/// Seconds to add to UTC at `utc_us` in a time zone that the configuration has checked.
std::int32_t utc_offset_s(const std::string& timezone, std::int64_t utc_us);

/// The first 05:00 of local time after `utc_us`, in UTC. Where the clocks jump over it, the moment after the jump.
std::int64_t next_morning_us(const std::string& timezone, std::int64_t utc_us);

}  // namespace chicane::web::host
