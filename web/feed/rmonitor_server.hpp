// RMonitor on a TCP port: a refresh for who connects, then what changes, and $F each second. A client that does not read is let go:
// it comes back and gets a refresh. On the web thread.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "web/feed/rmonitor_records.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::web::feed {

inline constexpr std::size_t rmonitor_clients_max = 64;        ///< scoreboards, apps and relays of one centre
inline constexpr std::size_t rmonitor_bytes_max = 512 * 1024;  ///< that a client may be behind

class RmonitorServer {
  public:
    /// `clock`: the centre's wall clock.
    RmonitorServer(boost::asio::io_context& io, RmonitorTrack track, std::function<LocalClock()> clock);
    ~RmonitorServer();

    /// Opens the port (0: any); or one line that says why not.
    std::expected<void, std::string> listen(const std::string& host, std::uint16_t port);
    std::uint16_t port() const;
    void publish(std::shared_ptr<const timing::Board> board);
    void stop();

    struct Parts;

  private:
    std::shared_ptr<Parts> parts_;
};

}  // namespace chicane::web::feed
