// Rule-sets: listed, made, given a new version, used no more. A session takes one by its id.
#include "sessions/rules/defaults.hpp"
#include "web/api/body.hpp"
#include "web/api/routes.hpp"
#include "web/api/rule_sets.hpp"
#include "web/api/session_json.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::customers::Date;
using centre::staff::Right;
using centre::store::Connection;
using centre::store::RuleSetRow;
using centre::store::RuleSetVersion;
using http::Method;

constexpr std::size_t name_letters_max = 40;
constexpr std::size_t date_letters_max = 10;

std::optional<std::int64_t> id_of(const Call& call) { return parse_id(rule_set_prefix, call.param("id")); }

/// Reads what is there into a version and its rules; what is left out stays.
void read_version(Body& body, RuleSetVersion& version, timing::Rules& rules) {
    std::string day = text_of(version.valid_from);
    body.text("valid_from", day, date_letters_max);
    if (const auto date = centre::customers::parse_date(day))
        version.valid_from = *date;
    else
        body.fault("valid_from", {"is no day: YYYY-MM-DD", "n’est pas une date : AAAA-MM-JJ"});
    body.word("kind", rules.kind);
    body.integer("duration_s", version.duration_s, 1, centre::bookings::duration_s_max);
    body.integer("capacity", version.capacity, 1, centre::bookings::capacity_max);
    read_rules(body, rules);
    version.rules = rules_text(rules);
}

/// The day that a body names; the other where it names none.
Date read_day(Body& body, Date otherwise) {
    std::string day;
    body.text("valid_from", day, date_letters_max);
    return centre::customers::parse_date(day).value_or(otherwise);
}

http::Response refused_set(const Call& call, const centre::store::Refusal& refusal) {
    using centre::store::RefusalCode;
    if (refusal.code == RefusalCode::name_taken)
        return problem(call, 409, "name_taken",
                       {"Another rule-set is called " + refusal.subject + ".",
                        "Un autre règlement s’appelle " + refusal.subject + "."});
    if (refusal.code == RefusalCode::capacity_exceeded)
        return problem(call, 409, "too_many",
                       {"There are too many rule-sets, or versions of it: use some no more, or begin a new one.",
                        "Trop de règlements, ou de versions de celui-ci : retirez-en, ou faites-en un nouveau."});
    return refused(call, refusal);
}

std::optional<http::Response> refusal_of(const Call& call, const Body& body, const timing::Rules& rules) {
    if (auto refused = body.refusal(call)) return refused;
    sessions::Setup setup;
    setup.rules = rules;
    return setup_refusal(call, setup);
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [today = service.calendar().date_of(call->now_us)](Connection& db) {
        std::vector<std::string> each;
        for (const RuleSetRow& row : centre::store::all_rule_sets(db)) each.push_back(rule_set_json(row, today));
        return items(each);
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call, today = service.calendar().date_of(call->now_us)](Connection& db) {
        const auto id = id_of(*call);
        const auto row = id ? centre::store::find_rule_set(db, *id) : std::nullopt;
        return row ? ok(rule_set_versions_json(*row, today)) : not_found(*call, call->param("id"));
    });
}

void make(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    const Date today = service.calendar().date_of(call->now_us);
    std::string name;
    RuleSetVersion version;
    version.valid_from = today;
    timing::Kind kind = timing::Kind::practice;
    body->text("name", name, name_letters_max);
    body->word("kind", kind);
    timing::Rules rules = sessions::rules::defaults(kind);
    read_version(*body, version, rules);
    if (name.empty()) body->fault("name", {"is missing", "manque"});
    if (auto refused = refusal_of(*call, *body, rules)) return reply(std::move(*refused));
    service.write(call, reply, [call, name, version, today](Connection& db) {
        const auto row = centre::store::insert_rule_set(db, call->stamp(), name, version);
        return row ? created(rule_set_versions_json(*row, today)) : refused_set(*call, row.error());
    });
}

http::Response change_row(const Call& call, Connection& db, std::int64_t id, std::int64_t seen, Date today) {
    auto row = centre::store::find_rule_set(db, id);
    if (!row) return not_found(call, call.param("id"));
    if (row->head.version != seen) return version_mismatch(call, rule_set_versions_json(*row, today));
    auto body = Body::of(call);
    if (!body) return body.error();
    body->text("name", row->name, name_letters_max);
    // What was raced under stays as it was, and what is planned for later is no part of what is changed today.
    RuleSetVersion version = row->on(read_day(*body, today));
    version.valid_from = today;
    timing::Rules rules = rules_from(version.rules);
    read_version(*body, version, rules);
    if (row->name.empty()) body->fault("name", {"is missing", "manque"});
    if (auto refused = refusal_of(call, *body, rules)) return std::move(*refused);
    const auto changed = centre::store::add_version(db, call.stamp(), *row, version);
    return changed ? ok(rule_set_versions_json(*changed, today)) : refused_set(call, changed.error());
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = id_of(*call);
    if (!id) return reply(not_found(*call, call->param("id")));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    const Date today = service.calendar().date_of(call->now_us);
    service.write(call, reply, [call, id, version, today](Connection& db) {
        return change_row(*call, db, *id, *version.number, today);
    });
}

void retire(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = id_of(*call);
    if (!id) return reply(not_found(*call, call->param("id")));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    service.write(call, reply, [call, id, version](Connection& db) {
        const auto done = centre::store::retire_rule_set(db, call->stamp(), *id, *version.number);
        return done ? no_content() : refused(*call, done.error());
    });
}

}  // namespace

void add_rule_set_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/rule-sets", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::get, "/rule-sets/{id}", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::post, "/rule-sets", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { make(service, call, reply); });
    routes.add(Method::patch, "/rule-sets/{id}", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::del, "/rule-sets/{id}", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { retire(service, call, reply); });
}

}  // namespace chicane::web::api
