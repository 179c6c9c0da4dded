#include "web/host/metrics.hpp"

#include <map>
#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>
#include <sstream>
#include <utility>

#include "timing/words.hpp"
#include "web/feed/control_json.hpp"

namespace chicane::web::host {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using sessions::conductor::DeviceHealth;
using sessions::conductor::LinkState;
using sessions::conductor::SyncedBy;
using Labels = std::vector<ClientMetric::Label>;

constexpr double us_of_second = 1e6;
constexpr double ms_of_second = 1e3;

class Families {
  public:
    void gauge(const std::string& name, const std::string& help, Labels labels, double value) {
        ClientMetric metric;
        metric.label = std::move(labels);
        metric.gauge.value = value;
        family(name, help, MetricType::Gauge).metric.push_back(std::move(metric));
    }
    void counter(const std::string& name, const std::string& help, Labels labels, std::uint64_t value) {
        ClientMetric metric;
        metric.label = std::move(labels);
        metric.counter.value = static_cast<double>(value);
        family(name, help, MetricType::Counter).metric.push_back(std::move(metric));
    }
    template <class Number>
    void maybe(const std::string& name, const std::string& help, const Labels& labels, std::optional<Number> value,
               double unit = 1) {
        if (value) gauge(name, help, labels, static_cast<double>(*value) / unit);
    }
    std::vector<MetricFamily> take() { return std::move(families_); }

  private:
    /// In the order in which they are first told: all of a family stand together.
    MetricFamily& family(const std::string& name, const std::string& help, MetricType type) {
        const auto [at, fresh] = places_.try_emplace(name, families_.size());
        if (fresh) families_.push_back({name, help, type, {}});
        return families_[at->second];
    }
    std::vector<MetricFamily> families_;
    std::map<std::string, std::size_t> places_;
};

Labels labels_of(const DeviceHealth& device) { return {{"device", device.id}, {"track", device.track}}; }

void tell_figures(Families& to, const DeviceHealth& device, timing::HostTime now) {
    const Labels labels = labels_of(device);
    if (device.last_byte)
        to.gauge("chicane_device_last_byte_seconds", "Time since the last byte came.", labels,
                 static_cast<double>(us_between(*device.last_byte, now)) / us_of_second);
    to.maybe("chicane_device_noise", "Background noise of the loop, as the decoder counts it.", labels, device.noise);
    to.maybe("chicane_device_temperature_celsius", "Temperature of the decoder.", labels, device.temperature_c);
    to.maybe("chicane_device_voltage_volts", "Supply of the decoder.", labels, device.voltage_dv, 10);
    to.maybe("chicane_device_clock_offset_seconds", "Our clock minus the decoder's, at the smallest delay.", labels,
             device.clock_offset_us, us_of_second);
    to.maybe("chicane_device_clock_drift_ppm", "How fast the decoder's clock leaves ours; above 0 it runs ahead.",
             labels, device.clock_drift_ppm);
    if (device.sync.by == SyncedBy::nothing) return;
    Labels synced = labels;
    synced.push_back({"by", std::string(feed::word(device.sync.by))});
    to.gauge("chicane_device_synced", "1 for what holds the decoder's clock on the track's.", synced, 1);
    to.maybe("chicane_device_sync_spread_seconds", "How far apart that tells it.", labels, device.sync.spread_us,
             us_of_second);
}

void tell_counts(Families& to, const DeviceHealth& device) {
    const Labels labels = labels_of(device);
    to.counter("chicane_device_passings_total", "Passings that came.", labels, device.passings);
    to.counter("chicane_device_duplicates_total", "Passings that came again.", labels, device.duplicates);
    to.counter("chicane_device_recording_lost_bytes_total", "Raw bytes that the disk did not take.", labels,
               device.recording_lost_bytes);
    to.counter("chicane_device_bytes_total", "Bytes that came.", labels, device.bytes);
    to.counter("chicane_device_crc_errors_total", "Records whose sum was wrong.", labels, device.crc_errors);
    to.counter("chicane_device_garbage_total", "Pieces of the stream that were no record.", labels, device.garbage);
    to.counter("chicane_device_gaps_found_total", "Passings that a gap in the numbers said were missing.", labels,
               device.gaps_found);
    to.counter("chicane_device_gaps_recovered_total", "Missing passings that came when they were asked for.", labels,
               device.gaps_recovered);
    to.counter("chicane_device_gaps_lost_total", "Missing passings that never came.", labels, device.gaps_lost);
}

void tell(Families& to, const DeviceHealth& device, timing::HostTime now) {
    Labels labels = labels_of(device);
    labels.push_back({"role", std::string(timing::word(device.role))});
    to.gauge("chicane_device_up", "1 while the device is heard.", labels, device.state == LinkState::up ? 1 : 0);
    to.gauge("chicane_device_test", "1 while its passings count for nobody.", labels_of(device), device.test ? 1 : 0);
    tell_figures(to, device, now);
    tell_counts(to, device);
}

void tell_alarms(Families& to, const std::vector<Metrics::Holding>& alarms) {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const auto& alarm : alarms) ++counts[{std::string(feed::word(alarm.kind)), alarm.track}];
    for (const auto& [key, count] : counts)
        to.gauge("chicane_alarms", "Alarms that hold, by kind.", {{"kind", key.first}, {"track", key.second}}, count);
}

}  // namespace

std::string metrics_text(const Metrics& metrics) {
    Families all;
    all.gauge("chicane_info", "The running version.", {{"version", metrics.version}}, 1);
    all.gauge("chicane_timing_silent_seconds", "Time since the timing thread's last sign of life.", {},
              static_cast<double>(metrics.timing_silent_ms) / ms_of_second);
    all.gauge("chicane_journal_lag_seconds", "How long the oldest entry has waited for the disk.", {},
              static_cast<double>(metrics.journal_lag_ms) / ms_of_second);
    all.gauge("chicane_journal_failed", "1 while the disk takes nothing.", {}, metrics.journal_fails ? 1 : 0);
    all.gauge("chicane_feed_viewers", "Who watches a live feed.", {}, static_cast<double>(metrics.viewers));
    all.counter("chicane_feed_messages_total", "Messages of the live feeds since the start.", {}, metrics.messages);
    for (const DeviceHealth& device : metrics.devices) tell(all, device, metrics.now);
    tell_alarms(all, metrics.alarms);
    std::ostringstream text;
    prometheus::TextSerializer().Serialize(text, all.take());
    return text.str();
}

}  // namespace chicane::web::host
