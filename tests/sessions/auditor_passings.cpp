// The auditor's first steps: what officials said of the whole session, passings in order, copies, and who it was.
#include <algorithm>
#include <map>

#include "tests/sessions/auditor_parts.hpp"

namespace chicane::sessions::auditor {
namespace {

void read_flags(Session& session) {
    std::vector<FlagShown> flags = told<FlagShown>(session.story);
    std::ranges::stable_sort(flags, {}, [](const FlagShown& flag) { return flag.at; });
    bool red = false;
    for (const FlagShown& flag : flags) {
        if (flag.flag == timing::Flag::red) {
            if (!red) session.reds.push_back({flag.at.us, never});
            red = true;
            continue;
        }
        if (red) session.reds.back().to = flag.at.us;
        if (flag.flag == timing::Flag::chequered) {
            Us& which = red ? session.finish : session.chequered;
            which = std::min(which, flag.at.us);
            if (red) session.red_finish = std::min(session.red_finish, flag.at.us);
        }
        red = false;
    }
}

/// Main decoder first; a decoder without an entry comes after all that are listed for `finish`.
void place_at_loop(const Setup& setup, Heard& heard) {
    heard.rank = setup.loops.size();
    for (std::size_t i = 0; i < setup.loops.size(); ++i) {
        if (setup.loops[i].decoder != heard.raw.decoder) continue;
        heard.role = setup.loops[i].role;
        heard.sector = setup.loops[i].sector;
        heard.rank = i;
        return;
    }
}

bool is_duplicate(const std::vector<Heard>& all, std::size_t which) {
    const RawPassing& its = all[which].raw;
    return std::any_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(which), [&](const Heard& other) {
        return other.raw.decoder == its.decoder && other.raw.transponder == its.transponder &&
               other.raw.time == its.time;
    });
}

bool is_backup(const std::vector<Heard>& all, const Heard& its, Us window) {
    return std::ranges::any_of(all, [&](const Heard& other) {
        return other.role == its.role && other.sector == its.sector && other.rank < its.rank &&
               other.raw.transponder == its.raw.transponder && std::abs(other.at() - its.at()) <= window;
    });
}

/// Who drives which kart at a time: the words that hold then, one after the other.
std::map<timing::KartId, timing::EntrantId> drivers(const Story& story, Us at) {
    std::map<timing::KartId, timing::EntrantId> drives;
    for (const EntrantSetup& entrant : story.setup.entrants) {
        if (entrant.kart) drives.emplace(*entrant.kart, entrant.id);
    }
    for (const KartSwapped& swap : told<KartSwapped>(story)) {
        if (swap.since.us > at) continue;
        std::erase_if(drives, [&](const auto& drive) { return drive.second == swap.entrant; });
        drives[swap.kart] = swap.entrant;
    }
    return drives;
}

std::optional<transponders::Holder> holder(const Story& story, const RawPassing& passing) {
    std::optional<transponders::Holder> who;
    const auto take = [&](const transponders::Assignment& assignment) {
        if (assignment.transponder == passing.transponder && assignment.from <= passing.time) who = assignment.holder;
    };
    for (const transponders::Assignment& assignment : story.tags) take(assignment);
    for (const EntrantSetup& entrant : story.setup.entrants) {
        if (std::ranges::count(entrant.transponders, passing.transponder) > 0) who = entrant.id;
    }
    for (const transponders::Assignment& assignment : told<transponders::Assignment>(story)) take(assignment);
    return who;
}

/// The entrant whose passing it is, as officials gave and exchanged them.
timing::EntrantId given(const Story& story, timing::EntrantId who, Us at) {
    for (const PassingsGiven& gift : told<PassingsGiven>(story)) {
        if (gift.since.us > at) continue;
        if (who == gift.from) {
            who = gift.to;
        } else if (gift.exchange && who == gift.to) {
            who = gift.from;
        }
    }
    return who;
}

std::optional<std::size_t> place(std::vector<Competitor>& field, timing::EntrantId id) {
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i].id == id) return i;
    }
    return std::nullopt;
}

