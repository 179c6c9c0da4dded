// A believable field of karts on one track: karts and drivers of different pace, laps that vary, slower traffic that
// holds a quicker kart up, a spin now and then, pit stops. The same options give the same crossings to the microsecond.
// Pure: no clock; time begins at `start_us`.
#pragma once

#include <cstdint>
#include <vector>

#include "decoders/sim/chance.hpp"
#include "decoders/sim/crossing.hpp"
#include "decoders/sim/options.hpp"

namespace chicane::decoders::sim {

/// The tag on a kart, whatever the seed: so a register can be filled before the first passing.
timing::TransponderId kart_transponder(std::int32_t kart);
/// The other way; of a tag that is no kart's, a number beyond all karts.
std::uint64_t kart_of(timing::TransponderId tag);
/// Of a simulated decoder: tracks with different seeds have different decoders.
std::uint32_t decoder_id(std::uint64_t seed);

class Field final : public CrossingSource {
  public:
    Field(const TrackOptions& options, std::int64_t start_us);

    /// Each kart crosses once to begin its first lap, then once a lap; without laps, for ever.
    std::optional<Crossing> next() override;

  private:
    struct Kart {
        std::int32_t number = 0;
        double pace = 1;  ///< 1 is ordinary, less is quicker
        double care = 1;  ///< how much its laps vary
        std::int32_t laps = 0;
        std::int64_t last_us = 0;
        std::int64_t next_us = 0;
        bool done = false;
    };

    std::int64_t lap_us(const Kart& kart);
    std::int64_t held_up(const Kart& kart, std::int64_t free_us);
    Crossing crossing(const Kart& kart);

    TrackOptions options_;
    Chance chance_;
    std::vector<Kart> karts_;
};

}  // namespace chicane::decoders::sim
