// Commands that are carried out and wait for the disk before they are answered. Answered once each, in order.
#pragma once

#include <deque>
#include <functional>

#include "sessions/conductor/command.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t answers_max =
    1000;  ///< a disk that is so far behind is broken; beyond, commands are refused

using Answer = std::function<void(Outcome)>;

class Answers {
  public:
    bool is_full() const { return waiting_.size() >= answers_max; }
    void wait(Done done, Answer answer) { waiting_.push_back({std::move(done), std::move(answer)}); }

    /// Everything up to an entry is on disk.
    void on_disk(std::uint64_t seq) {
        while (!waiting_.empty() && waiting_.front().done.seq <= seq) {
            Waiting next = std::move(waiting_.front());
            waiting_.pop_front();
            next.answer(std::move(next.done));
        }
    }
    /// The disk takes nothing: who waits is told so. What he asked is in effect, and is written when the disk is mended.
    void refuse(const std::string& why) {
        std::deque<Waiting> refused;
        refused.swap(waiting_);
        for (const Waiting& each : refused) {
            each.answer(
                std::unexpected(Refusal{RefusalCode::journal_failed, "in effect, but not on disk yet: " + why}));
        }
    }

  private:
    struct Waiting {
        Done done;
        Answer answer;
    };
    std::deque<Waiting> waiting_;  ///< ascending by seq
};

}  // namespace chicane::sessions::conductor
