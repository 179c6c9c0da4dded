// Sheets over the API: CSV and JSON of each kind, and what is said where there is nothing to print, or nobody to print it.
#include <catch2/catch.hpp>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

TEST_CASE_METHOD(CentreCase, "entries and a grid are there from the planning on, a result from the arming on") {
    const auto session = make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const std::string path = "sessions/" + session;
    CHECK(admin("GET", path + "/sheet.json?kind=grid").at("/columns/0") == "position");
    CHECK(admin("GET", path + "/sheet.csv?kind=entries").body == "number,name,transponders,drivers\r\n");
    CHECK(admin("GET", path + "/sheet.json").code() == "bad_state");
    CHECK(admin("POST", path + "/events", R"({"kind":"arm"})").status == 200);
    const auto csv = admin("GET", path + "/sheet.csv");
    CHECK(csv.status == 200);
    CHECK(csv.headers.at("content-type") == "text/csv; charset=utf-8");
    CHECK(csv.headers.at("content-disposition") == "attachment; filename=\"" + session + "-result.csv\"");
    CHECK(csv.body.starts_with("position,number,name,"));
    CHECK(admin("GET", path + "/sheet.pdf?kind=certificate").code() == "bad_state");
}

TEST_CASE_METHOD(CentreCase, "a word of a sheet that nobody knows is refused with those that are known") {
    const auto path = "sessions/" + make_session(3);
    const auto refused = admin("GET", path + "/sheet.pdf?kind=poster");
    CHECK(refused.code() == "invalid");
    CHECK(refused.at("/detail") ==
          "kind \"poster\" is not known; known: result, entries, grid, lap_times, lap_chart, "
          "sectors, decisions, certificate");
    CHECK(admin("GET", path + "/sheet.pdf?lang=de").code() == "invalid");
    CHECK(admin("GET", path + "/sheet.csv?names=none").code() == "invalid");
}

TEST_CASE_METHOD(CentreCase, "where chicane-print is not installed a PDF is refused and says what works without") {
    const auto path = "sessions/" + make_session(3);
    const auto refused = admin("GET", path + "/sheet.pdf?kind=grid", "", {"Accept-Language: fr"});
    CHECK(refused.status == 501);
    CHECK(refused.code() == "not_installed");
    CHECK(refused.at("/detail") == "Ce serveur n’a pas chicane-print à côté de lui ; CSV et JSON s’en passent.");
}

TEST_CASE_METHOD(CentreCase, "a sheet needs an account and a session") {
    const auto path = "sessions/" + make_session(3);
    CHECK(client("")->ask("GET", path + "/sheet.csv?kind=grid").status == 401);
    CHECK(client("viewer")->ask("GET", path + "/sheet.csv?kind=grid").status == 200);
    CHECK(admin("GET", "sessions/ses_999/sheet.csv?kind=grid").status == 404);
    CHECK(admin("GET", "sessions/open_main_9/sheet.csv").status == 404);
}

TEST_CASE_METHOD(
    CentreCase, "a result is official once race control said so of a session that is over, and until it is corrected") {
    const auto path = "sessions/" + make_session(3, R"(,"kind":"race","rules":{"start":"signal"})");
    const auto event = [&](const std::string& kind) {
        return admin("POST", path + "/events", R"({"kind":")" + kind + "\"}").status;
    };
    REQUIRE(event("arm") == 200);
    REQUIRE(event("start") == 200);
    CHECK(event("official") == 409);
    REQUIRE(event("finish") == 200);
    CHECK(admin("GET", path + "/result").at("/official").empty());
    CHECK(client("viewer")->ask("POST", path + "/events", R"({"kind":"official"})").code() == "permission_needed");
    REQUIRE(event("official") == 200);
    CHECK(event("official") == 409);
    CHECK(admin("GET", path + "/result").at("/official/by") == "admin");
    CHECK(client("")->ask("GET", path + "/result").at("/official/by").empty());
    CHECK_FALSE(client("")->ask("GET", path + "/result").at("/official/at_us").empty());
    CHECK_FALSE(admin("GET", path).at("/official_at_us").empty());
    CHECK(admin("GET", path + "/events").at("/items/0/kind") == "official");
    REQUIRE(admin("POST", "tracks/main/events", R"({"kind":"undo"})").status == 200);
    CHECK(admin("GET", path).at("/official_at_us").empty());
    REQUIRE(event("close") == 200);
    CHECK(event("official") == 200);
}

TEST_CASE_METHOD(CentreCase, "a sheet of a session that race control has forgotten comes from the journal") {
    const auto session = make_session(3);
    const auto path = "sessions/" + session;
    set_past([session](const std::string& asked) -> PastResult {
        chicane::sessions::Result result;
        if (asked != session) return std::nullopt;
        result.classification.emplace_back().number = "14";
        result.classification.back().name = "Anna Martin";
        return result;
    });
    CHECK(admin("GET", path + "/sheet.csv").body.find(",14,Anna Martin,") != std::string::npos);
    set_past([](const std::string&) -> PastResult { return std::unexpected("journal.db: cannot be read"); });
    CHECK(admin("GET", path + "/sheet.csv").status == 503);
    set_past(nullptr);
    CHECK(admin("GET", path + "/sheet.csv").code() == "busy");
}
