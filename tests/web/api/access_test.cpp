// Who may do what: every route with every role, signing in and out, pages of other sites, guessing, and asking twice.
#include <catch2/catch.hpp>
#include <set>

#include "centre/staff/password.hpp"
#include "centre/staff/role.hpp"
#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;
using chicane::centre::staff::Right;

namespace {

/// The agreement, spelled out: who may, route by route. Everything else is for whoever is signed in.
const std::map<std::string, std::set<std::string>> who_may = {
    {"POST /sessions", {"admin", "race_control"}},
    {"POST /rule-sets", {"admin", "race_control"}},
    {"PATCH /rule-sets/{id}", {"admin", "race_control"}},
    {"DELETE /rule-sets/{id}", {"admin", "race_control"}},
    {"POST /meetings", {"admin", "race_control"}},
    {"PATCH /meetings/{id}", {"admin", "race_control"}},
    {"POST /meetings/{id}/draw", {"admin", "race_control"}},
    {"PUT /meetings/{id}/points", {"admin", "race_control"}},
    {"POST /meetings/{id}/tell", {"admin", "race_control"}},
    {"POST /meetings/{id}/entries", {"admin", "race_control", "cashier"}},
    {"PATCH /meetings/{id}/entries/{entry}", {"admin", "race_control", "cashier"}},
    {"PATCH /sessions/{id}", {"admin", "race_control"}},
    {"POST /sessions/{id}/cancel", {"admin", "race_control"}},
    {"POST /sessions/{id}/events", {"admin", "race_control"}},
    {"POST /tracks/{id}/events", {"admin", "race_control"}},
    {"POST /alarms/{id}/seen", {"admin", "race_control"}},
    {"POST /sessions/{id}/entrants", {"admin", "race_control", "cashier"}},
    {"PUT /sessions/{id}/entrants/order", {"admin", "race_control", "cashier"}},
    {"PATCH /sessions/{id}/entrants/{entrant}", {"admin", "race_control", "cashier"}},
    {"DELETE /sessions/{id}/entrants/{entrant}", {"admin", "race_control", "cashier"}},
    {"PUT /seats/{id}/kart", {"admin", "race_control", "cashier"}},
    {"POST /seats/{id}/cancel", {"admin", "race_control", "cashier"}},
    {"POST /karts", {"admin", "race_control", "mechanic"}},
    {"PATCH /karts/{id}", {"admin", "race_control", "mechanic"}},
    {"DELETE /karts/{id}", {"admin", "race_control", "mechanic"}},
    {"POST /karts/import", {"admin", "race_control", "mechanic"}},
    {"PUT /transponders/{number}/assignment", {"admin", "race_control", "mechanic"}},
    {"POST /devices", {"admin", "race_control", "mechanic"}},
    {"POST /devices/{id}/passings", {"admin", "race_control"}},
    {"POST /devices/{id}/commands", {"admin", "race_control", "mechanic"}},
    {"POST /devices/probe", {"admin", "race_control", "mechanic"}},
    {"GET /devices/ports", {"admin", "race_control", "mechanic"}},
    {"POST /devices/scan", {"admin", "race_control", "mechanic"}},
    {"PATCH /devices/{id}", {"admin", "race_control", "mechanic"}},
    {"DELETE /devices/{id}", {"admin", "race_control", "mechanic"}},
    {"GET /search", {"admin", "race_control", "cashier"}},
    {"GET /customers", {"admin", "race_control", "cashier"}},
    {"POST /customers", {"admin", "race_control", "cashier"}},
    {"GET /customers/{id}", {"admin", "race_control", "cashier"}},
    {"PATCH /customers/{id}", {"admin", "race_control", "cashier"}},
    {"GET /bookings", {"admin", "cashier"}},
    {"POST /bookings", {"admin", "cashier"}},
    {"GET /bookings/{ref}", {"admin", "cashier"}},
    {"POST /bookings/{ref}/cancel", {"admin", "cashier"}},
    {"POST /holds", {"admin", "cashier"}},
    {"POST /holds/{id}/renew", {"admin", "cashier"}},
    {"DELETE /holds/{id}", {"admin", "cashier"}},
    {"GET /staff", {"admin"}},
    {"POST /staff", {"admin"}},
    {"PATCH /staff/{id}", {"admin"}},
    {"PUT /staff/{id}/password", {"admin"}},
};
const std::set<std::string> for_anyone = {"POST /login", "GET /sessions/{id}/result"};

std::string filled(std::string pattern) {
    for (std::size_t open; (open = pattern.find('{')) != std::string::npos;)
        pattern.replace(open, pattern.find('}') - open + 1, "0");
    return pattern;
}

}  // namespace

TEST_CASE_METHOD(CentreCase, "every route asks for its right, of every role") {
    const std::set<std::string> roles = {"admin",    "manager", "lead",       "cashier", "race_control",
                                         "mechanic", "host",    "accountant", "auditor", "viewer"};
    for (const auto& role : roles) {
        const auto asking = client(role);
        for (const auto& route : routes()) {
            const std::string name = route.method + " " + route.pattern.substr(std::string("/api/v1").size());
            if (name == "DELETE /login") continue;
            const auto named = who_may.find(name);
            const bool may = named == who_may.end() || named->second.contains(role);
            INFO(role << " " << name);
            CHECK((asking->ask(route.method, filled(route.pattern)).status == 403) == !may);
        }
    }
}

