// What leaves the server without being asked: each track's live feed, its control feed and RMonitor. A sink of the conductor: it takes
// boards and views on the timing thread and hands the newest to the web thread, where all else of it lives. A web thread that falls
// behind finds one change of each kind waiting, never a queue.
#pragma once

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "sessions/conductor/ports.hpp"
#include "web/feed/control_feed.hpp"
#include "web/feed/rmonitor_server.hpp"
#include "web/feed/track_feed.hpp"
#include "web/host/config.hpp"

namespace chicane::web::host {

class Feeds : public sessions::conductor::Sink {
  public:
    using View = sessions::conductor::TrackView;

    Feeds(boost::asio::io_context& web, const Config& config, const std::string& stream);

    void on_board(const std::string& track, std::shared_ptr<const timing::Board> board) override;
    void on_view(const std::string& track, std::shared_ptr<const View> view) override;
    void on_sessions(const std::string& track) override;
    void on_broken(const std::string& what) override;

    // On the web thread.
    std::expected<void, std::string> listen();
    feed::TrackFeed* find(const std::string& track);
    feed::ControlFeed* control(const std::string& track);
    const View* view(const std::string& track) const;
    /// ` rmonitor=127.0.0.1:50000` and the like, for the line `ready`.
    std::string addresses() const;
    std::size_t viewers() const;
    std::size_t viewers(const std::string& track) const;
    std::uint64_t messages() const;  ///< of all tracks since the start
    void stop();

    std::function<void(const View* before, const View& after)> on_view_changed;
    std::function<void(const std::string& track, const timing::Board&)> on_board_shown;
    std::function<void(const std::string& what)> on_fault;

  private:
    struct Track {
        Track(const std::string& stream, std::function<std::string()> control_message)
            : feed(stream), control(std::move(control_message)) {}
        feed::TrackFeed feed;
        feed::ControlFeed control;
        std::unique_ptr<feed::RmonitorServer> rmonitor;
        std::shared_ptr<const View> view;
    };
    /// What came since the web thread looked last.
    struct Due {
        std::shared_ptr<const timing::Board> board;
        std::shared_ptr<const View> view;
        bool sessions = false;
        bool posted = false;
    };
    void change(const std::string& track, const std::function<void(Due&)>& how);
    void show_due(const std::string& track);
    void show_view(Track& track, std::shared_ptr<const View> view);

    boost::asio::io_context& web_;
    const Config config_;
    std::map<std::string, Track> tracks_;
    std::mutex due_mutex_;
    std::map<std::string, Due> due_;
};

}  // namespace chicane::web::host
