// What leaves the server without being asked: each track's live feed and RMonitor. A sink of the conductor: it takes boards on the
// timing thread and hands them to the web thread, where all else of it lives.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <string>

#include "sessions/conductor/ports.hpp"
#include "web/feed/control_feed.hpp"
#include "web/feed/rmonitor_server.hpp"
#include "web/feed/track_feed.hpp"
#include "web/host/config.hpp"

namespace chicane::web::host {

class Feeds : public sessions::conductor::Sink {
  public:
    Feeds(boost::asio::io_context& web, const Config& config, const std::string& stream);

    void on_board(const std::string& track, std::shared_ptr<const timing::Board> board) override;
    void on_view(const std::string& track, std::shared_ptr<const sessions::conductor::TrackView> view) override;
    void on_sessions(const std::string& track) override;

    // On the web thread.
    std::expected<void, std::string> listen();
    feed::TrackFeed* find(const std::string& track);
    feed::ControlFeed* find_control(const std::string& track);
    const sessions::conductor::TrackView* view(const std::string& track) const;
    /// ` rmonitor=127.0.0.1:50000` and the like, for the line `ready`.
    std::string addresses() const;
    std::size_t viewers() const;
    void stop();

  private:
    struct Track {
        feed::TrackFeed feed;
        std::unique_ptr<feed::RmonitorServer> rmonitor;
        feed::ControlFeed control;
    };
    boost::asio::io_context& web_;
    const Config config_;
    std::map<std::string, Track> tracks_;
};

}  // namespace chicane::web::host
