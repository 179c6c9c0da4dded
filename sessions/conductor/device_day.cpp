#include "sessions/conductor/device_day.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {
namespace {

void keep_worst(std::optional<std::int32_t>& worst, std::optional<std::int32_t> value, bool more_is_worse) {
    if (!value) return;
    if (!worst || (more_is_worse ? *value > *worst : *value < *worst)) worst = value;
}

}  // namespace

void DeviceDay::note(const decoders::codec::Status& status, timing::HostTime now) {
    if (!status.noise && !status.voltage_dv && !status.temperature_c) return;
    const timing::HostTime begin{now.us - now.us % health_minute_us};
    // A clock that was set back goes on in the minute that it had.
    if (minutes.empty() || minutes.back().begin < begin) minutes.push_back({begin, {}, {}, {}});
    if (minutes.size() > health_minutes_max) minutes.pop_front();
    keep_worst(minutes.back().noise, status.noise, true);
    keep_worst(minutes.back().voltage_dv, status.voltage_dv, false);
    keep_worst(minutes.back().temperature_c, status.temperature_c, true);
}

void DeviceDay::note_lost(const LostRange& range) {
    lost.push_front(range);
    if (lost.size() > lost_ranges_max) lost.pop_back();
}

}  // namespace chicane::sessions::conductor
