#include "web/host/timing_thread.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <thread>

#include "decoders/link/capture_file.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/link/source.hpp"
#include "sessions/journal/journal.hpp"
#include "sessions/outputs/sim_kart_speed.hpp"
#include "sessions/outputs/sim_lights.hpp"
#include "web/host/data_folder.hpp"
#include "web/host/device_commands.hpp"
#include "web/host/local_time.hpp"

namespace chicane::web::host {
namespace {

namespace asio = boost::asio;
using sessions::conductor::Conductor;
using sessions::conductor::DeviceOptions;
using sessions::conductor::TrackOptions;

class WakingClock : public sessions::conductor::Clock {
  public:
    explicit WakingClock(asio::io_context& io) : timer_(io) {}

    timing::HostTime now() const override { return decoders::link::host_now(); }
    void wake_at(timing::HostTime at) override {
        timer_.expires_after(std::chrono::microseconds(std::max<std::int64_t>(timing::us_between(now(), at), 0)));
        timer_.async_wait([this](const boost::system::error_code& error) {
            if (!error && on_wake) on_wake();
        });
    }
    std::function<void()> on_wake;

  private:
    asio::steady_timer timer_;
};

constexpr auto beat_every = std::chrono::milliseconds(200);

std::int64_t steady_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

TrackOptions track_options(const TrackConfig& track, const std::string& timezone) {
    TrackOptions options;
    options.id = track.id;
    options.name = track.name;
    options.min_lap_us = track.min_lap_us;
    options.open_practice_hide_min = track.open_practice_hide_min;
    if (track.sync_transponder) options.sync_transponder = timing::TransponderId{*track.sync_transponder};
    for (const DecoderConfig& decoder : track.decoders) {
        options.devices.push_back({decoder.id, decoder.uri, decoder.role, decoder.sector,
                                   decoders::link::parse_device_uri(decoder.uri)->speed, true, false, decoder.loops});
    }
    options.next_morning = [timezone](timing::DecoderTime after) {
        return timing::DecoderTime{next_morning_us(timezone, after.us)};
    };
    return options;
}

sessions::outputs::Drivers drivers_of(const TrackConfig& track) {
    using namespace sessions::outputs;
    Drivers drivers;
    if (track.sim_lights) drivers.lights = std::make_shared<SimLights>();
    if (track.sim_kart_speed) drivers.kart_speed = std::make_shared<SimKartSpeed>(*track.sim_kart_speed);
    return drivers;
}

/// Where the device is heard and what it speaks; or why that cannot be known.
std::expected<decoders::link::DeviceUri, std::string> source_uri(const DeviceOptions& device) {
    const auto fault = [&device](const std::string& detail) {
        return std::unexpected("decoder \"" + device.id + "\": " + detail);
    };
    auto parsed = decoders::link::parse_device_uri(device.uri);
    if (!parsed) return fault(parsed.error().detail);
    auto uri = decoders::link::with_protocol(std::move(*parsed));
    if (!uri) return fault(uri.error().detail);
    return *uri;
}

}  // namespace

struct TimingThread::Parts {
    Parts(const Config& given, sessions::conductor::Sink& to)
        : config(given), sink(to), clock(io), work(asio::make_work_guard(io)) {}

    /// A source of its own for a device that race control knows; not started.
    decoders::link::Source& make_source(const sessions::conductor::DeviceOptions& device,
                                        decoders::link::DeviceUri uri);
    void end_source(const std::string& device);
    std::expected<void, sessions::conductor::Refusal> put_device(const std::string& track,
                                                                 const sessions::conductor::DeviceOptions& device,
                                                                 const std::string& by);
    bool post(std::function<void()> task);
    void beat();
    void run_later(std::function<void()> task);

