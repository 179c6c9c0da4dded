// What control screens see of a track beside its board, sent whole and at once on each change; while a screen's write is in flight
// only the newest waits for it. Whoever joins has shown an account. Lives on the web thread.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "web/feed/encoded_message.hpp"
#include "web/http/viewer.hpp"

namespace chicane::web::feed {

class ControlFeed {
  public:
    /// `message`: the track's view as it is now, as text; asked for at most once a change, and not while nobody looks.
    explicit ControlFeed(std::function<std::string()> message);

    void publish();
    /// `{"type":"sessions"}`: the list of sessions, or a set-up in it, is another.
    void publish_sessions();
    void join(std::shared_ptr<http::Viewer> viewer);
    std::size_t viewers() const { return seats_.size(); }
    void close_all();

  private:
    struct Seat {
        std::shared_ptr<http::Viewer> viewer;
        bool view_due = false;
        bool sessions_due = false;
    };
    void send_due(Seat& seat);

    std::function<std::string()> message_;
    std::optional<EncodedMessage> encoded_;  ///< of the newest change; nothing until somebody needs it
    EncodedMessage sessions_changed_{R"({"type":"sessions"})"};
    std::list<Seat> seats_;
};

}  // namespace chicane::web::feed
