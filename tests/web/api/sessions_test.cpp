// A session from the planner to race control, over HTTP.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

std::string if_match(const Answer& answer) { return "If-Match: \"" + answer.at("/version") + "\""; }

}  // namespace

TEST_CASE_METHOD(CentreCase, "a session that says little is made as its kind usually is") {
    const auto made =
        admin("POST", "sessions", R"({"track":"main","name":"Heat","kind":"race","planned_start_us":1795608000000000})",
              {key()});
    REQUIRE(made.status == 201);
    CHECK(made.at("/phase") == "planned");
    CHECK(made.at("/kind") == "race");
    CHECK(made.at("/rules/rank") == "laps");
    CHECK(made.at("/rules/min_lap_ms") == "15000");
    CHECK(made.at("/rules/end/time_s") == "600");
    CHECK(made.at("/rules/end/how") == "leader_first");
    CHECK(made.at("/capacity") == "12");
    CHECK(made.at("/seats_taken") == "0");
    CHECK(made.at("/version") == "1");
    CHECK(made.at("/created_by") == "admin");
    CHECK(made.at("/started_at_us") == "null");
    CHECK(admin("GET", "sessions/" + made.at("/id")).body == made.body);
}

TEST_CASE_METHOD(CentreCase, "a session of laps has no time unless it says so") {
    const auto made = admin(
        "POST", "sessions",
        R"({"track":"main","name":"Race","kind":"race","planned_start_us":1,"rules":{"end":{"laps":10}}})", {key()});
    CHECK(made.at("/rules/end/laps") == "10");
    CHECK(made.at("/rules/end/time_s") == "0");
}

TEST_CASE_METHOD(CentreCase, "every fault is told at once, each with its pointer") {
    const auto refused =
        admin("POST", "sessions",
              R"({"track":"moon","planned_start_us":"now","capacity":0,"rules":{"end":{"laps":-1,"hov":1}}})",
              {key(), "Accept-Language: fr"});
    CHECK(refused.status == 422);
    CHECK(refused.code() == "invalid");
    std::string pointers;
    for (int i = 0; !refused.at("/errors/" + std::to_string(i)).empty(); ++i)
        pointers += refused.at("/errors/" + std::to_string(i) + "/pointer") + " ";
    CHECK(pointers == "/track /planned_start_us /capacity /rules/end/laps /name /rules/end/hov ");
    CHECK(refused.at("/title") == "Certaines valeurs ne sont pas valides");
}

TEST_CASE_METHOD(CentreCase, "rules that nobody could run are refused with the rule") {
    const auto refused =
        admin("POST", "sessions",
              R"({"track":"main","name":"x","planned_start_us":1,"rules":{"first_crossing":"ends_lap"}})", {key()});
    CHECK(refused.status == 422);
    CHECK(refused.code() == "bad_setup");
    CHECK(refused.at("/pointer") == "/rules/first_crossing");
}

TEST_CASE_METHOD(CentreCase, "a change needs the version that is there, and who is late gets the current one") {
    const std::string path = "sessions/" + make_session(3);
    CHECK(admin("PATCH", path, R"({"name":"A"})").code() == "key_missing");
    CHECK(admin("PATCH", path, R"({"name":"A"})", {"If-Match: yes"}).code() == "syntax");
    const auto changed = admin("PATCH", path, R"({"name":"A"})", {"If-Match: \"1\""});
    CHECK(changed.status == 200);
    CHECK(changed.at("/version") == "2");
    const auto late = admin("PATCH", path, R"({"name":"B"})", {"If-Match: \"1\""});
    CHECK(late.status == 412);
    CHECK(late.code() == "version_mismatch");
    CHECK(late.at("/current/name") == "A");
    CHECK(late.at("/current/version") == "2");
}

