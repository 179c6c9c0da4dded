// The host's clocks, read at the edge only. While the process runs the wall clock goes by the steady one: whoever sets it, or a
// time server that steps it, shifts no correction and no lap. What is shown is right again after a restart. The steady one goes on while
// the computer sleeps, as decoders do.
#pragma once

#include <chrono>
#include <cstdint>

#include "decoders/recording/since_boot.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

/// The wall clock as it was at one moment, carried on by a steady one.
class SteadyWall {
  public:
    SteadyWall(timing::HostTime wall, std::int64_t steady_us) : wall_(wall), steady_us_(steady_us) {}
    timing::HostTime at(std::int64_t steady_us) const { return timing::later_by(wall_, steady_us - steady_us_); }
    /// How far ahead of it somebody has set the wall clock since.
    std::int64_t set_ahead_us(timing::HostTime wall, std::int64_t steady_us) const {
        return timing::us_between(at(steady_us), wall);
    }

  private:
    timing::HostTime wall_;
    std::int64_t steady_us_;
};

using recording::SinceBoot;

template <class Clock>
std::int64_t us_of() {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

inline const SteadyWall& host_wall() {
    static const SteadyWall begun({us_of<std::chrono::system_clock>()}, us_of<SinceBoot>());
    return begun;
}

inline timing::HostTime host_now() { return host_wall().at(us_of<SinceBoot>()); }

inline std::int64_t host_set_ahead_us() {
    return host_wall().set_ahead_us({us_of<std::chrono::system_clock>()}, us_of<SinceBoot>());
}

/// One moment by both clocks: the wall clock says when, the steady one how long, because nobody can set it.
struct HostMoment {
    timing::HostTime wall;
    std::int64_t steady_us = 0;  ///< since some moment before this process began
    friend bool operator==(const HostMoment&, const HostMoment&) = default;
};

inline HostMoment host_moment() { return {host_now(), us_of<SinceBoot>()}; }

}  // namespace chicane::decoders::link
