#include "sessions/conductor/device_loop.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

bool is_sector_of(timing::LoopRole role, std::int32_t sector) {
    return role == timing::LoopRole::sector ? sector >= 1 && sector <= sectors_max : sector == 0;
}

std::size_t first_of_a_taken_name(const std::vector<DeviceLoop>& loops) {
    const auto is_taken = [&](const DeviceLoop& loop) {
        return std::ranges::find(loops.data(), &loop, loop.name, &DeviceLoop::name) != &loop;
    };
    return static_cast<std::size_t>(std::ranges::find_if(loops, is_taken) - loops.begin());
}

}  // namespace chicane::sessions::conductor