TEST_CASE_METHOD(CentreCase, "a day's list is the centre's day, in order of start") {
    const auto at = [&](std::int64_t us, const std::string& name) {
        admin("POST", "sessions",
              R"({"track":"main","name":")" + name + R"(","planned_start_us":)" + std::to_string(us) + "}", {key()});
    };
    // Noon UTC is 13:00 here; the day runs from 23:00 to 23:00 UTC.
    at(start_us + 11 * 3'600'000'000LL - 1, "last");
    at(start_us + 11 * 3'600'000'000LL, "tomorrow");
    at(start_us - 13 * 3'600'000'000LL, "first");
    at(start_us - 13 * 3'600'000'000LL - 1, "yesterday");
    const auto today = admin("GET", "sessions?track=main");
    CHECK(today.at("/items/0/name") == "first");
    CHECK(today.at("/items/1/name") == "last");
    CHECK(today.at("/items/2").empty());
    CHECK(admin("GET", "sessions?date=2026-11-24").at("/items/0/name") == "yesterday");
    CHECK(admin("GET", "planner/2026-11-26").at("/items/0/name") == "tomorrow");
    CHECK(admin("GET", "sessions?date=26-11-2026").status == 422);
    CHECK(admin("GET", "sessions?track=moon").status == 404);
}

TEST_CASE_METHOD(CentreCase, "a session is armed, started, extended, finished and closed") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const std::string path = "sessions/" + session;
    const auto event = [&](const std::string& body) { return admin("POST", path + "/events", body); };
    const auto phase = [&] { return admin("GET", path).at("/phase"); };
    CHECK(event(R"({"kind":"start"})").status == 404);
    CHECK(admin("POST", path + "/events?dry_run=1", R"({"kind":"arm"})").status == 200);
    CHECK(phase() == "planned");
    CHECK(event(R"({"kind":"arm"})").status == 200);
    CHECK(phase() == "armed");
    CHECK(event(R"({"kind":"arm"})").code() == "bad_state");
    CHECK(event(R"({"kind":"start"})").status == 200);
    CHECK(phase() == "running");
    CHECK(admin("GET", path).at("/started_at_us") == std::to_string(start_us));
    CHECK(event(R"({"kind":"more_time","more_s":60})").status == 200);
    CHECK(event(R"({"kind":"assign_crossing"})").status == 422);
    CHECK(event(R"({"kind":"assign_crossing","crossing":7,"entrant":"ent_1"})").code() == "bad_state");
    CHECK(admin("POST", path + "/cancel", "", {"If-Match: \"1\""}).code() == "bad_state");
    CHECK(event(R"({"kind":"finish"})").status == 200);
    CHECK(event(R"({"kind":"close"})").status == 200);
    CHECK(phase() == "closed");
    CHECK(admin("GET", path + "/result").at("/state") == "finished");
    CHECK(event(R"({"kind":"fly"})").status == 422);
}

TEST_CASE_METHOD(
    CentreCase,
    "a result that race control has forgotten comes from the journal, of nobody's name without an account") {
    set_past([](const std::string& session) -> PastResult {
        if (session == "ses_666") return std::unexpected("journal.db: cannot be read");
        if (session != "ses_7") return std::nullopt;
        chicane::sessions::Result result;
        result.state = chicane::timing::SessionState::finished;
        result.classification.emplace_back().number = "14";
        result.classification.back().name = "Anna Martin";
        result.classification.back().public_name = "Anna M.";
        return result;
    });
    const auto past = admin("GET", "sessions/ses_7/result");
    CHECK(past.status == 200);
    CHECK(past.at("/classification/0/name") == "Anna Martin");
    CHECK(client("")->ask("GET", "sessions/ses_7/result").at("/classification/0/name") == "Anna M.");
    CHECK(admin("GET", "sessions/ses_8/result").code() == "not_found");
    CHECK(admin("GET", "sessions/ses_666/result").status == 503);
    set_past(nullptr);
    CHECK(admin("GET", "sessions/ses_7/result").code() == "busy");
}

TEST_CASE_METHOD(CentreCase, "what was done with a session is told, of none that is not there") {
    const auto session = make_session(3);
    CHECK(admin("GET", "sessions/" + session + "/events").at("/items") == "[]");
    for (const char* none : {"ses_999", "ses_x", "open_1"})
        CHECK(admin("GET", "sessions/" + std::string(none) + "/events").code() == "not_found");
}

TEST_CASE_METHOD(CentreCase, "the emergency holds until it is released, and lets nobody start") {
    const std::string event = "tracks/main/events";
    const std::string session = make_session(4, R"(,"kind":"race","rules":{"start":"signal"})");
    CHECK(admin("POST", event, R"({"kind":"release"})").code() == "bad_state");
    CHECK(admin("POST", event, R"({"kind":"emergency"})").status == 200);
    const auto control = admin("GET", "tracks/main/control");
    CHECK(control.at("/emergency/by") == "admin");
    CHECK(control.at("/outputs/lights") == "null");
    CHECK(control.at("/actions/0/word") == "emergency");
    CHECK(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})").code() == "emergency");
    CHECK(admin("POST", event, R"({"kind":"release"})").status == 200);
    CHECK(admin("GET", "tracks/main/control").at("/emergency") == "null");
    CHECK(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})").status == 200);
}

TEST_CASE_METHOD(CentreCase, "an aborted session is planned again, and next") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const auto next = admin("POST", "tracks/main/events", R"({"kind":"next"})");
    CHECK(next.status == 200);
    CHECK(next.at("/session") == session);
    CHECK(admin("POST", "sessions/" + session + "/events", R"({"kind":"abort"})").status == 200);
    CHECK(admin("GET", "sessions/" + session).at("/phase") == "planned");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"next"})").at("/session") == session);
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"next"})").code() == "bad_state");
}

