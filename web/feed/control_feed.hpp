// The control screens' feed of one track: the whole view at once on each change, and a word when the list of sessions is another. While
// a screen's write is in flight, what comes next is only noted; then it gets the newest. On the web thread.
#pragma once

#include <memory>
#include <unordered_map>

#include "sessions/conductor/view.hpp"
#include "web/http/viewer.hpp"

namespace chicane::web::feed {

class ControlFeed {
  public:
    /// `viewers`: of the live feed, which the view shows.
    void publish(std::shared_ptr<const sessions::conductor::TrackView> view, std::size_t viewers);
    void publish_sessions();
    void join(std::shared_ptr<http::Viewer> viewer);
    void close_all();

    /// Nothing before the first.
    const sessions::conductor::TrackView* view() const { return view_.get(); }

  private:
    struct Seat {
        std::shared_ptr<http::Viewer> viewer;
        bool owes_view = false;
        bool owes_sessions = false;
    };
    void settle(Seat& seat);

    std::shared_ptr<const sessions::conductor::TrackView> view_;
    http::SharedFrame view_frame_;
    std::unordered_map<const http::Viewer*, Seat> seats_;
};

}  // namespace chicane::web::feed
