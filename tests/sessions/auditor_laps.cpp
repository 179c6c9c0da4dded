// The auditor's middle: which passings make crossings and laps if the session never ends. Each competitor alone.
#include <algorithm>

#include "tests/sessions/auditor_parts.hpp"

namespace chicane::sessions::auditor {
namespace {

/// Where a red flag's result is taken: from `passing` on each kart's next crossing is its last before the restart.
struct Line {
    std::size_t passing = 0;
    Us restart = never;
};

/// What decides about one passing: the competitor's crossings before it.
struct Look {
    const Session& session;
    const std::vector<Line>& lines;
    const std::vector<std::size_t>& crossings;
    std::optional<std::size_t> voided;  ///< the last one at the finish that an official took out
    std::size_t passing;
    const Heard& its;

    const Heard* last() const { return crossings.empty() ? nullptr : &session.heard[crossings.back()]; }

    /// Behind the line, or under the red flag that it belongs to: only the crossing that completes the last lap counts.
    bool is_behind_line() const {
        return std::ranges::any_of(lines, [&](const Line& line) {
            if (passing < line.passing || its.at() >= line.restart) return false;
            return is_red() || (!crossings.empty() && crossings.back() >= line.passing);
        });
    }
    bool is_red() const {
        return std::ranges::any_of(session.reds, [&](const Red& red) { return red.holds(its.at()); });
    }
    bool is_under_red() const {
        if (!its.at_finish() && its.role != LoopRole::sector && its.role != LoopRole::speed_trap) return false;
        if (is_behind_line()) return true;
        return std::ranges::any_of(session.reds, [&](const Red& red) {
            if (!red.holds(its.at())) return false;
            const bool has_crossed = last() != nullptr && red.holds(last()->at());
            return session.rules.red.lap == timing::RedLap::void_lap || has_crossed;
        });
    }
    bool is_second() const {
        const auto pairs = [&](const Heard& other) {
            return other.raw.transponder != its.raw.transponder &&
                   its.at() - other.at() <= session.rules.pair_window_us;
        };
        return (last() != nullptr && pairs(*last())) || (voided && pairs(session.heard[*voided]));
    }
    /// The restart that he has not driven since, where each lap begins anew.
    std::optional<Us> restart() const {
        std::optional<Us> last_restart;
        if (session.rules.red.restart != timing::RedRestart::starts_lap || crossings.empty()) return last_restart;
        for (const Red& red : session.reds) {
            if (last()->at() < red.to && red.to <= its.at()) last_restart = red.to;
        }
        return last_restart;
    }
    /// A flag is out under which laps do not count.
    bool is_void() const {
        return std::ranges::any_of(session.shown,
                                   [&](const Shown& flag) { return !flag.laps_count && flag.holds(its.at()); });
    }
    /// When the lap began that this would end; nothing: it ends none.
    std::optional<Us> begin() const {
        if (crossings.empty() || restart()) {
            if (session.rules.first_crossing != timing::FirstCrossing::ends_lap) return std::nullopt;
            return restart() ? restart() : session.signal;
        }
        return last()->at();
    }
    bool is_before_start() const {
        if (its.raw.time < session.rules.arm_at) return true;
        if (std::ranges::any_of(session.reds, [&](const Red& red) { return red.is_false && red.holds(its.at()); }))
            return true;
        return session.rules.start == timing::Start::signal && (!session.signal || its.at() < *session.signal);
    }
    Verdict verdict() const {
        if (is_before_start()) return Verdict::before_start;
        if (its.at() >= session.finish) return Verdict::after_finish;
        if (is_under_red()) return Verdict::under_red;
        if (!its.at_finish()) return Verdict::counted;
        if (is_second()) return Verdict::second_transponder;
        if (begin() && its.at() - *begin() < session.rules.min_lap_us) return Verdict::below_min_lap;
        return begin() && !is_void() ? Verdict::counted : Verdict::starts_lap;
    }
};

bool has_own_verdict(Verdict verdict) {
    return verdict == Verdict::voided || verdict == Verdict::duplicate || verdict == Verdict::backup ||
           verdict == Verdict::unknown_transponder || verdict == Verdict::not_entered;
}

/// Of several words the one that says most; those of a lap that began elsewhere say nothing.
std::int32_t parts_of(const Heard& end, std::uint64_t begin) {
    std::int32_t parts = 1;
    for (const RemarkMade& remark : end.remarks) {
        if (remark.kind == RemarkKind::lap_split && remark.begin == begin)
            parts = std::max<std::int32_t>(parts, remark.parts);
    }
    return parts;
}

/// The lap, or the laps into which it is split, that a crossing ends.
void add_laps(const Session& session, Drive& drive, std::size_t passing, Us begin) {
    const Heard& end = session.heard[passing];
    const std::int32_t parts =
        parts_of(end, drive.crossings.empty() ? 0 : session.heard[drive.crossings.back()].sequence);
    for (std::int32_t i = 0; i < parts; ++i) {
        Lap lap;
        lap.number = static_cast<std::int32_t>(drive.laps.size()) + 1;
        lap.at = begin + (end.at() - begin) * (i + 1) / parts;
        lap.time = lap.at - (begin + (end.at() - begin) * i / parts);
        lap.passing = passing;
        const bool too_long = session.rules.max_lap_us > 0 && lap.time > session.rules.max_lap_us;
        lap.timed = !too_long && parts == 1 && !end.is_remarked(RemarkKind::lap_deleted);
        drive.laps.push_back(lap);
    }
}

void drive_one(Session& session, std::size_t who, const std::vector<Line>& lines) {
    Drive drive;
    std::optional<std::size_t> voided;
    for (std::size_t i = 0; i < session.heard.size(); ++i) {
        Heard& its = session.heard[i];
        if (its.who != who) continue;
        if (its.is_remarked(RemarkKind::voided)) {
            its.verdict = Verdict::voided;
            if (its.at_finish()) voided = i;
        }
        if (has_own_verdict(its.verdict)) continue;
        const Look look{session, lines, drive.crossings, voided, i, its};
        its.verdict = look.verdict();
        if (!its.is_crossing()) continue;
        if (its.verdict == Verdict::counted) add_laps(session, drive, i, *look.begin());
        drive.crossings.push_back(i);
    }
    session.drives[who] = drive;
}

void drive_all(Session& session, const std::vector<Line>& lines) {
    for (std::size_t who = 0; who < session.field.size(); ++who) drive_one(session, who, lines);
}

}  // namespace

Us Session::clock_reaches(Us from, Us length) const {
    Us at = from + length;
    for (const Shown& flag : shown) {
        if (!flag.stops_clock || flag.to <= from || flag.from >= at) continue;
        if (flag.to == never) return never;
        at += flag.to - std::max(flag.from, from);
    }
    return at;
}

std::optional<Us> Session::clock_start() const {
    if (rules.start == timing::Start::signal) return signal;
    for (const Heard& its : heard) {
        if (its.who && its.is_crossing()) return its.at();
    }
    return std::nullopt;
}

void drive_on(Session& session) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < session.heard.size(); ++i) {
        const Heard& its = session.heard[i];
        if (!its.is_remarked(RemarkKind::red_line) || its.is_remarked(RemarkKind::voided)) continue;
        Line line{i, never};
        for (const Red& red : session.reds) {
            if (red.to > its.at()) line.restart = std::min(line.restart, red.to);
        }
        lines.push_back(line);
    }
    drive_all(session, lines);
    for (Heard& its : session.heard) {
        if (its.is_remarked(RemarkKind::voided)) its.verdict = Verdict::voided;
    }
}

}  // namespace chicane::sessions::auditor
