// Points of meetings and of championships: tables as data, and who leads by them.
#include <algorithm>

#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/words.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/meeting_season.hpp"
#include "web/api/result_keeper.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"
#include "web/feed/json_text.hpp"
#include "web/sheets/table.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::staff::Right;
using centre::store::Connection;
using centre::store::MeetingPoints;
using centre::store::MeetingRow;
using centre::store::PointsTableRow;
using feed::JsonText;
using http::Method;

constexpr std::int64_t hundredths_max = 100'000'000;  ///< a million points for one place is a slip

std::int64_t meeting_of(const Call& call) { return parse_id(meeting_prefix, call.param("id")).value_or(0); }

void read_table(Body& body, PointsTableRow& row) {
    body.require("kind");
    body.word("kind", row.kind);
    body.maybe_text("class", row.class_name, centre::store::group_letters_max);
    auto& table = row.table;
    body.integers("by_place_hundredths", table.by_place_hundredths, 0, hundredths_max, timing::entrants_max);
    body.integer("participation_hundredths", table.participation_hundredths, 0, hundredths_max);
    body.integer("best_lap_hundredths", table.best_lap_hundredths, 0, hundredths_max);
    body.integer("pole_hundredths", table.pole_hundredths, 0, hundredths_max);
    body.integer("best_lap_place_max", table.best_lap_place_max, 0, timing::entrants_max);
}

void read_points(Body& body, MeetingPoints& points) {
    body.text("championship", points.championship, centre::store::meeting_name_letters_max);
    body.integer("drop_worst", points.drop_worst, 0, meetings::rounds_max);
    body.integer("team_counting", points.team_counting, 1, timing::entrants_max);
    if (!body.has("tables")) return;
    points.tables.clear();
    for (Body& given : body.objects("tables", centre::store::points_tables_max))
        read_table(given, points.tables.emplace_back());
}

std::string points_json(const MeetingPoints& points, std::int64_t version) {
    JsonText json;
    json.begin_object().key("version").integer(version).key("championship").text(points.championship);
    json.key("drop_worst").integer(points.drop_worst).key("team_counting").integer(points.team_counting);
    json.key("tables").begin_array();
    for (const PointsTableRow& row : points.tables) {
        json.begin_object().key("kind").text(word(row.kind)).key("class").maybe(row.class_name);
        json.key("by_place_hundredths").begin_array();
        for (const std::int64_t hundredths : row.table.by_place_hundredths) json.integer(hundredths);
        json.end_array().key("participation_hundredths").integer(row.table.participation_hundredths);
        json.key("best_lap_hundredths").integer(row.table.best_lap_hundredths);
        json.key("pole_hundredths").integer(row.table.pole_hundredths);
        json.key("best_lap_place_max").integer(static_cast<std::int64_t>(row.table.best_lap_place_max)).end_object();
    }
    return json.end_array().end_object().take();
}

/// `25`, `12.50`.
std::string points_text(std::int64_t hundredths) {
    const std::string cents = std::to_string(100 + hundredths % 100).substr(1);
    return std::to_string(hundredths / 100) + (cents == "00" ? "" : "." + cents);
}

std::string season_json(const Season& season) {
    JsonText json;
    json.begin_object().key("sessions").begin_array();
    for (const SeasonSession& session : season.sessions) {
        json.begin_object().key("meeting").text(wire_id(meeting_prefix, session.meeting));
        json.key("name").text(session.name).key("kind").text(word(session.kind)).end_object();
    }
    json.end_array().key("standings").begin_array();
    for (const meetings::Standing& line : season.standings) {
        json.begin_object().key("rank").integer(static_cast<std::int64_t>(line.rank));
        json.key("name").text(season.names[line.who.value - 1]).key("hundredths").integer(line.hundredths);
        json.key("gross_hundredths").integer(line.gross_hundredths).key("dropped").begin_array();
        for (const std::size_t session : line.dropped) json.integer(static_cast<std::int64_t>(session));
        json.end_array().key("places").begin_array();
        for (const std::size_t count : line.places) json.integer(static_cast<std::int64_t>(count));
        json.end_array().end_object();
    }
    return json.end_array().end_object().take();
}

