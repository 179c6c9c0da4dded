// RMonitor v1.0 as its clients read it: exact field counts, fixed widths, nothing that a naive split would trip over.
#include "web/feed/rmonitor_records.hpp"

#include <catch2/catch.hpp>

#include "web/feed/ascii.hpp"

using namespace chicane;
using namespace chicane::web::feed;

namespace {

// 2026-11-24 14:13:05.250 UTC, one hour ahead of it.
constexpr LocalClock afternoon{1'795'529'585'250, 3600};
const RmonitorTrack track{"Grand circuit", 650};

timing::Row row(std::uint32_t id, std::int32_t position, std::string number, std::string name) {
    timing::Row made;
    made.id = timing::EntrantId{id};
    made.position = position;
    made.number = std::move(number);
    made.name = std::move(name);
    return made;
}

timing::Board race_of_two() {
    timing::Board board;
    board.session = timing::SessionHead{"ses_1", "Heat 2", timing::Kind::race, timing::Ranking::laps,
                                        timing::SessionState::running};
    board.flag = timing::Flag::green;
    board.clock = {60'000'000, 540'000'000, 2, 10, true, afternoon.unix_ms};
    auto ana = row(5, 1, "7", "Ana M.");
    ana.transponder = timing::TransponderId{5691251};
    ana.laps = 2;
    ana.last_us = 43'812'999;
    ana.best_us = 43'812'999;
    ana.best_lap = 2;
    ana.total_us = 90'123'456;
    auto unknown = row(1'000'000'001, 2, "", "Unknown 8101234");
    unknown.transponder = timing::TransponderId{8101234};
    unknown.laps = 1;
    unknown.last_us = 43'000'000;
    unknown.best_us = 43'000'000;
    unknown.best_lap = 1;
    unknown.total_us = 91'000'000;
    board.rows = {ana, unknown};
    return board;
}

bool holds(const std::string& text, const std::string& record) {
    return text.find(record + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a refresh tells the session, the track and every row once") {
    const auto text = rmonitor_refresh(race_of_two(), track, afternoon);
    CHECK(holds(text, R"($I,"15:13:05.000","24 nov 26")"));
    CHECK(holds(text, R"($B,1,"Heat 2")"));
    CHECK(holds(text, R"($C,1,"Karting")"));
    CHECK(holds(text, R"($E,"TRACKNAME","Grand circuit")"));
    CHECK(holds(text, R"($E,"TRACKLENGTH","0.650")"));
    CHECK(holds(text, R"($F,8,"00:09:00","15:13:05","00:01:00","Green ")"));
    CHECK(holds(text, R"($A,"5","7",5691251,"Ana","M.","",1)"));
    CHECK(holds(text, R"($COMP,"5","7",1,"Ana","M.","","")"));
    CHECK(holds(text, R"($G,1,"5",2,"00:01:30.123")"));
    CHECK(holds(text, R"($A,"T1","",8101234,"Unknown","8101234","",1)"));
}

TEST_CASE("times are cut to milliseconds and never rounded") {
    CHECK(holds(rmonitor_refresh(race_of_two(), track, afternoon), R"($H,2,"5",2,"00:00:43.812")"));
}

TEST_CASE("positions of best laps are counted on their own in a race") {
    CHECK(holds(rmonitor_refresh(race_of_two(), track, afternoon), R"($H,1,"T1",1,"00:00:43.000")"));
}

TEST_CASE("laps are empty before the first lap") {
    auto board = race_of_two();
    board.rows[0].laps = 0;
    CHECK(holds(rmonitor_refresh(board, track, afternoon), R"($G,1,"5",,"00:01:30.123")"));
}

TEST_CASE("a crossing tells its lap and the rows that it moved and nothing else") {
    const auto before = race_of_two();
    auto after = before;
    after.rows[0].laps = 3;
    after.rows[0].last_us = 44'000'500;
    after.rows[0].total_us = 134'123'956;
    CHECK(rmonitor_changes(before, after, track, afternoon) ==
          "$J,\"5\",\"00:00:44.000\",\"00:02:14.123\"\r\n$G,1,\"5\",3,\"00:02:14.123\"\r\n");
}

TEST_CASE("nothing changed is nothing sent") {
    CHECK(rmonitor_changes(race_of_two(), race_of_two(), track, afternoon).empty());
}

TEST_CASE("another session is told whole") {
    auto next = race_of_two();
    next.session->id = "ses_2";
    CHECK(rmonitor_changes(race_of_two(), next, track, afternoon) == rmonitor_refresh(next, track, afternoon));
}

TEST_CASE("a row that leaves the board leaves the scoreboards") {
    auto after = race_of_two();
    after.rows.pop_back();
    CHECK(rmonitor_changes(race_of_two(), after, track, afternoon) == rmonitor_refresh(after, track, afternoon));
}

TEST_CASE("a session without laps to go says 9999") {
    auto board = race_of_two();
    board.clock.laps_total.reset();
    CHECK(rmonitor_heartbeat(board, afternoon).starts_with("$F,9999,"));
}

TEST_CASE("the heartbeat ticks while the clock runs and holds while it stands") {
    auto board = race_of_two();
    const LocalClock later{afternoon.unix_ms + 2000, afternoon.utc_offset_s};
    CHECK(rmonitor_heartbeat(board, later) == "$F,8,\"00:08:58\",\"15:13:07\",\"00:01:02\",\"Green \"\r\n");
    board.clock.runs = false;
    CHECK(rmonitor_heartbeat(board, later) == "$F,8,\"00:09:00\",\"15:13:07\",\"00:01:00\",\"Green \"\r\n");
}

TEST_CASE("every flag is six characters wide") {
    for (const auto flag : {timing::Flag::none, timing::Flag::green, timing::Flag::yellow, timing::Flag::slow,
                            timing::Flag::red, timing::Flag::last_lap, timing::Flag::chequered}) {
        auto board = race_of_two();
        board.flag = flag;
        const auto text = rmonitor_heartbeat(board, afternoon);
        CHECK(text.size() - text.rfind(",\"") == std::string(",\"Green \"\r\n").size());
    }
}

TEST_CASE("strings hold no comma, no quote, no accent and no more than their length") {
    CHECK(rmonitor_text("Müller, \"Zoë\"", 30) == "Muller  'Zoe'");
    CHECK(rmonitor_text("Maximilien de La Rochefoucauld-Liancourt", 30).size() == 30);
}

TEST_CASE("letters without an ASCII neighbour become question marks, broken bytes too") {
    CHECK(to_ascii("Łukasz Ωmega") == "Lukasz ?mega");
    CHECK(to_ascii("a\xC3") == "a?");
    CHECK(to_ascii("a\xE2\x82z") == "a?z");
}
