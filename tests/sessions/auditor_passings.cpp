// The auditor's first steps: what officials said of the whole session, passings in order, copies, and who it was.
#include <algorithm>
#include <map>

#include "tests/sessions/auditor_parts.hpp"

namespace chicane::sessions::auditor {
namespace {

/// A flag that everybody sees; or red, because a restart was taken back.
struct Word {
    FlagShown flag;
    bool is_false = false;
};

std::vector<Word> words(const Story& story) {
    std::vector<Word> all;
    for (const LogEvent& event : story.log) {
        if (const auto* flag = std::get_if<FlagShown>(&event.what)) all.push_back({*flag});
        if (const auto* again = std::get_if<FalseRestart>(&event.what))
            all.push_back({{again->at, timing::Flag::red}, true});
    }
    std::erase_if(all, [](const Word& word) { return word.flag.post > 0; });
    std::ranges::stable_sort(all, {}, [](const Word& word) { return word.flag.at; });
    return all;
}

/// What a rule-set says of a flag: of its own the one that has its number among those with a name.
Shown shown(const timing::Rules& rules, const FlagShown& flag) {
    Shown its{.from = flag.at.us};
    if (flag.flag == timing::Flag::red) its.stops_clock = rules.red.stops_clock;
    if (flag.flag == timing::Flag::red || flag.flag == timing::Flag::chequered) return its;
    std::vector<timing::FlagRule> named;
    std::ranges::copy_if(rules.flags, std::back_inserter(named), [](const auto& rule) { return !rule.name.empty(); });
    const auto take = [&](const timing::FlagRule& rule) {
        its.stops_clock = rule.stops_clock;
        its.laps_count = rule.laps_count;
    };
    if (flag.own > 0) {
        if (flag.own <= named.size()) take(named[flag.own - 1U]);
        return its;
    }
    for (const timing::FlagRule& rule : rules.flags) {
        if (rule.name.empty() && rule.flag == flag.flag) take(rule);
    }
    return its;
}

void read_flags(Session& session) {
    bool red = false;
    for (const auto& [flag, is_false] : words(session.story)) {
        if (!session.shown.empty()) session.shown.back().to = flag.at.us;
        session.shown.push_back(shown(session.rules, flag));
        if (flag.flag == timing::Flag::red) {
            if (red && is_false) session.reds.back().to = flag.at.us;
            if (!red || is_false) session.reds.push_back({flag.at.us, never, is_false});
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
        for (const LogEvent& event : session.story.log) {
            if (const auto* signal = std::get_if<StartSignal>(&event.what)) session.signal = signal->at.us;
            if (std::holds_alternative<FalseStart>(event.what)) session.signal.reset();
        }
    } else {
        for (const FalseStart& start : told<FalseStart>(session.story))
            session.rules.arm_at = std::max(session.rules.arm_at, start.at);
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
