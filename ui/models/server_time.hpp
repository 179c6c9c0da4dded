// What time is it at the server? A desk's clock may be wrong by minutes, and the feed says when something was so in the server's
// time. A delta is sent at the moment of its change: the time here minus its as_of_ms is the offset plus the way, and the least of
// them is the best guess. A snapshot's clock may be old, so it only bounds the offset from above. Pure.
#pragma once

#include <cstdint>

namespace chicane::ui::models {

inline constexpr int offset_samples_max = 200;  ///< the host's clock may be set: then the least is sought anew

class ServerTime {
  public:
    void seen_in_delta(std::int64_t as_of_ms, std::int64_t here_ms);
    void seen_in_snapshot(std::int64_t as_of_ms, std::int64_t here_ms);

    /// The time here when it is that time at the server.
    std::int64_t here_ms(std::int64_t at_server_ms) const { return at_server_ms + offset_ms_; }
    std::int64_t server_ms(std::int64_t at_here_ms) const { return at_here_ms - offset_ms_; }

  private:
    std::int64_t offset_ms_ = 0;
    int samples_ = 0;
};

}  // namespace chicane::ui::models
