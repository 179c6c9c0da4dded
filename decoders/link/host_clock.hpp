// The host's clocks, read at the edge only.
#pragma once

#include <chrono>
#include <cstdint>

#include "timing/time.hpp"

namespace chicane::decoders::link {

inline timing::HostTime host_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

/// One moment by both clocks: the wall clock says when, the steady one how long, because nobody can set it.
struct HostMoment {
    timing::HostTime wall;
    std::int64_t steady_us = 0;  ///< since some moment before this process began
    friend bool operator==(const HostMoment&, const HostMoment&) = default;
};

inline HostMoment host_moment() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {host_now(), std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

}  // namespace chicane::decoders::link
