// The fleet: karts with their numbers and tags. The machine lives in race control's register, its version in the store: a change is
// tried there first, then claimed by its version, then made.
#include "centre/store/kart_heads_table.hpp"
#include "web/api/fleet.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using centre::store::Head;
using http::Method;
using sessions::conductor::Ask;
using sessions::conductor::Outcome;

/// The kart of the path, as race control has it.
void with_kart(Service& service, const CallPtr& call, const http::Reply& reply,
               std::function<void(std::int64_t, const RacePtr&)> then) {
    service.with_race(call, reply, [call, reply, then = std::move(then)](const RacePtr& race) {
        const auto id = parse_id(kart_prefix, call->param("id"));
        if (!id || !race->karts.contains(*id)) return reply(not_found(*call, call->param("id")));
        then(*id, race);
    });
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.with_race(call, reply, [&service, call, reply](const RacePtr& race) {
        service.read(call, reply, [race](Connection& db) {
            std::vector<std::string> each;
            for (const auto& [id, kart] : race->karts)
                each.push_back(kart_json(centre::store::kart_head(db, id), facts_of(kart, *race), *race));
            return items(each);
        });
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    with_kart(service, call, reply, [&service, call, reply](std::int64_t id, const RacePtr& race) {
        service.read(call, reply, [id, race](Connection& db) {
            return ok(kart_json(centre::store::kart_head(db, id), facts_of(race->karts.at(id), *race), *race));
        });
    });
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    KartFacts facts;
    read_kart(*body, facts);
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    service.with_race(call, reply, [&service, call, reply, facts](const RacePtr& race) {
        for (const std::int64_t tag : facts.transponders) {
            const auto sync = race->sync_transponders.find({static_cast<std::uint64_t>(tag)});
            if (sync == race->sync_transponders.end()) continue;
            return reply(refused(*call, sessions::conductor::sync_refusal(sync->first, sync->second)));
        }
        auto id = std::make_shared<std::optional<std::int64_t>>();
        const auto work = [call, facts, race, id](Connection& db) {
            for (const auto& [other, kart] : race->karts)
                if (kart.number == facts.number) return number_taken(*call, facts.number);
            const std::int64_t highest = race->karts.empty() ? 0 : race->karts.rbegin()->first;
            const Head head = centre::store::add_kart_head(db, call->stamp(), highest);
            *id = head.id;
            return created(kart_json(head, facts, *race));
        };
        service.write(call, reply, work, [&service, call, reply, facts, id](const http::Response& answer) {
            if (!*id) return reply(answer);  // the first answer of its key: it was carried out then
            carry_out(service, call, reply, commands_for(**id, {}, facts, true), false,
                      [&service, call, reply, answer](const Outcome& outcome) {
                          if (outcome) return reply(answer);
                          service.refuse_written(call, reply, refused(*call, outcome.error()));
                      });
        });
    });
}

/// Tries the commands, claims the version, carries them out. `answer` makes the reply of the new head.
void change_kart(Service& service, const CallPtr& call, const http::Reply& reply, std::int64_t id, const RacePtr& race,
                 std::vector<Ask> asks, std::function<http::Response(const Head&)> answer) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    const auto claim = [=, &service](const Outcome& tried) {
        if (!tried) return reply(refused(*call, tried.error()));
        const auto work = [=](Connection& db) {
            const auto head = centre::store::raise_kart_version(db, call->stamp(), id, *version.number);
            if (head) return answer(*head);
            return version_mismatch(
                *call, kart_json(centre::store::kart_head(db, id), facts_of(race->karts.at(id), *race), *race));
        };
        service.write(call, reply, work, [=, &service](const http::Response& response) {
            carry_out(service, call, reply, asks, false, [=, &service](const Outcome& outcome) {
                if (!outcome) return reply(refused(*call, outcome.error()));
                restage_sessions_with(service, call, reply, id, [reply, response] { reply(response); });
            });
        });
    };
    carry_out(service, call, reply, asks, true, claim);
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    with_kart(service, call, reply, [&service, call, reply](std::int64_t id, const RacePtr& race) {
        auto body = Body::of(*call);
        if (!body) return reply(body.error());
        const KartFacts before = facts_of(race->karts.at(id), *race);
        KartFacts wanted = before;
        read_kart(*body, wanted);
        if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
        change_kart(service, call, reply, id, race, commands_for(id, before, wanted, false),
                    [wanted, race](const Head& head) { return ok(kart_json(head, wanted, *race)); });
    });
}

void remove(Service& service, const CallPtr& call, const http::Reply& reply) {
    with_kart(service, call, reply, [&service, call, reply](std::int64_t id, const RacePtr& race) {
        const sessions::conductor::RemoveKart ask{timing::KartId{static_cast<std::uint32_t>(id)}};
        change_kart(service, call, reply, id, race, {ask}, [](const Head&) { return no_content(); });
    });
}

}  // namespace

void add_kart_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/karts", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, "/karts", Right::change_fleet,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::get, "/karts/{id}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::patch, "/karts/{id}", Right::change_fleet,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::del, "/karts/{id}", Right::change_fleet,
               [&service](const CallPtr& call, const http::Reply& reply) { remove(service, call, reply); });
}

}  // namespace chicane::web::api
