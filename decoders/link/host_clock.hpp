// The host's wall clock, read at the edge only.
#pragma once

#include <chrono>

#include "timing/time.hpp"

namespace chicane::decoders::link {

inline timing::HostTime host_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(since).count()};
}

}  // namespace chicane::decoders::link
