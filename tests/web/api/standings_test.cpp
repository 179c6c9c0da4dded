// Points over HTTP: tables are data, each meeting counts by its own, and a championship is the sum of its meetings.
#include "tests/web/api/meeting_case.hpp"

using namespace chicane::web::api;

namespace {

struct PointsCase : MeetingCase {
    /// Eight people of two teams, driven to the end by a table of 8, 7, 6 … points, one for the best lap and two for pole.
    std::string drive_meeting(std::int64_t at_us) {
        std::string people;
        for (int i = 1; i <= 8; ++i)
            people += std::string(i > 1 ? "," : "") + R"({"name":"Driver )" + std::to_string(i) + R"(","team":")" +
                      (i % 2 == 1 ? "Odd" : "Even") + "\"}";
        const Answer made = admin("POST", "meetings",
                                  R"({"track":"main","name":"Round","start_us":)" + std::to_string(at_us) +
                                      R"(,"minutes":90,"variant":"quick","entries":[)" + people + "]}",
                                  {key()});
        INFO(made.body);
        REQUIRE(made.status == 201);
        const std::string id = made.at("/id");
        const auto put = admin("PUT", "meetings/" + id + "/points", points, {"If-Match: \"1\""});
        INFO(put.body);
        REQUIRE(put.status == 200);
        for (const char* round : {"qualifying", "final"}) {
            drive_round(id, round);
            draw(id);
        }
        return id;
    }

    const std::string points =
        R"({"championship":"Winter cup","team_counting":2,"tables":[{"kind":"final","by_place_hundredths":[800,700,600,500,400,300,200,100],)"
        R"("best_lap_hundredths":100,"pole_hundredths":200}]})";
};

}  // namespace

TEST_CASE_METHOD(PointsCase,
                 "a meeting's finals give points down the field, and one champion over a season's meetings") {
    make_karts(4);
    const std::string id = drive_meeting(start_us);
    const auto drivers = admin("GET", "meetings/" + id + "/standings");
    INFO(drivers.body);
    CHECK(drivers.at("/sessions/0/kind") == "final");
    CHECK(drivers.at("/sessions/1").empty());
    CHECK(drivers.at("/standings/0/name") == "Driver 1");
    CHECK(drivers.at("/standings/0/hundredths") == "1100");
    // Final B goes on where A ends, and its first of the grid has no pole.
    CHECK(drivers.at("/standings/4/name") == "Driver 5");
    CHECK(drivers.at("/standings/4/hundredths") == "400");
    CHECK(drivers.at("/standings/7/hundredths") == "100");
    const auto teams = admin("GET", "meetings/" + id + "/standings?of=team");
    CHECK(teams.at("/standings/0/name") == "Odd");
    CHECK(teams.at("/standings/0/hundredths") == "1700");
    CHECK(teams.at("/standings/1/hundredths") == "1200");
    CHECK(admin("GET", "meetings/" + id + "/standings?of=club").at("/standings") == "[]");

    drive_meeting(start_us + 120 * minute_us);
    const auto season = admin("GET", "standings?championship=Winter%20cup");
    INFO(season.body);
    CHECK(season.at("/sessions/1/kind") == "final");
    CHECK(season.at("/standings/0/name") == "Driver 1");
    CHECK(season.at("/standings/0/hundredths") == "2200");
    CHECK(season.at("/standings/0/places") == "[2]");
    CHECK(season.at("/standings/8").empty());
    const auto file = admin("GET", "standings.csv?championship=Winter%20cup");
    CHECK(file.headers.at("content-type") == "text/csv; charset=utf-8");
    CHECK(file.body.starts_with("rank,name,points,gross_points,wins\r\n1,Driver 1,22,22,2\r\n"));
    CHECK(admin("GET", "meetings/" + id + "/standings.csv?of=team").body.ends_with("\r\n2,Even,12,12,0\r\n"));
    CHECK(admin("GET", "standings?championship=none").at("/standings") == "[]");
}

TEST_CASE_METHOD(PointsCase, "a correction of a final moves the points, and tables are changed by their version") {
    make_karts(4);
    const std::string id = drive_meeting(start_us);
    const json::object as_read = read(id);
    const auto& final = as_read.at("runs").as_array().back();
    REQUIRE(text(final.at("title")) == "Final A");
    event(text(final.at("session")), R"({"kind":"decision","penalty":"disqualified","entrant":")" +
                                         text(final.at("people").at(0).at("entrant")) + "\"}");
    const auto drivers = admin("GET", "meetings/" + id + "/standings");
    INFO(drivers.body);
    CHECK(drivers.at("/standings/0/name") == "Driver 2");
    const std::string path = "meetings/" + id + "/points";
    CHECK(admin("PUT", path, points, {"If-Match: \"1\""}).code() == "version_mismatch");
    CHECK(admin("PUT", path, points).code() == "key_missing");
    CHECK(admin("GET", path).at("/championship") == "Winter cup");
    CHECK(admin("GET", path).at("/tables/0/by_place_hundredths/7") == "100");
    const std::string match = "If-Match: \"" + admin("GET", path).at("/version") + "\"";
    CHECK(admin("PUT", path, R"({"tables":[{"kind":"dance"}]})", {match}).code() == "invalid");
    CHECK(admin("PUT", path, R"({"tables":[{"kind":"final","participation_hundredths":100}]})", {match}).status == 200);
    CHECK(admin("GET", "meetings/" + id + "/standings").at("/standings/0/hundredths") == "100");
    CHECK(admin("GET", "meetings/" + id + "/standings?of=all").code() == "invalid");
    CHECK(admin("GET", "meetings/mtg_99/standings").code() == "not_found");
}