    const Config config;
    sessions::conductor::Sink& sink;
    asio::io_context io{1};
    WakingClock clock;
    asio::executor_work_guard<asio::io_context::executor_type> work;
    std::unique_ptr<sessions::journal::SqliteJournal> journal;
    std::unique_ptr<Conductor> conductor;
    std::unique_ptr<decoders::recording::Recorder> recorder;
    std::map<std::string, std::unique_ptr<decoders::link::Source>>
        sources;  ///< by device; after the recorder that they use
    std::unique_ptr<DeviceCommands> commands;
    std::atomic<std::size_t> waiting{0};
    asio::steady_timer heart{io};
    asio::steady_timer gathering{io};  ///< one at a time: who waits for the disk waits together
    std::atomic<std::int64_t> beat_at_ms{0};
    std::thread thread;
};

TimingThread::TimingThread(const Config& config, sessions::conductor::Sink& sink)
    : parts_(std::make_unique<Parts>(config, sink)) {}

TimingThread::~TimingThread() { stop(); }

std::expected<void, std::string> TimingThread::open(const std::string& folder, const std::vector<AddedDevice>& added) {
    Parts& parts = *parts_;
    const std::string path = folder + "/journal.db";
    auto journal = sessions::journal::SqliteJournal::open(
        path, [&parts](std::function<void()> task) { asio::post(parts.io, std::move(task)); },
        [&parts](std::function<void()> task) { parts.run_later(std::move(task)); });
    if (!journal) return std::unexpected(journal.error());
    auto entries = sessions::journal::read_for_restart(path);
    if (!entries) return std::unexpected(entries.error());
    parts.journal = std::move(*journal);
    std::vector<TrackOptions> tracks;
    for (const TrackConfig& track : parts.config.tracks) {
        tracks.push_back(track_options(track, parts.config.timezone));
        for (const AddedDevice& device : added)
            if (device.track == track.id) tracks.back().devices.push_back(device.options);
    }
    std::vector<sessions::conductor::DeviceOptions> devices;
    for (const TrackOptions& track : tracks) devices.insert(devices.end(), track.devices.begin(), track.devices.end());
    parts.conductor = std::make_unique<Conductor>(std::move(tracks), *parts.journal, parts.sink, parts.clock);
    parts.clock.on_wake = [&parts] { parts.conductor->on_wake(); };
    parts.conductor->on_safe = [&parts](const std::string& device, const decoders::codec::Passing& kept) {
        const auto source = parts.sources.find(device);
        if (source != parts.sources.end()) source->second->acknowledge(kept);
    };
    parts.commands = std::make_unique<DeviceCommands>(
        parts.io, CommandWorld{*parts.conductor, *parts.journal,
                               [&parts](const std::string& device) {
                                   const auto source = parts.sources.find(device);
                                   return source == parts.sources.end() ? nullptr : source->second.get();
                               },
                               parts.config.timezone});
    for (const TrackConfig& track : parts.config.tracks) parts.conductor->attach(track.id, drivers_of(track));
    parts.conductor->restore(*entries);
    parts.recorder = std::make_unique<decoders::recording::Recorder>(
        decoders::recording::RecorderOptions{.folder = folder + "/" + captures_folder,
                                             .timezone = parts.config.timezone,
                                             .program = "chicane " CHICANE_VERSION});
    for (const auto& device : devices) {
        auto uri = source_uri(device);
        if (!uri) return std::unexpected(uri.error());
        parts.make_source(device, std::move(*uri));
    }
    return {};
}

decoders::link::Source& TimingThread::Parts::make_source(const DeviceOptions& device, decoders::link::DeviceUri uri) {
    decoders::link::SourceOptions options;
    options.device = device.id;
    options.uri = std::move(uri);
    options.recording = recorder->line(device.id, options.uri.protocol, device.uri);
    for (const auto& each : conductor->last_passings())
        if (each.device == device.id)
            options.resume.push_back({each.decoder, each.number, each.time_us, each.epoch, each.newest_number,
                                      each.newest_time_us, each.newest_received});
    auto& source = sources[device.id];
    source = std::make_unique<decoders::link::Source>(io, std::move(options), *conductor);
    return *source;
}

void TimingThread::Parts::end_source(const std::string& device) {
    const auto source = sources.find(device);
    if (source == sources.end()) return;
    source->second->stop();
    sources.erase(source);
}

/// An address that cannot be heard changes nothing. What passes is taken by its loop before its source is there.
std::expected<void, sessions::conductor::Refusal> TimingThread::Parts::put_device(const std::string& track,
                                                                                  const DeviceOptions& device,
                                                                                  const std::string& by) {
    using sessions::conductor::Refusal;
    const auto before = conductor->device(device.id);
    if (before && before->uri == device.uri) return conductor->put_device(track, device, by);
    auto uri = source_uri(device);
    if (!uri) return std::unexpected(Refusal{sessions::conductor::RefusalCode::bad_setup, uri.error()});
    auto done = conductor->put_device(track, device, by);
    if (!done) return done;
    end_source(device.id);
    make_source(device, std::move(*uri)).start();
    return done;
}

void TimingThread::Parts::beat() {
    beat_at_ms = steady_ms();
    if (conductor) conductor->on_clock_set(decoders::link::host_set_ahead_us());
    heart.expires_after(beat_every);
    heart.async_wait([this](const boost::system::error_code& error) {
        if (!error) beat();
    });
}

void TimingThread::Parts::run_later(std::function<void()> task) {
    gathering.expires_after(sessions::journal::gather);
    gathering.async_wait([later = std::move(task)](const boost::system::error_code&) { later(); });
}

void TimingThread::start() {
    parts_->beat();
    for (auto& [id, source] : parts_->sources) source->start();
    parts_->thread = std::thread([this] { parts_->io.run(); });
}

void TimingThread::stop() {
    if (!parts_->thread.joinable()) return;
    asio::post(parts_->io, [this] {
        for (auto& [id, source] : parts_->sources) source->stop();
        parts_->clock.on_wake = nullptr;
        parts_->heart.cancel();
        parts_->io.stop();
    });
    parts_->thread.join();
    parts_->commands.reset();
    parts_->sources.clear();
    parts_->recorder.reset();
    parts_->conductor.reset();
    parts_->journal.reset();
}

bool TimingThread::Parts::post(std::function<void()> task) {
    if (waiting.fetch_add(1) >= questions_max) {
        waiting.fetch_sub(1);
        return false;
    }
    asio::post(io, [this, asked = std::move(task)] {
        waiting.fetch_sub(1);
        asked();
    });
    return true;
}

bool TimingThread::ask(std::function<void(Conductor&)> question) {
    return parts_->post([this, asked = std::move(question)] { asked(*parts_->conductor); });
}

bool TimingThread::put_device(const std::string& track, const DeviceOptions& device, const std::string& by,
                              DeviceDone done) {
    return parts_->post(
        [this, track, device, by, done = std::move(done)] { done(parts_->put_device(track, device, by)); });
}

bool TimingThread::remove_device(const std::string& id, DeviceDone done) {
    return parts_->post([this, id, done = std::move(done)] {
        parts_->end_source(id);
        done(parts_->conductor->remove_device(id));
    });
}

bool TimingThread::device_traffic(const std::string& id,
                                  std::function<void(std::shared_ptr<const api::DeviceTraffic>)> done) {
    return parts_->post([this, id, done = std::move(done)] {
        const auto source = parts_->sources.find(id);
        if (source == parts_->sources.end()) return done(nullptr);
        done(std::make_shared<api::DeviceTraffic>(source->second->protocol(), source->second->traffic()));
    });
}

bool TimingThread::tell_device(const std::string& track, const std::string& id, const decoders::codec::Command& command,
                               api::DevicePorts::Told done) {
    return parts_->post(
        [this, track, id, command, done = std::move(done)] { parts_->commands->send(track, id, command, done); });
}

std::int64_t TimingThread::silent_ms() const { return steady_ms() - parts_->beat_at_ms; }
std::int64_t TimingThread::journal_lag_ms() const { return parts_->journal ? parts_->journal->lag_ms() : 0; }
std::optional<std::string> TimingThread::journal_fault() const {
    return parts_->journal ? parts_->journal->fault() : std::nullopt;
}

}  // namespace chicane::web::host
