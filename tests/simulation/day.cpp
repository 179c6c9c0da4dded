#include "tests/simulation/day.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "sessions/conductor/held_passings.hpp"
#include "tests/sessions/twin.hpp"
#include "timing/words.hpp"

namespace chicane::simulation {

using namespace sessions;
using namespace sessions::conductor;
using timing::DecoderTime;
using timing::HostTime;

namespace {

constexpr const char* devices[] = {"sf", "sf2"};

/// The journal's passings of a span, with their numbers in the log.
std::vector<std::pair<std::uint64_t, RawPassing>> passings_in(const std::vector<Entry>& entries, DecoderTime from,
                                                              DecoderTime until) {
    std::vector<std::pair<std::uint64_t, RawPassing>> found;
    for (const Entry& entry : entries) {
        const auto* kept = std::get_if<PassingKept>(&entry.body);
        if (!kept || kept->time() < from || kept->time() >= until) continue;
        found.push_back(
            {entry.seq,
             {kept->time(), kept->passing.transponder, decoder_id(kept->device), kept->passing.number.value()}});
    }
    return found;
}

/// A board is made when something happens, and its clock runs on meanwhile: by what lies between the two, down to zero.
std::string clock_fault(timing::Clock before, const timing::Clock& after) {
    constexpr std::int64_t rounded_us = 1'000;  // a board tells its moment in milliseconds
    const std::int64_t between_us = before.runs ? (after.as_of_ms - before.as_of_ms) * 1'000 : 0;
    const auto move_to = [](std::optional<std::int64_t>& clock, std::int64_t by_us, const auto& there) {
        if (clock && there && std::abs(std::max<std::int64_t>(0, *clock + by_us) - *there) <= rounded_us) clock = there;
    };
    move_to(before.elapsed_us, between_us, after.elapsed_us);
    move_to(before.remaining_us, -between_us, after.remaining_us);
    before.as_of_ms = after.as_of_ms;
    return before == after ? "" : "the clock after a restart is another than before";
}

}  // namespace

Day::Day(std::uint64_t seed) : dice_(seed), clock_off_us_(roll_us(dice_, -5, 5)) {
    journal_.quick = false;
    open();
    ask(PutKart{{1}, "1", "adult", false});
    for (std::uint32_t kart = 2; kart <= 8; ++kart) ask(PutKart{{kart}, std::to_string(kart), "adult", false});
}

void Day::open() {
    conductor_.reset();
    TrackOptions track;
    track.id = "main";
    track.name = "Main circuit";
    track.min_lap_us = 15'000'000;
    track.devices = {{devices[0], "sim:", timing::LoopRole::finish, 0, 1},
                     {devices[1], "sim:", timing::LoopRole::finish, 0, 1}};
    track.next_morning = [](DecoderTime after) {
        constexpr std::int64_t day_us = 86'400'000'000;
        return DecoderTime{after.us / day_us * day_us + day_us};
    };
    conductor_ = std::make_unique<Conductor>(std::vector{track}, journal_, sink_, clock_);
    conductor_->restore(journal_.entries);
    decoders::link::SourceHealth up;
    up.state = decoders::link::SourceState::up;
    for (const char* device : devices) conductor_->on_health(device, up);
}

/// What was not on disk is gone; what the decoders have sent since the last number on disk they send again.
void Day::kill() {
    const auto lost = journal_.entries.size() - journal_.durable_seq;
    // A commit may have reached the disk and not yet the conductor.
    if (lost > 0) journal_.durable_seq += static_cast<std::uint64_t>(roll(dice_, 0, static_cast<int>(lost)));
    std::erase_if(journal_.entries, [&](const Entry& entry) { return entry.seq > journal_.durable_seq; });
    open();
    const auto last = conductor_->last_passings();
    const std::vector<TruePassing> sent = delivered_;
    for (const TruePassing& passing : sent) {
        const auto known = std::ranges::find(last, devices[passing.device], &LastPassing::device);
        if (known == last.end() || passing.number > known->number) deliver(passing);
    }
}

/// A restart after which everything on disk must look as it did before.
std::string Day::restart_in_peace() {
    move_to(timing::later_by(clock_.time, hold_us));
    journal_.sync();
    timing::Board before = *sink_.boards.at("main");
    open();
    const timing::Board& after = *sink_.boards.at("main");
    if (const auto fault = clock_fault(before.clock, after.clock); !fault.empty()) return fault;
    before.clock = after.clock;
    return after == before ? "" : "the board after a restart is another than before";
}

void Day::move_to(HostTime at) {
    while (clock_.wake && *clock_.wake <= at) {
        clock_.time = std::max(clock_.time, *clock_.wake);
        clock_.wake.reset();
        conductor_->on_wake();
    }
    clock_.time = std::max(clock_.time, at);
}

void Day::deliver(const TruePassing& passing) {
    decoders::link::ReceivedPassing received;
    received.passing.number = passing.number;
    received.passing.transponder = passing.transponder;
    received.passing.time_us = passing.time.us;
    received.received = clock_.time;
    conductor_->on_passing(devices[passing.device], received);
}

bool Day::ask(Ask what) {
    bool done = false;
    conductor_->handle({std::move(what), "control", false},
                       [&](const Outcome& outcome) { done = outcome.has_value(); });
    journal_.sync();
    return done;
}

std::vector<Day::Arrival> Day::arrivals_of(const std::vector<TruePassing>& passings) {
    std::vector<Arrival> arrivals;
    for (const TruePassing& passing : passings) {
        std::int64_t delay_us = roll_us(dice_, 0.02, 0.1);
        // Nobody can miss what came before a decoder's very first passing.
        const bool first = passing.number <= 2;
        if (!first && one_in(dice_, 15)) delay_us += roll_us(dice_, 1, 40);
        if (!first && one_in(dice_, 60)) delay_us += roll_us(dice_, 100, 900);  // some after the session is closed
        const HostTime at{passing.time.us - clock_off_us_ + delay_us};
        arrivals.push_back({at, passing});
        if (one_in(dice_, 25)) arrivals.push_back({timing::later_by(at, roll_us(dice_, 0.1, 20)), passing});
    }
    std::ranges::stable_sort(arrivals, {}, &Arrival::at);
    return arrivals;
}

void Day::act(const std::string& session, std::size_t done, std::size_t of) {
    if (one_in(dice_, 4)) journal_.sync();
    if (one_in(dice_, 40)) kill();
    if (one_in(dice_, 60) && fault_.empty()) fault_ = restart_in_peace();
    if (one_in(dice_, 60)) ask(ShowFlag{"main", timing::Flag::yellow});
    if (one_in(dice_, 60)) ask(PostMessage{"main", timing::MessageKind::info, {}, "Hello"});
    if (one_in(dice_, 60) && ask(ExtendSession{session, 30'000'000, 0})) ask(UndoAction{"main"});
    if (!assigned_ && done * 2 > of) {
        const auto view = conductor_->session(session);
        const auto last = view->setup.entrants.size() - 1;
        AssignTransponder give{tag_of(last), {}, {}, {}, {}};
        if (one_in(dice_, 2)) {
            give.kart = view->setup.entrants[last].kart;
        } else {
            give.session = session;
            give.entrant = view->setup.entrants[last].id;
        }
        assigned_ = ask(give);
    }
}

void Day::run(std::vector<Arrival> arrivals, const std::string& session) {
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        move_to(arrivals[i].at);
        delivered_.push_back(arrivals[i].passing);
        deliver(arrivals[i].passing);
        if (!session.empty()) act(session, i, arrivals.size());
    }
}

