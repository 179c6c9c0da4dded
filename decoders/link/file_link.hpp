// A capture on disk, replayed once. A recording knows when its bytes came, and they come so again. Of bare bytes each passing comes
// when its time says, counted from the first, and what lies between two passings is spread evenly over the time between them; they
// are cut into records by the codec of their protocol.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "decoders/link/link.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t replay_bytes_max = 256 * 1024 * 1024;  ///< months of passings; it is held in memory
inline constexpr std::size_t replay_pieces_max = 4'000'000;         ///< reads in a recording
inline constexpr std::int64_t replay_pause_max_us = 3'600'000'000;  ///< longer pauses, and jumps of a clock, are cut

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
    /// Bytes up to `end` are due at `due_us` after the begin.
    struct Piece {
        std::size_t end = 0;
        std::int64_t due_us = 0;
    };
    class Recorded;

    bool load(std::string& why);
    bool load_bytes(std::string& why);
    bool load_recording(std::string& why);
    void cut(codec::Codec& codec);
    void play();
    std::int64_t played_us() const;

    boost::asio::steady_timer timer_;
    FileTarget target_;
    std::string protocol_;
    double speed_;
    LinkEvents* events_;  ///< null: stopped
    codec::Bytes bytes_;
    std::vector<Piece> pieces_;
    std::size_t next_ = 0;  ///< the piece that is due next
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace chicane::decoders::link
