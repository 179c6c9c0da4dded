// Laps as they were driven, and the book that keeps them: append-only while time runs forward, cut back when
// a late passing makes the engine go back to a checkpoint. Everything else of a session's state is small;
// this grows with its laps.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "timing/segments.hpp"
#include "timing/time.hpp"

namespace chicane::timing {

struct Lap {
    DecoderTime at;  ///< of the crossing that ends it
    std::int64_t time_us = 0;
    std::int32_t lap = 0;       ///< from 1
    std::uint16_t entrant = 0;  ///< place in the order of entry
    friend bool operator==(const Lap&, const Lap&) = default;
};

/// Times compare at a millisecond, cut off. Contract: resolution.
inline constexpr std::int64_t resolution_us = 1000;
constexpr std::int64_t cut(std::int64_t us) { return us / resolution_us; }

/// The fastest times of an entrant, ascending, each with how often it was driven: enough to tell two apart on almost every tie.
class FastestLaps {
  public:
    struct Same {
        std::int64_t cut_ms = 0;
        std::uint32_t count = 0;
        friend bool operator==(const Same&, const Same&) = default;
    };

    void add(std::int64_t cut_ms);
    void remove(std::int64_t cut_ms);
    /// False once a removal leaves open which are the fastest now: they are to be found anew among all laps.
    bool known() const { return known_; }

    std::span<const Same> times() const { return {times_.data(), size_}; }
    bool holds_all() const { return all_; }  ///< no lap is slower than what is kept

  private:
    static constexpr std::size_t kept_max = 16;
    std::array<Same, kept_max> times_;
    std::size_t size_ = 0;
    bool all_ = true;
    bool known_ = true;
};

class LapBook {
  public:
    /// Laps over `max_lap_us` (0: none) are no best laps.
    explicit LapBook(std::int64_t max_lap_us = 0) : max_lap_us_(max_lap_us) {}

    /// The moment at which the entrant's first lap begins.
    void begin(std::uint16_t entrant, DecoderTime at);
    /// The crossing that ends the entrant's next lap; answers its time.
    std::int64_t end_lap(std::uint16_t entrant, DecoderTime at);

    const Segments<Lap>& laps() const { return laps_; }
    std::int32_t laps_of(std::uint16_t entrant) const;
    /// The crossing that ended a lap of the entrant; of lap 0, the one that began lap 1.
    DecoderTime crossing(std::uint16_t entrant, std::int32_t lap) const;

    /// Compares best laps, second best, third best … of two entrants, as cut. < 0: the left one is ahead; who has one more
    /// is ahead. Looks at all their laps only where the fastest times of both, and how often each was driven, are equal.
    int compare_bests(std::uint16_t left, std::uint16_t right);

    /// Forgets all after the first `laps` laps. `begun(entrant)`: whether its first lap has begun by then.
    template <class Begun>
    void cut_back(std::size_t laps, const Begun& begun) {
        for (std::size_t i = laps; i < laps_.size(); ++i) forget_last(laps_[i].entrant);
        laps_.cut_back(laps);
        for (std::size_t i = 0; i < drives_.size(); ++i) {
            if (!begun(static_cast<std::uint16_t>(i))) drives_[i] = {};
        }
    }

  private:
    /// One entrant's crossings, and its fastest times.
    struct Drive {
        std::vector<DecoderTime> crossings;
        FastestLaps fastest;
    };

    void forget_last(std::uint16_t entrant);
    bool too_long(std::int64_t time_us) const { return max_lap_us_ > 0 && time_us > max_lap_us_; }
    std::vector<std::int64_t> sorted_laps(const Drive& drive) const;
    void find_fastest(Drive& drive) const;
    Drive& drive(std::uint16_t entrant);

    std::int64_t max_lap_us_;
    Segments<Lap> laps_;
    std::vector<Drive> drives_;
};

}  // namespace chicane::timing
