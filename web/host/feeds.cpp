#include "web/host/feeds.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include "decoders/link/host_clock.hpp"
#include "web/feed/control_json.hpp"
#include "web/host/local_time.hpp"

namespace chicane::web::host {

namespace {

Feeds::View empty_view(const std::string& track) {
    Feeds::View view;
    view.track = track;
    return view;
}

}  // namespace

Feeds::Feeds(boost::asio::io_context& web, const Config& config, const std::string& stream)
    : web_(web), config_(config) {
    for (const TrackConfig& track : config_.tracks) {
        const auto control_message = [this, id = track.id] {
            const View* shown = view(id);
            return feed::control_message(shown ? *shown : empty_view(id), viewers(id));
        };
        tracks_.try_emplace(track.id, stream, control_message);
        due_[track.id] = {};
    }
}

void Feeds::on_board(const std::string& track, std::shared_ptr<const timing::Board> board) {
    change(track, [&](Due& due) { due.board = std::move(board); });
}

void Feeds::on_view(const std::string& track, std::shared_ptr<const View> view) {
    change(track, [&](Due& due) { due.view = std::move(view); });
}

void Feeds::on_sessions(const std::string& track) {
    change(track, [](Due& due) { due.sessions = true; });
}

void Feeds::on_broken(const std::string& what) {
    boost::asio::post(web_, [this, what] {
        if (on_fault) on_fault(what);
    });
}

void Feeds::change(const std::string& track, const std::function<void(Due&)>& how) {
    {
        const std::lock_guard lock(due_mutex_);
        Due& due = due_.at(track);
        how(due);
        if (std::exchange(due.posted, true)) return;
    }
    boost::asio::post(web_, [this, track] { show_due(track); });
}

void Feeds::show_due(const std::string& track) {
    Due due;
    {
        const std::lock_guard lock(due_mutex_);
        due = std::exchange(due_.at(track), {});
    }
    Track& to = tracks_.at(track);
    // The board first: it is what many wait for.
    if (due.board) {
        to.feed.publish(due.board);
        if (to.rmonitor) to.rmonitor->publish(due.board);
        if (on_board_shown) on_board_shown(track, *due.board);
    }
    if (due.view) show_view(to, std::move(due.view));
    if (due.sessions) to.control.publish_sessions();
}

void Feeds::show_view(Track& track, std::shared_ptr<const View> view) {
    const auto before = std::exchange(track.view, std::move(view));
    track.control.publish();
    if (on_view_changed) on_view_changed(before.get(), *track.view);
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

feed::ControlFeed* Feeds::control(const std::string& track) {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? nullptr : &known->second.control;
}

const Feeds::View* Feeds::view(const std::string& track) const {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? nullptr : known->second.view.get();
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

std::size_t Feeds::viewers(const std::string& track) const {
    const auto known = tracks_.find(track);
    return known == tracks_.end() ? 0 : known->second.feed.viewers();
}

std::uint64_t Feeds::messages() const {
    std::uint64_t all = 0;
    for (const auto& [id, track] : tracks_) all += track.feed.seq();
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
