#include "web/api/service.hpp"

#include <algorithm>

#include "centre/staff/sign_in_token.hpp"
#include "centre/store/idempotency_table.hpp"
#include "web/api/answer.hpp"
#include "web/api/setup.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::store::Connection;
using centre::store::Ending;
using centre::store::KeptAnswer;
using sessions::conductor::Conductor;
using sessions::conductor::Outcome;

constexpr int refused_from = 400;
constexpr std::size_t doing_max = 256;  ///< deeds elsewhere than in the store, at once: more than a hall's buttons
constexpr std::string_view replayed_header = "Idempotent-Replayed";

http::Response store_failed(const Call& call) {
    return problem(
        call, 503, "read_only",
        {"The centre’s database refused; nothing was changed.", "La base du centre a refusé ; rien n’a été modifié."});
}

std::string key_of(const Call& call) {
    const bool creates = call.request.method == http::Method::post && call.account;
    return creates ? std::string(call.request.header("idempotency-key")) : std::string();
}

/// What makes two requests the same one.
std::string hash_of(const Call& call) {
    return centre::staff::hash_token(std::string(http::word(call.request.method)) + "\n" + call.request.path + "\n" +
                                     call.request.body);
}

http::Response replayed(const Call& call, const KeptAnswer& kept) {
    if (kept.request_hash != hash_of(call))
        return problem(call, 422, "idempotency_mismatch",
                       {"Take another key for another request.", "Prenez une autre clé pour une autre requête."});
    http::Response response = ok(kept.body);
    response.status = kept.status;
    response.headers.emplace_back(replayed_header, "true");
    return response;
}

/// The work, or the answer that the key got before.
http::Response once(const Call& call, Connection& db, const std::function<http::Response(Connection&)>& work) {
    const std::string key = key_of(call);
    if (key.empty()) return work(db);
    if (const auto kept = centre::store::find_answer(db, call.stamp().who, key)) return replayed(call, *kept);
    http::Response response = work(db);
    if (response.status < refused_from)
        centre::store::keep_answer(db, call.stamp().who, key, {hash_of(call), response.status, response.body},
                                   call.now_us);
    return response;
}

}  // namespace

Service::Service(Ports ports) : ports_(std::move(ports)), calendar_(ports_.utc_offset_s) {}

centre::store::DayOf Service::day_of() const {
    return [this](std::int64_t utc_us) { return calendar_.day_of(utc_us); };
}

centre::store::Day Service::today(std::int64_t now_us) const {
    const auto date = calendar_.date_of(now_us);
    return {calendar_.begin_us(date), calendar_.end_us(date)};
}

const TrackFacts* Service::track(std::string_view id) const {
    const auto found = std::ranges::find(ports_.tracks, id, &TrackFacts::id);
    return found == ports_.tracks.end() ? nullptr : &*found;
}

std::vector<sessions::conductor::DeviceHealth> Service::devices_now() const {
    std::vector<sessions::conductor::DeviceHealth> all;
    for (const TrackFacts& facts : ports_.tracks)
        if (const auto* view = ports_.view(facts.id)) all.insert(all.end(), view->devices.begin(), view->devices.end());
    return all;
}

void Service::read(const CallPtr& call, const http::Reply& reply, std::function<http::Response(Connection&)> work) {
    auto answer = std::make_shared<http::Response>();
    const bool taken = ports_.store.read([answer, work = std::move(work)](Connection& db) { *answer = work(db); },
                                         [call, reply, answer](Ending ending) {
                                             reply(ending == Ending::failed ? store_failed(*call) : std::move(*answer));
                                         });
    if (!taken) reply(busy(*call));
}

void Service::write(const CallPtr& call, const http::Reply& reply, std::function<http::Response(Connection&)> work,
                    std::function<void(http::Response)> then) {
    auto answer = std::make_shared<http::Response>();
    const auto job = [call, answer, work = std::move(work)](Connection& db) {
        *answer = once(*call, db, work);
        return answer->status < refused_from ? centre::store::Verdict::keep : centre::store::Verdict::undo;
    };
    const auto done = [call, reply, answer, then = std::move(then)](Ending ending) {
        if (ending == Ending::failed) return reply(store_failed(*call));
        ending == Ending::kept&& then ? then(std::move(*answer)) : reply(std::move(*answer));
    };
    if (!ports_.store.write(job, done)) reply(busy(*call));
}

