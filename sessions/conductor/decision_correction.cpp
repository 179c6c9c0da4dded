// Corrections and decisions: what changes how passings count, or what a result says. Nothing freezes: a session that was armed can be
// corrected, finished and closed too.
#include <algorithm>

#include "sessions/conductor/decision.hpp"
#include "sessions/rules/penalty_values.hpp"
#include "timing/limits.hpp"
#include "timing/official_words.hpp"

namespace chicane::sessions::conductor {

namespace {

const EntrantSetup* entrant_of(const Setup& setup, timing::EntrantId id) {
    const auto found = std::ranges::find(setup.entrants, id, &EntrantSetup::id);
    return found == setup.entrants.end() ? nullptr : &*found;
}

std::unexpected<Refusal> refuse_entrant(const std::string& session, timing::EntrantId id) {
    return refuse(RefusalCode::unknown_entrant, "no entrant " + std::to_string(id.value) + " in " + session);
}

/// The passing meant, and of a lap the passing that begins it.
std::expected<Window::Ends, Refusal> find_passing(const Window& window, const PassingMeant& about, bool of_lap) {
    if (!about.passing) {
        if (const auto ends = window.lap_ends(about.entrant, about.lap)) return *ends;
        return refuse(RefusalCode::unknown_passing, "no passing ended lap " + std::to_string(about.lap));
    }
    const auto passing = window.passing(*about.passing);
    if (!passing) return refuse(RefusalCode::unknown_passing, "no passing " + std::to_string(*about.passing));
    if (!of_lap) return Window::Ends{*about.passing, 0};
    if (passing->lap && passing->entrant) {
        if (const auto ends = window.lap_ends(*passing->entrant, *passing->lap)) return *ends;
    }
    return refuse(RefusalCode::ends_no_lap, "passing " + std::to_string(*about.passing) + " ends no lap");
}

/// The last red flag of a session; nothing where none was shown.
std::optional<timing::DecoderTime> last_red(const Life& life) {
    std::optional<timing::DecoderTime> last;
    for (const LogEvent& event : life.events) {
        const auto* flag = std::get_if<FlagShown>(&event.what);
        if (flag && flag->flag == timing::Flag::red) last = flag->at;
    }
    return last;
}

/// The highest number of a decision in the sessions of the same day.
std::uint32_t last_number(const Track& track, const Life& life) {
    const auto day = [&](const Life& of) { return track.options.next_morning(*of.armed_at); };
    std::uint32_t last = 0;
    for (const auto& [id, kept] : track.log.timeline().all()) {
        if (!kept.life.armed_at || day(kept.life) != day(life)) continue;
        for (const LogEvent& event : kept.life.events) {
            if (const auto* made = std::get_if<DecisionMade>(&event.what)) last = std::max(last, made->number);
        }
        // One that was taken back hung on a board with its number, and may be made again.
        for (const Entry& undone : kept.undone) {
            const auto* correction = std::get_if<CorrectionKept>(&undone.body);
            const auto* made = correction ? std::get_if<DecisionMade>(&correction->what) : nullptr;
            if (made) last = std::max(last, made->number);
        }
    }
    return last;
}

std::optional<Refusal> fault_of(const DecisionMade& made) {
    const auto bad = [](std::string what) { return Refusal{RefusalCode::bad_setup, std::move(what)}; };
    if (made.fact.size() > fact_bytes_max)
        return bad("fact: expected at most " + std::to_string(fact_bytes_max) + " bytes");
    if (made.article.size() > fact_bytes_max)
        return bad("article: expected at most " + std::to_string(fact_bytes_max) + " bytes");
    const timing::Measure measure = timing::measure_of(made.penalty);
    if (measure == timing::Measure::time && (made.amount < 0 || made.amount > timing::session_us_max))
        return bad("amount: expected a time of at most 48 h");
    if (measure == timing::Measure::count && (made.amount < 1 || made.amount > more_laps_max))
        return bad("amount: expected 1 to " + std::to_string(more_laps_max));
    return std::nullopt;
}

}  // namespace

std::expected<Decision::Run, Refusal> Decision::find_run(const std::string& session) {
    const auto found = find(session);
    if (!found) return std::unexpected(found.error());
    if (!found->life->armed_at) return refuse_state(session, found->phase);
    const LiveWindow* live = found->track->log.window(session, centre_.fleet);
    if (!live) return refuse_state(session, found->phase);
    return Run{*found, &live->window};
}

Decision::Answer Decision::correct(const Run& run, Correction what) const {
    return one(run.found.track->options.id, CorrectionKept{run.found.life->setup.id, std::move(what), command_.why});
}

Decision::Answer Decision::operator()(const RemarkPassing& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const bool of_lap = ask.kind == RemarkKind::lap_split || ask.kind == RemarkKind::lap_deleted;
    const auto ends = find_passing(*run->window, ask.about, of_lap);
    if (!ends) return std::unexpected(ends.error());
    if (ask.kind == RemarkKind::lap_split && (ask.parts < 2 || ask.parts > lap_parts_max))
        return refuse(RefusalCode::bad_setup, "parts: expected 2 to " + std::to_string(lap_parts_max));
    if (ask.kind == RemarkKind::first_finisher && run->found.life->setup.rules.start == timing::Start::own)
        return refuse(RefusalCode::bad_state, ask.session + " has no first finisher: each ends by itself");
    const auto passing = run->window->passing(ends->passing);
    if (ask.kind == RemarkKind::voided && passing->verdict == timing::Verdict::voided)
        return refuse(RefusalCode::stands_already, "the passing is taken out already");
    const std::uint8_t parts = ask.kind == RemarkKind::lap_split ? ask.parts : std::uint8_t{1};
    return correct(*run, RemarkMade{ask.kind, ends->passing, of_lap ? ends->begin : 0, parts});
}

Decision::Answer Decision::operator()(const TakeRedLine& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const auto red_at = last_red(*run->found.life);
    if (!red_at) return refuse(RefusalCode::bad_state, ask.session + " has had no red flag");
    const auto line = ask.laps_back < 0 ? std::nullopt : run->window->red_line(*red_at, ask.laps_back);
    if (!line) return refuse(RefusalCode::bad_state, "no such lap was completed by all before the red flag");
    return correct(*run, RemarkMade{RemarkKind::red_line, *line, 0, 1});
}

Decision::Answer Decision::operator()(const GivePassings& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const Life& life = *run->found.life;
    for (const timing::EntrantId id : {ask.from, ask.to}) {
        if (!entrant_of(life.setup, id)) return refuse_entrant(ask.session, id);
    }
    if (ask.from == ask.to) return refuse(RefusalCode::bad_setup, "to: expected another entrant");
    const auto since = ask.since ? run->found.track->clock.at(*ask.since) : *life.armed_at;
    return correct(*run, PassingsGiven{ask.from, ask.to, ask.exchange, since});
}

Decision::Answer Decision::operator()(const SwapKart& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    if (!entrant_of(run->found.life->setup, ask.entrant)) return refuse_entrant(ask.session, ask.entrant);
    const Kart* kart = centre_.fleet.kart(ask.kart);
    if (!kart) return refuse(RefusalCode::unknown_kart, "no kart " + std::to_string(ask.kart.value));
    if (kart->out_of_service) return refuse(RefusalCode::out_of_service, "kart " + kart->number + " is out of service");
    const auto since = ask.since ? run->found.track->clock.at(*ask.since) : run->found.now;
    if (run->window->kart_of(ask.entrant, since) == ask.kart)
        return refuse(RefusalCode::stands_already, "he drives kart " + kart->number + " already");
    return correct(*run, KartSwapped{ask.entrant, ask.kart, since});
}

Decision::Answer Decision::operator()(const Decide& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const Life& life = *run->found.life;
    DecisionMade made = ask.made;
    if (!entrant_of(life.setup, made.entrant)) return refuse_entrant(ask.session, made.entrant);
    if (!made.code.empty()) {
        const auto* value = rules::value_on(life.setup.rules.penalty_values, made.code, life.setup.date);
        if (!value)
            return refuse(RefusalCode::unknown_penalty,
                          "no value for " + made.code + " in the rules of " + ask.session);
        made.penalty = value->penalty;
        made.amount = value->amount;
        if (made.article.empty()) made.article = value->article;
    }
    if (const auto fault = fault_of(made)) return std::unexpected(*fault);
    made.since = run->found.now;
    if (made.number == 0) {
        made.number = last_number(*run->found.track, life) + 1;
    } else {
        const auto first = std::ranges::find_if(life.events, [&](const LogEvent& event) {
            const auto* earlier = std::get_if<DecisionMade>(&event.what);
            return earlier && earlier->number == made.number;
        });
        const bool known = first != life.events.end();
        if (known) made.since = std::get<DecisionMade>(first->what).since;  // he was told then
        if (!known)
            return refuse(RefusalCode::bad_state, "no decision " + std::to_string(made.number) + " in " + ask.session);
    }
    made.at = now_;
    made.by = command_.by;
    return correct(*run, std::move(made));
}

Decision::Answer Decision::operator()(const SayStatus& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    if (!entrant_of(run->found.life->setup, ask.said.entrant)) return refuse_entrant(ask.session, ask.said.entrant);
    if (ask.said.status && !timing::is_officials_to_give(*ask.said.status))
        return refuse(RefusalCode::bad_setup, "status: expected retired, dns, dnf, dnq or guest");
    return correct(*run, ask.said);
}

Decision::Answer Decision::operator()(const TellRelay& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const EntrantSetup* entrant = entrant_of(run->found.life->setup, ask.entrant);
    if (!entrant) return refuse_entrant(ask.session, ask.entrant);
    if (std::ranges::find(entrant->drivers, ask.driver, &DriverSetup::id) == entrant->drivers.end())
        return refuse(RefusalCode::unknown_driver, "no driver " + std::to_string(ask.driver.value) + " in the entry " +
                                                       entrant->number + ": add him to its drivers first");
    const auto since = ask.since ? run->found.track->clock.at(*ask.since) : run->found.now;
    if (since > run->found.now || since < *run->found.life->armed_at)
        return refuse(RefusalCode::bad_state, "expected a moment since " + ask.session + " was armed, until now");
    return correct(*run, RelayTold{ask.entrant, ask.driver, since, ask.means});
}

Decision::Answer Decision::operator()(const TellKartFlag& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    if (!entrant_of(run->found.life->setup, ask.entrant)) return refuse_entrant(ask.session, ask.entrant);
    return correct(*run, KartFlagTold{ask.entrant, ask.flag, run->found.now});
}

Decision::Answer Decision::operator()(const CallFalseStart& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const auto taken = run->window->false_start(run->found.now);
    if (!taken) return refuse(RefusalCode::bad_state, taken.error());
    return correct(*run, *taken);
}

Decision::Answer Decision::operator()(const TellJoker& ask) {
    const auto run = find_run(ask.session);
    if (!run) return std::unexpected(run.error());
    const Setup& setup = run->found.life->setup;
    const auto entrant = std::ranges::find(setup.entrants, ask.entrant, &EntrantSetup::id);
    if (entrant == setup.entrants.end()) return refuse_entrant(ask.session, ask.entrant);
    const auto stop = run->found.track->clock.at(ask.stop);
    const auto rows = run->window->endurance(run->found.now);
    const auto& stops = rows[static_cast<std::size_t>(entrant - setup.entrants.begin())].stops;
    const auto at = std::ranges::find_if(
        stops, [&](const timing::Stop& of) { return of.in <= stop && (!of.out || stop <= *of.out); });
    if (at == stops.end() || stop > run->found.now)
        return refuse(RefusalCode::bad_state, entrant->number + " was in no stop then");
    if (ask.kind == StopKind::joker ? at->joker : at->refuel)
        return refuse(RefusalCode::bad_state, "this was told of the stop of " + entrant->number + " already");
    return correct(*run, JokerTold{ask.entrant, at->in, ask.kind});
}

}  // namespace chicane::sessions::conductor
