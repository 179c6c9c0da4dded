// States to go back to: dense near the end of the log, where passings come late by a little, and sparser the further back,
// so that their number grows with the logarithm of the log. The first, before all passings, is always there. Plain value.
#pragma once

#include <cstddef>
#include <vector>

#include "sessions/apply.hpp"

namespace chicane::sessions {

/// A checkpoint a so many passings: going back costs at most that many passings more than what is displaced.
inline constexpr std::size_t checkpoint_distance = 256;
/// So many at each distance before the distance doubles: 16 × log2(2,000,000 / 256) is at most some 200 in all.
inline constexpr std::size_t checkpoints_a_distance = 8;

struct Checkpoint {
    std::size_t index = 0;  ///< the passings before this place in the log are applied
    Progress progress;
};

class Checkpoints {
  public:
    /// Forgets all and begins with the state before any event.
    void reset(Progress opening);
    /// Keeps the state before the passing at `index` if one is due there.
    void offer(std::size_t index, const Progress& progress);
    /// The newest state with no passing from `index` on and none but the first `officials` events applied; later ones are forgotten.
    const Checkpoint& back_to(std::size_t index, std::size_t officials);

    std::size_t size() const { return kept_.size(); }

  private:
    void thin(std::size_t end);

    std::vector<Checkpoint> kept_;  ///< ascending
    std::size_t due_ = checkpoint_distance;
};

}  // namespace chicane::sessions
