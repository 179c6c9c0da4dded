// Goal: what a rule-set says of flags and penalties, and what officials do with it, over HTTP (race-rules.md §4, §5). Method: a planned race with
// lists of both; each event of theirs asked, and refused where its value is none.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

const std::string flags =
    R"("flags":[{"flag":"slow","name":"Code 60","stops_clock":true,"laps_count":false,"reports_overtakes":true,"speed_level":1,"lights":"yellow","pit":"closed"}])";
const std::string values =
    R"("penalty_values":[{"code":"fairing","penalty":"time","time_ms":30000},{"code":"fairing","from":"2017-01-01","penalty":"time","time_ms":5000,"article":"2.24"}])";

}  // namespace

TEST_CASE_METHOD(
    CentreCase,
    "the lists of a rule-set are read as they were given, and a list that is given replaces the one there is") {
    const std::string path =
        "sessions/" +
        make_session(3, R"(,"kind":"race","rules":{"red_full_percent":75,"false_start_s":30,"serve_laps":3,)" + flags +
                            "," + values + "}");
    const auto made = admin("GET", path);
    CHECK(made.at("/rules/red_full_percent") == "75");
    CHECK(made.at("/rules/false_start_s") == "30");
    CHECK(made.at("/rules/serve_laps") == "3");
    CHECK(made.at("/rules/flags") == flags.substr(std::string(R"("flags":)").size()));
    CHECK(made.at("/rules/penalty_values/1/time_ms") == "5000");
    CHECK(made.at("/rules/penalty_values/0/from").empty());
    const auto changed = admin("PATCH", path, R"({"rules":{"flags":[{"flag":"yellow","reports_overtakes":true}]}})",
                               {"If-Match: \"1\""});
    CHECK(changed.at("/rules/flags/0/flag") == "yellow");
    CHECK(changed.at("/rules/flags/1").empty());
    CHECK(changed.at("/rules/flags/0/speed_level") == "null");
    CHECK(changed.at("/rules/penalty_values/1/article") == "2.24");
    const auto refused = admin("PATCH", path, R"({"rules":{"flags":[{"flag":"chequered"}]}})", {"If-Match: \"2\""});
    CHECK(refused.code() == "bad_setup");
    CHECK(refused.at("/pointer") == "/rules/flags");
    CHECK(admin("PATCH", path, R"({"rules":{"flags":[{"flag":"yellow","speed_level":4}]}})", {"If-Match: \"2\""})
              .at("/errors/0/pointer") == "/rules/flags/0/speed_level");
}

TEST_CASE_METHOD(CentreCase, "flags to posts and karts, a false start and a fact's value are told over the API") {
    const std::string path =
        "sessions/" +
        make_session(3, R"(,"kind":"race","rules":{"start":"signal","false_start_s":30,)" + flags + "," + values + "}");
    const auto event = [&](const std::string& body) { return admin("POST", path + "/events", body); };
    const auto track = [&](const std::string& body) { return admin("POST", "tracks/main/events", body); };
    const auto entrant =
        admin("POST", path + "/entrants", R"({"name":"Anna","number":"7","transponders":[107]})", {key()}).at("/id");
    const auto about = [&](const std::string& kind, const std::string& more) {
        return event(R"({"kind":")" + kind + R"(","entrant":")" + entrant + "\"" + more + "}");
    };
    REQUIRE(event(R"({"kind":"arm"})").status == 200);
    CHECK(event(R"({"kind":"false_start"})").code() == "bad_state");
    REQUIRE(event(R"({"kind":"start"})").status == 200);
    CHECK(track(R"({"kind":"flag","flag":"yellow","post":4})").status == 200);
    CHECK(track(R"({"kind":"flag","flag":"yellow","post":33})").status == 422);
    CHECK(track(R"({"kind":"flag","name":"Code 60"})").status == 200);
    CHECK(track(R"({"kind":"flag","name":"Code 80"})").code() == "not_found");
    CHECK(about("kart_flag", R"(,"flag":"black")").status == 200);
    CHECK(about("kart_flag", R"(,"flag":"green")").status == 422);
    CHECK(about("decision", R"(,"code":"fairing","provisional":true)").status == 200);
    CHECK(about("decision", R"(,"code":"shrug")").code() == "not_found");
    const auto result = admin("GET", path + "/result");
    CHECK(result.at("/decisions/0/amount") == "5000000");
    CHECK(result.at("/decisions/0/code") == "fairing");
    CHECK(result.at("/decisions/0/provisional") == "true");
    CHECK(result.at("/proposed/0/kind") == "black_flag");
    CHECK(result.at("/proposed/0/entrant") == entrant);
    CHECK(client("")->ask("GET", path + "/result").at("/proposed").empty());
    CHECK(event(R"({"kind":"false_start"})").status == 200);
    CHECK(admin("GET", path).at("/phase") == "armed");
}

TEST_CASE_METHOD(
    CentreCase,
    "drivers have a weight and a tag of their own, and who drives, fuel and jokers are told by their means") {
    const std::string path =
        "sessions/" +
        make_session(
            3,
            R"(,"kind":"endurance","rules":{"start":"signal","endurance":{"refuels_due":2,"weight_kg":80,"exit_window_s":5}})");
    CHECK(admin("GET", path).at("/rules/endurance/weight_kg") == "80");
    const auto made = admin(
        "POST", path + "/entrants",
        R"({"name":"Team","number":"7","transponders":[107],"drivers":[{"name":"Anna","weight_kg":61,"transponder":507},{"name":"Ben"}]})",
        {key()});
    CHECK(made.at("/drivers/0/weight_kg") == "61");
    CHECK(made.at("/drivers/0/transponder") == "507");
    CHECK(made.at("/drivers/1/weight_kg") == "0");
    CHECK(made.at("/drivers/1/transponder") == "null");
    const auto read = admin("GET", path + "/entrants");
    CHECK(read.at("/items/0/drivers/0/transponder") == "507");
    const auto event = [&](const std::string& body) { return admin("POST", path + "/events", body); };
    const std::string entrant = R"("entrant":")" + made.at("/id") + "\"";
    REQUIRE(event(R"({"kind":"arm"})").status == 200);
    REQUIRE(event(R"({"kind":"start"})").status == 200);
    const std::string ben = R"(,"driver":")" + made.at("/drivers/1/id") + "\"";
    CHECK(event(R"({"kind":"relay",)" + entrant + ben + R"(,"means":"phone"})").status == 200);
    CHECK(event(R"({"kind":"relay",)" + entrant + ben + R"(,"means":"loop"})").status == 422);
    CHECK(event(R"({"kind":"refuel",)" + entrant + R"(,"stop_us":1})").code() == "bad_state");
    const auto result = admin("GET", path + "/result");
    CHECK(result.at("/teams/0/refuels_owed") == "2");
    CHECK(result.at("/teams/0/handicap_us") == "0");
}
