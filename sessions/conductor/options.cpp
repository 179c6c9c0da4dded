#include "sessions/conductor/options.hpp"

#include <algorithm>
#include <iterator>

namespace chicane::sessions::conductor {

bool is_manual(const DeviceOptions& device) { return device.uri.starts_with("manual:"); }

timing::DecoderId decoder_id(const std::string& device) {
    // FNV-1a: two of at most 32 names meet once in ten million centres, and then share a loop's place.
    std::uint32_t hash = 2'166'136'261U;
    for (const char letter : device) hash = (hash ^ static_cast<unsigned char>(letter)) * 16'777'619U;
    return {hash};
}

timing::DecoderId decoder_id(const std::string& device, const std::string& place) {
    // A device's id has no slash.
    return place.empty() ? decoder_id(device) : decoder_id(device + '/' + place);
}

const DeviceLoop* DeviceOptions::loop(const std::string& word) const {
    const auto found = std::ranges::find(loops, word, &DeviceLoop::name);
    return found == loops.end() ? nullptr : &*found;
}

bool TrackOptions::is_sync(const decoders::codec::Passing& passing) const {
    if (!sync_transponder) return false;
    return passing.trigger ? passing.string == std::to_string(sync_transponder->value)
                           : passing.transponder == *sync_transponder;
}

std::vector<LoopSetup> loops_of(const DeviceOptions& device) {
    std::vector<LoopSetup> loops{{decoder_id(device.id), device.role, device.sector}};
    for (const DeviceLoop& loop : device.loops)
        loops.push_back({decoder_id(device.id, loop.name), loop.role, loop.sector});
    return loops;
}

std::vector<LoopSetup> loops_of(const TrackOptions& track) {
    std::vector<LoopSetup> loops;
    for (const DeviceOptions& device : track.devices) std::ranges::move(loops_of(device), std::back_inserter(loops));
    return loops;
}

}  // namespace chicane::sessions::conductor
