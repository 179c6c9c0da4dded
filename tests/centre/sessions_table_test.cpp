// A session comes back as it was planned.
#include "centre/store/sessions_table.hpp"

#include <catch2/catch.hpp>

#include "centre/store/kart_heads_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using namespace chicane::timing;

TEST_CASE_METHOD(StoreCase, "every rule comes back as it went in") {
    chicane::centre::bookings::Session session{"main", "Final", 5, 720, 20, false, {}};
    session.rules = {Kind::race,
                     Start::signal,
                     FirstCrossing::ends_lap,
                     Ranking::total_time,
                     {},
                     {},
                     true,
                     1,
                     2,
                     3,
                     4,
                     0,
                     {5, 6, 7, Priority::last, EndHow::full_distance, 8},
                     {RedLap::void_lap, RedRestart::starts_lap, false},
                     {},
                     75,
                     180,
                     {},
                     {}};
    session.rules.red.full_percent = 75;
    session.rules.false_start_us = 30'000'000;
    session.rules.serve_laps = 3;
    session.rules.flags = {{.flag = Flag::slow,
                            .name = "Code 60",
                            .stops_clock = true,
                            .laps_count = false,
                            .reports_overtakes = true,
                            .speed_level = std::uint8_t{2},
                            .lights = Lights::red,
                            .pit = PitLane::closed},
                           {.flag = Flag::green}};
    session.rules.penalty_values = {{"fairing", "2017-01-01", Penalty::time, 5'000'000, "2.24"},
                                    {"fairing", "", Penalty::laps, 1, ""}};
    const auto made = insert_session(db, stamp, session);
    CHECK(made.head == Head{1, 1, stamp.now_us, "anna"});
    const auto found = find_session(db, made.head.id, 0);
    REQUIRE(found);
    CHECK(found->session == session);
    CHECK(found->head == made.head);
    auto changed = *found;
    changed.session.rules.flags.pop_back();
    changed.session.rules.penalty_values.clear();
    CHECK(update_session(db, stamp, changed).session == changed.session);
    CHECK(find_session(db, made.head.id, 0)->session == changed.session);
}

TEST_CASE_METHOD(StoreCase, "a day's sessions come in order of their start, of one track or of all") {
    add_session(1, 30);
    add_session(1, 10);
    add_session(1, 20);
    const auto rows = sessions_between(db, "main", 10, 30, 0);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].session.planned_start_us == 10);
    CHECK(sessions_between(db, "", 0, 100, 0).size() == 3);
    CHECK(sessions_between(db, "other", 0, 100, 0).empty());
}

TEST_CASE_METHOD(StoreCase, "a kart's id is never given twice, and its version guards it") {
    const auto first = add_kart_head(db, stamp, 0);
    CHECK(first.id == 1);
    CHECK(add_kart_head(db, stamp, 7).id == 8);
    CHECK(add_kart_head(db, stamp, 2).id == 9);
    CHECK(raise_kart_version(db, stamp, 8, 1)->version == 2);
    CHECK(raise_kart_version(db, stamp, 8, 1).error().code == RefusalCode::version_mismatch);
    CHECK(raise_kart_version(db, stamp, 100, 1)->version == 2);
}
