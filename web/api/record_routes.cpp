// Records of a track: the best lap of each person, by kart class, category and period. Made of the results that are kept, so that a correction takes a
// record away, or gives it. A track's other configuration is a track of its own in chicane.toml.
#include <algorithm>
#include <array>
#include <tuple>

#include "centre/store/results_table.hpp"
#include "web/api/answer.hpp"
#include "web/api/head_json.hpp"
#include "web/api/result_keeper.hpp"
#include "web/api/routes.hpp"
#include "web/api/setup.hpp"
#include "web/sheets/table.hpp"

namespace chicane::web::api {
namespace {

using centre::customers::Date;
using centre::store::Connection;
using centre::store::RecordAsk;
using centre::store::RecordRow;

constexpr std::int64_t day_us = 86'400'000'000;
constexpr std::int64_t ever_us = 4'102'444'800'000'000;  ///< the year 2100
constexpr std::array<std::string_view, 5> periods{"day", "week", "month", "year", "ever"};

/// [from, until) of the period that a day lies in; weeks begin on Monday.
std::pair<std::int64_t, std::int64_t> span_of(std::string_view period, Date date, const Calendar& calendar) {
    const std::int64_t noon_us = calendar.begin_us(date) + day_us / 2;
    if (period == "day") return {calendar.begin_us(date), calendar.end_us(date)};
    if (period == "week") {
        const int monday = (calendar.day_of(noon_us) + 3) % 7;  // 1 January 1970 was a Thursday
        return {calendar.begin_us(calendar.date_of(noon_us - monday * day_us)),
                calendar.end_us(calendar.date_of(noon_us + (6 - monday) * day_us))};
    }
    const Date next_month = date.month == 12 ? Date{date.year + 1, 1, 1} : Date{date.year, date.month + 1, 1};
    if (period == "month") return {calendar.begin_us({date.year, date.month, 1}), calendar.begin_us(next_month)};
    if (period == "year") return {calendar.begin_us({date.year, 1, 1}), calendar.begin_us({date.year + 1, 1, 1})};
    return {0, ever_us};
}

std::expected<RecordAsk, http::Response> read_ask(const Service& service, const Call& call) {
    RecordAsk ask;
    ask.track = call.request.query_value("track").value_or("");
    if (!service.track(ask.track)) return std::unexpected(not_found(call, ask.track));
    ask.kart_class = call.request.query_value("class");
    ask.category = call.request.query_value("category");
    const std::string period = call.request.query_value("period").value_or("ever");
    if (std::ranges::find(periods, period) == periods.end())
        return std::unexpected(problem(
            call, 422, "invalid",
            {"The period is day, week, month, year or ever.", "La période est day, week, month, year ou ever."}));
    const auto given = call.request.query_value("date");
    const auto date = given ? centre::customers::parse_date(*given) : service.calendar().date_of(call.now_us);
    if (!date)
        return std::unexpected(
            problem(call, 422, "invalid", {"The date is YYYY-MM-DD.", "La date s’écrit AAAA-MM-JJ."}));
    std::tie(ask.from_us, ask.until_us) = span_of(period, *date, service.calendar());
    return ask;
}

std::string record_json(Connection& db, const RecordRow& row, const Race& race) {
    const auto seat = centre::store::find_seat(db, row.seat);
    feed::JsonText json;
    json.begin_object().key("best_us").integer(row.best_us);
    json.key("entrant").text(wire_id(entrant_prefix, row.seat));
    json.key("session").text(wire_id(session_prefix, row.session)).key("at_us").integer(row.at_us);
    json.key("name").text(seat ? name_of(*seat) : "");
    write_id(json, "customer", customer_prefix, row.customer);
    write_id(json, "kart", kart_prefix, row.kart);
    json.key("number").text(race.kart_number(row.kart)).key("class").text(row.kart_class);
    json.key("category").text(row.category);
    return json.end_object().take();
}

sheets::Table table_of(Connection& db, const std::vector<RecordRow>& rows, const Race& race, const Calendar& calendar) {
    sheets::Table table{{"position", "name", "number", "class", "category", "best_us", "date"}, {}};
    std::int64_t position = 0;
    for (const RecordRow& row : rows) {
        const auto seat = centre::store::find_seat(db, row.seat);
        table.rows.push_back({++position, seat ? name_of(*seat) : "", race.kart_number(row.kart), row.kart_class,
                              row.category, row.best_us, text_of(calendar.date_of(row.at_us))});
    }
    return table;
}

http::Response answer(Connection& db, const RecordAsk& ask, const Race& race, const Calendar& calendar, bool as_csv) {
    const auto rows = centre::store::records(db, ask);
    if (as_csv) return csv_file(csv(table_of(db, rows, race, calendar)), "records-" + ask.track);
    std::vector<std::string> each;
    for (const RecordRow& row : rows) each.push_back(record_json(db, row, race));
    return items(each);
}

void list(Service& service, ResultKeeper& results, const CallPtr& call, const http::Reply& reply, bool as_csv) {
    const auto ask = read_ask(service, *call);
    if (!ask) return reply(ask.error());
    results.before(call, reply, [&service, call, reply, ask = *ask, as_csv] {
        service.with_race(call, reply, [&service, call, reply, ask, as_csv](const RacePtr& race) {
            service.read(call, reply, [&service, race, ask, as_csv](Connection& db) {
                return answer(db, ask, *race, service.calendar(), as_csv);
            });
        });
    });
}

}  // namespace

void add_record_routes(Routes& routes, Service& service, ResultKeeper& results) {
    const auto add = [&](const std::string& path, bool as_csv) {
        routes.add(http::Method::get, path, centre::staff::Right::read_track,
                   [&service, &results, as_csv](const CallPtr& call, const http::Reply& reply) {
                       list(service, results, call, reply, as_csv);
                   });
    };
    add("/records", false);
    add("/records.csv", true);
}

}  // namespace chicane::web::api
