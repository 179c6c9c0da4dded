// The centre's wall clock: its offset at a moment, and where its night ends. The time zone database stays behind this.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chicane::web::host {

/// Seconds to add to UTC at `utc_us` in a time zone that the configuration has checked.
std::int32_t utc_offset_s(const std::string& timezone, std::int64_t utc_us);

/// The first 05:00 of local time after `utc_us`, in UTC. Where the clocks jump over it, the moment after the jump.
std::int64_t next_morning_us(const std::string& timezone, std::int64_t utc_us);

/// In the autumn an hour comes twice.
enum class Twice { first, second };

/// A moment as people write it: `2026-11-28T14:05` or `…:30`, with `Z` in UTC, without by the clocks of a time zone; one that is not
/// known is UTC. Nothing where it is no moment.
std::optional<std::int64_t> utc_us_of(std::string_view text, const std::string& timezone, Twice twice);

/// The same the other way, to the second, by the clocks of the time zone.
std::string local_text(const std::string& timezone, std::int64_t utc_us);

}  // namespace chicane::web::host
