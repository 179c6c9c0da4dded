// Meetings: a format is tried, made, changed; people are entered, also late; runs are drawn from the results. Each run is an ordinary session.
#include <algorithm>

#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/words.hpp"
#include "web/api/answer.hpp"
#include "web/api/meeting_draw.hpp"
#include "web/api/meeting_json.hpp"
#include "web/api/meeting_plan.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::staff::Right;
using centre::store::Connection;
using centre::store::Meeting;
using centre::store::MeetingEntry;
using http::Method;

constexpr std::int64_t start_us_max = 4'102'444'800'000'000;    ///< the year 2100: later is a slip
constexpr std::int64_t seed_max = 9'007'199'254'740'991;        ///< what JSON carries exactly
constexpr std::int64_t weight_kg_max = 200;                     ///< of a customer, too
constexpr std::int64_t listed_back_us = 31 * 86'400'000'000LL;  ///< a month, and what is planned

std::int64_t meeting_of(const Call& call) { return parse_id(meeting_prefix, call.param("id")).value_or(0); }
bool is_french(const Call& call) { return http::language_of(call.request) == http::Language::fr; }

std::string shown(const Call& call, Connection& db, std::int64_t id, const MeetingRace& race) {
    return meeting_json(*read_meeting(db, id, call.now_us), race, is_french(call));
}

void read_entry(Body& body, MeetingEntry& entry) {
    body.text("name", entry.name, centre::store::label_letters_max);
    body.maybe_id("customer", customer_prefix, entry.customer);
    body.text("class", entry.class_name, centre::store::group_letters_max);
    body.text("team", entry.team, centre::store::group_letters_max);
    body.text("club", entry.club, centre::store::group_letters_max);
    body.integer("weight_kg", entry.weight_kg, 0, weight_kg_max);
    body.boolean("withdrawn", entry.withdrawn);
    if (entry.name.empty() && !entry.customer) body.fault("name", {"is missing", "manque"});
}

std::vector<MeetingEntry> read_entries(Body& body) {
    std::vector<MeetingEntry> entries;
    for (Body& given : body.objects("entries", meetings::people_max)) read_entry(given, entries.emplace_back());
    return entries;
}

void read_meeting_body(Body& body, Meeting& meeting) {
    body.text("name", meeting.name, centre::store::meeting_name_letters_max);
    body.integer("start_us", meeting.start_us, 0, start_us_max);
    body.integer("seed", meeting.seed, 0, seed_max);
    body.word("kart_mode", meeting.kart_mode);
    read_grand_prix(body, meeting);
    if (meeting.name.empty()) body.fault("name", {"is missing", "manque"});
}

int karts_in_service(const Race& race) {
    return static_cast<int>(
        std::ranges::count_if(race.karts, [](const auto& kart) { return !kart.second.out_of_service; }));
}

// What follows from a change: the plan, its sessions, the draw, the karts. Nothing of it is kept when one is refused.
http::Response settle(const Service& service, const Call& call, Connection& db, std::int64_t id,
                      const MeetingRace& race) {
    auto now = *read_meeting(db, id, call.now_us);
    const auto plan = plan_or_refusal(call, replan_of(now, race, call.now_us));
    if (!plan) return plan.error();
    if (auto refusal = lay_runs(service, call, db, now, *plan, *race.race)) return std::move(*refusal);
    now = *read_meeting(db, id, call.now_us);
    if (auto refusal = draw_meeting(service, call, db, now, race)) return std::move(*refusal);
    return ok(shown(call, db, id, race));
}

/// A new version: who changes the meeting next must have seen this.
void touch(const Call& call, Connection& db, std::int64_t id) {
    centre::store::update_meeting(db, call.stamp(), *centre::store::find_meeting(db, id));
}

/// Race control gets each session that it knows as it is now.
void restage_runs(Service& service, const CallPtr& call, const http::Reply& reply, const MeetingRacePtr& race,
                  std::vector<std::int64_t> left, const std::function<void()>& then) {
    while (!left.empty() && !race->race->life(left.back())) left.pop_back();
    if (left.empty()) return then();
    const std::int64_t next = left.back();
    left.pop_back();
    service.restage(call, reply, next, [=, &service] { restage_runs(service, call, reply, race, left, then); });
}

using Change = std::function<http::Response(Connection&, const MeetingRace&)>;