/// The row of an open session for a kart that nobody drives, or for a tag that nobody has.
std::size_t unentered(Session& session, const RawPassing& passing, std::optional<timing::KartId> kart) {
    std::vector<Competitor>& field = session.field;
    for (std::size_t i = session.story.setup.entrants.size(); i < field.size(); ++i) {
        if (field[i].kart == kart && (kart || field[i].transponder == passing.transponder)) return i;
    }
    const std::string tag = std::to_string(passing.transponder.value);
    const bool is_named = kart && session.story.karts.contains(*kart);
    const std::string number = is_named ? session.story.karts.at(*kart) : tag;
    const std::string name = (is_named ? "Kart " : "Unknown ") + number;
    field.push_back({std::nullopt, kart, passing.transponder, number, name, name});
    return field.size() - 1;
}

void attribute(Session& session, Heard& heard) {
    const Story& story = session.story;
    const std::optional<transponders::Holder> held = holder(story, heard.raw);
    std::optional<timing::EntrantId> entrant;
    std::optional<timing::KartId> kart;
    if (held) {
        if (const auto* himself = std::get_if<timing::EntrantId>(&*held)) entrant = *himself;
        if (const auto* its = std::get_if<timing::KartId>(&*held)) kart = *its;
    }
    if (kart) {
        const auto drives = drivers(story, heard.at());
        if (drives.contains(*kart)) entrant = drives.at(*kart);
    }
    if (entrant) heard.who = place(session.field, given(story, *entrant, heard.at()));
    if (heard.who) return;
    if (session.rules.open) {
        heard.who = unentered(session, heard.raw, kart);
    } else {
        heard.verdict = kart ? Verdict::not_entered : Verdict::unknown_transponder;
    }
}

}  // namespace

void read_log(Session& session) {
    session.rules = session.story.setup.rules;
    for (const RemarkMade& remark : told<RemarkMade>(session.story)) {
        session.end_is_set = session.end_is_set || remark.kind == RemarkKind::first_finisher;
    }
    timing::End& end = session.rules.end;
    for (const EndExtended& more : told<EndExtended>(session.story)) {
        if (session.story.setup.rules.end.time_us > 0) end.time_us += more.more_us;
        if (session.story.setup.rules.end.laps > 0) end.laps += more.more_laps;
    }
    // What officials took away leaves a microsecond, and a lap.
    if (session.story.setup.rules.end.time_us > 0) end.time_us = std::max<Us>(1, end.time_us);
    if (session.story.setup.rules.end.laps > 0) end.laps = std::max(1, end.laps);
    if (session.rules.start == timing::Start::signal) {
        if (session.rules.start_at) session.signal = session.rules.start_at->us;
        for (const StartSignal& signal : told<StartSignal>(session.story)) session.signal = signal.at.us;
    }
    read_flags(session);
    for (const FinishedNow& finish : told<FinishedNow>(session.story)) {
        session.finish = std::min(session.finish, finish.at.us);
    }
    for (const EntrantSetup& entrant : session.story.setup.entrants) {
        session.field.push_back({entrant.id, {}, {}, entrant.number, entrant.name, entrant.public_name});
    }
}

void hear(Session& session) {
    std::vector<Heard>& all = session.heard;
    for (const LogEvent& event : session.story.log) {
        if (const RawPassing* raw = std::get_if<RawPassing>(&event.what)) {
            all.push_back({.sequence = event.sequence, .raw = *raw, .remarks = {}, .who = {}});
            place_at_loop(session.story.setup, all.back());
        }
    }
    std::ranges::sort(all, {}, [](const Heard& heard) {
        return std::tuple{heard.at(), heard.raw.number, heard.raw.decoder.value, heard.sequence};
    });
    for (const RemarkMade& remark : told<RemarkMade>(session.story)) {
        for (Heard& heard : all) {
            if (heard.sequence == remark.passing) heard.remarks.push_back(remark);
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        attribute(session, all[i]);
        if (is_backup(all, all[i], session.rules.merge_window_us)) all[i].verdict = Verdict::backup;
        if (is_duplicate(all, i)) all[i].verdict = Verdict::duplicate;
    }
    session.drives.resize(session.field.size());
}

}  // namespace chicane::sessions::auditor
