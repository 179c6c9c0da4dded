// What the auditor's steps hand on to each other. See auditor.hpp.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "tests/sessions/auditor.hpp"
#include "timing/verdict.hpp"

namespace chicane::sessions::auditor {

using Us = std::int64_t;
using timing::Verdict;
inline constexpr Us never = std::numeric_limits<Us>::max();

/// All of one kind in the log, in its order.
template <class What>
std::vector<What> told(const Story& story) {
    std::vector<What> all;
    for (const LogEvent& event : story.log) {
        if (const What* what = std::get_if<What>(&event.what)) all.push_back(*what);
    }
    return all;
}

struct Competitor {
    std::optional<timing::EntrantId> id;  ///< nothing: a tag or a kart that nobody entered
    std::optional<timing::KartId> kart;   ///< of a kart that nobody drives
    timing::TransponderId transponder;    ///< of a tag that nobody has
    std::string number;
    std::string name;
    std::string public_name;
};

/// One passing: its place in the order of crossing is its index in the list.
struct Heard {
    std::uint64_t sequence = 0;
    RawPassing raw;
    LoopRole role = LoopRole::finish;
    std::int32_t sector = 0;
    std::size_t rank = 0;  ///< of its decoder at its loop
    std::vector<RemarkMade> remarks;
    std::optional<std::size_t> who;  ///< in the field
    Verdict verdict = Verdict::counted;
    Us at() const { return raw.time.us; }
    bool is_remarked(RemarkKind kind) const {
        for (const RemarkMade& remark : remarks) {
            if (remark.kind == kind) return true;
        }
        return false;
    }
    bool at_finish() const { return role == LoopRole::finish || role == LoopRole::finish_in_pit; }
    bool is_crossing() const { return at_finish() && (verdict == Verdict::counted || verdict == Verdict::starts_lap); }
};

/// A red flag, from its showing to the restart, which is not in it.
struct Red {
    Us from = 0;
    Us to = never;
    bool is_false = false;  ///< a restart that was taken back: what passes is before the start
    bool holds(Us at) const { return from <= at && at < to; }
};

/// A flag over the whole track, from its showing to the next; red too.
struct Shown {
    Us from = 0;
    Us to = never;
    bool stops_clock = false;
    bool laps_count = true;
    bool holds(Us at) const { return from <= at && at < to; }
};

/// A place in the order of crossing: before all passings of a time (0), or at one of them (its index + 1).
struct Moment {
    Us at = never;
    std::size_t passing = 0;
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

struct Lap {
    std::int32_t number = 0;
    Us time = 0;
    Us at = 0;
    std::size_t passing = 0;
    bool timed = true;  ///< counts for best and average
};

/// What one competitor drove: places in the order of crossing, and the laps that they make.
struct Drive {
    std::vector<std::size_t> crossings;
    std::vector<Lap> laps;
    bool took_flag = false;
    bool over = false;    ///< his own run is
    bool closed = false;  ///< he has not started and does not start any more
};

struct Session {
    const Story& story;
    timing::Rules rules;  ///< with all that was added to the end
    std::vector<Heard> heard;
    std::vector<Competitor> field;
    std::vector<Red> reds;
    std::vector<Shown> shown;
    std::optional<Us> signal;
    Us finish = never;        ///< officials: nothing counts from here on
    Us red_finish = never;    ///< likewise, by a chequered flag under red: who ran is finished
    Us chequered = never;     ///< officials' zero
    bool end_is_set = false;  ///< by a first finisher: it is nowhere else
    std::vector<Drive> drives;
    timing::SessionState state = timing::SessionState::waiting;

    Moment moment_of(std::size_t passing) const { return {heard[passing].at(), passing + 1}; }
    /// When the clock, begun at `from`, shows so much; never while a red flag holds it.
    Us clock_reaches(Us from, Us length) const;
    std::optional<Us> clock_start() const;
};

void read_log(Session& session);  ///< end, signal, flags
void hear(Session& session);      ///< passings in order, copies, who it was
void drive_on(Session& session);  ///< verdicts and laps, as if the session never ended
void find_end(Session& session);  ///< cuts what lies behind the end; the state
/// Places in the field, in order of the ranking as driven, at a place in the order of crossing (that passing included).
std::vector<std::size_t> ranked(const Session& session, std::size_t until);
Result table(const Session& session);  ///< decisions applied, gaps

}  // namespace chicane::sessions::auditor