sheets::Table table_of(const Season& season) {
    sheets::Table table{{"rank", "name", "points", "gross_points", "wins"}, {}};
    for (const meetings::Standing& line : season.standings)
        table.rows.push_back({static_cast<std::int64_t>(line.rank), season.names[line.who.value - 1],
                              points_text(line.hundredths), points_text(line.gross_hundredths),
                              static_cast<std::int64_t>(line.places.empty() ? 0 : line.places.front())});
    return table;
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call](Connection& db) {
        const auto row = centre::store::find_meeting(db, meeting_of(*call));
        if (!row) return not_found(*call, call->param("id"));
        return ok(points_json(centre::store::points_of(db, row->head.id), row->head.version));
    });
}

void put(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    service.write(call, reply, [call, version](Connection& db) {
        const std::int64_t id = meeting_of(*call);
        const auto row = centre::store::find_meeting(db, id);
        if (!row) return not_found(*call, call->param("id"));
        MeetingPoints points = centre::store::points_of(db, id);
        if (row->head.version != *version.number)
            return version_mismatch(*call, points_json(points, row->head.version));
        auto body = Body::of(*call);
        if (!body) return body.error();
        read_points(*body, points);
        if (auto refusal = body->refusal(*call)) return std::move(*refusal);
        centre::store::put_points(db, call->stamp(), id, points);
        return ok(points_json(points, row->head.version + 1));
    });
}

using Meetings = std::function<std::optional<std::vector<MeetingRow>>(Connection&)>;

void standings(Service& service, ResultKeeper& results, const CallPtr& call, const http::Reply& reply,
               const Meetings& of_which, bool as_csv) {
    static constexpr std::string_view whose[] = {"driver", "team", "club"};
    const auto of = std::ranges::find(whose, call->request.query_value("of").value_or("driver"));
    if (of == std::end(whose))
        return reply(
            problem(*call, 422, "invalid", {"Of is driver, team or club.", "« of » est driver, team ou club."}));
    const auto wanted = static_cast<StandingsOf>(of - std::begin(whose));
    results.before(call, reply, [&service, call, reply, of_which, wanted, as_csv] {
        service.read(call, reply, [call, of_which, wanted, as_csv](Connection& db) {
            const auto found = of_which(db);
            if (!found) return not_found(*call, call->param("id"));
            const auto season = season_of(db, *found, wanted, call->request.query_value("class"));
            if (season && as_csv) return csv_file(csv(table_of(*season)), "standings");
            if (season) return ok(season_json(*season));
            return problem(*call, 422, "bad_plan",
                           {"That are more sessions or people than a season holds.",
                            "C’est plus de séances ou de monde qu’une saison n’en contient."},
                           R"("reason":"too_many_people")");
        });
    });
}

std::optional<std::vector<MeetingRow>> one(Connection& db, std::int64_t id) {
    auto row = centre::store::find_meeting(db, id);
    if (!row) return std::nullopt;
    return std::vector<MeetingRow>{std::move(*row)};
}

}  // namespace

void add_season_routes(Routes& routes, Service& service, ResultKeeper& results) {
    const std::string points = "/meetings/{id}/points";
    routes.add(Method::get, points, Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::put, points, Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { put(service, call, reply); });
    const auto add = [&](const std::string& path, bool as_csv) {
        routes.add(Method::get, "/meetings/{id}" + path, Right::read_track,
                   [&service, &results, as_csv](const CallPtr& call, const http::Reply& reply) {
                       const auto of_one = [id = meeting_of(*call)](Connection& db) { return one(db, id); };
                       standings(service, results, call, reply, of_one, as_csv);
                   });
        routes.add(Method::get, path, Right::read_track,
                   [&service, &results, as_csv](const CallPtr& call, const http::Reply& reply) {
                       const auto name = call->request.query_value("championship").value_or("");
                       const auto of_all = [name](Connection& db) {
                           return std::optional(centre::store::meetings_of_championship(db, name));
                       };
                       standings(service, results, call, reply, of_all, as_csv);
                   });
    };
    add("/standings", false);
    add("/standings.csv", true);
}

}  // namespace chicane::web::api
