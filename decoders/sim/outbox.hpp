// Passings that wait until a client has them for sure: of decoders that send one message and repeat it until it is acknowledged, then
// the next. Pure.
#pragma once

#include <deque>
#include <vector>

#include "decoders/sim/decoder_clock.hpp"
#include "decoders/sim/fault.hpp"
#include "decoders/sim/voice.hpp"

namespace chicane::decoders::sim {

inline constexpr std::size_t outbox_max =
    100'000;  ///< a day of a full track; beyond, the oldest that was not said yet is forgotten

class Outbox {
  public:
    Outbox(std::size_t batch_max, std::int64_t repeat_us) : batch_max_(batch_max), repeat_us_(repeat_us) {}

    struct Message {
        std::vector<codec::Passing> passings;
        std::uint32_t receipt = 0;
        Fault fault = Fault::none;  ///< of its first sending
    };

    bool used() const { return batch_max_ > 0; }
    bool empty() const { return waiting_.empty(); }
    void push(const codec::Passing& passing, Fault fault, std::int64_t now_us) {
        if (waiting_.size() == outbox_max) waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(said_));
        if (waiting_.empty()) next_us_ = now_us;
        waiting_.push_back({passing, fault});
    }
    /// When the front is said, again or for the first time.
    std::int64_t next_us() const { return waiting_.empty() ? never_us : next_us_; }
    void at_once(std::int64_t now_us) { next_us_ = now_us; }
    /// The message that is due.
    Message take_due(std::int64_t now_us) {
        next_us_ = now_us + repeat_us_;
        Message message;
        if (said_ == 0) {
            said_ = std::min(batch_max_, waiting_.size());
            ++receipt_;
            for (std::size_t at = 0; at < said_; ++at)
                if (waiting_[at].fault != Fault::none) message.fault = waiting_[at].fault;
        }
        message.receipt = receipt_;
        for (std::size_t at = 0; at < said_; ++at) message.passings.push_back(waiting_[at].passing);
        return message;
    }
    void acknowledged(std::optional<std::uint32_t> receipt, std::int64_t now_us) {
        if (said_ == 0 || (receipt && *receipt != receipt_)) return;
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(said_));
        said_ = 0;
        next_us_ = now_us;
    }

  private:
    struct Waiting {
        codec::Passing passing;
        Fault fault = Fault::none;
    };
    std::size_t batch_max_;
    std::int64_t repeat_us_;
    std::deque<Waiting> waiting_;
    std::size_t said_ = 0;  ///< of the front, in the message that waits for its acknowledgement
    std::uint32_t receipt_ = 0;
    std::int64_t next_us_ = 0;
};

}  // namespace chicane::decoders::sim
