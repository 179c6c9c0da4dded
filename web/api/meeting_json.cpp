#include "web/api/meeting_json.hpp"

#include <algorithm>

#include "sessions/meetings/words.hpp"
#include "web/api/head_json.hpp"
#include "web/api/meeting_draw.hpp"
#include "web/api/meeting_plan.hpp"
#include "web/api/session_json.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using feed::JsonText;

void write_meeting(JsonText& json, const centre::store::MeetingRow& row) {
    const auto& meeting = row.meeting;
    write_head(json, meeting_prefix, row.head);
    json.key("name").text(meeting.name).key("track").text(meeting.track).key("start_us").integer(meeting.start_us);
    json.key("seed").integer(meeting.seed).key("kart_mode").text(word(meeting.kart_mode));
    const auto maybe_variant = [&](std::string_view key, const auto& variant) {
        json.key(key);
        variant ? json.text(word(*variant)) : json.null();
    };
    maybe_variant("variant", meeting.variant);
    maybe_variant("asked_variant", meeting.asked_variant);
    json.key("karts").integer(meeting.karts).key("capacity").integer(meeting.capacity);
    json.key("minutes").integer(meeting.minutes).key("reserve_min").integer(meeting.reserve_min);
    json.key("lengths").begin_object();
    const auto words = timing::words<meetings::Round>();
    for (std::size_t round = 0; round < words.size(); ++round) json.key(words[round]).maybe(meeting.set_min[round]);
    json.end_object();
}

void write_entry(JsonText& json, const centre::store::MeetingEntry& entry) {
    json.begin_object();
    write_head(json, entry_prefix, entry.head);
    json.key("name").text(entry.name);
    write_id(json, "customer", customer_prefix, entry.customer);
    json.key("class").text(entry.class_name).key("team").text(entry.team).key("club").text(entry.club);
    json.key("weight_kg").integer(entry.weight_kg).key("withdrawn").boolean(entry.withdrawn).end_object();
}

void write_people(JsonText& json, const MeetingNow& now, const MeetingRunNow& run, const Race& race) {
    json.key("people").begin_array();
    for (const auto& seat : run.seats) {
        const auto facts = now.seats.find(seat.head.id);
        json.begin_object().key("entrant").text(wire_id(entrant_prefix, seat.head.id));
        write_id(json, "entry", entry_prefix,
                 facts == now.seats.end() ? std::nullopt : std::optional(facts->second.entry));
        json.key("name").text(name_of(seat));
        write_id(json, "kart", kart_prefix, seat.kart);
        json.key("number").text(number_of(seat, race));
        json.key("told").boolean(facts != now.seats.end() && facts->second.told).end_object();
    }
    json.end_array();
}

/// What the results say now is not what is drawn. Of a run that has run only who drove counts, not from where; and who came too late for a practice
/// or qualifying is not missing in it.
bool is_out_of_date(const meetings::ProgrammeRun& run, const std::optional<meetings::People>& wanted) {
    if (!wanted) return !run.ran && !run.people.empty();
    meetings::People people, due = *wanted;
    for (const auto& place : run.people) people.push_back(place.who);
    if (!run.ran) return people != due;
    if (run.run.round < meetings::Round::third) return false;
    std::ranges::sort(people);
    std::ranges::sort(due);
    return people != due;
}

void write_runs(JsonText& json, const MeetingNow& now, const MeetingRace& race, bool french) {
    const auto programme = programme_of(now, race);
    const auto drawn = drawn_by_results(now, race);
    json.key("runs").begin_array();
    for (std::size_t index = 0; index < now.runs.size(); ++index) {
        const MeetingRunNow& run = now.runs[index];
        json.begin_object().key("session").text(wire_id(session_prefix, run.session.head.id));
        json.key("round").text(word(run.run.round)).key("name").text(word(run.run.name));
        json.key("number").integer(static_cast<std::int64_t>(run.run.number));
        json.key("title").text(run_title(run.run, french));
        json.key("planned_start_us").integer(run.session.session.planned_start_us);
        json.key("minutes").integer(run.run.minutes);
        json.key("places").integer(static_cast<std::int64_t>(run.run.people));
        json.key("phase").text(phase_word(run.session, *race.race));
        json.key("drawn").boolean(!run.seats.empty());
        json.key("out_of_date").boolean(is_out_of_date(programme[index], drawn[index]));
        write_people(json, now, run, *race.race);
        json.end_object();
    }
    json.end_array();
}

void write_balance(JsonText& json, const MeetingNow& now, const Race& race) {
    const KartsOfMeeting karts = karts_of(now, race, now.kart_paces_ms);
    const auto balance = meetings::balance_of(karts.runs, karts.fleet);
    json.key("kart_balance").begin_object().key("least_ms").integer(balance.least_ms);
    json.key("most_ms").integer(balance.most_ms);
    json.key("repeats").integer(static_cast<std::int64_t>(balance.repeats)).end_object();
}

}  // namespace

std::string meeting_head_json(const centre::store::MeetingRow& row) {
    JsonText json;
    json.begin_object();
    write_meeting(json, row);
    return json.end_object().take();
}

std::string meeting_json(const MeetingNow& now, const MeetingRace& race, bool french) {
    JsonText json;
    json.begin_object();
    write_meeting(json, now.row);
    write_balance(json, now, *race.race);
    json.key("entries").begin_array();
    for (const auto& entry : now.entries) write_entry(json, entry);
    json.end_array();
    write_runs(json, now, race, french);
    return json.end_object().take();
}

}  // namespace chicane::web::api
