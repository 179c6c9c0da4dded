#include "web/api/meeting_plan.hpp"

#include <algorithm>

#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/words.hpp"
#include "sessions/rules/defaults.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::bookings::Session;
using centre::store::Connection;
using centre::store::Meeting;
using meetings::GrandPrixFault;
using meetings::RunName;

constexpr std::int64_t minute_us = 60'000'000;
constexpr int minute_s = 60;

Text words_of(GrandPrixFault fault) {
    switch (fault) {
        case GrandPrixFault::nobody:
            return {"Nobody is entered.", "Personne n’est engagé."};
        case GrandPrixFault::no_places:
            return {"There is no kart or no place.", "Il n’y a ni kart ni place."};
        case GrandPrixFault::too_many_people:
            return {"That are more people than a meeting holds.", "C’est plus de monde qu’un meeting n’en contient."};
        case GrandPrixFault::too_many_runs:
            return {"That would be more runs than a meeting holds.", "Cela ferait plus de manches qu’un meeting."};
        case GrandPrixFault::bad_times:
            return {"A length is out of bounds.", "Une durée est hors limites."};
        case GrandPrixFault::too_few_for_semis:
            return {"Semi-finals need three heats; take another format.",
                    "Les demi-finales demandent trois séries ; choisissez une autre formule."};
        case GrandPrixFault::too_few_places:
            return {"Two karts at least make a race.", "Il faut au moins deux karts pour une course."};
    }
    return {};
}

timing::Kind kind_of(const meetings::Run& run) {
    switch (run.round) {
        case meetings::Round::practice:
            return timing::Kind::practice;
        case meetings::Round::qualifying:
            return timing::Kind::qualifying;
        case meetings::Round::third:
        case meetings::Round::final:
            return timing::Kind::race;
    }
    return timing::Kind::practice;
}

Session session_of(const MeetingNow& now, const meetings::Run& run, const TrackFacts& track, bool french) {
    Session session;
    session.track = now.row.meeting.track;
    session.name = run_title(run, french);
    session.rules = sessions::rules::defaults(kind_of(run));
    session.rules.min_lap_us = track.min_lap_us;
    return session;
}

/// What the plan says of a session that is there, whatever else was changed in it.
void place(Session& session, const Meeting& meeting, const meetings::Run& run) {
    session.planned_start_us = meeting.start_us + run.start_min * minute_us;
    session.duration_s = static_cast<int>(run.minutes) * minute_s;
    session.capacity = std::min(meeting.karts, meeting.capacity);
    session.rules.end.time_us = run.minutes * minute_us;
    session.cancelled = false;
}

const MeetingRunNow* same_run(const MeetingNow& now, const meetings::Run& run) {
    const auto found = std::ranges::find_if(now.runs, [&](const MeetingRunNow& each) {
        return each.run.name == run.name && each.run.number == run.number;
    });
    return found == now.runs.end() ? nullptr : &*found;
}

/// The session of a run, as the plan has it.
std::int64_t lay_run(const Call& call, Connection& db, const MeetingNow& now, const meetings::Run& run,
                     const Session& fresh, const Race& race) {
    const MeetingRunNow* known = same_run(now, run);
    if (!known) {
        Session session = fresh;
        place(session, now.row.meeting, run);
        return centre::store::insert_session(db, call.stamp(), session).head.id;
    }
    auto row = known->session;
    place(row.session, now.row.meeting, run);
    if (!has_run(*known, race) && !(row.session == known->session.session))
        centre::store::update_session(db, call.stamp(), row);
    return row.head.id;
}

/// Its seats are given back first: a cancelled session has none.
std::optional<http::Response> drop_run(const Call& call, Connection& db, const MeetingRunNow& run) {
    for (auto seat : run.seats) {
        seat.state = centre::bookings::SeatState::cancelled;
        if (auto changed = centre::store::update_seat(db, call.stamp(), std::move(seat)); !changed)
            return refused(call, changed.error());
    }
    auto row = run.session;
    row.session.cancelled = true;
    centre::store::update_session(db, call.stamp(), std::move(row));
    return std::nullopt;
}

}  // namespace

void read_grand_prix(Body& body, Meeting& meeting) {
    body.integer("karts", meeting.karts, 1, static_cast<std::int64_t>(meetings::karts_max));
    body.integer("capacity", meeting.capacity, 1, centre::bookings::capacity_max);
    body.integer("minutes", meeting.minutes, 1, meetings::minutes_max);
    if (body.has("variant")) {
        std::optional<std::string> word;
        body.maybe_text("variant", word, centre::store::group_letters_max);
        meeting.asked_variant = word ? timing::from_word<meetings::Variant>(*word) : std::nullopt;
        if (word && !meeting.asked_variant)
            body.fault("variant", {"is not semis, finals, quick or single", "n’est ni semis, finals, quick ni single"});
    }
    Body lengths = body.object("lengths");
    const auto words = timing::words<meetings::Round>();
    for (std::size_t round = 0; round < words.size(); ++round)
        lengths.maybe_integer(words[round], meeting.set_min[round], 1, meetings::minutes_max);
}

