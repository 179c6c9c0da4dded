// What officials do on a track, whatever session runs there: flags, the emergency, messages, undo, the next session; alarms that were seen; whose a
// crossing without a tag could be, and that what waits for its kart is nobody's.
#include <algorithm>

#include "centre/store/sessions_table.hpp"
#include "timing/words.hpp"
#include "web/api/arming.hpp"
#include "web/api/body.hpp"
#include "web/api/candidates.hpp"
#include "web/api/outcome_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::Right;
using centre::store::Connection;
using http::Method;
using sessions::conductor::Ask;
using sessions::conductor::Conductor;
using sessions::conductor::OpenCrossing;
using sessions::conductor::Outcome;

constexpr std::size_t message_letters_max = 200;  ///< two lines on a board
constexpr std::size_t why_letters_max = 100;      ///< of the list of actions
constexpr std::size_t number_letters_max = 8;

constexpr std::string_view kinds[] = {"flag", "message", "undo", "redo", "next", "dismiss", "emergency", "release"};

/// `crossing` or `transponder`, one of them, and `why`.
sessions::conductor::DismissUnclaimed dismissed(Body& body, const std::string& track, bool asked) {
    sessions::conductor::DismissUnclaimed ask{track, std::uint64_t{0}, ""};
    std::uint64_t crossing = 0;
    std::uint64_t tag = 0;
    body.integer("crossing", crossing, 1, INT64_MAX);
    body.integer("transponder", tag, 1, INT64_MAX);
    body.text("why", ask.why, why_letters_max);
    ask.what = crossing;
    if (tag != 0) ask.what = timing::TransponderId{tag};
    if (!asked) return ask;
    if (ask.why.empty()) body.require("why");
    if (!body.has("transponder")) body.require("crossing");
    if (body.has("crossing") && body.has("transponder"))
        body.fault("transponder", {"give a crossing or a transponder, not both",
                                   "donnez un passage ou un transpondeur, pas les deux"});
    return ask;
}

/// The command of a body; nothing for `next`, which is looked for.
std::expected<std::optional<Ask>, http::Response> read_event(const Call& call, const std::string& track) {
    auto body = Body::of(call);
    if (!body) return std::unexpected(body.error());
    timing::Flag flag = timing::Flag::none;
    sessions::conductor::PostMessage message{track, timing::MessageKind::info, {}, ""};
    body->require("kind");
    const auto kind = body->word_index("kind", kinds);
    body->word("flag", flag);
    body->word("message_kind", message.kind);
    body->maybe_text("number", message.number, number_letters_max);
    body->text("text", message.text, message_letters_max);
    std::optional<std::int64_t> undone;
    body->maybe_integer("seq", undone, 1, INT64_MAX);
    const auto seq = undone ? std::optional(static_cast<std::uint64_t>(*undone)) : std::nullopt;
    sessions::conductor::ShowFlag show{track, flag};
    body->text("name", show.name, timing::flag_name_bytes_max);
    body->integer("post", show.post, 1, timing::posts_max);
    if (kind == 0u && show.name.empty()) body->require("flag");
    if (kind == 1u && message.text.empty()) body->require("text");
    if (kind == 3u) body->require("seq");
    auto nobodys = dismissed(*body, track, kind == 5u);
    if (auto refused = body->refusal(call)) return std::unexpected(std::move(*refused));
    if (kinds[*kind] == "dismiss") return Ask{std::move(nobodys)};
    if (kinds[*kind] == "redo") return Ask{sessions::conductor::RedoAction{track, seq.value_or(0)}};
    if (kinds[*kind] == "flag") return Ask{std::move(show)};
    if (kinds[*kind] == "emergency") return Ask{sessions::conductor::StopTrack{track}};
    if (kinds[*kind] == "release") return Ask{sessions::conductor::ReleaseTrack{track}};
    if (kinds[*kind] == "message") return Ask{std::move(message)};
    if (kinds[*kind] == "undo") return Ask{sessions::conductor::UndoAction{track, seq}};
    return std::optional<Ask>{};
}

