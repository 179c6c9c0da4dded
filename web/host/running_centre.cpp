#include "web/host/running_centre.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <fmt/format.h>
#include <random>

#include "centre/store/devices_table.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/host_clock.hpp"
#include "timing/limits.hpp"
#include "web/api/rule_sets.hpp"
#include "web/api/sheet_facts.hpp"
#include "web/feed/control_json.hpp"
#include "web/host/live_routes.hpp"
#include "web/host/local_time.hpp"
#include "web/host/public_routes.hpp"
#include "web/sheets/document.hpp"

namespace chicane::web::host {
namespace {

/// New at each start, so that nobody resumes a feed that is gone.
std::string new_stream() {
    std::random_device random;
    return fmt::format("{:08x}{:08x}", random(), random());
}

std::unexpected<std::string> busy_port(const std::string& key, const std::string& why) {
    return std::unexpected(key + ": " + why + "; stop what listens there, or give another one");
}

bool has_track(const Config& config, const std::string& id) {
    return std::ranges::find(config.tracks, id, &TrackConfig::id) != config.tracks.end();
}

bool has_decoder(const Config& config, const std::string& id) {
    return std::ranges::any_of(config.tracks, [&](const TrackConfig& track) {
        return std::ranges::find(track.decoders, id, &DecoderConfig::id) != track.decoders.end();
    });
}

/// Why there is no place for one more device of the store on a track; nothing: there is. chicane.toml comes first.
std::optional<std::string> no_place(const Config& config, const std::vector<AddedDevice>& added,
                                    const centre::store::DeviceRow& row) {
    std::size_t devices = added.size();
    std::size_t loops = 1 + row.loops.size();
    for (const AddedDevice& device : added)
        if (device.track == row.track) loops += 1 + device.options.loops.size();
    for (const TrackConfig& track : config.tracks) {
        devices += track.decoders.size();
        if (track.id != row.track) continue;
        for (const DecoderConfig& decoder : track.decoders) loops += 1 + decoder.loops.size();
    }
    if (devices >= timing::decoders_max) return fmt::format("more than {} devices", timing::decoders_max);
    if (loops > timing::loops_max) return fmt::format("more than {} loops on the track", timing::loops_max);
    return std::nullopt;
}

/// What changed in the health of a track's decoders.
void log_decoders(Log& log, const Feeds::View* before, const Feeds::View& after) {
    using sessions::conductor::LinkState;
    for (const auto& now : after.devices) {
        using sessions::conductor::DeviceHealth;
        if (before) {
            const auto then = std::ranges::find(before->devices, now.id, &DeviceHealth::id);
            if (then != before->devices.end() && then->state == now.state) continue;
        }
        const bool heard = now.state == LinkState::up || now.state == LinkState::connecting;
        log.write(heard ? Level::info : Level::error, "decoder_state",
                  {{"track", after.track}, {"decoder", now.id}, {"state", std::string(feed::word(now.state))}});
    }
}

/// Who it was stands in the centre's record, not here.
void log_command(Log& log, const std::string& device, const decoders::codec::Command& command,
                 const std::expected<void, decoders::link::CommandRefusal>& outcome) {
    log.write(outcome ? Level::info : Level::warning, "device_command",
              {{"decoder", device},
               {"command", std::string(decoders::codec::word(command.word))},
               {"outcome", outcome ? "sent" : outcome.error().detail}});
}

void log_clocks(Log& log, ClockLog& clocks, const Feeds::View& view) {
    for (const auto* device : clocks.due(view.devices, decoders::link::host_now())) {
        const auto& offset_us = device->clock_offset_us;
        const auto& drift_ppm = device->clock_drift_ppm;
        const auto& lacked_us = device->clock_lacked_us;
        log.write(lacked_us ? Level::warning : Level::info, "decoder_clock",
                  {{"track", view.track},
                   {"decoder", device->id},
                   {"epoch", std::to_string(device->epoch)},
                   {"offset_us", offset_us ? std::to_string(*offset_us) : "unknown"},
                   {"drift_ppm", drift_ppm ? fmt::format("{:.1f}", *drift_ppm) : "unknown"},
                   {"lacked_us", std::to_string(lacked_us.value_or(0))}});
    }
}

}  // namespace

RunningCentre::RunningCentre(Config config)
    : config_(std::move(config)),
      feeds_(io_, config_, new_stream()),
      timing_(config_, feeds_),
      server_(io_,
              {.host = config_.web.host,
               .port = config_.web.port,
               .trusted_proxies = config_.trusted_proxies,
               .on_fault =
                   [this](const std::string& what) { log_.write(Level::error, "request_failed", {{"what", what}}); }},
              router_,
              [this](const http::Request& request, const http::Reply& reply) { reply(files_.answer(request)); }),
      printer_(print_program()) {}

RunningCentre::~RunningCentre() { timing_.stop(); }

std::expected<void, std::string> RunningCentre::open(const std::string& data, const std::string& web) {
    auto files = http::StaticFiles::read(web);
    if (!files) return std::unexpected(files.error());
    files_ = std::move(*files);
    // The port first: a second server is refused before it touches a database.
    if (auto opened = server_.listen(); !opened) return busy_port("web.listen", opened.error());
    if (auto opened = feeds_.listen(); !opened) return busy_port("rmonitor.listen", opened.error());
    auto folder = DataFolder::claim(data);
    if (!folder) return std::unexpected(folder.error());
    folder_ = std::move(*folder);
    data_ = data;
    auto store = centre::store::Store::open(
        data + "/centre.db", [this](std::function<void()> task) { boost::asio::post(io_, std::move(task)); });
    if (!store) return std::unexpected(store.error());
    store_ = std::move(*store);
    const auto added = added_devices();
    if (!added) return std::unexpected(added.error());
    if (auto opened = timing_.open(data, *added); !opened) return opened;
    past_.open(data + "/" + journal_file);
    auto made = api::Api::make(api_ports());
    if (!made) return std::unexpected(made.error());
    api_ = std::move(*made);
    api::ship_rule_sets(*store_, config_.locale == "fr", decoders::link::host_now().us);
    add_public_routes(router_, config_, feeds_, timing_);
    add_metrics_route(router_, config_, feeds_, timing_,
                      [this](const http::Request& request) { return api_->account(request).has_value(); });
    api_->add_to(router_);
    add_live_routes(server_, io_, feeds_,
                    {[this](const http::Request& request) { return api_->account(request).has_value(); },
                     [this](std::string_view token) { return api_->account_of_token(token).has_value(); }});
    watch_feeds();
    return {};
}

std::expected<std::vector<AddedDevice>, std::string> RunningCentre::added_devices() {
    const auto db = store_->connect();
    if (!db) return std::unexpected(db.error());
    const auto rows = centre::store::read_devices(**db);
    if (!rows) return std::unexpected("centre.db: the devices cannot be read");
    std::vector<AddedDevice> added;
    for (const centre::store::DeviceRow& row : *rows) {
        const auto left_out = [&](const std::string& why) {
            log_.write(Level::error, "device_left_out", {{"decoder", row.name}, {"track", row.track}, {"why", why}});
        };
        const auto uri = decoders::link::parse_device_uri(row.uri);
        if (!uri || !has_track(config_, row.track)) {
            left_out(uri ? "no such track" : uri.error().detail);
            continue;
        }
        if (has_decoder(config_, row.name))
            return std::unexpected(
                "two devices are called \"" + row.name +
                "\": one stands in chicane.toml, one was set up by a screen; call the first otherwise");
        if (const auto why = no_place(config_, added, row)) {
            left_out(*why);
            continue;
        }
        added.push_back({row.track, {row.name, row.uri, row.role, row.sector, uri->speed, false, row.test, row.loops}});
    }
    return added;
}

/// To and from the timing thread.
api::DevicePorts RunningCentre::device_ports() {
    using Done = api::DevicePorts::Done;
    const auto on_web = [this](Done done) {
        return [this, done = std::move(done)](const std::expected<void, sessions::conductor::Refusal>& outcome) {
            boost::asio::post(io_, [done, outcome] { done(outcome); });
        };
    };
    return {.put = [this, on_web](const std::string& track, const sessions::conductor::DeviceOptions& device,
                                  const std::string& by,
                                  Done done) { return timing_.put_device(track, device, by, on_web(std::move(done))); },
            .remove = [this, on_web](const std::string& id,
                                     Done done) { return timing_.remove_device(id, on_web(std::move(done))); },
            .traffic =
                [this](const std::string& id, auto done) {
                    return timing_.device_traffic(id, [this, done](std::shared_ptr<const api::DeviceTraffic> heard) {
                        boost::asio::post(io_, [done, heard] { done(heard); });
                    });
                },
            .tell =
                [this](const std::string& track, const std::string& id, const decoders::codec::Command& command,
                       const api::DevicePorts::Told& done) {
                    return timing_.tell_device(track, id, command, [this, id, command, done](const auto& outcome) {
                        boost::asio::post(io_, [this, id, command, done, outcome] {
                            log_command(log_, id, command, outcome);
                            done(outcome);
                        });
                    });
                }};
}

/// What cannot be printed is said in the log, without a name: the document stays where it was made.
api::PrintPorts RunningCentre::print_ports() {
    const auto told = [this](const std::expected<std::string, api::PrintPorts::Fault>& made) {
        if (!made) log_.write(Level::warning, "print_failed", {{"why", made.error().detail}});
    };
    return {.centre = config_.name,
            .logo = config_.logo,
            .pdf = [this, told](std::string document, api::PrintPorts::Done done) {
                return printer_.print(std::move(document), [this, told, done = std::move(done)](auto made) {
                    boost::asio::post(io_, [told, done, made = std::move(made)] {
                        told(made);
                        done(made);
                    });
                });
            }};
}

api::Ports RunningCentre::api_ports() {
    std::vector<api::TrackFacts> tracks;
    for (const TrackConfig& track : config_.tracks)
        tracks.push_back({track.id, track.min_lap_us, track.name, track.length_m});
    return {.store = *store_,
            .tracks = std::move(tracks),
            .ask_timing =
                [this](std::function<void(sessions::conductor::Conductor&)> question) {
                    return timing_.ask(std::move(question));
                },
            .past_result = [this](const std::string& session, bool with_passings,
                                  auto done) { return past_.ask(session, with_passings, std::move(done)); },
            .devices = device_ports(),
            .probes = prober_.ports(),
            .post = [this](std::function<void()> task) { boost::asio::post(io_, std::move(task)); },
            .view = [this](const std::string& track) { return feeds_.view(track); },
            .viewers = [this](const std::string& track) { return feeds_.viewers(track); },
            .now_us = [] { return decoders::link::host_now().us; },
            .utc_offset_s = [this](std::int64_t at_us) { return utc_offset_s(config_.timezone, at_us); },
            .print = print_ports()};
}

/// Race control is asked once for all kinds, so that they say the same.
void RunningCentre::print_at_end(const TrackConfig& track, const std::string& session) {
    const auto take = [this, session, kinds = track.print_at_end](sheets::Facts facts) {
        if (!facts.result) return;
        for (const auto kind : kinds) print_and_keep(session, kind, facts);
    };
    const bool asked = timing_.ask([this, session, take, facts = facts_of_config(config_, track)](
                                       const sessions::conductor::Conductor& conductor) mutable {
        if (!api::read_facts(conductor, session, true, facts)) return;
        boost::asio::post(io_, [take, facts = std::move(facts)] { take(facts); });
    });
    if (!asked) log_.write(Level::warning, "print_failed", {{"why", "the timing thread is busy"}});
}

void RunningCentre::print_and_keep(const std::string& session, sheets::Kind kind, sheets::Facts facts) {
    facts.printed_at_us = decoders::link::host_now().us;
    facts.utc_offset_s = utc_offset_s(config_.timezone, facts.started_at_us.value_or(facts.printed_at_us));
    const auto keep = [this, session, kind](const std::expected<std::string, api::PrintPorts::Fault>& made) {
        const auto kept = made ? keep_print(data_, session, kind, *made) : std::unexpected(made.error().detail);
        boost::asio::post(io_, [this, kept] {
            if (kept)
                log_.write(Level::info, "printed", {{"file", *kept}});
            else
                log_.write(Level::warning, "print_failed", {{"why", kept.error()}});
        });
    };
    if (!printer_.print(sheets::document_of(kind, facts), keep))
        log_.write(Level::warning, "print_failed", {{"why", "too many sheets wait"}});
}

void RunningCentre::watch_feeds() {
    feeds_.on_board_shown = [this](const std::string& id, const timing::Board& board) {
        const auto session = ends_.ended(id, board);
        if (!session) return;
        api_->keep_results();
        const auto track = std::ranges::find(config_.tracks, id, &TrackConfig::id);
        if (track != config_.tracks.end() && !track->print_at_end.empty()) print_at_end(*track, *session);
    };
    feeds_.on_view_changed = [this](const Feeds::View* before, const Feeds::View& after) {
        log_decoders(log_, before, after);
        log_clocks(log_, clock_log_, after);
    };
    past_.on_fault = [this](const std::string& why) { log_.write(Level::error, "past_result_failed", {{"why", why}}); };
    feeds_.on_fault = [this](const std::string& what) { log_.write(Level::error, "track_rebuilt", {{"what", what}}); };
}

std::string RunningCentre::page_url() const { return fmt::format("http://{}:{}/", config_.web.host, server_.port()); }

void RunningCentre::run(const std::function<void(const std::string& addresses)>& ready) {
    boost::asio::signal_set signals(io_, SIGTERM, SIGINT);
    signals.async_wait([this](const boost::system::error_code&, int) { stop(); });
    timing_.start();
    const std::string addresses = fmt::format("web={}:{}{}", config_.web.host, server_.port(), feeds_.addresses());
    api_->keep_results();  // of what ended while we were down
    log_.write(Level::info, "ready", {{"tracks", std::to_string(config_.tracks.size())}});
    ready(addresses);
    io_.run();
}

/// Decoders first, then what waits for the disk, then the viewers.
void RunningCentre::stop() {
    log_.write(Level::info, "stopping");
    timing_.stop();
    prober_.stop();
    printer_.stop();
    feeds_.stop();
    server_.stop();
    io_.stop();
}

}  // namespace chicane::web::host
