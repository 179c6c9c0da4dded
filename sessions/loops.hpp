// The loops of a track by decoder: what a passing of each means, and which decoder of a loop is the main one. Plain value.
#pragma once

#include <cstdint>
#include <vector>

#include "sessions/setup.hpp"

namespace chicane::sessions {

/// Where a decoder lies.
struct LoopPlace {
    LoopRole role = LoopRole::finish;
    std::uint8_t sector = 0;
    std::uint8_t loop = 0;  ///< equal for decoders of one loop
    std::uint8_t rank = 0;  ///< 0: the main decoder; the higher hears as a backup of the lower, equals of none
};

class Loops {
  public:
    explicit Loops(const std::vector<LoopSetup>& setup);

    /// For every decoder there is; one without an entry lies at the finish, behind all that are listed there.
    const LoopPlace& place(timing::DecoderId decoder) const { return places_[index(decoder)]; }
    std::uint8_t index(timing::DecoderId decoder) const;
    const LoopPlace& at(std::uint8_t index) const { return places_[index]; }

    bool any_backup() const { return any_backup_; }
    std::uint8_t sectors() const { return sectors_; }  ///< the highest sector loop

  private:
    std::vector<timing::DecoderId> decoders_;
    std::vector<LoopPlace> places_;  ///< one more than decoders: the last is for those without an entry
    bool any_backup_ = false;
    std::uint8_t sectors_ = 0;
};

}  // namespace chicane::sessions
