// Flags, and what each of them does: data of the rule-set. A flag that it says nothing of is shown and does no more, but red (Rules::red).
// race-rules.md §4.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace chicane::timing {

enum class Flag { none, green, yellow, slow, red, last_lap, chequered };

/// To one kart alone. black: come in; it is excluded once a decision says so.
enum class KartFlag : std::uint8_t { none, blue, black, black_orange, black_white };

/// What lights and the pit lane show while a flag is out; unset: the flag says nothing of them.
enum class Lights : std::uint8_t { unset, off, green, yellow, red };
enum class PitLane : std::uint8_t { unset, open, closed };

inline constexpr std::size_t own_flags_max = 8;
inline constexpr std::size_t flag_name_bytes_max = 30;
inline constexpr std::uint8_t posts_max = 32;       ///< marshal posts or sectors of a track, from 1
inline constexpr std::uint8_t speed_level_max = 3;  ///< 0 karts stand, 1 slow, 2 careful, 3 full

/// What one flag does. With a name it is the rule-set's own, and looks like `flag` where nobody knows it.
struct FlagRule {
    Flag flag = Flag::yellow;
    std::string name = {};
    bool stops_clock = false;
    bool laps_count = true;          ///< false: who crosses under it begins a lap and ends none
    bool reports_overtakes = false;  ///< to race control
    std::optional<std::uint8_t> speed_level = {};
    Lights lights = Lights::unset;
    PitLane pit = PitLane::unset;
    friend bool operator==(const FlagRule&, const FlagRule&) = default;
};

/// The rule of a flag, or of the rule-set's own number `own`, from 1 among those with a name; null: it does nothing beside being shown.
inline const FlagRule* rule_of(std::span<const FlagRule> rules, Flag flag, std::uint8_t own = 0) {
    std::uint8_t number = 0;
    for (const FlagRule& rule : rules) {
        if (own == 0 ? rule.name.empty() && rule.flag == flag : !rule.name.empty() && ++number == own) return &rule;
    }
    return nullptr;
}

}  // namespace chicane::timing
