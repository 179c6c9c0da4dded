// The three kinds of time, which never mix: a decoder's clock, the host's wall clock, and the session's
// clock. All are integer microseconds. A length of time is a plain integer whose name ends in _us.
#pragma once

#include <compare>
#include <cstdint>

namespace chicane::timing {

/// Microseconds on the clock of a decoder (P3: since 1970 UTC), after correction onto its track's common
/// clock.
struct DecoderTime {
    std::int64_t us = 0;
    friend auto operator<=>(const DecoderTime&, const DecoderTime&) = default;
};

/// Microseconds since 1970 UTC on the server's clock.
struct HostTime {
    std::int64_t us = 0;
    friend auto operator<=>(const HostTime&, const HostTime&) = default;
};

/// Microseconds since the session's clock started.
struct SessionTime {
    std::int64_t us = 0;
    friend auto operator<=>(const SessionTime&, const SessionTime&) = default;
};

template <class Time>
constexpr std::int64_t us_between(Time earlier, Time later) {
    return later.us - earlier.us;
}

template <class Time>
constexpr Time later_by(Time time, std::int64_t us) {
    return Time{time.us + us};
}

}  // namespace chicane::timing
