// How a run comes to its end: zero, the flag, the grace. race-rules.md §3; contract.md, replay: Zero, Flag,
// Grace. Deadlines are found out by time alone when something asks (`settle`), so that whether anybody passed
// then changes nothing.
#pragma once

#include <optional>

#include "timing/rules.hpp"
#include "timing/state.hpp"

namespace chicane::timing {

/// How long the session's time is, with what officials added; 0: no limit. What they took away leaves a microsecond, and a lap.
std::int64_t length_us(const Rules& rules, const State& state);

/// When the time of a clock is up; nothing without a time limit, before the clock starts, and while a red
/// flag is out.
std::optional<DecoderTime> time_up(const Rules& rules, const State& state, const Course& course);

/// How long red flags had stopped the session until `at`.
std::int64_t stopped_until(const State& state, DecoderTime at);

/// What `now` makes of a course by itself: the flag at zero, or the wait for the leader.
void settle(const Rules& rules, const State& state, Course& course, DecoderTime now);

/// A crossing has been counted for `entrant`; it may make zero, or show the flag. `leads`: first in the
/// ranking just after it. `ends_race`: an official set the end there.
void cross(const Rules& rules, const State& state, Course& course, const Entrant& entrant, bool leads, bool ends_race);

/// An official called the end.
void call_end(const Rules& rules, Course& course, DecoderTime at);

/// Whether that crossing was the entrant's last.
bool ends_run(const Rules& rules, const State& state, const Course& course, const Entrant& entrant);

/// Whether what passes at `at` is too late for everybody on this course. The course is settled.
bool is_over(const Rules& rules, const State& state, const Course& course, DecoderTime at);

/// The last microsecond in which a crossing can still count; nothing where no end is in sight yet.
std::optional<DecoderTime> last_moment(const Rules& rules, const State& state, const Course& course);

}  // namespace chicane::timing