http::Response with_session(const Call& call, const Outcome& outcome, const std::optional<std::string>& session) {
    if (!outcome) return refused(call, outcome.error());
    feed::JsonText json;
    write_outcome(json, *outcome);
    json.key("session");
    json.maybe(session);
    return ok(json.end_object().take());
}

/// The first of the day's sessions on the track that is still planned.
std::optional<std::int64_t> next_of(const std::vector<centre::store::SessionRow>& rows, const Race& race) {
    for (const auto& row : rows) {
        const auto* life = race.life(row.head.id);
        if (!row.session.cancelled && (!life || life->phase == Race::Phase::staged)) return row.head.id;
    }
    return std::nullopt;
}

void arm_next(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.with_race(call, reply, [&service, call, reply](const RacePtr& race) {
        auto next = std::make_shared<std::optional<std::int64_t>>();
        const auto find = [call, race, next](Connection& db) {
            constexpr std::int64_t reach_us = centre::bookings::reach_us;
            *next = next_of(centre::store::sessions_between(db, call->param("id"), call->now_us - reach_us,
                                                            call->now_us + reach_us, call->now_us),
                            *race);
        };
        const auto done = [&service, call, reply, next](centre::store::Ending ending) {
            if (ending == centre::store::Ending::failed) return reply(busy(*call));
            if (!*next)
                return reply(problem(*call, 409, "bad_state",
                                     {"No session is planned here.", "Aucune session n’est prévue ici."}));
            arm_session(service, call, reply, **next, is_dry_run(*call), [call, reply, next](const Outcome& outcome) {
                reply(with_session(*call, outcome, wire_id(session_prefix, **next)));
            });
        };
        if (!service.ports().store.read(find, done)) reply(busy(*call));
    });
}

void post_event(Service& service, const CallPtr& call, const http::Reply& reply) {
    const std::string track = call->param("id");
    if (!service.track(track)) return reply(not_found(*call, track));
    auto event = read_event(*call, track);
    if (!event) return reply(event.error());
    if (!*event) return arm_next(service, call, reply);
    const auto* view = service.ports().view(track);
    const auto session = view ? view->current : std::nullopt;
    service.command(call, reply, **event, is_dry_run(*call),
                    [call, reply, session](const Outcome& outcome) { reply(with_session(*call, outcome, session)); });
}

void see_alarm(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_number(call->param("id"));
    if (!id) return reply(not_found(*call, call->param("id")));
    service.command(
        call, reply, sessions::conductor::SeeAlarm{static_cast<std::uint64_t>(*id)}, false,
        [call, reply](const Outcome& outcome) { reply(outcome ? no_content() : refused(*call, outcome.error())); });
}

void show_candidates(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto* view = service.ports().view(call->param("id"));
    if (!service.track(call->param("id")) || !view) return reply(not_found(*call, call->param("id")));
    const auto seq = parse_number(call->param("seq"));
    const auto found = std::ranges::find_if(view->crossings, [&](const OpenCrossing& crossing) {
        return seq && crossing.seq == static_cast<std::uint64_t>(*seq);
    });
    if (found == view->crossings.end()) return reply(not_found(*call, call->param("seq")));
    service.ask(call, reply, [&service, call, reply, crossing = *found](const Conductor& conductor) {
        auto could = crossing_candidates(conductor, crossing);
        service.ports().post([call, reply, could = std::move(could)] { reply(candidates_answer(*call, could)); });
    });
}

}  // namespace

void add_track_event_routes(Routes& routes, Service& service) {
    routes.add(Method::post, "/tracks/{id}/events", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { post_event(service, call, reply); });
    routes.add(Method::get, "/tracks/{id}/crossings/{seq}/candidates", Right::read_track,
               [&service](const CallPtr& call, const http::Reply& reply) { show_candidates(service, call, reply); });
    routes.add(Method::post, "/alarms/{id}/seen", Right::run_sessions,
               [&service](const CallPtr& call, const http::Reply& reply) { see_alarm(service, call, reply); });
}

}  // namespace chicane::web::api
