// How strong drivers and how fast karts are, with uncertainty: docs/ratings.md.
#include "centre/customers/public_name.hpp"
#include "centre/store/customers_table.hpp"
#include "web/api/answer.hpp"
#include "web/api/head_json.hpp"
#include "web/api/rating_days.hpp"
#include "web/api/result_keeper.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

using centre::store::Connection;
using centre::store::Rated;
using centre::store::RatingRow;

constexpr std::size_t ratings_listed_max = 500;  ///< a fleet whole, and more drivers than a list is read for

std::string driver_name(Connection& db, std::int64_t customer) {
    const auto found = centre::store::find_customer(db, customer);
    return found ? centre::customers::full_name(found->customer) : "";
}

std::string rating_json(Connection& db, const RatingRow& row, const Race& race) {
    const bool is_kart = row.of.kind == Rated::kart;
    feed::JsonText json;
    json.begin_object();
    write_id(json, "driver", customer_prefix, is_kart ? std::nullopt : std::optional(row.of.who));
    write_id(json, "kart", kart_prefix, is_kart ? std::optional(row.of.who) : std::nullopt);
    json.key("name").text(is_kart ? race.kart_number(row.of.who) : driver_name(db, row.of.who));
    json.key("class").text(row.of.kart_class);
    json.key("points").maybe_real(row.rating.points).key("deviation").maybe_real(row.rating.deviation);
    json.key("sessions").integer(row.drives);
    json.key("pace_ms").maybe(is_kart ? std::optional(sessions::meetings::pace_ms(row.rating, {})) : std::nullopt);
    return json.end_object().take();
}

void list(Service& service, ResultKeeper& results, const CallPtr& call, const http::Reply& reply) {
    const std::string track = call->request.query_value("track").value_or("");
    const std::string kind = call->request.query_value("kind").value_or("driver");
    if (!service.track(track)) return reply(not_found(*call, track));
    if (kind != "driver" && kind != "kart")
        return reply(problem(*call, 422, "invalid", {"The kind is driver or kart.", "Le genre est driver ou kart."}));
    results.before(call, reply, [&service, call, reply, track, kind] {
        service.with_race(call, reply, [&service, call, reply, track, kind](const RacePtr& race) {
            service.read(call, reply, [race, track, kind](Connection& db) {
                std::vector<std::string> each;
                const Rated rated = kind == "kart" ? Rated::kart : Rated::driver;
                for (const auto& row : centre::store::ratings_listed(db, track, rated, ratings_listed_max))
                    each.push_back(rating_json(db, row, *race));
                return items(each);
            });
        });
    });
}

}  // namespace

void add_rating_routes(Routes& routes, Service& service, ResultKeeper& results) {
    routes.add(
        http::Method::get, "/ratings", centre::staff::Right::read_track,
        [&service, &results](const CallPtr& call, const http::Reply& reply) { list(service, results, call, reply); });
}

}  // namespace chicane::web::api