/// A change of a meeting, on disk and at race control before it is answered.
void change_meeting(Service& service, const CallPtr& call, const http::Reply& reply, Change change) {
    const std::int64_t id = meeting_of(*call);
    with_meeting_race(service, call, reply, id, [&service, call, reply, id, change](const MeetingRacePtr& race) {
        auto sessions = std::make_shared<std::vector<std::int64_t>>();
        const auto work = [call, id, change, race, sessions](Connection& db) {
            http::Response answer = change(db, *race);
            for (const auto& run : centre::store::runs_of(db, id)) sessions->push_back(run.session);
            return answer;
        };
        service.write(call, reply, work, [&service, call, reply, race, sessions](const http::Response& answer) {
            restage_runs(service, call, reply, race, *sessions, [reply, answer] { reply(answer); });
        });
    });
}

std::optional<http::Response> mismatch(const Call& call, Connection& db, std::int64_t id, std::int64_t version,
                                       const MeetingRace& race) {
    const auto row = centre::store::find_meeting(db, id);
    if (row && row->head.version == version) return std::nullopt;
    return version_mismatch(call, shown(call, db, id, race));
}

void preview(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.with_race(call, reply, [call, reply](const RacePtr& race) {
        auto body = Body::of(*call);
        if (!body) return reply(body.error());
        Meeting meeting;
        std::int64_t people = 0;
        meeting.karts = karts_in_service(*race);
        meeting.capacity = centre::bookings::capacity_max;
        body->integer("people", people, 1, meetings::people_max);
        body->integer("start_us", meeting.start_us, 0, start_us_max);
        for (const char* key : {"people", "minutes"}) body->require(key);
        read_grand_prix(*body, meeting);
        if (auto refusal = body->refusal(*call)) return reply(std::move(*refusal));
        const auto plan = plan_or_refusal(*call, meetings::plan(ask_of(meeting, static_cast<std::size_t>(people))));
        reply(plan ? ok(plan_json(*plan, meeting.start_us, is_french(*call))) : plan.error());
    });
}

struct NewMeeting {
    Meeting meeting;
    std::vector<MeetingEntry> entries;
};

std::expected<NewMeeting, http::Response> read_new(const Service& service, const Call& call, const Race& race) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    NewMeeting made;
    made.meeting.karts = karts_in_service(race);
    made.meeting.capacity = centre::bookings::capacity_max;
    // A draw can be made again, and is not known before: the time is chance enough to begin with.
    made.meeting.seed = call.now_us % seed_max;
    for (const char* key : {"track", "start_us", "minutes", "entries"}) body->require(key);
    body->text("track", made.meeting.track, centre::bookings::session_name_letters_max);
    if (body->has("track") && !service.track(made.meeting.track))
        body->fault("track", {"is not a track of this centre", "n’est pas une piste de ce centre"});
    read_meeting_body(*body, made.meeting);
    made.entries = read_entries(*body);
    if (auto refusal = body->refusal(call)) return std::unexpected(std::move(*refusal));
    return made;
}

void make(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refusal = key_missing(*call)) return reply(std::move(*refusal));
    service.with_race(call, reply, [&service, call, reply](const RacePtr& race) {
        auto made = read_new(service, *call, *race);
        if (!made) return reply(made.error());
        service.write(call, reply, [&service, call, race, made = std::move(*made)](Connection& db) {
            const std::int64_t id = centre::store::insert_meeting(db, call->stamp(), made.meeting).head.id;
            for (MeetingEntry entry : made.entries) {
                entry.meeting = id;
                const auto entered = centre::store::insert_entry(db, call->stamp(), std::move(entry));
                if (!entered) return refused(*call, entered.error());
            }
            http::Response answer = settle(service, *call, db, id, {race, {}});
            if (answer.status == 200) answer.status = 201;
            return answer;
        });
    });
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call](Connection& db) {
        std::vector<std::string> each;
        for (const auto& row : centre::store::meetings_between(db, call->now_us - listed_back_us, start_us_max))
            each.push_back(meeting_head_json(row));
        return items(each);
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    const std::int64_t id = meeting_of(*call);
    with_meeting_race(service, call, reply, id, [&service, call, reply, id](const MeetingRacePtr& race) {
        service.read(call, reply, [call, id, race](Connection& db) { return ok(shown(*call, db, id, *race)); });
    });
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    change_meeting(service, call, reply, [&service, call, version](Connection& db, const MeetingRace& race) {
        const std::int64_t id = meeting_of(*call);
        if (auto refusal = mismatch(*call, db, id, *version.number, race)) return std::move(*refusal);
        auto body = Body::of(*call);
        if (!body) return body.error();
        auto row = *centre::store::find_meeting(db, id);
        read_meeting_body(*body, row.meeting);
        if (auto refusal = body->refusal(*call)) return std::move(*refusal);
        centre::store::update_meeting(db, call->stamp(), std::move(row));
        return settle(service, *call, db, id, race);
    });
}

