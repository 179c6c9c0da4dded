#include "web/feed/track_feed.hpp"

#include <vector>

#include "web/feed/board_json.hpp"
#include "web/feed/client_message.hpp"

namespace chicane::web::feed {

TrackFeed::TrackFeed(std::string stream) : stream_(std::move(stream)) {}

void TrackFeed::publish(std::shared_ptr<const timing::Board> board) {
    const auto delta = delta_message(*board_, *board, told_clock_, seq_ + 1);
    if (!delta) return;
    board_ = std::move(board);
    ++seq_;
    kept_.emplace_back(std::move(*delta), event_id());
    if (kept_.size() > messages_kept) kept_.pop_front();
    for (auto& [key, seat] : viewers_) {
        if (seat.viewer->busy()) continue;
        seat.sent = seq_;
        seat.viewer->send(kept_.back().frame(seat.viewer->wire()));
    }
}

void TrackFeed::join(std::shared_ptr<http::Viewer> viewer, const std::optional<Resume>& resume, Importance importance) {
    const Key key{importance, ++joined_};
    viewer->on_closed = [this, key] { viewers_.erase(key); };
    viewer->on_drained = [this, key] {
        if (const auto seat = viewers_.find(key); seat != viewers_.end()) catch_up(seat->second);
    };
    viewer->on_text = [this, key](std::string_view text) { hear(key, text); };
    Seat& seat = viewers_.emplace(key, Seat{std::move(viewer)}).first->second;
    const bool held =
        resume && resume->stream == stream_ && resume->since <= seq_ && resume->since + kept_.size() >= seq_;
    if (!held) return send_snapshot(seat);
    seat.sent = resume->since;
    catch_up(seat);
}

void TrackFeed::hear(const Key& key, std::string_view text) {
    const auto found = viewers_.find(key);
    if (found == viewers_.end() || !std::holds_alternative<WantsSnapshot>(read_client_message(text))) return;
    Seat& seat = found->second;
    seat.wants_snapshot = true;
    if (!seat.viewer->busy()) catch_up(seat);
}

const EncodedMessage& TrackFeed::encoded_snapshot() {
    if (!snapshot_ || snapshot_->first != seq_) snapshot_.emplace(seq_, EncodedMessage(snapshot(), event_id()));
    return snapshot_->second;
}

void TrackFeed::send_snapshot(Seat& seat) {
    seat.sent = seq_;
    seat.wants_snapshot = false;
    seat.viewer->send(encoded_snapshot().frame(seat.viewer->wire()));
}

void TrackFeed::catch_up(Seat& seat) {
    const std::uint64_t missed = seq_ - seat.sent;
    if (missed > kept_.size()) ++snapshots_for_slow_;
    if (seat.wants_snapshot || missed > kept_.size()) return send_snapshot(seat);
    if (missed == 0) return;
    seat.sent = seq_;
    const http::Wire wire = seat.viewer->wire();
    if (missed == 1) return seat.viewer->send(kept_.back().frame(wire));
    std::string gathered;
    for (std::size_t i = kept_.size() - missed; i < kept_.size(); ++i) gathered += *kept_[i].frame(wire);
    seat.viewer->send(std::make_shared<const std::string>(std::move(gathered)));
}

std::string TrackFeed::snapshot() const { return snapshot_message(*board_, told_clock_, seq_, stream_); }

void TrackFeed::close_all() {
    std::vector<std::shared_ptr<http::Viewer>> all;
    for (auto& [key, seat] : viewers_) all.push_back(seat.viewer);
    for (auto& viewer : all) viewer->close();
}

}  // namespace chicane::web::feed
