// How long to wait before the next attempt to connect: longer after each failure, up to a bound, and never in step with
// other clients of the same decoder. Pure: chance is passed in.
#pragma once

#include <algorithm>
#include <cstdint>

namespace chicane::decoders::link {

inline constexpr std::int64_t reconnect_wait_min_ms = 250;
/// A decoder takes half a minute to boot, and a race goes on meanwhile: asking each 4 s costs nothing.
inline constexpr std::int64_t reconnect_wait_max_ms = 4'000;

class BackOff {
  public:
    /// `chance` is any number; up to a quarter of the wait is taken off by it.
    std::int64_t next_wait_ms(std::uint64_t chance) {
        const std::int64_t wait = wait_ms_;
        wait_ms_ = std::min(2 * wait_ms_, reconnect_wait_max_ms);
        return wait - static_cast<std::int64_t>(chance % static_cast<std::uint64_t>(wait / 4));
    }
    /// Somebody is there who speaks. A connection alone is none: a decoder with all its clients takes one and hangs up.
    void heard() { wait_ms_ = reconnect_wait_min_ms; }

  private:
    std::int64_t wait_ms_ = reconnect_wait_min_ms;
};

}  // namespace chicane::decoders::link