void draw(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = given_version(*call);
    if (version.refusal) return reply(*version.refusal);
    change_meeting(service, call, reply, [&service, call, version](Connection& db, const MeetingRace& race) {
        const std::int64_t id = meeting_of(*call);
        if (version.number)
            if (auto refusal = mismatch(*call, db, id, *version.number, race)) return std::move(*refusal);
        touch(*call, db, id);
        return settle(service, *call, db, id, race);
    });
}

/// Everybody knows his heats now: a paper hangs out, a message was sent.
void tell(Service& service, const CallPtr& call, const http::Reply& reply) {
    change_meeting(service, call, reply, [call](Connection& db, const MeetingRace& race) {
        const std::int64_t id = meeting_of(*call);
        for (auto [seat, facts] : centre::store::seats_of_meeting(db, id)) {
            facts.told = true;
            centre::store::put_meeting_seat(db, seat, facts);
        }
        touch(*call, db, id);
        return ok(shown(*call, db, id, race));
    });
}

void enter(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refusal = key_missing(*call)) return reply(std::move(*refusal));
    change_meeting(service, call, reply, [&service, call](Connection& db, const MeetingRace& race) {
        auto body = Body::of(*call);
        if (!body) return body.error();
        body->require("entries");
        const auto entries = read_entries(*body);
        if (auto refusal = body->refusal(*call)) return std::move(*refusal);
        const std::int64_t id = meeting_of(*call);
        if (centre::store::entries_of(db, id).size() + entries.size() > meetings::people_max)
            return problem(
                *call, 422, "bad_plan",
                {"That are more people than a meeting holds.", "C’est plus de monde qu’un meeting n’en contient."},
                R"("reason":"too_many_people")");
        for (MeetingEntry entry : entries) {
            entry.meeting = id;
            const auto entered = centre::store::insert_entry(db, call->stamp(), std::move(entry));
            if (!entered) return refused(*call, entered.error());
        }
        touch(*call, db, id);
        http::Response answer = settle(service, *call, db, id, race);
        if (answer.status == 200) answer.status = 201;
        return answer;
    });
}

void change_entry(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    change_meeting(service, call, reply, [&service, call, version](Connection& db, const MeetingRace& race) {
        const std::int64_t id = meeting_of(*call);
        auto entry = centre::store::find_entry(db, parse_id(entry_prefix, call->param("entry")).value_or(0));
        if (!entry || entry->meeting != id) return not_found(*call, call->param("entry"));
        if (entry->head.version != *version.number) return version_mismatch(*call, shown(*call, db, id, race));
        auto body = Body::of(*call);
        if (!body) return body.error();
        read_entry(*body, *entry);
        if (auto refusal = body->refusal(*call)) return std::move(*refusal);
        const auto changed = centre::store::update_entry(db, call->stamp(), std::move(*entry));
        if (!changed) return refused(*call, changed.error());
        touch(*call, db, id);
        return settle(service, *call, db, id, race);
    });
}

}  // namespace

void add_meeting_routes(Routes& routes, Service& service) {
    const auto add = [&](Method method, const std::string& path, Right right, auto handler) {
        routes.add(method, path, right, [&service, handler](const CallPtr& call, const http::Reply& reply) {
            handler(service, call, reply);
        });
    };
    add(Method::get, "/meetings", Right::read_track, list);
    add(Method::post, "/meetings/preview", Right::read_track, preview);
    add(Method::post, "/meetings", Right::run_sessions, make);
    add(Method::get, "/meetings/{id}", Right::read_track, show);
    add(Method::patch, "/meetings/{id}", Right::run_sessions, change);
    add(Method::post, "/meetings/{id}/draw", Right::run_sessions, draw);
    add(Method::post, "/meetings/{id}/tell", Right::run_sessions, tell);
    add(Method::post, "/meetings/{id}/entries", Right::seat_drivers, enter);
    add(Method::patch, "/meetings/{id}/entries/{entry}", Right::seat_drivers, change_entry);
}

}  // namespace chicane::web::api
