// How strongly a device heard each tag over the day, so that a weak one is found before it fails: hits and strength of its last
// passings, and their means in slots of ten minutes. A passing costs a look-up and a few additions; medians are made when somebody
// asks. Bounded: tags, slots and last passings. Plain value.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/entry.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t tags_heard_max =
    500;  ///< a fleet and its guests, twice over; beyond, the tag that was heard longest ago goes
inline constexpr std::int64_t strength_slot_us = 600'000'000;
inline constexpr std::size_t strength_slots_max = 96;  ///< 16 hours on the track; beyond, the oldest go
inline constexpr std::size_t strength_recent_max =
    16;  ///< a figure of now: few enough to follow, enough to be no chance
inline constexpr std::size_t strength_recent_min = 5;  ///< fewer say nothing of a tag
inline constexpr std::size_t times_known_max = 8;      ///< a copy comes soon after its first, or not at all
inline constexpr std::size_t field_min = 5;            ///< tags that make a field; of fewer none is the odd one

/// Ten minutes of one tag. A mean is a sum by how many had the figure; 0 of them: none had it.
struct StrengthSlot {
    timing::HostTime begin;
    std::uint32_t passings = 0;
    std::uint32_t with_hits = 0;
    std::int64_t hits_sum = 0;
    std::uint32_t with_strength = 0;
    std::int64_t strength_sum = 0;
    std::optional<std::int32_t> hits() const;
    std::optional<std::int32_t> strength() const;
};

struct TagStrength {
    timing::TransponderId transponder;
    std::string kart;  ///< its number, of whoever has the tag now; empty: nobody. Filled by who knows the fleet
    std::uint64_t passings = 0;
    timing::HostTime last;
    std::optional<std::int32_t> hits;        ///< median of the last passings
    std::optional<std::int32_t> hits_least;  ///< the least of them
    std::optional<std::int32_t> strength;    ///< median of the last passings
    std::optional<decoders::codec::Battery> battery;
    bool weak = false;                            ///< far below the field
    std::optional<timing::HostTime> falls_since;  ///< since when it stays below its own best
    std::vector<StrengthSlot> slots;              ///< oldest first; times without a passing have none
};

/// The tags of a device, weakest first, and what is usual there. Absent figures: too few tags, or none in the protocol.
struct FieldStrength {
    std::optional<std::int32_t> good_hits;
    std::optional<std::int32_t> weak_hits;  ///< below it a tag is weak
    std::optional<std::int32_t> good_strength;
    std::optional<std::int32_t> weak_strength;
    std::vector<TagStrength> tags;
};

/// Tags to be changed before they fail.
struct AilingTags {
    std::vector<timing::TransponderId> weak;
    std::vector<timing::TransponderId> battery_low;
};

class TagStrengths {
  public:
    /// False: one that came again; a series counts it once.
    bool note(const PassingKept& kept);
    FieldStrength field() const;
    std::vector<timing::TransponderId> heard() const;
    /// Of those that were heard after `since`.
    AilingTags ailing(timing::HostTime since) const;

  private:
    /// The last figures, the oldest overwritten.
    struct Recent {
        std::array<std::int32_t, strength_recent_max> values{};
        std::size_t count = 0;
        void note(std::int32_t value) { values[count++ % strength_recent_max] = value; }
        /// In order; empty where there are too few.
        std::vector<std::int32_t> sorted() const;
    };
    struct Heard {
        std::uint64_t passings = 0;
        timing::HostTime last;
        std::array<std::int64_t, times_known_max> times{};  ///< of its last passings, by the decoder
        Recent hits;
        Recent strength;
        std::optional<decoders::codec::Battery> battery;
        std::vector<StrengthSlot> slots;
    };
    FieldStrength usual() const;
    static TagStrength shown(timing::TransponderId tag, const Heard& heard, const FieldStrength& usual);

    std::map<timing::TransponderId, Heard> tags_;
};

}  // namespace chicane::sessions::conductor
