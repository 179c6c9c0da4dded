// Goal: who drives, told by the drivers' own tags, and what weight, fuel and swaps come to in a session's result (race-rules.md §7). Method: a race of
// two teams with loops at the line and at both ends of the pit.
#include <catch2/catch.hpp>

#include "sessions/rules/check.hpp"
#include "tests/sessions/session_case.hpp"

using namespace chicane;
using namespace chicane::sessions;

namespace {

constexpr timing::DriverId anna{11}, ben{12};

Setup teams() {
    Setup setup = race();
    setup.rules.kind = timing::Kind::endurance;
    setup.entrants.resize(2);
    setup.entrants[0].drivers = {{anna, "Anna", "A.", 60, timing::TransponderId{501}},
                                 {ben, "Ben", "B.", 80, timing::TransponderId{502}}};
    setup.loops = {{{1}, LoopRole::finish, 0}, {{2}, LoopRole::pit_in, 0}, {{3}, LoopRole::pit_out, 0}};
    return setup;
}

struct Team : Case {
    explicit Team(const Setup& setup = teams()) : Case(setup) {}
    std::string drivers() const {
        std::string all;
        const Result now = result();
        for (const timing::Stint& stint : now.teams[0].row.stints)
            all += stint.driver == anna ? "A" : stint.driver == ben ? "B" : "-";
        return all;
    }
};

}  // namespace

TEST_CASE("a driver's own tag over the pit exit says who drives, and over no other loop") {
    Team team;
    team.pass(101, 0, 1);
    team.pass(502, 20, 1);
    team.pass(101, 40, 2);
    CHECK(team.drivers() == "A");
    const auto heard = team.pass(502, 60, 3);
    team.pass(101, 60.2, 3);
    team.pass(101, 100, 1);
    CHECK(team.drivers() == "AB");
    CHECK(team.verdict(heard) == "unknown_transponder");
    SECTION("a word of the same moment or later goes before it") {
        team.tell(RelayTold{{1}, anna, at_s(60), RelayMeans::scan});
        CHECK(team.drivers() == "AA");
    }
    SECTION("taken out, it tells nothing") {
        team.tell(RemarkMade{RemarkKind::voided, heard, 0, 1});
        CHECK(team.drivers() == "AA");
    }
    SECTION("a tag that is another driver's by now tells of him") {
        Setup changed = teams();
        std::swap(changed.entrants[0].drivers[0].transponder, changed.entrants[0].drivers[1].transponder);
        team.window.configure(changed);
        CHECK(team.drivers() == "AA");
    }
}

TEST_CASE("a driver's tag is heard whatever came late") {
    Team team;
    team.pass(101, 0, 1);
    team.pass(101, 100, 1);
    team.pass(101, 60.2, 3);
    team.pass(502, 60, 3);
    team.pass(101, 40, 2);
    CHECK(team.drivers() == "AB");
}

TEST_CASE("the handicap is in the team's total once the race ends, and a preview of the weight changes it") {
    Setup setup = teams();
    setup.rules.endurance.weight_kg = 80;
    setup.rules.endurance.weight_ms_per_kg_h = 36'000;
    setup.rules.end.laps = 2;
    Team team(setup);
    team.pass(101, 0, 1);
    team.pass(102, 1, 1);
    team.pass(101, 40, 1);
    team.pass(102, 41, 1);
    CHECK(team.order() == "1 2");
    team.pass(101, 80, 1);
    team.pass(102, 81, 1);
    // 20 kg for 80 s: 20 × 36 s × 80 / 3600.
    CHECK(team.row("1").penalty_us == 16'000'000);
    CHECK(team.row("1").total_us == at_s(96).us);
    CHECK(team.order() == "2 1");
    setup.entrants[0].drivers[0].weight_kg = 80;
    team.window.configure(setup);
    CHECK(team.order() == "1 2");
}

TEST_CASE("a stop is told to be for fuel, and a swap in it is known from the kart") {
    Setup setup = teams();
    setup.rules.endurance.refuels_due = 1;
    setup.rules.endurance.swap_no_stop = 1;
    Team team(setup);
    team.pass(101, 0, 1);
    team.pass(101, 40, 2);
    const auto fuel = team.tell(JokerTold{{1}, at_s(45), StopKind::refuel});
    const auto swap = team.tell(KartSwapped{{1}, {31}, at_s(50)});
    team.assign(131, timing::KartId{31}, 0);
    team.pass(131, 60, 3);
    const auto row = [&] { return team.result().teams[0].row; };
    REQUIRE(row().stops.size() == 1);
    CHECK(row().stops[0].refuel);
    CHECK_FALSE(row().stops[0].joker);
    CHECK(row().stops[0].swapped);
    CHECK(row().stops_done == 0);
    CHECK(row().refuels_owed == 0);
    team.window.remove(fuel);
    CHECK(row().refuels_owed == 1);
    team.window.remove(swap);
    CHECK_FALSE(row().stops[0].swapped);
}

TEST_CASE("who is near the pit exit is in the result where the rules ask for it") {
    Setup setup = teams();
    setup.rules.endurance.exit_after_us = at_s(10).us;
    setup.rules.endurance.exit_window_us = at_s(5).us;
    Team team(setup);
    for (const int at : {0, 40, 80}) team.pass(102, at, 1);
    team.tell(Ticked{at_s(92)});
    REQUIRE(team.result().exit_traffic.size() == 1);
    CHECK(team.result().exit_traffic[0] == ResultNear{{2}, "2", -2'000'000});
}

TEST_CASE("a driver's tag that somebody else has, and a weight that nobody has, are refused") {
    Setup setup = teams();
    setup.entrants[0].drivers[1].transponder = timing::TransponderId{102};
    CHECK(rules::check(setup)->code == rules::FaultCode::driver_tag_twice);
    setup = teams();
    setup.entrants[0].drivers[1].weight_kg = 501;
    CHECK(rules::check(setup)->code == rules::FaultCode::bad_weight);
}