TEST_CASE_METHOD(CentreCase, "a cancelled session takes nobody and is never armed") {
    const auto session = make_session(3);
    const auto cancelled = admin("POST", "sessions/" + session + "/cancel", "", {"If-Match: \"1\""});
    CHECK(cancelled.at("/phase") == "cancelled");
    CHECK(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})").code() == "bad_state");
    CHECK(admin("POST", "sessions/" + session + "/entrants", R"({"name":"A"})", {key()}).code() == "bad_state");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"next"})").code() == "bad_state");
}

TEST_CASE_METHOD(CentreCase, "entrants of an armed session reach race control as they change") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const std::string path = "sessions/" + session + "/entrants";
    const auto kart = make_kart("14", "5691251");
    const auto anna = admin("POST", path, R"({"name":"Anna Schmidt","kart":")" + kart + "\"}", {key()});
    REQUIRE(anna.status == 201);
    CHECK(anna.at("/number") == "14");
    CHECK(anna.at("/public_name") == "Anna S.");
    CHECK(anna.at("/grid") == "1");
    CHECK(anna.at("/seat") == "sea_" + anna.at("/id").substr(4));
    REQUIRE(admin("POST", "sessions/" + session + "/events", R"({"kind":"arm"})").status == 200);
    const auto result = [&] { return admin("GET", "sessions/" + session + "/result"); };
    CHECK(result().at("/classification/0/name") == "Anna Schmidt");
    CHECK(client("")->ask("GET", "sessions/" + session + "/result").at("/classification/0/name") == "Anna S.");
    CHECK(client("")->ask("GET", "sessions/" + session + "/result").at("/passings").empty());

    const auto ben = admin("POST", path, R"({"name":"Ben","number":"7"})", {key()});
    CHECK(result().at("/classification/1/number") == "7");
    const auto renamed = admin("PATCH", path + "/" + anna.at("/id"), R"({"name":"Anna Weber"})", {if_match(anna)});
    CHECK(renamed.status == 200);
    CHECK(result().at("/classification/0/name") == "Anna Weber");
    CHECK(admin("PATCH", "karts/" + kart, R"({"number":"15"})", {"If-Match: \"1\""}).status == 200);
    CHECK(result().at("/classification/0/number") == "15");
    CHECK(admin("DELETE", path + "/" + ben.at("/id"), "", {if_match(ben)}).status == 204);
    CHECK(result().at("/classification/1").empty());
}

TEST_CASE_METHOD(CentreCase, "a kart and a tag have one driver in a session") {
    const std::string path = "sessions/" + make_session(5) + "/entrants";
    const auto kart = make_kart("14");
    const auto first = admin("POST", path, R"({"name":"A","kart":")" + kart + R"(","transponders":[77]})", {key()});
    REQUIRE(first.status == 201);
    const auto taken = admin("POST", path, R"({"name":"B","kart":")" + kart + "\"}", {key()});
    CHECK(taken.status == 409);
    CHECK(taken.code() == "kart_taken");
    CHECK(admin("POST", path, R"({"name":"B","transponders":[77]})", {key()}).code() == "bad_setup");
    CHECK(admin("POST", path, R"({"name":"B","kart":"kar_99"})", {key()}).status == 404);
    CHECK(admin("GET", path).at("/items/1").empty());
}

