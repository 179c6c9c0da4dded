// The live feed of one track: a snapshot, then numbered deltas, each encoded once for all viewers. A viewer whose write is in
// flight gets what has come since when it is done; who is further behind than messages_kept gets a fresh snapshot, and slows
// nobody else. Lives on the web thread.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "timing/board.hpp"
#include "web/feed/encoded_message.hpp"
#include "web/http/viewer.hpp"

namespace chicane::web::feed {

/// How far a viewer may be behind and still get each message: half a minute of a busy race.
inline constexpr std::size_t messages_kept = 256;

/// Who is sent to first: a thousand sends take milliseconds, and race control decides by what it sees.
enum class Importance { control_screen, audience };

class TrackFeed {
  public:
    /// `stream`: new at each start of the server, so that nobody resumes what is gone.
    explicit TrackFeed(std::string stream);

    /// Encodes what changed and sends it to all.
    void publish(std::shared_ptr<const timing::Board> board);

    /// `?stream=S&since=N` where the viewer had the feed before.
    struct Resume {
        std::string stream;
        std::uint64_t since = 0;
    };
    void join(std::shared_ptr<http::Viewer> viewer, const std::optional<Resume>& resume,
              Importance importance = Importance::audience);

    std::string snapshot() const;
    const timing::Board& board() const { return *board_; }
    std::uint64_t seq() const { return seq_; }
    std::size_t viewers() const { return viewers_.size(); }
    /// How often a viewer fell too far behind.
    std::uint64_t snapshots_for_slow() const { return snapshots_for_slow_; }
    void close_all();

  private:
    using Key = std::pair<Importance, std::uint64_t>;  ///< the order of sending: importance, then who came first
    struct Seat {
        std::shared_ptr<http::Viewer> viewer;
        std::uint64_t sent = 0;  ///< the last message that he has or is being sent
        bool wants_snapshot = false;
    };
    void send_snapshot(Seat& seat);
    void catch_up(Seat& seat);
    void hear(const Key& key, std::string_view text);
    const EncodedMessage& encoded_snapshot();
    std::string event_id() const { return stream_ + ":" + std::to_string(seq_); }

    std::string stream_;
    std::shared_ptr<const timing::Board> board_ = std::make_shared<timing::Board>();
    timing::Clock told_clock_ = {};  ///< that viewers tick: however often it is right again, it may not drift
    std::uint64_t seq_ = 0;
    std::deque<EncodedMessage> kept_;  ///< the last messages, the newest being seq_
    std::optional<std::pair<std::uint64_t, EncodedMessage>>
        snapshot_;  ///< and its number: a crowd that joins shares it
    std::map<Key, Seat> viewers_;
    std::uint64_t joined_ = 0;
    std::uint64_t snapshots_for_slow_ = 0;
};

}  // namespace chicane::web::feed
