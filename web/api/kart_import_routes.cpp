// The fleet from a list: each row is new, changed, the same, or refused with its reason. A dry run says so and changes nothing.
#include <algorithm>
#include <map>
#include <set>

#include "centre/store/kart_heads_table.hpp"
#include "web/api/fleet.hpp"
#include "web/api/routes.hpp"
#include "web/feed/json_text.hpp"
#include "web/http/problem.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using http::Method;
using sessions::conductor::Ask;
using sessions::conductor::Outcome;

constexpr std::size_t rows_max = 500;  ///< half of the largest fleet, and well inside a request's time

enum class Verdict { is_new, changed, same, refused };

struct Row {
    KartFacts wanted;
    KartFacts before;
    std::optional<std::int64_t> id;  ///< of the kart that has the number
    Verdict verdict = Verdict::is_new;
    Text reason;
};

struct Import {
    std::vector<Row> rows;
    bool dry_run = false;
};

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::is_new:
            return "new";
        case Verdict::changed:
            return "changed";
        case Verdict::same:
            return "same";
        case Verdict::refused:
            return "refused";
    }
    return "";
}

std::expected<Import, http::Response> read_import(const Call& call) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    Import import;
    body->require("rows");
    body->boolean("dry_run", import.dry_run);
    for (Body& each : body->objects("rows", rows_max)) read_kart(each, import.rows.emplace_back().wanted);
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    return import;
}

/// What race control would refuse halfway through the list, found before anything is done.
std::optional<Text> refusal_of(const Row& row, const Race& race, std::size_t karts) {
    for (const std::int64_t tag : row.wanted.transponders) {
        const auto sync = race.sync_transponders.find({static_cast<std::uint64_t>(tag)});
        if (sync == race.sync_transponders.end()) continue;
        const std::string number = std::to_string(tag);
        return Text{"transponder " + number + " is the sync transponder of track " + sync->second,
                    "le transpondeur " + number + " synchronise les décodeurs de la piste " + sync->second};
    }
    if (row.id || karts < sessions::conductor::karts_max) return std::nullopt;
    const std::string most = std::to_string(sessions::conductor::karts_max);
    return Text{"the fleet has no place: at most " + most + " karts", "le parc est plein : " + most + " karts au plus"};
}

void judge(std::vector<Row>& rows, const Race& race) {
    std::map<std::string, std::int64_t> known;
    for (const auto& [id, kart] : race.karts) known.emplace(kart.number, id);
    std::set<std::string> numbers;
    std::set<std::int64_t> tags;
    std::size_t karts = race.karts.size();
    for (Row& row : rows) {
        if (const auto found = known.find(row.wanted.number); found != known.end()) {
            row.id = found->second;
            row.before = facts_of(race.karts.at(found->second), race);
            row.wanted.out_of_service = row.before.out_of_service;
            row.verdict =
                commands_for(*row.id, row.before, row.wanted, false).empty() ? Verdict::same : Verdict::changed;
        }
        const bool twice = !numbers.insert(row.wanted.number).second;
        bool tag_twice = false;
        for (const std::int64_t tag : row.wanted.transponders) tag_twice = !tags.insert(tag).second || tag_twice;
        auto refusal = refusal_of(row, race, karts);
        if (tag_twice)
            refusal = {"a transponder stands in the list twice", "un transpondeur figure deux fois dans la liste"};
        if (twice) refusal = {"the number stands in the list twice", "le numéro figure deux fois dans la liste"};
        if (refusal) {
            row.verdict = Verdict::refused;
            row.reason = *refusal;
        } else if (row.verdict == Verdict::is_new) {
            ++karts;
        }
    }
}

/// Takes a transponder from whoever has it.
bool takes(const Ask& ask) {
    const auto* given = std::get_if<sessions::conductor::AssignTransponder>(&ask);
    return given && !given->kart && !given->session;
}

http::Response report(const Call& call, const std::vector<Row>& rows) {
    const bool french = http::language_of(call.request) == http::Language::fr;
    std::vector<std::string> each;
    for (const Row& row : rows) {
        feed::JsonText json;
        json.begin_object().key("row").integer(static_cast<std::int64_t>(each.size()) + 1);
        json.key("result").text(word(row.verdict)).key("reason");
        row.verdict == Verdict::refused ? json.text(french ? row.reason.fr : row.reason.en) : json.null();
        each.push_back(json.end_object().take());
    }
    return items(each);
}

/// On the writer's thread: ids for the new ones, the next version for the changed.
std::vector<Ask> claim_heads(const Call& call, Connection& db, const Race& race, std::vector<Row>& rows) {
    std::vector<Ask> asks;
    const std::int64_t highest = race.karts.empty() ? 0 : race.karts.rbegin()->first;
    for (Row& row : rows) {
        if (row.verdict == Verdict::same || row.verdict == Verdict::refused) continue;
        const bool is_new = row.verdict == Verdict::is_new;
        if (is_new) row.id = centre::store::add_kart_head(db, call.stamp(), highest).id;
        if (!is_new) {
            const auto version = centre::store::kart_head(db, *row.id).version;
            // Inside one transaction the version that was read is the version that is there.
            (void)centre::store::raise_kart_version(db, call.stamp(), *row.id, version);
        }
        for (Ask& ask : commands_for(*row.id, row.before, row.wanted, is_new)) asks.push_back(std::move(ask));
    }
    // All are taken before one is given: a tag that goes from one kart of the list to another would be taken from its new one.
    std::ranges::stable_partition(asks, takes);
    return asks;
}

void import_karts(Service& service, const CallPtr& call, const http::Reply& reply) {
    auto import = read_import(*call);
    if (!import) return reply(import.error());
    service.with_race(call, reply, [&service, call, reply, import = *import](const RacePtr& race) mutable {
        judge(import.rows, *race);
        if (import.dry_run) return reply(report(*call, import.rows));
        auto asks = std::make_shared<std::vector<Ask>>();
        const auto work = [call, race, rows = import.rows, asks](Connection& db) mutable {
            *asks = claim_heads(*call, db, *race, rows);
            return report(*call, rows);
        };
        service.write(call, reply, work, [&service, call, reply, asks](const http::Response& answer) {
            carry_out(service, call, reply, *asks, false, [&service, call, reply, answer](const Outcome& outcome) {
                if (outcome) return reply(answer);
                service.refuse_written(call, reply, refused(*call, outcome.error()));
            });
        });
    });
}

}  // namespace

void add_kart_import_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/karts/import", Right::change_fleet,
               [&service](const CallPtr& call, const http::Reply& reply) { import_karts(service, call, reply); });
}

}  // namespace chicane::web::api
