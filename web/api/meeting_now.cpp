#include "web/api/meeting_now.hpp"

#include <algorithm>

#include "web/api/answer.hpp"
#include "web/api/rating_days.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::store::Connection;
using sessions::conductor::Conductor;
using timing::EntrantId;

constexpr std::int64_t ms_us = 1'000;

EntrantId entry_id(std::int64_t entry) { return EntrantId{static_cast<std::uint32_t>(entry)}; }

/// The laps that count for the best one, which may not be the fastest that was driven.
std::vector<std::int64_t> laps_ms_of(const sessions::Result& result, const sessions::ClassifiedRow& row) {
    std::vector<std::int64_t> laps_ms;
    if (!row.best_us) return laps_ms;
    for (const sessions::ResultLap& lap : result.laps)
        if (lap.entrant == row.entrant && lap.time_us >= *row.best_us) laps_ms.push_back(lap.time_us / ms_us);
    std::ranges::sort(laps_ms);
    return laps_ms;
}

std::vector<meetings::RunLine> lines_of(const sessions::Result& result, const MeetingNow& now) {
    std::vector<meetings::RunLine> lines;
    for (const sessions::ClassifiedRow& row : result.classification) {
        const auto seat = now.seats.find(row.entrant.value);
        if (seat == now.seats.end()) continue;
        lines.push_back({entry_id(seat->second.entry), row.laps, row.total_us.value_or(0), laps_ms_of(result, row),
                         row.status == timing::RowState::dsq});
    }
    return lines;
}

MeetingRacePtr race_side(const Conductor& conductor, const std::vector<std::int64_t>& sessions, std::int64_t now_us) {
    auto race = std::make_shared<MeetingRace>();
    race->race = race_of(conductor, now_us);
    for (const std::int64_t session : sessions) {
        if (!race->race->has_started(session)) continue;
        auto result = conductor.result(wire_id(session_prefix, session), false);
        if (result && result->state == timing::SessionState::finished)
            race->results.emplace(session, std::move(*result));
    }
    return race;
}

}  // namespace

std::optional<MeetingNow> read_meeting(Connection& db, std::int64_t id, std::int64_t now_us) {
    auto row = centre::store::find_meeting(db, id);
    if (!row) return std::nullopt;
    MeetingNow now{std::move(*row), centre::store::entries_of(db, id), {}, centre::store::seats_of_meeting(db, id), {}};
    now.kart_paces_ms = kart_paces_ms(db, now.row.meeting.track, now_us);
    for (const auto& run : centre::store::runs_of(db, id))
        now.runs.push_back({*centre::store::find_session(db, run.session, now_us), run.run,
                            centre::store::seats_of_session(db, run.session)});
    return now;
}

void with_meeting_race(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t meeting,
                       std::function<void(MeetingRacePtr)> then) {
    struct Found {
        bool known = false;
        std::vector<std::int64_t> sessions;
    };
    auto found = std::make_shared<Found>();
    const auto find = [found, meeting](Connection& db) {
        found->known = centre::store::find_meeting(db, meeting).has_value();
        for (const auto& run : centre::store::runs_of(db, meeting)) found->sessions.push_back(run.session);
    };
    const auto done = [&service, call, reply, found, meeting, then = std::move(then)](centre::store::Ending ending) {
        if (ending == centre::store::Ending::failed) return reply(busy(*call));
        if (!found->known) return reply(not_found(*call, wire_id(meeting_prefix, meeting)));
        service.ask(call, reply, [&service, call, found, then](const Conductor& conductor) {
            service.ports().post([then, race = race_side(conductor, found->sessions, call->now_us)] { then(race); });
        });
    };
    if (!service.ports().store.read(find, done)) reply(busy(*call));
}

bool has_run(const MeetingRunNow& run, const Race& race) {
    const std::int64_t session = run.session.head.id;
    const bool is_forgotten = !race.life(session) && run.session.session.planned_start_us < race.remembers_from_us;
    return is_forgotten || race.is_open(session) || race.has_started(session);
}

std::vector<meetings::ProgrammeRun> programme_of(const MeetingNow& now, const MeetingRace& race) {
    std::vector<meetings::ProgrammeRun> programme;
    for (const MeetingRunNow& each : now.runs) {
        meetings::ProgrammeRun& run = programme.emplace_back();
        run.run = each.run;
        run.ran = has_run(each, *race.race);
        for (const auto& seat : each.seats)
            if (const auto facts = now.seats.find(seat.head.id); facts != now.seats.end())
                run.people.push_back({entry_id(facts->second.entry), facts->second.told});
        if (const auto result = race.results.find(each.session.head.id); result != race.results.end())
            run.result = lines_of(result->second, now);
    }
    return programme;
}

meetings::People people_of(const MeetingNow& now) {
    meetings::People people;
    for (const auto& entry : now.entries)
        if (!entry.withdrawn) people.push_back(entry_id(entry.head.id));
    return people;
}

std::vector<std::optional<meetings::People>> drawn_by_results(const MeetingNow& now, const MeetingRace& race) {
    const auto& meeting = now.row.meeting;
    const auto places = static_cast<std::size_t>(std::min(meeting.karts, meeting.capacity));
    return meetings::draw_programme(meeting.variant.value_or(meetings::Variant::single), programme_of(now, race),
                                    people_of(now), places, static_cast<std::uint64_t>(meeting.seed));
}

}  // namespace chicane::web::api
