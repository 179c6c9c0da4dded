#include "tests/sessions/audit_story.hpp"

#include <algorithm>
#include <numeric>

#include "timing/words.hpp"

namespace chicane::sessions {
namespace {

using timing::DecoderTime;

constexpr std::int64_t step_us = 1'000'000;
constexpr int steps_max = 70;

/// A place on the grid, now and then a microsecond or half a millisecond beside it.
DecoderTime random_time(Dice& dice) {
    const std::int64_t beside = one_in(dice, 4) ? roll(dice, -1, 1) * (one_in(dice, 2) ? 1 : 500) : 0;
    return {roll(dice, 0, steps_max) * step_us + beside};
}

timing::End random_end(Dice& dice) {
    timing::End end;
    end.how = static_cast<timing::EndHow>(roll(dice, 0, 3));
    if (end.how == timing::EndHow::full_distance || one_in(dice, 2)) end.laps = roll(dice, 1, 6);
    if (one_in(dice, 2)) end.time_us = roll(dice, 2, 10) * 5 * step_us;
    if (end.how != timing::EndHow::full_distance && end.time_us > 0 && one_in(dice, 4)) {
        end.laps = 0;
        end.plus_laps = roll(dice, 1, 3);
    }
    end.priority = static_cast<timing::Priority>(roll(dice, 0, 1));
    constexpr int graces[] = {0, 3, 8, 20, 180};
    end.grace_us = graces[roll(dice, 0, 4)] * step_us;
    return end;
}

timing::FlagRule random_rule(Dice& dice, timing::Flag flag, std::string name = {}) {
    return {.flag = flag, .name = std::move(name), .stops_clock = one_in(dice, 2), .laps_count = one_in(dice, 2)};
}

timing::Rules random_rules(Dice& dice) {
    timing::Rules rules;
    rules.kind = static_cast<timing::Kind>(roll(dice, 0, 3));
    rules.start = static_cast<timing::Start>(roll(dice, 0, 2));
    if (rules.start == timing::Start::signal && !one_in(dice, 8))
        rules.start_at = DecoderTime{roll(dice, 0, 10) * step_us};
    rules.first_crossing = static_cast<timing::FirstCrossing>(roll(dice, 0, 2));
    if (rules.start != timing::Start::signal && rules.first_crossing == timing::FirstCrossing::ends_lap) {
        rules.first_crossing = timing::FirstCrossing::starts_lap;
    }
    rules.rank = static_cast<timing::Ranking>(roll(dice, 0, 3));
    rules.arm_at = {one_in(dice, 2) ? 0 : roll(dice, 0, 8) * step_us};
    rules.open = one_in(dice, 6);
    rules.min_lap_us = roll(dice, 0, 2) * 2 * step_us;
    rules.max_lap_us = one_in(dice, 2) ? 0 : roll(dice, 5, 15) * step_us;
    rules.pair_window_us = roll(dice, 0, 3) * step_us;
    rules.merge_window_us = roll(dice, 0, 3) * step_us;
    rules.end = random_end(dice);
    rules.red.lap = static_cast<timing::RedLap>(roll(dice, 0, 1));
    rules.red.restart = static_cast<timing::RedRestart>(roll(dice, 0, 1));
    rules.red.stops_clock = one_in(dice, 2);
    rules.classified_percent = one_in(dice, 2) ? 0 : roll(dice, 1, 4) * 25;
    rules.red.full_percent = one_in(dice, 2) ? 0 : roll(dice, 1, 99);
    for (const timing::Flag flag :
         {timing::Flag::green, timing::Flag::yellow, timing::Flag::slow, timing::Flag::last_lap}) {
        if (one_in(dice, 3)) rules.flags.push_back(random_rule(dice, flag));
    }
    if (one_in(dice, 3)) rules.flags.push_back(random_rule(dice, timing::Flag::slow, "Code 60"));
    std::ranges::shuffle(rules.flags, dice);
    return rules;
}

/// Entrants 1 and 3 have tags of their own, 2 and 4 drive karts 11 and 12; 13 stands in the pit; tag 177 is somebody else's.
Setup random_setup(Dice& dice) {
    Setup setup;
    setup.id = "ses_1";
    setup.rules = random_rules(dice);
    if (!one_in(dice, 3)) {
        setup.loops = {{{7}, LoopRole::finish, 0}, {{8}, LoopRole::finish, 0},    {{5}, LoopRole::sector, 1},
                       {{6}, LoopRole::sector, 1}, {{4}, LoopRole::sector, 2},    {{3}, LoopRole::finish_in_pit, 0},
                       {{2}, LoopRole::pit_in, 0}, {{1}, LoopRole::speed_trap, 0}};
    }
    setup.entrants = {{{1}, "1", "Driver 1", "D. 1", {{101}, {201}}, std::nullopt},
                      {{2}, "2", "Driver 2", "D. 2", {}, timing::KartId{11}},
                      {{3}, "3", "Driver 3", "D. 3", {{103}}, std::nullopt},
                      {{4}, "4", "Driver 4", "D. 4", {}, timing::KartId{12}}};
    return setup;
}

constexpr std::uint64_t tags[] = {101, 201, 111, 103, 112, 113, 177, 999};

RawPassing stray_passing(Dice& dice) {
    const auto decoder = static_cast<std::uint32_t>(one_in(dice, 2) ? 7 : roll(dice, 0, 9));
    return {random_time(dice), {tags[roll(dice, 0, 7)]}, {decoder}, static_cast<std::uint32_t>(roll(dice, 0, 9))};
}

/// A kart that goes round at its own pace, and some passings beside it.
void add_round(Dice& dice, std::vector<RawPassing>& passings, std::uint64_t tag) {
    const int pace = roll(dice, 4, 9);
    for (int at = roll(dice, 0, 12); at < steps_max - roll(dice, 0, 20); at += pace + roll(dice, -1, 1)) {
        const std::int64_t beside = one_in(dice, 4) ? roll(dice, -1, 1) * (one_in(dice, 2) ? 1 : 500) : 0;
        passings.push_back({{at * step_us + beside}, {tag}, {7}, 0});
        if (tag == 101 && one_in(dice, 3))
            passings.push_back({{at * step_us + roll(dice, 0, 4) * step_us}, {201}, {7}, 0});
        if (one_in(dice, 6)) passings.push_back({{(at + roll(dice, -2, 2)) * step_us}, {tag}, {8}, 0});
        if (one_in(dice, 6)) passings.push_back({{(at + roll(dice, 0, 3)) * step_us}, {tag}, {5}, 0});
        if (one_in(dice, 12)) passings.push_back(passings.back());
    }
}

DecoderTime latest(const Story& story) {
    DecoderTime last;
    for (const LogEvent& event : story.log) {
        if (const auto* passing = std::get_if<RawPassing>(&event.what)) last = std::max(last, passing->time);
        if (const auto* flag = std::get_if<FlagShown>(&event.what)) last = std::max(last, flag->at);
        if (const auto* finish = std::get_if<FinishedNow>(&event.what)) last = std::max(last, finish->at);
        if (const auto* start = std::get_if<FalseStart>(&event.what)) last = std::max(last, start->at);
        if (const auto* again = std::get_if<FalseRestart>(&event.what)) last = std::max(last, again->at);
        if (const auto* signal = std::get_if<StartSignal>(&event.what)) last = std::max(last, signal->at);
    }
    return last;
}

std::vector<LogEvent> passings_of(const Story& story) {
    std::vector<LogEvent> all;
    std::ranges::copy_if(story.log, std::back_inserter(all),
                         [](const LogEvent& event) { return std::holds_alternative<RawPassing>(event.what); });
    return all;
}

RemarkMade random_remark(Dice& dice, const Story& story) {
    const std::vector<LogEvent> all = passings_of(story);
    if (all.empty()) return {};
    const LogEvent& which = all[static_cast<std::size_t>(roll(dice, 0, static_cast<int>(all.size()) - 1))];
    RemarkMade remark{static_cast<RemarkKind>(roll(dice, 0, 4)), which.sequence, 0, 1};
    if (remark.kind == RemarkKind::first_finisher && !one_in(dice, 4)) remark.kind = RemarkKind::voided;
    if (remark.kind != RemarkKind::lap_split) return remark;
    remark.parts = static_cast<std::uint8_t>(roll(dice, 2, 4));
    const RawPassing& its = std::get<RawPassing>(which.what);
    DecoderTime begin{-1};
    for (const LogEvent& event : all) {
        const RawPassing& other = std::get<RawPassing>(event.what);
        if (other.transponder != its.transponder || other.time >= its.time || other.time < begin) continue;
        if (one_in(dice, 5)) continue;
        begin = other.time;
        remark.begin = event.sequence;
    }
    return remark;
}

FlagShown random_flag(Dice& dice) {
    constexpr timing::Flag flags[] = {timing::Flag::red,   timing::Flag::red,      timing::Flag::red,
                                      timing::Flag::green, timing::Flag::green,    timing::Flag::yellow,
                                      timing::Flag::slow,  timing::Flag::last_lap, timing::Flag::chequered};
    FlagShown shown{random_time(dice), flags[roll(dice, 0, 8)]};
    if (shown.flag == timing::Flag::slow && one_in(dice, 2)) shown.own = 1;
    if (one_in(dice, 8)) shown.post = static_cast<std::uint8_t>(roll(dice, 1, 40));
    return shown;
}

transponders::Assignment random_assignment(Dice& dice, std::uint64_t sequence) {
    transponders::Holder holder = transponders::Nobody{};
    if (!one_in(dice, 5)) holder = timing::EntrantId{static_cast<std::uint32_t>(roll(dice, 1, 4))};
    if (one_in(dice, 3)) holder = timing::KartId{static_cast<std::uint32_t>(roll(dice, 11, 13))};
    return {sequence, {tags[roll(dice, 0, 7)]}, holder, one_in(dice, 2) ? DecoderTime{} : random_time(dice)};
}

DecisionMade random_decision(Dice& dice) {
    DecisionMade decision;
    decision.number = static_cast<std::uint32_t>(roll(dice, 1, 6));
    decision.entrant = {static_cast<std::uint32_t>(roll(dice, 1, 4))};
    decision.penalty = static_cast<timing::Penalty>(roll(dice, 0, 10));
    using enum timing::Penalty;
    const bool is_time =
        decision.penalty == time || decision.penalty == stop_and_go || decision.penalty == drive_through;
    decision.amount = is_time ? roll(dice, 1, 10) * step_us : roll(dice, 1, 3);
    decision.served = one_in(dice, 3);
    decision.withdrawn = one_in(dice, 6);
    decision.provisional = one_in(dice, 4);
    return decision;
}

StatusSaid random_status(Dice& dice) {
    using enum timing::RowState;
    constexpr timing::RowState words[] = {retired, dns, dnf, dnq, guest};
    const timing::EntrantId who{static_cast<std::uint32_t>(roll(dice, 1, 4))};
    return {who, one_in(dice, 6) ? std::nullopt : std::optional(words[roll(dice, 0, 4)])};
}

/// Mostly of a restart that there was.
FalseRestart random_false_restart(Dice& dice, const Story& story) {
    FalseRestart again{random_time(dice)};
    for (const LogEvent& event : story.log) {
        const auto* flag = std::get_if<FlagShown>(&event.what);
        if (flag && flag->flag == timing::Flag::green && !one_in(dice, 4)) again.at = flag->at;
    }
    return again;
}

EndExtended random_extension(Dice& dice, const Story& story) {
    const timing::End& end = story.setup.rules.end;
    EndExtended more{random_time(dice), 0, 0};
    if (end.time_us > 0) more.more_us = roll(dice, -3, 3) * 3 * step_us;
    if (end.laps > 0) more.more_laps = roll(dice, -3, 2);
    return more;
}

}  // namespace

LogEvent random_correction(Dice& dice, const Story& story, std::uint64_t sequence) {
    const auto entrant = [&] { return timing::EntrantId{static_cast<std::uint32_t>(roll(dice, 1, 4))}; };
    const DecoderTime since = one_in(dice, 2) ? DecoderTime{} : random_time(dice);
    switch (roll(dice, 0, 17)) {
        case 0:
        case 1:
        case 2:
            return {sequence, random_flag(dice)};
        case 3:
        case 4:
        case 5:
            return {sequence, random_remark(dice, story)};
        case 6:
        case 7:
            return {sequence, random_assignment(dice, sequence)};
        case 8:
        case 9:
            return {sequence, PassingsGiven{entrant(), entrant(), one_in(dice, 2), since}};
        case 10:
            return {sequence, KartSwapped{entrant(), {static_cast<std::uint32_t>(roll(dice, 11, 13))}, since}};
        case 11:
        case 12:
            return {sequence, random_decision(dice)};
        case 13:
            return {sequence, random_status(dice)};
        case 14:
            return {sequence, random_extension(dice, story)};
        case 15:
            if (one_in(dice, 3)) return {sequence, FalseStart{random_time(dice)}};
            return {sequence, KartFlagTold{entrant(), static_cast<timing::KartFlag>(roll(dice, 0, 4)), since}};
        case 16:
            return {sequence, random_false_restart(dice, story)};
        default:
            break;
    }
    if (one_in(dice, 2)) return {sequence, FinishedNow{random_time(dice)}};
    return {sequence, stray_passing(dice)};
}

Story random_story(Dice& dice, int corrections) {
    Story story;
    story.setup = random_setup(dice);
    story.tags = {{1, {111}, timing::KartId{11}, {}},
                  {2, {112}, timing::KartId{12}, {}},
                  {3, {113}, timing::KartId{13}, {}},
                  {4, {177}, timing::KartId{14}, {}}};
    for (const std::uint32_t kart : {11U, 12U, 13U, 14U}) story.karts[{kart}] = std::to_string(kart);
    std::vector<RawPassing> passings;
    if (!one_in(dice, 4)) {
        for (const std::uint64_t tag : {101, 111, 103, 112}) add_round(dice, passings, tag);
    }
    for (int i = roll(dice, 0, one_in(dice, 2) ? 40 : 6); i > 0; --i) passings.push_back(stray_passing(dice));
    std::ranges::shuffle(passings, dice);
    std::uint64_t sequence = 10;
    for (const RawPassing& passing : passings) story.log.push_back({++sequence, passing});
    const timing::Rules& rules = story.setup.rules;
    if (rules.start == timing::Start::signal && one_in(dice, 3)) {
        story.log.push_back({++sequence, StartSignal{{roll(dice, 0, 10) * step_us}}});
    }
    for (int i = 0; i < corrections; ++i) story.log.push_back(random_correction(dice, story, ++sequence));
    constexpr int waits[] = {0, 0, 0, 1, 3, 20, 500};
    story.now = {latest(story).us + waits[roll(dice, 0, 6)] * step_us};
    return story;
}

Window window_of(const Story& story, const std::vector<std::size_t>& order) {
    transponders::Register tags;
    for (const transponders::Assignment& assignment : story.tags) tags.assign(assignment);
    Window window(story.setup, tags);
    for (const auto& [kart, number] : story.karts) window.name_kart(kart, number);
    for (const std::size_t i : order) window.insert(story.log[i]);
    return window;
}

Window window_of(const Story& story) {
    std::vector<std::size_t> order(story.log.size());
    std::iota(order.begin(), order.end(), 0);
    return window_of(story, order);
}

namespace {

struct Describe {
    static std::string at(DecoderTime time) { return std::to_string(time.us); }
    static std::string who(timing::EntrantId id) { return std::to_string(id.value); }
    std::string operator()(const RawPassing& it) const {
        return "passing at " + at(it.time) + " tag " + std::to_string(it.transponder.value) + " decoder " +
               std::to_string(it.decoder.value) + " number " + std::to_string(it.number);
    }
    std::string operator()(const StartSignal& it) const { return "start at " + at(it.at); }
    std::string operator()(const FlagShown& it) const {
        return "flag " + std::string(timing::word(it.flag)) + " own " + std::to_string(it.own) + " post " +
               std::to_string(it.post) + " at " + at(it.at);
    }
    std::string operator()(const EndExtended& it) const {
        return "more " + std::to_string(it.more_us) + " us, " + std::to_string(it.more_laps) + " laps";
    }
    std::string operator()(const FinishedNow& it) const { return "finish at " + at(it.at); }
    std::string operator()(const Ticked& it) const { return "tick at " + at(it.at); }
    std::string operator()(const transponders::Assignment& it) const {
        std::string to = "nobody";
        if (const auto* kart = std::get_if<timing::KartId>(&it.holder)) to = "kart " + std::to_string(kart->value);
        if (const auto* entrant = std::get_if<timing::EntrantId>(&it.holder)) to = "entrant " + who(*entrant);
        return "tag " + std::to_string(it.transponder.value) + " to " + to + " from " + at(it.from);
    }
    std::string operator()(const RemarkMade& it) const {
        constexpr const char* kinds[] = {"void", "split", "delete lap", "first finisher", "red line"};
        return std::string(kinds[static_cast<int>(it.kind)]) + " passing " + std::to_string(it.passing) + " begin " +
               std::to_string(it.begin) + " parts " + std::to_string(it.parts);
    }
    std::string operator()(const PassingsGiven& it) const {
        return std::string(it.exchange ? "exchange " : "give ") + who(it.from) + " -> " + who(it.to) + " since " +
               at(it.since);
    }
    std::string operator()(const KartSwapped& it) const {
        return "entrant " + who(it.entrant) + " drives kart " + std::to_string(it.kart.value) + " since " +
               at(it.since);
    }
    std::string operator()(const DecisionMade& it) const {
        return "decision " + std::to_string(it.number) + " entrant " + who(it.entrant) + " " +
               std::string(timing::word(it.penalty)) + " " + std::to_string(it.amount) + (it.served ? " served" : "") +
               (it.withdrawn ? " withdrawn" : "") + (it.provisional ? " provisional" : "");
    }
    std::string operator()(const StatusSaid& it) const {
        return "status of " + who(it.entrant) + " " + (it.status ? std::string(timing::word(*it.status)) : "none");
    }
    std::string operator()(const RelayTold&) const { return "relay"; }
    std::string operator()(const JokerTold&) const { return "joker"; }
    std::string operator()(const KartFlagTold& it) const {
        return "flag " + std::string(timing::word(it.flag)) + " to " + who(it.entrant);
    }
    std::string operator()(const FalseStart& it) const { return "false start at " + at(it.at); }
    std::string operator()(const FalseRestart& it) const { return "false restart at " + at(it.at); }
};

std::string text(const timing::FlagRule& rule) {
    return "\nrule of " + std::string(timing::word(rule.flag)) + " " + rule.name +
           (rule.stops_clock ? " stops clock" : "") + (rule.laps_count ? "" : " no laps");
}

std::string text(const timing::Rules& rules) {
    const timing::End& end = rules.end;
    std::string flags;
    for (const timing::FlagRule& rule : rules.flags) flags += text(rule);
    return std::string(timing::word(rules.kind)) + ", start " + std::string(timing::word(rules.start)) + " " +
           (rules.start_at ? std::to_string(rules.start_at->us) : "-") + ", " +
           std::string(timing::word(rules.first_crossing)) + ", rank " + std::string(timing::word(rules.rank)) +
           ", arm " + std::to_string(rules.arm_at.us) + (rules.open ? ", open" : "") + ", min " +
           std::to_string(rules.min_lap_us) + ", max " + std::to_string(rules.max_lap_us) + ", pair " +
           std::to_string(rules.pair_window_us) + ", merge " + std::to_string(rules.merge_window_us) + "\nend laps " +
           std::to_string(end.laps) + ", time " + std::to_string(end.time_us) + ", plus " +
           std::to_string(end.plus_laps) + ", priority " + std::string(timing::word(end.priority)) + ", " +
           std::string(timing::word(end.how)) + ", grace " + std::to_string(end.grace_us) + "\nred " +
           std::string(timing::word(rules.red.lap)) + ", " + std::string(timing::word(rules.red.restart)) +
           (rules.red.stops_clock ? ", stops clock" : "") + ", classified " + std::to_string(rules.classified_percent) +
           ", full " + std::to_string(rules.red.full_percent) + flags;
}

}  // namespace

std::string text(const Story& story) {
    std::string all = text(story.setup.rules) + "\nloops " + std::to_string(story.setup.loops.size()) + ", entrants";
    for (const EntrantSetup& entrant : story.setup.entrants) all += " " + entrant.number;
    all += ", now " + std::to_string(story.now.us) + "\n";
    for (const LogEvent& event : story.log) {
        all += std::to_string(event.sequence) + ": " + std::visit(Describe{}, event.what) + "\n";
    }
    return all;
}

namespace {

bool keep_if_bad(Story& story, const std::function<bool(const Story&)>& bad,
                 const std::function<void(Story&)>& change) {
    Story smaller = story;
    change(smaller);
    const timing::End& end = smaller.setup.rules.end;
    const bool is_allowed = end.how != timing::EndHow::full_distance || (end.laps > 0 && end.plus_laps == 0);
    if (!is_allowed || !bad(smaller)) return false;
    story = smaller;
    return true;
}

void simplify(Story& story, const std::function<bool(const Story&)>& bad) {
    const timing::Rules plain;
    keep_if_bad(story, bad, [](Story& it) { it.setup.loops.clear(); });
    keep_if_bad(story, bad, [&](Story& it) { it.setup.rules.end = plain.end; });
    keep_if_bad(story, bad, [&](Story& it) { it.setup.rules.end.grace_us = plain.end.grace_us; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.end.laps = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.end.time_us = it.setup.rules.end.plus_laps = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.end.plus_laps = 0; });
    keep_if_bad(story, bad, [&](Story& it) { it.setup.rules.red = plain.red; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.classified_percent = it.setup.rules.red.full_percent = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.flags.clear(); });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.arm_at = {}; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.min_lap_us = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.max_lap_us = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.open = false; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.pair_window_us = 0; });
    keep_if_bad(story, bad, [](Story& it) { it.setup.rules.merge_window_us = 0; });
}

}  // namespace

Story shrunk(Story story, const std::function<bool(const Story&)>& bad) {
    simplify(story, bad);
    for (bool again = true; again;) {
        again = false;
        for (std::size_t i = story.log.size(); i-- > 0;) {
            again |= keep_if_bad(story, bad,
                                 [i](Story& it) { it.log.erase(it.log.begin() + static_cast<std::ptrdiff_t>(i)); });
        }
    }
    simplify(story, bad);
    return story;
}

}  // namespace chicane::sessions
