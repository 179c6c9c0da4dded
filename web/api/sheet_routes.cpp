// What is printed and downloaded of a session: each kind of sheet as PDF, CSV and JSON.
#include <algorithm>

#include "web/api/answer.hpp"
#include "web/api/routes.hpp"
#include "web/api/setup.hpp"
#include "web/api/sheet_facts.hpp"
#include "web/api/wire_id.hpp"
#include "web/http/problem.hpp"
#include "web/sheets/document.hpp"
#include "web/sheets/tables.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using http::Method;
using sessions::conductor::Conductor;
using sheets::Facts;
using sheets::Kind;

enum class Form { pdf, csv, json };

/// What was asked for, or the refusal of a word that nobody knows.
struct Asked {
    Kind kind = Kind::result;
    Facts facts;
};

http::Response unknown_word(const Call& call, std::string_view key, const std::string& word, const std::string& known) {
    const std::string where = std::string(key) + " \"" + word + "\"";
    return problem(call, 422, "invalid",
                   {where + " is not known; known: " + known, where + " n’est pas connu ; connus : " + known});
}

std::expected<Asked, http::Response> read_asked(const Call& call) {
    Asked asked;
    const auto given = [&](std::string_view key, std::string_view usual) {
        return call.request.query_value(key).value_or(std::string(usual));
    };
    const bool french = http::language_of(call.request) == http::Language::fr;
    const auto kind = given("kind", "result");
    const auto language = given("lang", french ? "fr" : "en");
    const auto names = given("names", "full");
    const auto found = sheets::kind_of(kind);
    if (!found)
        return std::unexpected(unknown_word(
            call, "kind", kind, "result, entries, grid, lap_times, lap_chart, sectors, decisions, certificate"));
    if (language != "fr" && language != "en") return std::unexpected(unknown_word(call, "lang", language, "fr, en"));
    if (names != "full" && names != "public")
        return std::unexpected(unknown_word(call, "names", names, "full, public"));
    asked.kind = *found;
    asked.facts.language = language == "fr" ? sheets::Language::fr : sheets::Language::en;
    asked.facts.names = names == "full" ? sheets::Names::full : sheets::Names::of_public;
    return asked;
}

std::string file_name(const Call& call, Kind kind, std::string_view ending) {
    return call.param("id") + "-" + std::string(sheets::word(kind)) + "." + std::string(ending);
}

http::Response file(const Call& call, Kind kind, std::string_view ending, std::string_view type, std::string body) {
    http::Response response = ok(std::move(body));
    response.content_type = type;
    const auto how = ending == "pdf" ? "inline" : "attachment";
    response.headers.emplace_back("Content-Disposition",
                                  std::string(how) + "; filename=\"" + file_name(call, kind, ending) + "\"");
    return response;
}

http::Response print_fault(const Call& call, const PrintPorts::Fault& fault) {
    if (fault.not_installed)
        return problem(call, 501, "not_installed",
                       {"This server has no chicane-print beside it; CSV and JSON work without.",
                        "Ce serveur n’a pas chicane-print à côté de lui ; CSV et JSON s’en passent."});
    return problem(call, 500, "internal",
                   {"The PDF could not be made: " + fault.detail, "Le PDF n’a pas pu être fait : " + fault.detail});
}

void answer_pdf(Service& service, const CallPtr& call, const http::Reply& reply, Kind kind, const Facts& facts) {
    const auto& print = service.ports().print;
    if (!print.pdf) return reply(print_fault(*call, {true, {}}));
    const auto done = [call, reply, kind](const std::expected<std::string, PrintPorts::Fault>& made) {
        reply(made ? file(*call, kind, "pdf", "application/pdf", *made) : print_fault(*call, made.error()));
    };
    if (!print.pdf(sheets::document_of(kind, facts), done)) reply(busy(*call));
}