std::string Day::run_session(int number) {
    const Setup plan = random_plan(dice_, "ses_" + std::to_string(number));
    const std::string& id = plan.id;
    sessions_.push_back(id);
    assigned_ = false;
    // Who has which tag is decided before, but for the last entrant's, which nobody knows.
    for (std::size_t i = 0; i < plan.entrants.size(); ++i) {
        const bool known = i + 1 < plan.entrants.size();
        ask(AssignTransponder{tag_of(i), known ? plan.entrants[i].kart : std::nullopt, {}, {}, {}});
        ask(AssignTransponder{tag_of(i, true), plan.entrants[i].kart, {}, {}, {}});
    }
    ask(StageSession{plan});
    const DecoderTime from{clock_.time.us + clock_off_us_};
    auto passings = random_race(dice_, plan.entrants.size(), from, roll_us(dice_, 60, 240), numbers_);
    happened_.insert(happened_.end(), passings.begin(), passings.end());
    std::vector<Arrival> arrivals = arrivals_of(passings);
    const auto after = [&](std::int64_t us) {
        return std::ranges::partition_point(arrivals,
                                            [&](const Arrival& a) { return a.at.us < from.us - clock_off_us_ + us; });
    };
    // Warm-up, arming, signal, race; what comes very late comes after the close.
    const auto arm = after(roll_us(dice_, 0, 15));
    const auto start = std::max(arm, after(roll_us(dice_, 10, 25)));
    const auto end = std::max(start, after(600'000'000));
    run({arrivals.begin(), arm}, "");
    if (!ask(ArmSession{id})) return id + " could not be armed";
    run({arm, start}, id);
    if (plan.rules.start == timing::Start::signal && !ask(StartSession{id, {}})) return id + " could not be started";
    run({start, end}, id);
    move_to(timing::later_by(clock_.time, 400'000'000));
    std::string fault = fault_.empty() ? check_session(id) : fault_;
    const bool by_itself = conductor_->session(id)->phase == SessionView::Phase::finished;
    if (!by_itself && !ask(FinishSession{id}) && !ask(AbortSession{id})) return id + " could not be ended";
    ask(CloseSession{id});
    run({end, arrivals.end()}, "");
    if (fault.empty() && by_itself) fault = check_session(id);
    return fault;
}

