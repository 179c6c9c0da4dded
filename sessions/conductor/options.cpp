#include "sessions/conductor/options.hpp"

namespace chicane::sessions::conductor {

timing::DecoderId decoder_id(const std::string& device) {
    // FNV-1a: two of at most 32 names meet once in ten million centres, and then share a loop's place.
    std::uint32_t hash = 2'166'136'261U;
    for (const char letter : device) hash = (hash ^ static_cast<unsigned char>(letter)) * 16'777'619U;
    return {hash};
}

std::vector<LoopSetup> loops_of(const TrackOptions& track) {
    std::vector<LoopSetup> loops;
    for (const DeviceOptions& device : track.devices) {
        loops.push_back({decoder_id(device.id), device.role, device.sector});
    }
    return loops;
}

}  // namespace chicane::sessions::conductor
