#include "web/feed/control_feed.hpp"

#include <vector>

#include "web/feed/control_json.hpp"
#include "web/http/websocket_frame.hpp"

namespace chicane::web::feed {

void ControlFeed::publish(std::shared_ptr<const sessions::conductor::TrackView> view, std::size_t viewers) {
    view_ = std::move(view);
    view_frame_ = std::make_shared<const std::string>(http::text_frame(control_message(*view_, viewers)));
    for (auto& [key, seat] : seats_) {
        seat.owes_view = true;
        settle(seat);
    }
}

void ControlFeed::publish_sessions() {
    for (auto& [key, seat] : seats_) {
        seat.owes_sessions = true;
        settle(seat);
    }
}

void ControlFeed::join(std::shared_ptr<http::Viewer> viewer) {
    http::Viewer* key = viewer.get();
    viewer->on_closed = [this, key] { seats_.erase(key); };
    viewer->on_drained = [this, key] {
        if (const auto seat = seats_.find(key); seat != seats_.end()) settle(seat->second);
    };
    Seat& seat = seats_.emplace(key, Seat{std::move(viewer), true, false}).first->second;
    settle(seat);
}

void ControlFeed::settle(Seat& seat) {
    static const auto sessions_frame = std::make_shared<const std::string>(http::text_frame(R"({"type":"sessions"})"));
    if (seat.owes_view && view_frame_ && !seat.viewer->busy()) {
        seat.owes_view = false;
        seat.viewer->send(view_frame_);
    }
    if (seat.owes_sessions && !seat.viewer->busy()) {
        seat.owes_sessions = false;
        seat.viewer->send(sessions_frame);
    }
}

void ControlFeed::close_all() {
    std::vector<std::shared_ptr<http::Viewer>> all;
    for (auto& [key, seat] : seats_) all.push_back(seat.viewer);
    for (auto& viewer : all) viewer->close();
}

}  // namespace chicane::web::feed