TEST_CASE_METHOD(CentreCase, "without an account there is nothing but the sign-in and public results") {
    const auto nobody = client("");
    for (const auto& route : routes()) {
        const std::string name = route.method + " " + route.pattern.substr(std::string("/api/v1").size());
        INFO(name);
        CHECK((nobody->ask(route.method, filled(route.pattern)).status != 401) == for_anyone.contains(name));
    }
}

TEST_CASE_METHOD(CentreCase, "who may is said to who may not") {
    const auto refused = client("viewer")->ask("POST", "sessions", "{}");
    CHECK(refused.code() == "permission_needed");
    CHECK(refused.at("/roles") == R"(["admin","race_control"])");
}

TEST_CASE_METHOD(CentreCase, "one signs in by name and password, and out") {
    const auto made = admin("POST", "staff", R"({"name":"Anna","initials":"AX","roles":["cashier"]})", {key()});
    REQUIRE(made.status == 201);
    const std::string path = "staff/" + made.at("/id") + "/password";
    CHECK(admin("PUT", path, R"({"password":"short"})", {"If-Match: \"1\""}).status == 422);
    REQUIRE(admin("PUT", path, R"({"password":"correct horse"})", {"If-Match: \"1\""}).status == 204);

    const auto desk = client("");
    const auto login = [&](const std::string& user, const std::string& password) {
        return desk->ask("POST", "login", R"({"user":")" + user + R"(","password":")" + password + "\"}");
    };
    CHECK(login("anna", "correct house").status == 401);
    CHECK(login("nobody", "correct horse").status == 401);
    const auto in = login("anna", "correct horse");
    REQUIRE(in.status == 200);
    CHECK(in.at("/user/name") == "Anna");
    CHECK(in.at("/user/roles") == R"(["cashier"])");
    CHECK(in.headers.at("set-cookie").find("HttpOnly; SameSite=Strict") != std::string::npos);
    CHECK(in.headers.at("set-cookie").find("Secure") == std::string::npos);

    const std::string bearer = "Authorization: Bearer " + in.at("/token");
    CHECK(desk->ask("GET", "me", "", {bearer}).at("/user/initials") == "AX");
    CHECK(desk->ask("GET", "me", "", {"Authorization: bearer " + in.at("/token")}).status == 200);
    CHECK(desk->ask("DELETE", "login", "", {bearer}).status == 204);
    const auto after = desk->ask("GET", "me", "", {bearer});
    CHECK(after.status == 401);
    CHECK(after.code() == "session_revoked");

    const std::string again = "Authorization: Bearer " + login("anna", "correct horse").at("/token");
    REQUIRE(admin("PUT", path, R"({"password":"another horse"})", {"If-Match: \"2\""}).status == 204);
    CHECK(desk->ask("GET", "me", "", {again}).status == 401);
    CHECK(login("anna", "correct horse").status == 401);
    CHECK(login("anna", "another horse").status == 200);
    REQUIRE(admin("PATCH", "staff/" + made.at("/id"), R"({"active":false})", {"If-Match: \"3\""}).status == 200);
    CHECK(login("anna", "another horse").status == 401);
}

TEST_CASE_METHOD(CentreCase, "a password is taken as it is, with its blanks") {
    const auto made = admin("POST", "staff", R"({"name":"Anna","initials":"AX","roles":["cashier"]})", {key()});
    REQUIRE(
        admin("PUT", "staff/" + made.at("/id") + "/password", R"({"password":" correct horse "})", {"If-Match: \"1\""})
            .status == 204);
    CHECK(client("")->ask("POST", "login", R"({"user":"anna","password":"correct horse"})").status == 401);
    CHECK(client("")->ask("POST", "login", R"({"user":"anna","password":" correct horse "})").status == 200);
}

