// Passings of a backup decoder that wait a moment for the main one's, so that the board is not shown by the worse and then
// corrected. They are journaled already; only the board waits. contract.md, Backup loop, live. Plain value.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "timing/ids.hpp"
#include "timing/time.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::int64_t hold_us = 300'000;
inline constexpr std::size_t held_max = 256;  ///< a field passing at once, several times over; beyond, none waits

class HeldPassings {
  public:
    /// False: too many wait, this one shall not.
    bool hold(std::uint64_t seq, timing::TransponderId transponder, timing::HostTime now) {
        if (held_.size() >= held_max) return false;
        held_.push_back({seq, transponder, timing::later_by(now, hold_us)});
        return true;
    }
    /// Those that have waited long enough, and those of a transponder that the main decoder has heard.
    std::vector<std::uint64_t> release(timing::HostTime now, std::optional<timing::TransponderId> heard = {}) {
        std::vector<std::uint64_t> released;
        std::erase_if(held_, [&](const Held& held) {
            const bool ends = held.until <= now || held.transponder == heard;
            if (ends) released.push_back(held.seq);
            return ends;
        });
        return released;
    }
    std::optional<timing::HostTime> next() const {
        return held_.empty() ? std::nullopt : std::optional(held_.front().until);
    }

  private:
    struct Held {
        std::uint64_t seq;
        timing::TransponderId transponder;
        timing::HostTime until;
    };
    std::vector<Held> held_;  ///< in order of arrival, and so of `until`
};

}  // namespace chicane::sessions::conductor
