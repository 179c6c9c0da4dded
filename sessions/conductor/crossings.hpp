// Crossings that no tag told of: a photocell, a push button. One that a tag's passing of the same loop lies beside is that kart's, and
// tells nothing new; the others wait for an official, who says whose they are, or that they are nobody's. Bounded: the oldest goes, the journal has it. The replay
// of entries, as all of the log. Plain value.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/setup.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t crossings_max = 50;  ///< more than anybody assigns; who needs so many has no decoder
/// A tag is heard up to this far from the light of the same line: a metre and a half of loop, at a walk.
inline constexpr std::int64_t crossing_window_us = 500'000;

struct Crossing {
    std::uint64_t seq = 0;  ///< of its passing
    timing::DecoderTime time;
    std::string device;
    std::string place;
    std::string string;  ///< the number that was keyed in at the device, if any
    LoopRole role = LoopRole::finish;
    std::int32_t sector = 0;
    bool manual = false;      ///< people told of it
    std::uint32_t epoch = 0;  ///< of the device
};

class Crossings {
  public:
    void add(Crossing crossing);
    /// A tag passed a loop of that role.
    void explain(timing::DecoderTime time, LoopRole role, std::int32_t sector);
    /// An official said by an entry whose it is, or that it is nobody's.
    void settle(std::uint64_t crossing, std::uint64_t by);
    /// That entry was taken back.
    void take_back(std::uint64_t by);
    void move(const EpochMoved& moved);
    void forget_before(timing::DecoderTime time);

    /// That wait for an official's word, newest first.
    std::vector<Crossing> open() const;
    const Crossing* find_open(std::uint64_t seq) const;

  private:
    struct Known {
        Crossing crossing;
        std::optional<std::uint64_t> settled_by;
    };
    struct Explained {
        timing::DecoderTime time;
        LoopRole role = LoopRole::finish;
        std::int32_t sector = 0;
    };
    static bool explains(const Explained& tag, const Crossing& crossing);

    std::deque<Known> crossings_;     ///< in order of arrival
    std::deque<Explained> recently_;  ///< tags that passed last: a light is often told of after them
};

}  // namespace chicane::sessions::conductor
