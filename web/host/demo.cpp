#include "web/host/demo.hpp"

#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <sodium.h>
#include <sstream>

#include "centre/staff/sign_in_token.hpp"
#include "centre/store/store.hpp"
#include "decoders/sim/field.hpp"
#include "web/host/commands/user.hpp"

namespace chicane::web::host {
namespace {

namespace json = boost::json;

constexpr int karts = 14;
constexpr std::int64_t minute_us = 60'000'000;

struct Person {
    const char* given;
    const char* family;
};
constexpr std::array<Person, karts> people{{
    {"Ana", "Martin"},
    {"Yanis", "Haddad"},
    {"Chloé", "Garnier"},
    {"Lucas", "Moreau"},
    {"Tom", "Baker"},
    {"Inès", "Lefèvre"},
    {"Hugo", "Bernard"},
    {"Maximilien", "de La Rochefoucauld"},
    {"Sophie", "O’Connor"},
    {"Mehdi", "Benali"},
    {"Théo", "Marchand"},
    {"Camille", "Roux"},
    {"Oliver", "Whitfield"},
    {"Nora", "Schmitt"},
}};

struct Planned {
    const char* name;
    const char* kind;
    int from_min;  ///< from now
    int length_min;
    int drivers;
};
constexpr std::array<Planned, 6> day{{
    {"Heat 1", "race", 2, 12, 12},
    {"Heat 2", "race", 20, 12, 14},
    {"Dubreuil · practice", "practice", 40, 10, 10},
    {"Dubreuil · qualifying", "qualifying", 55, 10, 10},
    {"Dubreuil · final", "race", 70, 15, 10},
    {"Endurance 1 h", "endurance", 95, 60, 8},
}};

std::string fleet() {
    json::array rows;
    for (int kart = 1; kart <= karts; ++kart)
        rows.push_back({{"number", std::to_string(kart)},
                        {"class", "13 hp"},
                        {"transponders", json::array{decoders::sim::kart_transponder(kart).value}}});
    return json::serialize(json::object{{"rows", rows}, {"dry_run", false}});
}

json::object rules_of(const Planned& planned) {
    const bool race = std::string_view(planned.kind) == "race" || std::string_view(planned.kind) == "endurance";
    json::object end{
        {"time_s", planned.length_min * 60}, {"how", race ? "leader_first" : "next_crossing"}, {"grace_s", 120}};
    return {{"start", race ? "signal" : "first_passing"},
            {"first_crossing", "starts_lap"},
            {"rank", race ? "laps" : "best_lap"},
            {"min_lap_ms", 15000},
            {"end", end}};
}

}  // namespace

std::expected<std::string, std::string> make_demo_users(const std::string& data) {
    const std::string password = centre::staff::make_token().substr(0, 12);
    for (const auto& [name, role] : {std::pair{"admin", "admin"}, {"control", "race_control"}, {"desk", "cashier"}}) {
        std::istringstream typed(password), typed_again(password);
        std::ostringstream out, err;
        if (add_user({data, name, role}, typed, out, err) == 0) continue;
        err.str("");
        if (set_password({data, name, role}, typed_again, out, err) != 0) return std::unexpected(err.str());
    }
    return password;
}

DemoDay::DemoDay(const http::Router& router, std::string track, std::int64_t now_us)
    : router_(router), track_(std::move(track)), now_us_(now_us) {}

void DemoDay::ask(const Step& step, Then then) {
    http::Request request;
    request.method = step.method;
    request.path = step.path.substr(0, step.path.find('?'));
    request.peer = "127.0.0.1";
    request.body = step.body;
    request.headers["content-type"] = "application/json";
    request.headers["idempotency-key"] = fmt::format("demo-{}-{}", now_us_, ++keys_);
    if (!token_.empty()) request.headers["authorization"] = "Bearer " + token_;
    auto match = router_.match(request.method, request.path);
    if (!match.route) return;
    request.params = std::move(match.params);
    match.route->handler(request, std::move(then));
}

void DemoDay::make(const std::string& password) {
    const std::string who = json::serialize(json::object{{"user", "admin"}, {"password", password}});
    ask({http::Method::post, "/api/v1/login", who}, [this](const http::Response& answer) {
        if (answer.status != 200) return;
        token_ = std::string(json::parse(answer.body).at("token").as_string());
        ask({http::Method::get, "/api/v1/sessions", ""}, [this](const http::Response& sessions) { plan(sessions); });
    });
}

void DemoDay::plan(const http::Response& sessions) {
    if (sessions.status != 200 || !json::parse(sessions.body).at("items").as_array().empty()) return;
    ask({http::Method::post, "/api/v1/karts/import", fleet()}, [this](const http::Response&) {
        ask({http::Method::get, "/api/v1/karts", ""}, [this](const http::Response& listed) { seat(listed); });
    });
}

void DemoDay::seat(const http::Response& listed) {
    std::vector<std::string> kart_ids;
    const json::value answer = listed.status == 200 ? json::parse(listed.body) : json::value{{"items", json::array{}}};
    for (const auto& kart : answer.at("items").as_array()) kart_ids.emplace_back(kart.at("id").as_string());
    for (const Person& person : people)
        steps_.push_back({http::Method::post, "/api/v1/customers",
                          json::serialize(json::object{{"given_name", person.given}, {"family_name", person.family}})});
    for (const Planned& planned : day) {
        const json::object session{{"track", track_},
                                   {"name", planned.name},
                                   {"kind", planned.kind},
                                   {"planned_start_us", now_us_ / minute_us * minute_us + planned.from_min * minute_us},
                                   {"duration_s", planned.length_min * 60},
                                   {"capacity", karts},
                                   {"rules", rules_of(planned)}};
        steps_.push_back({http::Method::post, "/api/v1/sessions", json::serialize(session)});
        for (int i = 0; i < planned.drivers; ++i) {
            json::object entrant{{"name", fmt::format("{} {}", people[i].given, people[i].family)}};
            if (static_cast<std::size_t>(i) < kart_ids.size()) entrant["kart"] = kart_ids[i];
            steps_.push_back({http::Method::post, "/api/v1/sessions/{last}/entrants", json::serialize(entrant)});
        }
    }
    run(0);
}

/// Each request waits for the answer before it; `{last}` is the session that was made last.
void DemoDay::run(std::size_t next) {
    if (next >= steps_.size()) return;
    ask(steps_[next], [this, next](const http::Response& answer) {
        if (answer.status == 201 && steps_[next].path == "/api/v1/sessions") {
            const std::string id(json::parse(answer.body).at("id").as_string());
            for (std::size_t i = next + 1; i < steps_.size() && steps_[i].path.find("/entrants") != std::string::npos;
                 ++i)
                steps_[i].path = "/api/v1/sessions/" + id + "/entrants";
        }
        run(next + 1);
    });
}

}  // namespace chicane::web::host