void Service::unless_answered(const CallPtr& call, const http::Reply& reply, std::function<void(http::Reply)> then) {
    const std::pair done{call->stamp().who, key_of(*call)};
    if (doing_.size() >= doing_max || !doing_.insert(done).second) return reply(busy(*call));
    const http::Reply last = [this, done, reply](http::Response response) {
        doing_.erase(done);
        reply(std::move(response));
    };
    auto kept = std::make_shared<std::optional<KeptAnswer>>();
    const auto look = [call, kept](Connection& db) {
        *kept = centre::store::find_answer(db, call->stamp().who, key_of(*call));
    };
    const auto looked = [call, last, kept, then = std::move(then)](Ending ending) {
        if (ending == Ending::failed) return last(store_failed(*call));
        *kept ? last(replayed(*call, **kept)) : then(last);
    };
    if (!ports_.store.read(look, looked)) last(busy(*call));
}

void Service::refuse_written(const CallPtr& call, const http::Reply& reply, http::Response refusal) {
    const auto forget = [call](Connection& db) {
        centre::store::forget_answer(db, call->stamp().who, key_of(*call));
        return centre::store::Verdict::keep;
    };
    const bool taken = ports_.store.write(forget, [reply, refusal](Ending) { reply(refusal); });
    if (!taken) reply(busy(*call));
}

void Service::ask(const CallPtr& call, const http::Reply& reply, std::function<void(Conductor&)> question) {
    if (!ports_.ask_timing(std::move(question))) reply(busy(*call));
}

void Service::with_race(const CallPtr& call, const http::Reply& reply, std::function<void(RacePtr)> then) {
    ask(call, reply, [this, then = std::move(then)](Conductor& conductor) {
        ports_.post([race = race_of(conductor, ports_.now_us()), then] { then(race); });
    });
}

void Service::command(const CallPtr& call, const http::Reply& reply, sessions::conductor::Ask asked, bool dry_run,
                      std::function<void(Outcome)> then, std::string why) {
    const sessions::conductor::Command command{std::move(asked), call->stamp().who, dry_run, std::move(why)};
    ask(call, reply, [this, command, then = std::move(then)](Conductor& conductor) {
        conductor.handle(command, [this, then](Outcome outcome) {
            ports_.post([then, outcome = std::move(outcome)] { then(outcome); });
        });
    });
}

void Service::restage(const CallPtr& call, const http::Reply& reply, std::int64_t session, std::function<void()> then) {
    with_plan(*this, call, reply, session, [this, call, reply, then = std::move(then)](const Plan& plan) {
        ask(call, reply, [this, call, reply, plan, then](Conductor& conductor) {
            const std::string id = wire_id(session_prefix, plan.session.head.id);
            if (!conductor.session(id)) return ports_.post(then);
            const sessions::conductor::StageSession stage{make_setup(plan, *race_of(conductor, call->now_us))};
            conductor.handle({stage, call->stamp().who, false}, [this, call, reply, then](const Outcome& outcome) {
                ports_.post(
                    [call, reply, then, outcome] { outcome ? then() : reply(refused(*call, outcome.error())); });
            });
        });
    });
}

bool is_replayed(const http::Response& answer) {
    return std::ranges::any_of(answer.headers, [](const auto& header) { return header.first == replayed_header; });
}

std::optional<http::Response> key_missing(const Call& call) {
    const std::string_view key = call.request.header("idempotency-key");
    if (!key.empty() && key.size() <= centre::store::key_letters_max) return std::nullopt;
    return problem(call, 400, "key_missing",
                   {"Send an Idempotency-Key of at most 100 letters, new for each wish.",
                    "Envoyez une Idempotency-Key d’au plus 100 caractères, nouvelle à chaque demande."});
}

bool is_dry_run(const Call& call) { return call.request.query_value("dry_run") == "1"; }

}  // namespace chicane::web::api