TEST_CASE_METHOD(CentreCase, "a sign-in ends after twelve hours") {
    const auto desk = client("viewer");
    set_now_us(start_us + 12 * 3'600'000'000LL - 1);
    CHECK(desk->ask("GET", "me").status == 200);
    set_now_us(start_us + 12 * 3'600'000'000LL);
    CHECK(desk->ask("GET", "me").status == 401);
}

TEST_CASE_METHOD(CentreCase, "by cookie a change must come from a page of ours, by token from anywhere") {
    const auto browser = client("");
    const std::string cookie = "Cookie: other=1; chicane_session=" + token("admin");
    const auto make = [&](const std::vector<std::string>& more) {
        auto headers = more;
        headers.push_back(key());
        headers.push_back(cookie);
        return browser->ask("POST", "customers", R"({"family_name":"A","given_name":"B"})", headers);
    };
    CHECK(make({}).code() == "cross_site");
    CHECK(make({"Origin: http://evil.example"}).code() == "cross_site");
    CHECK(make({"Sec-Fetch-Site: cross-site", "Origin: http://test"}).code() == "cross_site");
    CHECK(make({"Sec-Fetch-Site: same-site"}).code() == "cross_site");
    CHECK(make({"Sec-Fetch-Site: same-origin"}).status == 201);
    CHECK(make({"Origin: http://test"}).status == 201);
    CHECK(browser->ask("GET", "me", "", {cookie}).status == 200);
    CHECK(browser->ask("POST", "login", R"({"user":"a","password":"b"})", {"Origin: http://evil.example"}).code() ==
          "cross_site");
    CHECK(client("admin")
              ->ask("POST", "customers", R"({"family_name":"A","given_name":"B"})",
                    {key(), "Origin: http://elsewhere.example"})
              .status == 201);
}

TEST_CASE_METHOD(CentreCase, "after ten guesses an account waits, whatever its password, and others do not") {
    const auto guesser = client("");
    const auto guess = [&](const std::string& user) {
        return guesser->ask("POST", "login", R"({"user":")" + user + R"(","password":"wrong horse"})");
    };
    for (int i = 0; i < 10; ++i) CHECK(guess(i % 2 ? "ADMIN" : "admin").status == 401);
    const auto refused = guess("admin");
    CHECK(refused.status == 429);
    CHECK(refused.code() == "slow_down");
    CHECK(std::stoi(refused.headers.at("retry-after")) == 301);
    CHECK(guess("cashier").status == 401);
    set_now_us(start_us + 300'000'000);
    CHECK(guess("admin").status == 401);
}

TEST_CASE_METHOD(CentreCase, "the same key gives the first answer again and does nothing twice") {
    const std::string same = key();
    const std::string body = R"({"family_name":"Once","given_name":"Anna"})";
    const auto first = admin("POST", "customers", body, {same});
    const auto again = admin("POST", "customers", body, {same});
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
    CHECK(again.headers.at("idempotent-replayed") == "true");
    CHECK(admin("GET", "customers?q=once").at("/items/1").empty());
    const auto other = admin("POST", "customers", R"({"family_name":"Other","given_name":"Anna"})", {same});
    CHECK(other.status == 422);
    CHECK(other.code() == "idempotency_mismatch");
    CHECK(admin("POST", "customers", body).code() == "key_missing");
    CHECK(client("cashier")->ask("POST", "customers", body, {same}).at("/id") != first.at("/id"));
}

TEST_CASE_METHOD(CentreCase, "a refusal is not kept: the key may be used once it can be done") {
    const std::string same = key();
    const auto session = make_session(1);
    const std::string body = R"({"session":")" + session + R"(","seats":[{"label":"A"}]})";
    const auto other = admin("POST", "bookings", body, {key()});
    CHECK(admin("POST", "bookings", body, {same}).code() == "capacity_exceeded");
    REQUIRE(admin("POST", "bookings/" + other.at("/ref") + "/cancel").status == 200);
    CHECK(admin("POST", "bookings", body, {same}).status == 201);
}

TEST_CASE_METHOD(CentreCase, "bad JSON, bad ids and bad tokens are 4xx with a code") {
    CHECK(admin("POST", "customers", "{", {key()}).code() == "syntax");
    CHECK(admin("POST", "customers", "[]", {key()}).code() == "syntax");
    CHECK(admin("POST", "customers", "\"\xff\"", {key()}).code() == "syntax");
    CHECK(admin("POST", "customers", std::string(100, '['), {key()}).code() == "syntax");
    CHECK(admin("POST", "customers", R"({"family_name":"a\nb","given_name":"c"})", {key()}).code() == "invalid");
    for (const char* path : {"customers/cus_0", "customers/cus_x", "customers/ses_1", "sessions/99", "karts/kar_-1",
                             "bookings/XXXX", "devices/none", "transponders/0"})
        CHECK(admin("GET", path).code() == "not_found");
    const auto stranger = client("");
    for (const char* token : {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
        CHECK(stranger->ask("GET", "me", "", {"Authorization: Bearer " + std::string(token)}).status == 401);
}

TEST_CASE_METHOD(CentreCase, "somebody must stay admin, and no account is like another") {
    const auto list = admin("GET", "staff");
    std::string id;
    for (int i = 0; i < 10; ++i)
        if (list.at("/items/" + std::to_string(i) + "/name") == "admin")
            id = list.at("/items/" + std::to_string(i) + "/id");
    CHECK(admin("PATCH", "staff/" + id, R"({"active":false})", {"If-Match: \"1\""}).code() == "bad_state");
    CHECK(admin("PATCH", "staff/" + id, R"({"roles":["viewer"]})", {"If-Match: \"1\""}).code() == "bad_state");
    CHECK(admin("POST", "staff", R"({"name":"Admin","initials":"ZZ","roles":[]})", {key()}).code() == "name_taken");
    CHECK(admin("POST", "staff", R"({"name":"x","initials":"ZZ","roles":["root"]})", {key()}).code() == "invalid");
    CHECK(list.body.find("hash") == std::string::npos);
}
