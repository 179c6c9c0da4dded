// Heats of a race meeting, tried: balanced at random, groups, a ladder, an elimination. A calculator: people are numbers of the client's list from 1,
// nothing is kept, and the sessions are made as any other.
#include <algorithm>
#include <array>

#include "sessions/meetings/group_heats.hpp"
#include "sessions/meetings/ladder.hpp"
#include "sessions/meetings/limits.hpp"
#include "sessions/meetings/random_heats.hpp"
#include "web/api/answer.hpp"
#include "web/api/body.hpp"
#include "web/api/routes.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using feed::JsonText;
using meetings::People;
using timing::EntrantId;

constexpr std::array<std::string_view, 4> kinds{"random", "groups", "ladder", "elimination"};
enum class DrawKind : std::uint8_t { random, groups, ladder, elimination };
constexpr std::int64_t seed_max = 9'007'199'254'740'991;  ///< what JSON carries exactly

struct DrawAsk {
    DrawKind kind = DrawKind::random;
    std::int64_t people = 0;
    std::int64_t places = 0;
    std::int64_t heats_each = 1;
    std::int64_t groups = 4;
    std::int64_t seed = 0;
    std::int64_t count = 1;       ///< who change on a ladder, who go through in an elimination
    std::vector<People> results;  ///< of the round before, each the winner first
};

using Rounds = std::vector<std::vector<People>>;

struct Draw {
    Rounds rounds;
    People out;
    std::optional<meetings::MeetingBalance> balance;
};

void read_results(Body& body, DrawAsk& ask) {
    std::vector<std::int64_t> all;
    for (Body& given : body.objects("results", meetings::runs_max)) {
        std::vector<std::int64_t> numbers;
        given.require("people");
        given.integers("people", numbers, 1, meetings::people_max, timing::entrants_max);
        People& people = ask.results.emplace_back();
        for (const std::int64_t number : numbers) people.push_back({static_cast<std::uint32_t>(number)});
        all.insert(all.end(), numbers.begin(), numbers.end());
    }
    std::ranges::sort(all);
    if (std::ranges::adjacent_find(all) != all.end())
        body.fault("results", {"have somebody twice", "contiennent quelqu’un deux fois"});
}

DrawAsk read_ask(Body& body) {
    DrawAsk ask;
    body.require("kind");
    if (const auto kind = body.word_index("kind", kinds)) ask.kind = static_cast<DrawKind>(*kind);
    body.integer("people", ask.people, 1, meetings::people_max);
    body.integer("places", ask.places, 2, timing::entrants_max);
    body.integer("heats_each", ask.heats_each, 1, meetings::rounds_max);
    body.integer("groups", ask.groups, 2, meetings::groups_max);
    body.integer("seed", ask.seed, 0, seed_max);
    body.integer("count", ask.count, 1, timing::entrants_max);
    read_results(body, ask);
    if (ask.results.empty()) body.require(ask.kind == DrawKind::ladder ? "results" : "people");
    if (ask.kind != DrawKind::ladder) body.require("places");
    return ask;
}

People everybody(const DrawAsk& ask) {
    People people;
    for (std::uint32_t number = 1; number <= ask.people; ++number) people.push_back({number});
    return people;
}

std::optional<Draw> draw_random(const DrawAsk& ask) {
    const auto made =
        meetings::random_heats(static_cast<std::size_t>(ask.people), static_cast<std::size_t>(ask.heats_each),
                               static_cast<std::size_t>(ask.places), static_cast<std::uint64_t>(ask.seed));
    if (!made) return std::nullopt;
    Draw draw{{}, {}, made->balance};
    for (const auto& round : made->rounds) {
        auto& heats = draw.rounds.emplace_back();
        for (const meetings::Heat& heat : round) {
            People& people = heats.emplace_back();
            for (const std::size_t place : heat) people.push_back({static_cast<std::uint32_t>(place + 1)});
        }
    }
    return draw;
}

std::optional<Draw> draw_groups(const DrawAsk& ask) {
    const auto heats = meetings::group_heats(everybody(ask), static_cast<std::size_t>(ask.groups),
                                             static_cast<std::size_t>(ask.places));
    if (!heats) return std::nullopt;
    Draw draw;
    auto& round = draw.rounds.emplace_back();
    for (const auto& heat : *heats) round.push_back(heat.people);
    return draw;
}

std::optional<Draw> draw(const DrawAsk& ask) {
    const auto places = static_cast<std::size_t>(ask.places), count = static_cast<std::size_t>(ask.count);
    switch (ask.kind) {
        case DrawKind::random:
            return draw_random(ask);
        case DrawKind::groups:
            return draw_groups(ask);
        case DrawKind::ladder:
            return Draw{{meetings::climb(ask.results, count)}, {}, {}};
        case DrawKind::elimination:
            if (ask.results.empty()) return Draw{{meetings::draw_elimination(everybody(ask), places)}, {}, {}};
            if (auto next = meetings::eliminate(ask.results, count, places))
                return Draw{{std::move(next->heats)}, std::move(next->out), {}};
            return std::nullopt;
    }
    return std::nullopt;
}

void write_people(JsonText& json, const People& people) {
    json.begin_array();
    for (const EntrantId who : people) json.integer(who.value);
    json.end_array();
}

http::Response no_such_heats(const Call& call) {
    return problem(call, 422, "bad_plan",
                   {"These numbers make no such heats: too many for the places, or nobody would be out.",
                    "Ces nombres ne font pas de telles séries : trop pour les places, ou personne ne serait éliminé."},
                   R"("reason":"no_such_heats")");
}

std::string draw_json(const Draw& draw) {
    JsonText json;
    json.begin_object().key("rounds").begin_array();
    for (const auto& round : draw.rounds) {
        json.begin_object().key("heats").begin_array();
        for (const People& heat : round) {
            json.begin_object().key("people");
            write_people(json, heat);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array().key("out");
    write_people(json, draw.out);
    json.key("balance");
    if (!draw.balance) return json.null().end_object().take();
    json.begin_object().key("met_permille").integer(draw.balance->met_permille);
    json.key("met_least").integer(static_cast<std::int64_t>(draw.balance->met_least));
    json.key("met_most").integer(static_cast<std::int64_t>(draw.balance->met_most));
    json.key("pair_most").integer(static_cast<std::int64_t>(draw.balance->pair_most)).end_object();
    return json.end_object().take();
}

}  // namespace

void add_draw_routes(Routes& routes, Service& service) {
    routes.add(http::Method::post, "/draws", centre::staff::Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) {
                   auto body = Body::of(*call);
                   if (!body) return reply(body.error());
                   const DrawAsk ask = read_ask(*body);
                   if (auto refusal = body->refusal(*call)) return reply(std::move(*refusal));
                   // Balancing takes its time, which the web thread has not; the reader has.
                   service.read(call, reply, [call, ask](centre::store::Connection&) {
                       const auto made = draw(ask);
                       return made ? ok(draw_json(*made)) : no_such_heats(*call);
                   });
               });
}

}  // namespace chicane::web::api
