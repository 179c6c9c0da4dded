// Random stories for the auditor: a session, its passings and what officials do in it, from a seed; on a coarse grid of time, so
// that ties and borders are common. And their text, for a message that shows the smallest one in which two evaluations differ.
#pragma once

#include <functional>
#include <random>
#include <string>

#include "sessions/window.hpp"
#include "tests/sessions/auditor.hpp"

namespace chicane::sessions {

using Dice = std::mt19937_64;

inline int roll(Dice& dice, int from, int to) { return std::uniform_int_distribution(from, to)(dice); }
inline bool one_in(Dice& dice, int n) { return roll(dice, 1, n) == 1; }

/// `corrections`: how many things officials do.
Story random_story(Dice& dice, int corrections);
/// One more thing that officials do, with that place in the journal.
LogEvent random_correction(Dice& dice, const Story& story, std::uint64_t sequence);

/// A window fed with the story in the order given (indexes of its log).
Window window_of(const Story& story, const std::vector<std::size_t>& order);
Window window_of(const Story& story);

std::string text(const Story& story);

/// The smallest story still `bad` that comes of leaving things out, one after the other.
Story shrunk(Story story, const std::function<bool(const Story&)>& bad);

}  // namespace chicane::sessions
