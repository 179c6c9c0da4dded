// The newest passings of a decoder's epoch, by tag and time: a decoder that repeats until it is acknowledged, and restarts meanwhile,
// may be followed by a copy of before. It is known again here. Pure.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t recent_passings_max = 256;  ///< two minutes of 60 karts: no copy comes later

class RecentPassings {
  public:
    void note(const codec::Passing& passing) {
        const Told told{passing.transponder, passing.time_us};
        if (told_.size() < recent_passings_max)
            told_.push_back(told);
        else
            told_[next_] = told;
        next_ = (next_ + 1) % recent_passings_max;
    }
    bool has(const codec::Passing& passing) const {
        return std::ranges::find(told_, Told{passing.transponder, passing.time_us}) != told_.end();
    }

  private:
    using Told = std::pair<timing::TransponderId, std::int64_t>;
    std::vector<Told> told_;
    std::size_t next_ = 0;
};

}  // namespace chicane::decoders::link