/// The journal's passings through a naive twin of the engine, as if all tags had been known from the begin.
std::string Day::check_session(const std::string& session) {
    move_to(timing::later_by(clock_.time, 2 * hold_us));
    journal_.sync();
    DecoderTime from, until{INT64_MAX};
    Setup setup = conductor_->session(session)->setup;
    for (const Entry& entry : journal_.entries) {
        const auto* step = std::get_if<StepKept>(&entry.body);
        if (!step || step->session != session) continue;
        if (step->step == Step::arm) from = step->at;
        if (step->step == Step::start) setup.rules.start_at = step->at;
        if (step->step == Step::close) until = step->at;
    }
    setup.rules.arm_at = from;
    for (std::size_t i = 0; i < setup.entrants.size(); ++i) {
        setup.entrants[i].transponders = {tag_of(i, true)};
        if (i + 1 < setup.entrants.size() || assigned_) setup.entrants[i].transponders.push_back(tag_of(i));
    }
    auto passings = passings_in(journal_.entries, from, until);
    std::ranges::stable_sort(
        passings, {}, [](const auto& p) { return std::tuple(p.second.time, p.second.number, p.second.decoder); });
    std::vector<RawPassing> raw;
    for (const auto& passing : passings) raw.push_back(passing.second);
    const Twin twin(setup, raw);
    const Result result = *conductor_->result(session);
    std::ostringstream fault;
    if (result.passings.size() > passings.size()) fault << "the window holds more than happened in it";
    for (std::size_t i = 0; i < passings.size() && fault.str().empty(); ++i) {
        const auto judged = std::ranges::find(result.passings, passings[i].first, &ResultPassing::sequence);
        if (judged == result.passings.end()) {
            fault << "entry " << passings[i].first << " is not in the window";
        } else if (timing::word(judged->verdict) != twin.verdicts[i]) {
            fault << "entry " << passings[i].first << " is " << timing::word(judged->verdict) << ", not "
                  << twin.verdicts[i];
        }
    }
    const auto order = twin.order();
    for (std::size_t i = 0; i < order.size() && fault.str().empty(); ++i) {
        const auto& kart = twin.karts[order[i]];
        const ClassifiedRow& row = result.classification[i];
        if (row.number != setup.entrants[kart.entry].number) fault << "place " << i + 1 << " is kart " << row.number;
        if (row.laps != static_cast<std::int32_t>(twin.laps(kart).size()))
            fault << "kart " << row.number << " has " << row.laps;
    }
    return fault.str().empty() ? "" : session + ": " + fault.str();
}

std::string Day::check_whole() {
    move_to(timing::later_by(clock_.time, 2 * hold_us));
    journal_.sync();
    std::set<std::pair<std::string, std::uint32_t>> kept;
    std::set<std::string> windows(sessions_.begin(), sessions_.end());
    std::size_t count = 0;
    for (const Entry& entry : journal_.entries) {
        if (const auto* practice = std::get_if<PracticeKept>(&entry.body)) windows.insert(practice->session);
        const auto* passing = std::get_if<PassingKept>(&entry.body);
        if (!passing) continue;
        ++count;
        kept.insert({passing->device, *passing->passing.number});
    }
    if (kept.size() != happened_.size()) {
        return std::to_string(happened_.size()) + " passings happened, " + std::to_string(kept.size()) + " are kept";
    }
    std::size_t placed = 0;
    for (const std::string& window : windows) {
        if (const auto result = conductor_->result(window)) placed += result->passings.size();
    }
    return placed == count ? "" : std::to_string(count) + " passings kept, " + std::to_string(placed) + " in windows";
}

}  // namespace chicane::simulation