meetings::GrandPrixAsk ask_of(const Meeting& meeting, std::size_t people) {
    meetings::GrandPrixAsk ask;
    ask.people = people;
    ask.karts = static_cast<std::size_t>(meeting.karts);
    ask.capacity = static_cast<std::size_t>(meeting.capacity);
    ask.minutes = meeting.minutes;
    ask.variant = meeting.asked_variant;
    ask.set_min = meeting.set_min;
    return ask;
}

std::expected<meetings::GrandPrixPlan, http::Response> plan_or_refusal(const Call& call,
                                                                       const meetings::GrandPrixAnswer& answer) {
    if (const auto* plan = std::get_if<meetings::GrandPrixPlan>(&answer)) return *plan;
    if (const auto* missing = std::get_if<meetings::NotEnoughTime>(&answer)) {
        const std::string minutes = std::to_string(missing->missing_min);
        return std::unexpected(problem(call, 422, "not_enough_time",
                                       {minutes + " minutes are missing, with the shortest runs.",
                                        "Il manque " + minutes + " minutes, avec les manches les plus courtes."},
                                       "\"missing_min\":" + minutes));
    }
    const auto fault = std::get<GrandPrixFault>(answer);
    return std::unexpected(
        problem(call, 422, "bad_plan", words_of(fault), "\"reason\":\"" + std::string(word(fault)) + "\""));
}

meetings::GrandPrixAnswer replan_of(const MeetingNow& now, const MeetingRace& race, std::int64_t now_us) {
    const Meeting& meeting = now.row.meeting;
    const auto ask = ask_of(meeting, people_of(now).size());
    meetings::GrandPrixPlan old{meeting.variant.value_or(meetings::Variant::single),
                                std::min(ask.karts, ask.capacity),
                                {},
                                meeting.reserve_min,
                                meeting.minutes};
    std::size_t ran = 0;
    std::int64_t next_min = 0;
    for (const MeetingRunNow& each : now.runs) {
        old.runs.push_back(each.run);
        if (!has_run(each, *race.race)) continue;
        ran = old.runs.size();
        const auto* life = race.race->life(each.session.head.id);
        if (!life || !life->started_at) continue;
        const std::int64_t end_us =
            life->finished_at ? now_us : std::max(now_us, life->started_at->us + each.run.minutes * minute_us);
        next_min =
            (end_us - meeting.start_us + minute_us - 1) / minute_us + (life->finished_at ? 0 : ask.times.turn_min);
    }
    return ran == 0 ? plan(ask) : replan(old, ask, ran, next_min);
}

std::optional<http::Response> lay_runs(const Service& service, const Call& call, Connection& db, const MeetingNow& now,
                                       const meetings::GrandPrixPlan& plan, const Race& race) {
    const TrackFacts* track = service.track(now.row.meeting.track);
    const bool french = http::language_of(call.request) == http::Language::fr;
    std::vector<centre::store::MeetingRun> chain;
    for (const meetings::Run& run : plan.runs)
        chain.push_back(
            {lay_run(call, db, now, run, session_of(now, run, track ? *track : TrackFacts{}, french), race), run});
    for (const MeetingRunNow& each : now.runs) {
        const bool stays =
            std::ranges::any_of(chain, [&](const auto& run) { return run.session == each.session.head.id; });
        if (stays) continue;
        if (auto refused = drop_run(call, db, each)) return refused;
    }
    centre::store::put_runs(db, now.row.head.id, chain);
    centre::store::keep_plan(db, now.row.head.id, plan.variant, plan.reserve_min);
    return std::nullopt;
}

std::string plan_json(const meetings::GrandPrixPlan& plan, std::int64_t start_us, bool french) {
    feed::JsonText json;
    json.begin_object().key("variant").text(word(plan.variant));
    json.key("places").integer(static_cast<std::int64_t>(plan.places)).key("reserve_min").integer(plan.reserve_min);
    json.key("end_min").integer(plan.end_min).key("runs").begin_array();
    for (const meetings::Run& run : plan.runs) {
        json.begin_object().key("round").text(word(run.round)).key("name").text(word(run.name));
        json.key("title").text(run_title(run, french)).key("number").integer(static_cast<std::int64_t>(run.number));
        json.key("people").integer(static_cast<std::int64_t>(run.people)).key("start_min").integer(run.start_min);
        json.key("minutes").integer(run.minutes);
        json.key("planned_start_us").integer(start_us + run.start_min * minute_us).end_object();
    }
    return json.end_array().end_object().take();
}

std::string run_title(const meetings::Run& run, bool french) {
    const std::string number = std::to_string(run.number);
    switch (run.name) {
        case RunName::practice:
            return (french ? "Essais " : "Practice ") + number;
        case RunName::qualifying:
            return (french ? "Qualifications " : "Qualifying ") + number;
        case RunName::semi:
            return (french ? "Demi-finale " : "Semi-final ") + number;
        case RunName::consolation:
            return (french ? "Consolante " : "Consolation ") + number;
        case RunName::final:
            constexpr std::size_t letters = 26;
            if (run.number <= letters)
                return std::string(french ? "Finale " : "Final ") + static_cast<char>('A' + run.number - 1);
            return (french ? "Finale " : "Final ") + number;
    }
    return number;
}

}  // namespace chicane::web::api
