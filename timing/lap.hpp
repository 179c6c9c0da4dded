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
    bool timed = true;  ///< false: its time is nobody's best: deleted, too long, or made by dividing a longer one
    friend bool operator==(const Lap&, const Lap&) = default;
};

/// Into the pit or out of it, or at the box in it. Who comes over the finish without having been heard at the exit left unheard: `guessed`.
struct PitPassing {
    DecoderTime at;
    std::int32_t lap = 0;       ///< laps completed by then
    std::uint16_t entrant = 0;  ///< place in the order of entry
    bool out = false;
    bool guessed = false;
    bool box = false;  ///< neither in nor out
    friend bool operator==(const PitPassing&, const PitPassing&) = default;
};

/// A lap by its time.
struct TimedLap {
    std::int64_t time_us = 0;
    std::int32_t lap = 0;
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

    /// The moment at which the entrant's next lap begins: his first, or the first since a restart.
    void begin(std::uint16_t entrant, DecoderTime at);
    /// The crossing that ends the entrant's next lap. `timed`: as in Lap.
    const Lap& end_lap(std::uint16_t entrant, DecoderTime at, bool timed = true);

    /// The entrant goes into the pit or out of it, which he was not before, or passes the box in it.
    void pass_pit(const PitPassing& passing);

    const Segments<Lap>& laps() const { return laps_; }
    /// Of one entrant, in order.
    std::span<const PitPassing> pits_of(std::uint16_t entrant) const;
    std::int32_t laps_of(std::uint16_t entrant) const;
    /// The crossing that ended a lap of the entrant; of lap 0, the one that began lap 1.
    DecoderTime crossing(std::uint16_t entrant, std::int32_t lap) const;
    /// When the entrant's lap under way began; he has begun one.
    DecoderTime lap_began(std::uint16_t entrant) const;
    /// Of a lap of the entrant, from 1.
    std::int64_t time_us(std::uint16_t entrant, std::int32_t lap) const;

    /// All laps of an entrant that may be his best, by time as cut, then in order.
    std::vector<TimedLap> timed_laps(std::uint16_t entrant) const;

    /// Compares best laps, second best, third best … of two entrants, as cut. < 0: the left one is ahead; who has one more
    /// is ahead. Looks at all their laps only where the fastest times of both, and how often each was driven, are equal.
    int compare_bests(std::uint16_t left, std::uint16_t right);

    /// Forgets all after the first `laps` laps and `pits` pit passings. `begins(entrant)`: how often it has begun by then.
    template <class Begins>
    void cut_back(std::size_t laps, std::size_t pits, const Begins& begins) {
        for (std::size_t i = pits; i < pits_.size(); ++i) drives_[pits_[i]].pits.pop_back();
        pits_.cut_back(pits);
        for (std::size_t i = laps; i < laps_.size(); ++i) forget(laps_[i]);
        laps_.cut_back(laps);
        for (std::size_t i = 0; i < drives_.size(); ++i) {
            drives_[i].keep_begins(begins(static_cast<std::uint16_t>(i)));
        }
    }

  private:
    /// One entrant's crossings, and its fastest times.
    struct Drive {
        std::vector<DecoderTime> crossings;
        std::vector<std::int32_t> untimed;  ///< laps, ascending
        struct Restart {
            std::int32_t lap = 0;  ///< that ran when it was stopped, and begins anew
            DecoderTime at;
        };
        std::vector<Restart> restarts;  ///< ascending
        std::vector<PitPassing> pits;
        FastestLaps fastest;

        void keep_begins(std::size_t begins);
    };

    void forget(const Lap& lap);
    static std::int64_t time_us(const Drive& drive, std::int32_t lap);
    bool too_long(std::int64_t time_us) const { return max_lap_us_ > 0 && time_us > max_lap_us_; }
    static std::vector<TimedLap> timed_laps(const Drive& drive);
    static void find_fastest(Drive& drive);
    Drive& drive(std::uint16_t entrant);

    std::int64_t max_lap_us_;
    Segments<Lap> laps_;
    Segments<std::uint16_t> pits_;  ///< whose each pit passing was
    std::vector<Drive> drives_;
};

}  // namespace chicane::timing
