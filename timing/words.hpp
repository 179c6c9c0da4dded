// The words of the contract for every enum of this folder: one table, read both ways by the SPEC, the API and
// the feeds. Machine words, never shown to people; texts for people are made at the edge.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "timing/board.hpp"
#include "timing/charge.hpp"
#include "timing/endurance.hpp"
#include "timing/passing.hpp"
#include "timing/rules.hpp"
#include "timing/verdict.hpp"

namespace chicane::timing {

std::string_view word(Kind value);
std::string_view word(Start value);
std::string_view word(FirstCrossing value);
std::string_view word(Ranking value);
std::string_view word(Priority value);
std::string_view word(EndHow value);
std::string_view word(LoopRole value);
std::string_view word(Verdict value);
std::string_view word(Flag value);
std::string_view word(SessionState value);
std::string_view word(RowState value);
std::string_view word(MessageKind value);
std::string_view word(Penalty value);
std::string_view word(BreachKind value);
std::string_view word(RedLap value);
std::string_view word(RedRestart value);
std::string_view word(KartFlag value);
std::string_view word(Lights value);
std::string_view word(PitLane value);

/// All words of an enum, in the order of its values: `words<Kind>()` is practice, qualifying, race,
/// endurance.
template <class Enum>
std::span<const std::string_view> words();

/// The value that a word names; nothing for a word that is not one of `words<Enum>()`.
template <class Enum>
std::optional<Enum> from_word(std::string_view text) {
    const auto all = words<Enum>();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

template <>
std::span<const std::string_view> words<Kind>();
template <>
std::span<const std::string_view> words<Start>();
template <>
std::span<const std::string_view> words<FirstCrossing>();
template <>
std::span<const std::string_view> words<Ranking>();
template <>
std::span<const std::string_view> words<Priority>();
template <>
std::span<const std::string_view> words<EndHow>();
template <>
std::span<const std::string_view> words<LoopRole>();
template <>
std::span<const std::string_view> words<Verdict>();
template <>
std::span<const std::string_view> words<Flag>();
template <>
std::span<const std::string_view> words<SessionState>();
template <>
std::span<const std::string_view> words<RowState>();
template <>
std::span<const std::string_view> words<MessageKind>();
template <>
std::span<const std::string_view> words<Penalty>();
template <>
std::span<const std::string_view> words<BreachKind>();
template <>
std::span<const std::string_view> words<RedLap>();
template <>
std::span<const std::string_view> words<RedRestart>();
template <>
std::span<const std::string_view> words<KartFlag>();
template <>
std::span<const std::string_view> words<Lights>();
template <>
std::span<const std::string_view> words<PitLane>();

}  // namespace chicane::timing
