// A clock that nobody can set and that no sleep stops, as decoders' clocks do not: std::chrono's steady one stands while a computer sleeps
// (clock_gettime(2): CLOCK_MONOTONIC, CLOCK_BOOTTIME).
#pragma once

#include <chrono>
#include <ctime>

namespace chicane::decoders::recording {

struct SinceBoot {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<SinceBoot>;
    static constexpr bool is_steady = true;
    static time_point now() {
        timespec at{};
        ::clock_gettime(CLOCK_BOOTTIME, &at);
        return time_point(std::chrono::seconds(at.tv_sec) + duration(at.tv_nsec));
    }
};

}  // namespace chicane::decoders::recording
