// What a session holds at most. race-rules.md §9. Beyond a limit the new thing is refused and the rest goes
// on.
#pragma once

#include <cstddef>
#include <cstdint>

namespace chicane::timing {

inline constexpr std::size_t entrants_max = 250;  ///< the largest field of a meeting, several times over
inline constexpr std::size_t drivers_max = 64;    ///< in a team
inline constexpr std::size_t loops_max = 64;
inline constexpr std::size_t decoders_max = 32;
inline constexpr std::size_t passings_max = 2'000'000;  ///< 48 h of 40 karts with several loops and tags
inline constexpr std::int64_t session_us_max = 48LL * 3600 * 1'000'000;

/// Sector times are derived for so many; a sector beyond keeps its passings. More than any circuit shows.
inline constexpr std::size_t sectors_max = 8;

}  // namespace chicane::timing
