// What officials did on a track, newest first: what the control screens list, and what can be taken back.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// Nothing for what nobody did: a passing, a tick, practice that began; and for plans, which are edited where they are made.
std::optional<Action> action_of(const Entry& entry);

/// Keeps at most actions_max.
void note_action(std::vector<Action>& actions, const Entry& entry);
void note_undone(std::vector<Action>& actions, std::uint64_t seq, const std::string& by);

}  // namespace chicane::sessions::conductor
