// What the wall clock of this machine's place shows beyond UTC at a time: a simulated decoder with a wall clock stands here.
#pragma once

#include <cstdint>
#include <ctime>

namespace chicane::decoders::sim {

inline std::int64_t local_offset_us(std::int64_t time_us) {
    constexpr std::int64_t second_us = 1'000'000;
    const std::time_t seconds = static_cast<std::time_t>(time_us / second_us);
    std::tm local{};
    return localtime_r(&seconds, &local) ? local.tm_gmtoff * second_us : 0;
}

}  // namespace chicane::decoders::sim
