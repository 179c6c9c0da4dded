#include "web/host/feeds.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include "decoders/link/host_clock.hpp"
#include "web/host/local_time.hpp"

namespace chicane::web::host {

Feeds::Feeds(boost::asio::io_context& web, const Config& config, const std::string& stream)
    : web_(web), config_(config) {
    for (const TrackConfig& track : config_.tracks)
        tracks_.emplace(track.id, Track{feed::TrackFeed(stream), nullptr, {}});
}

void Feeds::on_board(const std::string& track, std::shared_ptr<const timing::Board> board) {
    boost::asio::post(web_, [this, track, shown = std::move(board)] {
        Track& to = tracks_.at(track);
        to.feed.publish(shown);
        if (to.rmonitor) to.rmonitor->publish(shown);
    });
}

void Feeds::on_view(const std::string& track, std::shared_ptr<const sessions::conductor::TrackView> view) {
    boost::asio::post(web_, [this, track, shown = std::move(view)] {
        Track& to = tracks_.at(track);
        to.control.publish(shown, to.feed.viewers());
    });
}

void Feeds::on_sessions(const std::string& track) {
    boost::asio::post(web_, [this, track] { tracks_.at(track).control.publish_sessions(); });
}

std::expected<void, std::string> Feeds::listen() {
    const auto clock = [timezone = config_.timezone] {
        const auto now = decoders::link::host_now();
        return feed::LocalClock{now.us / 1000, utc_offset_s(timezone, now.us)};
    };
    for (const TrackConfig& track : config_.tracks) {
        if (!track.rmonitor) continue;
        auto server =
            std::make_unique<feed::RmonitorServer>(web_, feed::RmonitorTrack{track.name, track.length_m}, clock);
        if (auto opened = server->listen(track.rmonitor->host, track.rmonitor->port); !opened) return opened;
        tracks_.at(track.id).rmonitor = std::move(server);
    }
    return {};
}

feed::TrackFeed* Feeds::find(const std::string& track) {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? nullptr : &known->second.feed;
}

feed::ControlFeed* Feeds::find_control(const std::string& track) {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? nullptr : &known->second.control;
}

const sessions::conductor::TrackView* Feeds::view(const std::string& track) const {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? nullptr : known->second.control.view();
}

std::string Feeds::addresses() const {
    std::string text;
    for (const TrackConfig& track : config_.tracks) {
        const auto& server = tracks_.at(track.id).rmonitor;
        if (!server) continue;
        const std::string name = &track == &config_.tracks.front() ? "rmonitor" : "rmonitor/" + track.id;
        text += fmt::format(" {}={}:{}", name, track.rmonitor->host, server->port());
    }
    return text;
}

std::size_t Feeds::viewers() const {
    std::size_t all = 0;
    for (const auto& [id, track] : tracks_) all += track.feed.viewers();
    return all;
}

void Feeds::stop() {
    for (auto& [id, track] : tracks_) {
        track.feed.close_all();
        track.control.close_all();
        if (track.rmonitor) track.rmonitor->stop();
    }
}

}  // namespace chicane::web::host
