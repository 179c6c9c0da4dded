#include "web/feed/track_feed.hpp"

#include <vector>

#include "web/feed/board_json.hpp"
#include "web/http/websocket_frame.hpp"

namespace chicane::web::feed {

TrackFeed::TrackFeed(std::string stream) : stream_(std::move(stream)) {}

void TrackFeed::publish(std::shared_ptr<const timing::Board> board) {
    const auto delta = delta_message(*board_, *board, seq_ + 1);
    if (!delta) return;  // the old board's clock stays the one that was sent
    board_ = std::move(board);
    ++seq_;
    kept_.push_back(std::make_shared<const std::string>(http::text_frame(*delta)));
    if (kept_.size() > messages_kept) kept_.pop_front();
    for (auto& [key, seat] : viewers_) {
        if (seat.viewer->busy()) continue;
        seat.sent = seq_;
        seat.viewer->send(kept_.back());
    }
}

void TrackFeed::join(std::shared_ptr<http::Viewer> viewer, const std::optional<Resume>& resume) {
    http::Viewer* key = viewer.get();
    viewer->on_closed = [this, key] { leave(key); };
    viewer->on_drained = [this, key] {
        if (const auto seat = viewers_.find(key); seat != viewers_.end()) catch_up(seat->second);
    };
    viewer->on_text = [this, key](std::string_view text) {
        // All else is ignored. A client that asks while its write is in flight gets the messages it waits for.
        const auto seat = viewers_.find(key);
        if (seat != viewers_.end() && text.find("\"snapshot\"") != std::string_view::npos && !key->busy())
            send_snapshot(seat->second);
    };
    Seat& seat = viewers_.emplace(key, Seat{std::move(viewer), 0}).first->second;
    const bool held =
        resume && resume->stream == stream_ && resume->since <= seq_ && resume->since + kept_.size() >= seq_;
    if (!held) return send_snapshot(seat);
    seat.sent = resume->since;
    catch_up(seat);
}

void TrackFeed::send_snapshot(Seat& seat) {
    seat.sent = seq_;
    seat.viewer->send(std::make_shared<const std::string>(http::text_frame(snapshot())));
}

void TrackFeed::catch_up(Seat& seat) {
    const std::uint64_t missed = seq_ - seat.sent;
    if (missed == 0) return;
    if (missed > kept_.size()) {
        ++snapshots_for_slow_;
        return send_snapshot(seat);
    }
    seat.sent = seq_;
    if (missed == 1) return seat.viewer->send(kept_.back());
    std::string gathered;
    for (std::size_t i = kept_.size() - missed; i < kept_.size(); ++i) gathered += *kept_[i];
    seat.viewer->send(std::make_shared<const std::string>(std::move(gathered)));
}

std::string TrackFeed::snapshot() const { return snapshot_message(*board_, seq_, stream_); }

void TrackFeed::leave(const http::Viewer* viewer) { viewers_.erase(viewer); }

void TrackFeed::close_all() {
    std::vector<std::shared_ptr<http::Viewer>> all;
    for (auto& [key, seat] : viewers_) all.push_back(seat.viewer);
    for (auto& viewer : all) viewer->close();
}

}  // namespace chicane::web::feed
