// What race control sees of an endurance race: who drives, how long, the stops, the next limit, and which rules were broken.
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

/// A race of three teams with a pit lane: 20 minutes, two stops of a minute, stints of five minutes. The first team has two drivers.
struct PitCase : ConductorCase {
    PitCase() {
        set_up = [](TrackOptions& track) {
            track.devices.push_back({"in", "tcp://127.0.0.1:5404?protocol=p3", LoopRole::pit_in});
            track.devices.push_back({"out", "tcp://127.0.0.1:5405?protocol=p3", LoopRole::pit_out});
        };
        open();
        Setup setup = race("ses_1", 0);
        setup.rules.kind = timing::Kind::endurance;
        setup.rules.end.time_us = 20 * minute_us;
        setup.rules.endurance.stops_due = 2;
        setup.rules.endurance.min_stop_us = minute_us;
        setup.rules.endurance.max_stint_us = 5 * minute_us;
        setup.entrants[0].drivers = {{timing::DriverId{1}, "Anna Weber", "Anna W."},
                                     {timing::DriverId{2}, "Bo Lund", "Bo L."}};
        REQUIRE(did(StageSession{setup}));
        REQUIRE(did(ArmSession{"ses_1"}));
        at(10);
        REQUIRE(did(StartSession{"ses_1", {}}));
        pass(101, 50);
        pass(102, 52);
    }
    const TeamShown& team(std::size_t index) { return view().endurance.teams.at(index); }
};

}  // namespace

TEST_CASE("race control sees who drives, his stint, what he owes and the time to the next limit") {
    PitCase race;
    race.wake_at(70);
    race.pass(102, 90);
    REQUIRE(race.view().endurance.teams.size() == 3);
    CHECK(race.team(0).driver == "Anna Weber");
    CHECK(race.team(0).stint_us == 80 * second_us + gathered_us);
    CHECK(race.team(0).until_limit_us == 220 * second_us - gathered_us);
    CHECK(race.team(0).stops_done == 0);
    CHECK(race.team(0).stops_owed == 2);
    CHECK_FALSE(race.team(0).in_pit_since);
    CHECK(race.team(1).driver.empty());  // nobody told
}

TEST_CASE("a stop is seen while it lasts, and one that was too short is proposed") {
    PitCase race;
    race.pass(101, 100, "in");
    CHECK(race.team(0).in_pit_since == race.host(100));
    CHECK(race.view().endurance.proposed.empty());
    race.pass(101, 130, "out");
    REQUIRE(race.view().endurance.proposed.size() == 1);
    const ProposedShown& proposed = race.view().endurance.proposed.front();
    CHECK(proposed.kind == timing::BreachKind::stop_too_short);
    CHECK(proposed.number == "1");
    CHECK(proposed.at == race.host(100));
    CHECK(proposed.amount == 30 * second_us);
    CHECK_FALSE(race.team(0).in_pit_since);
    CHECK(race.team(0).stops_owed == 2);
}

TEST_CASE("a race without teams has none of it") {
    ConductorCase race;
    REQUIRE(race.did(StageSession{ConductorCase::race("ses_1", 3)}));
    REQUIRE(race.did(ArmSession{"ses_1"}));
    CHECK(race.view().endurance.teams.empty());
}
