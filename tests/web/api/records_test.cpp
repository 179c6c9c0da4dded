// Records and ratings over HTTP: both are made of the results of sessions, and follow when a result is corrected.
#include "tests/web/api/meeting_case.hpp"

using namespace chicane::web::api;

namespace {

struct SeasonCase : MeetingCase {
    std::string meeting;

    /// Eight people in two classes have driven a practice in four karts.
    void drive_practice() {
        make_karts(4);
        std::string people;
        for (int i = 1; i <= 8; ++i)
            people += std::string(i > 1 ? "," : "") + R"({"name":"Driver )" + std::to_string(i) + R"(","class":")" +
                      (i % 2 == 1 ? "odd" : "even") + "\"}";
        const Answer made = admin("POST", "meetings",
                                  R"({"track":"main","name":"Day","start_us":)" + std::to_string(start_us) +
                                      R"(,"minutes":120,"entries":[)" + people + "]}",
                                  {key()});
        INFO(made.body);
        REQUIRE(made.status == 201);
        meeting = made.at("/id");
        drive_round(meeting, "practice");
    }

    /// Session and entrant of a driver in the practice.
    std::pair<std::string, std::string> seat_of(const std::string& name) {
        const json::object as_read = read(meeting);
        for (const auto& run : as_read.at("runs").as_array())
            for (const auto& person : run.at("people").as_array())
                if (text(run.at("round")) == "practice" && text(person.at("name")) == name)
                    return {text(run.at("session")), text(person.at("entrant"))};
        return {};
    }

    std::string first(const std::string& query) {
        return admin("GET", "records?track=main" + query).at("/items/0/name");
    }
};

}  // namespace

TEST_CASE_METHOD(SeasonCase, "a record is a person's best lap, by track, kart class, category and period") {
    drive_practice();
    const auto records = admin("GET", "records?track=main");
    INFO(records.body);
    CHECK(records.at("/items/0/name") == "Driver 1");
    CHECK(records.at("/items/0/best_us") == std::to_string(lap_us("Driver 1")));
    CHECK(records.at("/items/7/name") == "Driver 8");
    CHECK(records.at("/items/8").empty());
    CHECK(admin("GET", "records.csv?track=main")
              .body.starts_with("position,name,number,class,category,best_s,date\r\n1,Driver 1,"));
    CHECK(first("&category=even") == "Driver 2");
    CHECK(first("&class=") == "Driver 1");
    CHECK(first("&class=junior").empty());
    for (const char* period : {"day", "week", "month", "year", "ever"})
        CHECK(first("&date=2026-11-25&period=" + std::string(period)) == "Driver 1");
    CHECK(first("&date=2026-11-24&period=day").empty());
    CHECK(first("&date=2026-11-29&period=week") == "Driver 1");
    CHECK(first("&date=2026-11-30&period=week").empty());
    CHECK(first("&date=2026-12-01&period=month").empty());
    CHECK(first("&date=2026-01-01&period=year") == "Driver 1");
    CHECK(first("&date=2030-01-01&period=ever") == "Driver 1");
    CHECK(admin("GET", "records?track=main&period=century").code() == "invalid");
    CHECK(admin("GET", "records?track=moon").code() == "not_found");
}

TEST_CASE_METHOD(SeasonCase, "a record goes when its driver is disqualified, and comes back when that is taken back") {
    drive_practice();
    CHECK(first("") == "Driver 1");
    const auto [session, entrant] = seat_of("Driver 1");
    event(session, R"({"kind":"decision","penalty":"disqualified","entrant":")" + entrant + "\"}");
    CHECK(first("") == "Driver 2");
    const Answer done = admin("GET", "sessions/" + session + "/events");
    REQUIRE(admin("POST", "tracks/main/events", R"({"kind":"undo","seq":)" + done.at("/items/0/seq") + "}").status ==
            200);
    CHECK(first("") == "Driver 1");
}

TEST_CASE_METHOD(SeasonCase, "a session that is aborted after its end leaves no record") {
    drive_practice();
    const json::object as_read = read(meeting);
    const auto& run = as_read.at("runs").at(2);  // a qualifying
    const auto& driver = run.at("people").at(0);
    const std::int64_t begin_us = run.at("planned_start_us").as_int64();
    const std::string session = text(run.at("session"));
    const std::string before = admin("GET", "records?track=main").body;
    set_now_us(begin_us);
    event(session, R"({"kind":"arm"})");
    for (int lap = 0; lap < 3; ++lap) pass_at(tags.at(text(driver.at("kart"))), begin_us + (1 + lap * 20) * second_us);
    event(session, R"({"kind":"finish"})");
    CHECK(first("") == text(driver.at("name")));
    event(session, R"({"kind":"abort"})");
    CHECK(admin("GET", "records?track=main").body == before);
}

TEST_CASE_METHOD(SeasonCase, "who drove is rated, and so is his kart, each with its uncertainty") {
    make_karts(4);
    kart_pace_us[tags.begin()->first] = 800'000;  // one kart is slow
    const std::string slow = tags.begin()->first;
    std::string people;
    for (int i = 1; i <= 8; ++i) {
        const Answer made = admin("POST", "customers",
                                  R"({"family_name":")" + std::to_string(i) + R"(","given_name":"Driver"})", {key()});
        REQUIRE(made.status == 201);
        people += std::string(i > 1 ? "," : "") + R"({"customer":")" + made.at("/id") + "\"}";
    }
    const Answer made = admin("POST", "meetings",
                              R"({"track":"main","name":"Day","start_us":)" + std::to_string(start_us) +
                                  R"(,"minutes":120,"entries":[)" + people + "]}",
                              {key()});
    INFO(made.body);
    REQUIRE(made.status == 201);
    meeting = made.at("/id");
    for (const char* round : {"practice", "qualifying", "final"}) {
        draw(meeting);
        drive_round(meeting, round);
    }
    const auto drivers = admin("GET", "ratings?track=main");
    INFO(drivers.body);
    CHECK(drivers.at("/items/7/sessions") == "3");
    CHECK(drivers.at("/items/8").empty());
    CHECK(std::stod(drivers.at("/items/0/deviation")) < 350);
    CHECK(std::stod(drivers.at("/items/0/points")) > std::stod(drivers.at("/items/7/points")));
    const auto karts = admin("GET", "ratings?track=main&kind=kart");
    INFO(karts.body);
    CHECK(karts.at("/items/4").empty());
    CHECK(karts.at("/items/3/kart") == slow);
    CHECK(std::stoi(karts.at("/items/3/pace_ms")) > 0);
    CHECK(std::stod(karts.at("/items/3/deviation")) < 80);
    CHECK(admin("GET", "ratings?track=main").body == drivers.body);
    CHECK(admin("GET", "ratings?track=main&kind=team").code() == "invalid");
}
