// Rule-sets over the API: named, versioned, dated; a session takes the version of its day and keeps what it took.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

constexpr std::int64_t day_us = 86'400'000'000;

struct RuleSetCase : CentreCase {
    std::string made(const std::string& rules = R"(,"rules":{"start":"signal","end":{"laps":12}})") {
        const auto answer =
            admin("POST", "rule-sets",
                  R"({"name":"Club sprint","kind":"race","duration_s":900,"capacity":20,"valid_from":"2026-01-01")" +
                      rules + "}",
                  {key()});
        REQUIRE(answer.status == 201);
        return answer.at("/id");
    }
    Answer session(const std::string& more, std::int64_t at_us = start_us) {
        return admin("POST", "sessions",
                     R"({"track":"main","name":"Heat","planned_start_us":)" + std::to_string(at_us) + more + "}",
                     {key()});
    }
};

}  // namespace

TEST_CASE_METHOD(RuleSetCase, "a session that names a rule-set is made as the set says, and says by which version") {
    const std::string set = made();
    const auto heat = session(R"(,"rule_set":")" + set + "\"");
    REQUIRE(heat.status == 201);
    CHECK(heat.at("/kind") == "race");
    CHECK(heat.at("/duration_s") == "900");
    CHECK(heat.at("/capacity") == "20");
    CHECK(heat.at("/rules/start") == "signal");
    CHECK(heat.at("/rules/end/laps") == "12");
    CHECK(heat.at("/rules/min_lap_ms") == "15000");  // the track's, where the set has none
    CHECK(heat.at("/rule_set/id") == set);
    CHECK(heat.at("/rule_set/name") == "Club sprint");
    CHECK(heat.at("/rule_set/number") == "1");
    CHECK(heat.at("/rule_set/changed") == "false");
    CHECK(session(R"(,"rule_set":"rul_999")").at("/errors/0/pointer") == "/rule_set");
}

TEST_CASE_METHOD(RuleSetCase, "what a session says itself goes before its rule-set, and it says that it was changed") {
    const std::string set = made();
    const auto heat = session(R"(,"rule_set":")" + set + R"(","duration_s":600,"rules":{"end":{"laps":5}})");
    CHECK(heat.at("/rules/end/laps") == "5");
    CHECK(heat.at("/rules/start") == "signal");
    CHECK(heat.at("/duration_s") == "600");
    CHECK(heat.at("/rule_set/changed") == "true");
    const std::string path = "sessions/" + heat.at("/id");
    const auto again = admin("PATCH", path, R"({"rule_set":")" + set + "\"}", {"If-Match: \"1\""});
    CHECK(again.at("/rules/end/laps") == "12");
    CHECK(again.at("/rule_set/changed") == "false");
    CHECK(admin("PATCH", path, R"({"name":"Heat 2"})", {"If-Match: \"2\""}).at("/rule_set/changed") == "false");
    CHECK(admin("PATCH", path, R"({"rule_set":null})", {"If-Match: \"3\""}).at("/rule_set").empty());
}

TEST_CASE_METHOD(RuleSetCase, "a change is a new version from its day on, and sessions that were made keep theirs") {
    const std::string set = made();
    const auto before = session(R"(,"rule_set":")" + set + "\"");
    const auto changed = admin("PATCH", "rule-sets/" + set,
                               R"({"valid_from":"2026-12-01","rules":{"end":{"laps":15}}})", {"If-Match: \"1\""});
    REQUIRE(changed.status == 200);
    CHECK(changed.at("/version") == "2");
    CHECK(changed.at("/number") == "1");  // of today
    CHECK(changed.at("/rules/end/laps") == "12");
    CHECK(changed.at("/versions/1/rules/end/laps") == "15");
    CHECK(changed.at("/versions/1/rules/start") == "signal");
    CHECK(changed.at("/versions/1/created_by") == "admin");
    CHECK(session(R"(,"rule_set":")" + set + "\"").at("/rules/end/laps") == "12");
    const auto in_december = session(R"(,"rule_set":")" + set + "\"", start_us + 30 * day_us);
    CHECK(in_december.at("/rules/end/laps") == "15");
    CHECK(in_december.at("/rule_set/number") == "2");
    CHECK(admin("GET", "sessions/" + before.at("/id")).at("/rules/end/laps") == "12");
    CHECK(admin("PATCH", "rule-sets/" + set, R"({"name":"Other"})", {"If-Match: \"1\""}).code() == "version_mismatch");
}

