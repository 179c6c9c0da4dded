#include "web/feed/control_feed.hpp"

#include <vector>

namespace chicane::web::feed {

ControlFeed::ControlFeed(std::function<std::string()> message) : message_(std::move(message)) {}

void ControlFeed::publish() {
    encoded_.reset();
    for (Seat& seat : seats_) {
        seat.view_due = true;
        send_due(seat);
    }
}

void ControlFeed::publish_sessions() {
    for (Seat& seat : seats_) {
        seat.sessions_due = true;
        send_due(seat);
    }
}

void ControlFeed::join(std::shared_ptr<http::Viewer> viewer) {
    const auto seat = seats_.insert(seats_.end(), Seat{std::move(viewer), true, false});
    seat->viewer->on_closed = [this, seat] { seats_.erase(seat); };
    seat->viewer->on_drained = [this, seat] { send_due(*seat); };
    seat->viewer->on_text = nullptr;
    send_due(*seat);
}

void ControlFeed::send_due(Seat& seat) {
    const http::Wire wire = seat.viewer->wire();
    if (seat.view_due && !seat.viewer->busy()) {
        if (!encoded_) encoded_.emplace(message_());
        seat.view_due = false;
        seat.viewer->send(encoded_->frame(wire));
    }
    if (seat.sessions_due && !seat.viewer->busy()) {
        seat.sessions_due = false;
        seat.viewer->send(sessions_changed_.frame(wire));
    }
}

void ControlFeed::close_all() {
    std::vector<std::shared_ptr<http::Viewer>> all;
    for (const Seat& seat : seats_) all.push_back(seat.viewer);
    for (const auto& viewer : all) viewer->close();
}

}  // namespace chicane::web::feed
