// A capture on disk, replayed once at its pace. It is read and cut by a thread of its own: a file of months takes seconds, and live passings
// wait for nobody's.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <thread>

#include "decoders/link/link.hpp"
#include "decoders/link/replay.hpp"

namespace chicane::decoders::link {

/// Bytes told in one turn: some hundred passings, and a few milliseconds.
inline constexpr std::size_t replay_turn_bytes_max = 16 * 1024;

class FileLink final : public Link, public std::enable_shared_from_this<FileLink> {
  public:
    FileLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events);

    void start() override;
    void stop() override;
    /// A file does not go silent.
    void reopen() override {}
    /// Nobody listens.
    void send(codec::Bytes) override {}

  private:
    void begin(std::expected<Replay, std::string> replay);
    void play();
    void play_after(std::chrono::microseconds wait);
    std::int64_t played_us() const;

    boost::asio::io_context& io_;
    boost::asio::steady_timer timer_;
    FileTarget target_;
    std::string protocol_;
    double speed_;
    LinkEvents* events_;  ///< null: stopped
    Replay replay_;
    std::size_t next_ = 0;    ///< the piece that is due next
    std::size_t played_ = 0;  ///< bytes told
    std::chrono::steady_clock::time_point begun_;
    std::jthread reader_;  ///< it owns what it uses
};

}  // namespace chicane::decoders::link
