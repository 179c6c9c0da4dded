#include "sessions/conductor/device_health.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

namespace {

using decoders::link::SourceHealth;
using decoders::link::SourceState;

LinkState link_state(SourceState state) {
    switch (state) {
        case SourceState::connecting:
            return LinkState::connecting;
        case SourceState::up:
            return LinkState::up;
        case SourceState::silent:
            return LinkState::silent;
        case SourceState::down:
            return LinkState::down;
    }
    return LinkState::connecting;
}

bool is_on(const DeviceLoop& loop, const DeviceOptions& device) {
    return loop.role == device.role && loop.sector == device.sector;
}

/// By itself, or by a loop inside it.
bool hears_loop_of(const DeviceOptions& other, const DeviceOptions& device) {
    if (other.test) return false;
    return is_on({{}, other.role, other.sector}, device) ||
           std::ranges::any_of(other.loops, [&](const DeviceLoop& loop) { return is_on(loop, device); });
}

}  // namespace

DeviceHealth device_health(const std::string& track, const DeviceOptions& device,
                           const std::optional<SourceHealth>& source) {
    DeviceHealth health;
    health.id = device.id;
    health.track = track;
    health.uri = device.uri;
    health.role = device.role;
    health.sector = device.sector;
    health.fixed = device.fixed;
    health.test = device.test;
    health.loops = device.loops;
    if (!source) return health;
    health.state = link_state(source->state);
    if (source->last_byte.us != 0) health.last_byte = source->last_byte;
    if (source->decoder) health.decoder = timing::DecoderId{*source->decoder};
    health.noise = worst_noise(*source);
    health.temperature_c = source->last_status.temperature_c;
    health.voltage_dv = source->last_status.voltage_dv;
    health.voltage_low = is_low(health.voltage_dv);
    health.clock_offset_us = source->clock_offset_us;
    health.why_down = source->why_down;
    health.complaint = source->complaint;
    health.epoch = source->epoch;
    if (source->last_status_at.us != 0) health.last_status = source->last_status_at;
    health.clock_drift_ppm = source->clock_drift_ppm;
    health.clock_lacked_us = source->clock_lacked_us;
    health.clock_spread_us = source->clock_spread_us;
    health.bytes = source->bytes;
    health.crc_errors = source->crc_errors;
    health.passings = source->passings;
    health.recording_lost_bytes = source->recording.lost_bytes;
    health.garbage = source->garbage_records;
    health.gaps_found = source->gaps_found;
    health.gaps_recovered = source->gaps_recovered;
    health.gaps_lost = source->gaps_lost;
    return health;
}

std::optional<std::int32_t> worst_noise(const SourceHealth& source) {
    std::optional<std::int32_t> worst;
    for (const decoders::codec::Status& loop : source.loop_statuses) worst = std::max(worst, loop.noise);
    return worst ? worst : source.last_status.noise;
}

DevicePlace place_of(const std::vector<DeviceOptions>& devices, const DeviceOptions& device) {
    const auto hears = [&](const DeviceOptions& other) { return hears_loop_of(other, device); };
    if (device.test || std::ranges::count_if(devices, hears) < 2) return DevicePlace::alone;
    return std::ranges::find_if(devices, hears)->id == device.id ? DevicePlace::main : DevicePlace::backup;
}

bool is_low(std::optional<std::int32_t> voltage_dv) {
    constexpr std::int32_t low_dv = 115, other_supply_dv = 80;
    return voltage_dv && *voltage_dv < low_dv && *voltage_dv > other_supply_dv;
}

}  // namespace chicane::sessions::conductor
