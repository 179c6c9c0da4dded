// All passings of a track that are in memory, in order of arrival: what windows are made of. Never edited, but for
// epochs that turn out to lie elsewhere. Plain value.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/log_event.hpp"

namespace chicane::sessions::conductor {

struct LoggedPassing {
    std::uint64_t seq = 0;
    RawPassing raw;
    std::optional<std::int32_t> strength;
    std::optional<std::int32_t> hits;
    std::uint32_t epoch = 0;   ///< of its device
    std::uint16_t device = 0;  ///< place in devices()
    bool host_time = false;    ///< its decoder has no clock
    bool manual = false;       ///< people told of it
};

class PassingLog {
  public:
    const LoggedPassing& keep(std::uint64_t seq, const PassingKept& kept);
    /// Those of the epoch that were kept before, also where they are only read after it.
    void move(std::uint64_t seq, const EpochMoved& moved);
    /// Of a passing that an official's entry stands for, when that is taken back.
    void remove(std::uint64_t seq);
    void forget_before(timing::DecoderTime time);

    const std::vector<LoggedPassing>& all() const { return passings_; }
    const LoggedPassing* find(std::uint64_t seq) const;
    const std::string& device(const LoggedPassing& passing) const { return devices_[passing.device]; }

  private:
    struct Move {
        std::uint64_t seq = 0;
        EpochMoved moved;
    };
    std::vector<LoggedPassing> passings_;  ///< ascending by seq
    std::vector<std::string> devices_;
    std::vector<Move> moves_;  ///< a few a day
};

}  // namespace chicane::sessions::conductor
