// The passings that were taken lately, so that one that is told again is known: a decoder that waits for its acknowledgement repeats
// it, an exporter sends its message anew, a recovery brings what was there. Told by what they are (device, epoch, loop, tag, decoder's
// time, number), so it holds over a restart. Bounded: the oldest half is forgotten, and what comes again after that the engine knows
// by its time. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_set>

#include "sessions/conductor/entry.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t known_generation_max = 100'000;  ///< two days of a busy track are twice that

class KnownPassings {
  public:
    /// False: it was there already. A passing without a clock is always new, as nothing tells it from another of its tag.
    bool note(const PassingKept& kept);
    /// Of one that no disk took: told again, it is new.
    void forget(const PassingKept& kept);

  private:
    std::unordered_set<std::uint64_t> newer_;
    std::unordered_set<std::uint64_t> older_;
};

}  // namespace chicane::sessions::conductor