TEST_CASE_METHOD(CentreCase, "the grid is ordered whole, with the session's version") {
    const auto session = make_session(5);
    const std::string path = "sessions/" + session + "/entrants";
    std::string ids[3];
    for (auto& id : ids) id = admin("POST", path, R"({"name":"A"})", {key()}).at("/id");
    const std::string body = R"({"ids":[")" + ids[2] + R"(",")" + ids[0] + R"(",")" + ids[1] + R"("]})";
    const auto ordered = admin("PUT", path + "/order", body, {"If-Match: \"1\""});
    CHECK(ordered.status == 200);
    CHECK(admin("GET", path).at("/items/0/id") == ids[2]);
    CHECK(admin("GET", path).at("/items/0/grid") == "1");
    CHECK(admin("PUT", path + "/order", body, {"If-Match: \"1\""}).status == 412);
    CHECK(admin("PUT", path + "/order", R"({"ids":[")" + ids[2] + R"("]})", {"If-Match: \"2\""}).code() == "bad_state");
}

TEST_CASE_METHOD(CentreCase,
                 "a session of days ago is closed and not planned, though race control remembers it no more") {
    constexpr std::int64_t day_us = 86'400'000'000;
    const auto phase_of = [&](std::int64_t planned_us) {
        return admin("GET", "sessions/" + make_session(3, "", planned_us)).at("/phase");
    };
    CHECK(phase_of(start_us - 2 * day_us) == "planned");
    CHECK(phase_of(start_us - 2 * day_us - 1) == "closed");
}

TEST_CASE_METHOD(CentreCase, "an endurance race has its rules and its teams, whose relays are told by driver") {
    const auto session = make_session(
        3, R"(,"kind":"endurance","rules":{"endurance":{"stops_due":3,"min_stop_s":120,"driver_max_percent":60}})");
    const std::string path = "sessions/" + session;
    CHECK(admin("GET", path).at("/rules/endurance/min_stop_s") == "120");
    CHECK(admin("GET", path).at("/rules/endurance/rest_s") == "0");
    const auto changed = admin("PATCH", path, R"({"rules":{"endurance":{"rest_s":600}}})", {"If-Match: \"1\""});
    CHECK(changed.at("/rules/endurance/stops_due") == "3");
    CHECK(changed.at("/rules/endurance/rest_s") == "600");
    const auto wrong =
        admin("PATCH", path, R"({"rules":{"endurance":{"driver_min_percent":70}}})", {"If-Match: \"2\""});
    CHECK(wrong.at("/pointer") == "/rules/endurance/driver_min_percent");
    const auto team =
        admin("POST", path + "/entrants",
              R"({"name":"Team Dune","number":"7","transponders":[107],"drivers":[{"name":"Anna Schmidt"},)"
              R"({"name":"Bo","public_name":"Bobo"}]})",
              {key()});
    CHECK(team.at("/drivers/0/public_name") == "Anna S.");
    CHECK(team.at("/drivers/1/public_name") == "Bobo");
    const auto bo = team.at("/drivers/1/id");
    const auto entrant = path + "/entrants/" + team.at("/id");
    const auto turned = admin("PATCH", entrant, R"({"drivers":[{"id":")" + bo + R"(","name":"Bo"},{"name":"Cleo"}]})",
                              {if_match(team)});
    CHECK(turned.at("/drivers/0/id") == bo);
    CHECK(turned.at("/drivers/1/name") == "Cleo");
    CHECK(turned.at("/drivers/2/id").empty());
    CHECK(admin("PATCH", entrant, R"({"drivers":[{"id":"drv_999","name":"Di"}]})", {if_match(turned)}).code() ==
          "not_found");
    CHECK(admin("PATCH", entrant, R"({"drivers":[{"public_name":"Di"}]})", {if_match(turned)}).code() == "invalid");
    REQUIRE(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    const auto relay = [&](const std::string& driver) {
        return admin("POST", path + "/events",
                     R"({"kind":"relay","entrant":")" + team.at("/id") + R"(","driver":")" + driver + "\"}");
    };
    CHECK(relay(turned.at("/drivers/1/id")).status == 200);
    CHECK(relay("drv_4294967297").code() == "not_found");
    const auto with = [&](const std::string& drivers) {
        return admin("PATCH", entrant, R"({"drivers":[)" + drivers + "]}", {if_match(turned)});
    };
    const auto driver = [](const std::string& id) { return R"({"id":")" + id + R"(","name":"X"})"; };
    const auto cleo = turned.at("/drivers/1/id");
    CHECK(with(driver(cleo) + "," + driver(bo)).code() == "bad_state");
    CHECK(with(driver(cleo)).code() == "bad_state");
    CHECK(with(driver(bo) + "," + driver(bo)).at("/errors/0/pointer") == "/drivers/1/id");
    CHECK(with(driver(bo) + "," + driver(cleo)).status == 200);
    CHECK(relay(team.at("/drivers/0/id")).code() == "not_found");
    CHECK(admin("POST", path + "/events", R"({"kind":"joker","entrant":")" + team.at("/id") + R"(","stop_us":1})")
              .code() == "bad_state");
    CHECK(admin("GET", path + "/result").at("/teams/0/number") == "7");
}

