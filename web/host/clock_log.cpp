#include "web/host/clock_log.hpp"

namespace chicane::web::host {

using sessions::conductor::DeviceHealth;

std::vector<const DeviceHealth*> ClockLog::due(const std::vector<DeviceHealth>& devices, timing::HostTime now) {
    std::erase_if(logged_,
                  [&](const auto& each) { return timing::us_between(each.second.at, now) >= clock_log_every_us; });
    std::vector<const DeviceHealth*> due;
    for (const DeviceHealth& device : devices) {
        if (!device.clock_spread_us) continue;  // nothing was read yet
        const Logged current{device.epoch, device.clock_drift_ppm.has_value(), now};
        const auto [last, fresh] = logged_.try_emplace({device.id, device.decoder}, current);
        if (!fresh && last->second.epoch == current.epoch && last->second.drift == current.drift) continue;
        last->second = current;
        due.push_back(&device);
    }
    return due;
}

}  // namespace chicane::web::host