TEST_CASE_METHOD(RuleSetCase, "a change without a day is valid from today, not from when the set was made") {
    const std::string set = made();
    const auto changed = admin("PATCH", "rule-sets/" + set, R"({"rules":{"end":{"laps":15}}})", {"If-Match: \"1\""});
    CHECK(changed.at("/versions/0/valid_from") == "2026-01-01");
    CHECK(changed.at("/versions/1/valid_from") == changed.at("/valid_from"));
    CHECK(changed.at("/valid_from").starts_with("2026-11-"));
    CHECK(changed.at("/number") == "2");
}

TEST_CASE_METHOD(RuleSetCase, "a change for today leaves what is planned for later, and takes nothing of it") {
    const std::string set = made(), path = "rule-sets/" + set;
    REQUIRE(admin("PATCH", path, R"({"valid_from":"2026-12-01","rules":{"end":{"laps":15}}})", {"If-Match: \"1\""})
                .status == 200);
    const auto today = admin("PATCH", path, R"({"rules":{"classified_percent":75}})", {"If-Match: \"2\""});
    CHECK(today.at("/number") == "3");
    CHECK(today.at("/rules/classified_percent") == "75");
    CHECK(today.at("/rules/end/laps") == "12");
    const auto december = session(R"(,"rule_set":")" + set + "\"", start_us + 30 * day_us);
    CHECK(december.at("/rule_set/number") == "2");
    CHECK(december.at("/rules/end/laps") == "15");
}

TEST_CASE_METHOD(
    RuleSetCase,
    "laps of a session's own take no time limit from its set, and a second set leaves nothing of the first") {
    const std::string timed = made(R"(,"rules":{"start":"signal","min_lap_ms":22000,"end":{"laps":12,"time_s":900}})");
    const std::string plain = admin("POST", "rule-sets", R"({"name":"Plain","kind":"race"})", {key()}).at("/id");
    const auto heat = session(R"(,"rule_set":")" + timed + R"(","rules":{"end":{"laps":5}})");
    CHECK(heat.at("/rules/end/time_s") == "900");
    CHECK(heat.at("/rules/min_lap_ms") == "22000");
    CHECK(heat.at("/rule_set/changed") == "true");
    const auto other =
        admin("PATCH", "sessions/" + heat.at("/id"), R"({"rule_set":")" + plain + "\"}", {"If-Match: \"1\""});
    CHECK(other.at("/rules/min_lap_ms") == "15000");
    CHECK(session(R"(,"kind":"practice","rule_set":")" + timed + "\"").at("/rule_set/changed") == "true");
}

TEST_CASE_METHOD(RuleSetCase, "two rule-sets in use have two names") {
    const std::string first = made();
    const std::string same = R"({"name":"Club sprint","kind":"race"})";
    CHECK(admin("POST", "rule-sets", same, {key()}).code() == "name_taken");
    CHECK(admin("DELETE", "rule-sets/" + first, "", {"If-Match: \"1\""}).status == 204);
    CHECK(admin("POST", "rule-sets", same, {key()}).status == 201);
}

TEST_CASE_METHOD(RuleSetCase, "a rule-set that nobody could run is refused with the rule") {
    const auto wrong = admin("POST", "rule-sets",
                             R"({"name":"Wrong","kind":"race","rules":{"end":{"how":"full_distance"}}})", {key()});
    CHECK(wrong.code() == "bad_setup");
    CHECK(wrong.at("/pointer") == "/rules/end/laps");
    CHECK(admin("POST", "rule-sets", R"({"kind":"race","valid_from":"soon"})", {key()}).code() == "invalid");
    CHECK(admin("GET", "rule-sets").at("/items/0").empty());
}

TEST_CASE_METHOD(RuleSetCase, "a set that is used no more is not listed, and its sessions still say its name") {
    const std::string set = made();
    const std::string heat = session(R"(,"rule_set":")" + set + "\"").at("/id");
    CHECK(admin("GET", "rule-sets").at("/items/0/id") == set);
    CHECK(admin("DELETE", "rule-sets/" + set, "", {"If-Match: \"1\""}).status == 204);
    CHECK(admin("GET", "rule-sets").at("/items/0").empty());
    CHECK(admin("GET", "rule-sets/" + set).at("/retired") == "true");
    CHECK(admin("GET", "sessions/" + heat).at("/rule_set/name") == "Club sprint");
}

TEST_CASE_METHOD(RuleSetCase, "the same key makes one rule-set, and a cashier makes none") {
    const std::string once = key(), body = R"({"name":"Once","kind":"practice"})";
    CHECK(admin("POST", "rule-sets", body, {once}).body == admin("POST", "rule-sets", body, {once}).body);
    CHECK(admin("GET", "rule-sets").at("/items/1").empty());
    CHECK(client("cashier")->ask("POST", "rule-sets", body, {key()}).status == 403);
    CHECK(client("cashier")->ask("GET", "rule-sets").status == 200);
}