TEST_CASE_METHOD(CentreCase, "officials correct a session over the API, and the result says so") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const std::string path = "sessions/" + session;
    const auto event = [&](const std::string& body) { return admin("POST", path + "/events", body); };
    const auto entrant =
        admin("POST", path + "/entrants", R"({"name":"Anna","number":"7","transponders":[107]})", {key()}).at("/id");
    const auto about = [&](const std::string& kind, const std::string& more) {
        return event(R"({"kind":")" + kind + R"(","entrant":")" + entrant + "\"" + more + "}");
    };
    CHECK(about("decision", R"(,"penalty":"warning")").status == 404);
    CHECK(admin("GET", path + "/entrants/" + entrant + "/passings").status == 404);
    CHECK(event(R"({"kind":"arm"})").status == 200);
    CHECK(event(R"({"kind":"start"})").status == 200);
    pass(107, 30);
    const auto passings = admin("GET", path + "/entrants/" + entrant + "/passings");
    CHECK(passings.at("/items/0/verdict") == "starts_lap");
    CHECK(passings.at("/items/0/device") == "sf");
    CHECK(passings.at("/items/0/lap_us") == "null");
    CHECK(passings.at("/items/0/doubt") == "null");
    CHECK(passings.at("/items/0/remarks") == "[]");
    CHECK(admin("GET", path + "/entrants/ent_999/passings").status == 404);
    const auto preview = admin("POST", path + "/events?dry_run=1",
                               R"({"kind":"status","status":"retired","entrant":")" + entrant + "\"}");
    CHECK(preview.at("/changed/0/entrant") == entrant);
    CHECK(preview.at("/changed/0/before/state") == "running");
    CHECK(preview.at("/changed/0/after/state") == "retired");
    CHECK(about("decision", R"(,"penalty":"time","time_ms":5000,"fact":"Jumped the start","article":"2.14")").status ==
          200);
    CHECK(about("decision", R"(,"penalty":"time")").status == 422);
    CHECK(about("decision", R"(,"penalty":"places")").status == 422);
    CHECK(about("decision", R"(,"penalty":"shrug")").status == 422);
    CHECK(about("decision", R"(,"penalty":"warning","decision":9)").status == 409);
    CHECK(about("status", R"(,"status":"retired")").status == 200);
    CHECK(about("status", R"(,"status":"shrug")").status == 422);
    CHECK(about("void", R"(,"lap":1)").code() == "not_found");
    CHECK(event(R"({"kind":"void","passing":123456})").code() == "not_found");
    CHECK(event(R"({"kind":"void"})").status == 422);
    CHECK(about("split", R"(,"lap":1,"parts":1)").status == 422);
    CHECK(event(R"({"kind":"red_line"})").code() == "bad_state");
    CHECK(about("give_passings", "").status == 422);
    CHECK(about("swap_kart", R"(,"kart":"kar_999")").code() == "not_found");
    const auto result = admin("GET", path + "/result");
    CHECK(result.at("/decisions/0/decision") == "1");
    CHECK(result.at("/decisions/0/amount") == "5000000");
    CHECK(result.at("/decisions/0/fact") == "Jumped the start");
    CHECK(result.at("/decisions/0/by") == "admin");
    const auto seen = client("")->ask("GET", path + "/result");
    CHECK(seen.at("/decisions/0/article") == "2.14");
    CHECK(seen.at("/decisions/0/by").empty());
    const auto seq = admin("GET", path + "/events").at("/items/1/seq");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"undo","seq":)" + seq + "}").status == 200);
    CHECK(admin("GET", path + "/result").at("/decisions") == "[]");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"undo","seq":)" + seq + "}", {"Accept-Language: fr"})
              .at("/detail") == "C’est déjà fait : quelqu’un l’a dit avant.");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"redo"})").status == 422);
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"redo","seq":)" + seq + "}").status == 200);
    CHECK(admin("GET", path + "/result").at("/decisions/0/decision") == "1");
    CHECK(admin("POST", "tracks/main/events", R"({"kind":"redo","seq":)" + seq + "}").code() == "bad_state");
}
