#include "sessions/rules/check_flags.hpp"

#include <algorithm>

#include "sessions/rules/penalty_values.hpp"
#include "timing/limits.hpp"
#include "timing/official_words.hpp"

namespace chicane::sessions::rules {

namespace {

using timing::Flag;
using timing::FlagRule;
using timing::PenaltyValue;

constexpr std::uint8_t slow = 1;

Fault bad_flag(std::string_view what, std::size_t index) { return {FaultCode::bad_flag, "flag", what, index}; }

std::optional<Fault> check_flag(const FlagRule& rule, std::size_t index) {
    if (rule.flag == Flag::none || rule.flag == Flag::chequered)
        return bad_flag("is no flag that a rule can be given; expected green, yellow, slow, red or last_lap", index);
    const bool own = !rule.name.empty();
    if (rule.flag == Flag::red && (own || rule.stops_clock || !rule.laps_count))
        return bad_flag("is red, whose clock and laps red_stops_clock and red_lap say; expected another flag", index);
    if (rule.flag == Flag::red && rule.speed_level > slow)
        return bad_flag("is red and lets karts go faster than slow; expected speed_level 0 or 1", index);
    if (rule.name.size() > timing::flag_name_bytes_max)
        return bad_flag("has a name that is too long; expected at most 30 bytes", index);
    if (rule.speed_level && *rule.speed_level > timing::speed_level_max)
        return bad_flag("has a speed level that is too high; expected 0 to 3", index);
    return std::nullopt;
}

}  // namespace

std::optional<Fault> check_flags(const std::vector<FlagRule>& flags) {
    const auto own = std::ranges::count_if(flags, [](const FlagRule& rule) { return !rule.name.empty(); });
    if (own > static_cast<std::ptrdiff_t>(timing::own_flags_max))
        return bad_flag("is one too many; expected at most 8 of the rule-set's own", flags.size() - 1);
    for (std::size_t i = 0; i < flags.size(); ++i) {
        if (const auto fault = check_flag(flags[i], i)) return fault;
        const auto twice = [&](const FlagRule& other) {
            return flags[i].name == other.name && (!other.name.empty() || flags[i].flag == other.flag);
        };
        if (std::any_of(flags.begin(), flags.begin() + static_cast<std::ptrdiff_t>(i), twice))
            return bad_flag("has a rule already; expected one for each", i);
    }
    return std::nullopt;
}

std::optional<Fault> check_penalty_values(const std::vector<PenaltyValue>& values) {
    const auto bad = [](std::string_view what, std::size_t index) {
        return Fault{FaultCode::bad_penalty_value, "penalty_value", what, index};
    };
    if (values.size() > timing::penalty_values_max)
        return bad("is one too many; expected at most 200", timing::penalty_values_max);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const PenaltyValue& value = values[i];
        const timing::Measure measure = timing::measure_of(value.penalty);
        if (value.code.empty() || value.code.size() > timing::penalty_code_bytes_max)
            return bad("has no word for its fact, or a long one; expected code of 1 to 40 bytes", i);
        if (!value.from.empty() && !is_day(value.from))
            return bad("has no such day; expected from as in \"2026-11-28\"", i);
        if (measure == timing::Measure::time && (value.amount < 0 || value.amount > timing::session_us_max))
            return bad("has no such time; expected at most 48 h", i);
        if (measure == timing::Measure::count && value.amount < 1) return bad("has no count; expected 1 or more", i);
        const auto twice = [&](const PenaltyValue& other) {
            return other.code == value.code && other.from == value.from;
        };
        if (std::any_of(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), twice))
            return bad("stands twice from that day; expected one value for each", i);
    }
    return std::nullopt;
}

}  // namespace chicane::sessions::rules
