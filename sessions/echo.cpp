#include "sessions/echo.hpp"

namespace chicane::sessions {

namespace {

bool is_duplicate(const Log& log, std::size_t index) {
    const RawPassing& raw = log[index].raw;
    for (std::size_t i = index; i-- > 0 && log[i].raw.time == raw.time;) {
        if (log[i].raw.transponder == raw.transponder && log[i].raw.decoder == raw.decoder) return true;
    }
    return false;
}

/// Whether a decoder listed earlier for the same loop hears what `backup` hears.
bool covers(const LogEntry& main, const LogEntry& backup, const Loops& loops) {
    const LoopPlace& there = loops.at(main.loop);
    const LoopPlace& here = loops.at(backup.loop);
    return there.loop == here.loop && there.rank < here.rank && main.raw.transponder == backup.raw.transponder;
}

bool is_backup(const Log& log, std::size_t index, const Loops& loops, std::int64_t merge_window_us) {
    const LogEntry& entry = log[index];
    if (loops.at(entry.loop).rank == 0) return false;
    const timing::DecoderTime from = timing::later_by(entry.raw.time, -merge_window_us);
    const timing::DecoderTime until = timing::later_by(entry.raw.time, merge_window_us);
    for (std::size_t i = index; i-- > 0 && log[i].raw.time >= from;) {
        if (covers(log[i], entry, loops)) return true;
    }
    for (std::size_t i = index + 1; i < log.size() && log[i].raw.time <= until; ++i) {
        if (covers(log[i], entry, loops)) return true;
    }
    return false;
}

}  // namespace

timing::Echo echo_of(const Log& log, std::size_t index, const Loops& loops, std::int64_t merge_window_us) {
    if (is_duplicate(log, index)) return timing::Echo::duplicate;
    if (loops.any_backup() && is_backup(log, index, loops, merge_window_us)) return timing::Echo::backup;
    return timing::Echo::none;
}

std::size_t first_touched(const Log& log, std::size_t index, const Loops& loops, std::int64_t merge_window_us) {
    std::size_t first = index;
    if (!loops.any_backup()) return first;
    const timing::DecoderTime from = timing::later_by(log[index].raw.time, -merge_window_us);
    for (std::size_t i = index; i-- > 0 && log[i].raw.time >= from;) {
        if (covers(log[index], log[i], loops)) first = i;
    }
    return first;
}

}  // namespace chicane::sessions