/// Nobody is classified: a certificate would be of nothing.
bool is_empty(Kind kind, const Facts& facts) {
    if (kind != Kind::certificate) return false;
    const auto& rows = facts.result->classification;
    return std::ranges::none_of(rows, &sessions::ClassifiedRow::classified);
}

void answer(Service& service, const CallPtr& call, const http::Reply& reply, Form form, Asked asked) {
    auto& facts = asked.facts;
    if (sheets::needs_result(asked.kind) && (!facts.result || is_empty(asked.kind, facts)))
        return reply(
            problem(*call, 409, "bad_state", {"There is no result of it yet.", "Il n’y a pas encore de résultat."}));
    if (const auto* track = service.track(facts.setup.track)) {
        facts.track = track->name;
        facts.length_m = track->length_m;
    }
    if (facts.track.empty()) facts.track = facts.setup.track;
    facts.centre = service.ports().print.centre;
    facts.logo = service.ports().print.logo;
    facts.printed_at_us = call->now_us;
    facts.utc_offset_s = service.ports().utc_offset_s(facts.started_at_us.value_or(call->now_us));
    switch (form) {
        case Form::pdf:
            return answer_pdf(service, call, reply, asked.kind, facts);
        case Form::csv:
            return reply(file(*call, asked.kind, "csv", "text/csv; charset=utf-8", csv(table_of(asked.kind, facts))));
        case Form::json:
            return reply(ok(table_json(table_of(asked.kind, facts))));
    }
}

/// What race control has forgotten is in the journal.
void with_past_result(Service& service, const CallPtr& call, const http::Reply& reply, Form form, const Asked& asked) {
    const auto done = [&service, call, reply, form, asked](const PastResult& past) {
        if (!past)
            return reply(
                problem(*call, 503, "read_only", {"The journal cannot be read.", "Le journal ne peut pas être lu."}));
        Asked read = asked;
        read.facts.result = *past;
        answer(service, call, reply, form, std::move(read));
    };
    if (!service.ports().past_result(call->param("id"), false, done)) reply(busy(*call));
}

/// Not with race control, yet or no more: who is entered, in which order.
void from_plan(Service& service, const CallPtr& call, const http::Reply& reply, Form form, const Asked& asked) {
    const auto id = parse_id(session_prefix, call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    service.with_race(call, reply, [&service, call, reply, form, asked, id](const RacePtr& race) {
        with_plan(service, call, reply, *id, [&service, call, reply, form, asked, race](const Plan& plan) {
            Asked planned = asked;
            planned.facts.setup = make_setup(plan, *race);
            planned.facts.started_at_us = plan.session.session.planned_start_us;
            if (sheets::needs_result(asked.kind)) return with_past_result(service, call, reply, form, planned);
            answer(service, call, reply, form, std::move(planned));
        });
    });
}

void get_sheet(Service& service, const CallPtr& call, const http::Reply& reply, Form form) {
    auto asked = read_asked(*call);
    if (!asked) return reply(asked.error());
    service.ask(call, reply, [&service, call, reply, form, asked = *asked](const Conductor& conductor) {
        Asked read = asked;
        const bool with_result = sheets::needs_result(read.kind);
        const bool known = read_facts(conductor, call->param("id"), with_result, read.facts);
        service.ports().post([&service, call, reply, form, known, read = std::move(read)] {
            known ? answer(service, call, reply, form, read) : from_plan(service, call, reply, form, read);
        });
    });
}

}  // namespace

void add_sheet_routes(Routes& routes, Service& service) {
    const auto add = [&](const std::string& path, Form form) {
        routes.add(
            Method::get, path, Right::read_track,
            [&service, form](const CallPtr& call, const http::Reply& reply) { get_sheet(service, call, reply, form); });
    };
    add("/sessions/{id}/sheet.pdf", Form::pdf);
    add("/sessions/{id}/sheet.csv", Form::csv);
    add("/sessions/{id}/sheet.json", Form::json);
}

}  // namespace chicane::web::api
