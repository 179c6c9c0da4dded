// Crossings that no tag told of: by whose tag they count once an official has said whose they are, and how long they wait for one.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

struct LightCase : ConductorCase {
    void start_race(const Setup& setup) {
        REQUIRE(did(StageSession{setup}));
        REQUIRE(did(ArmSession{"ses_1"}));
        REQUIRE(did(StartSession{"ses_1", {}}));
    }
    /// A photocell at the line sees somebody; answers the crossing.
    std::uint64_t light(std::int64_t at_s) {
        decoders::link::ReceivedPassing pulse;
        at(at_s);
        pulse.passing.time_us = clock.time.us;
        pulse.passing.trigger = true;
        pulse.received = clock.time;
        conductor->on_passing("sf", pulse);
        REQUIRE_FALSE(view().crossings.empty());
        return view().crossings[0].seq;
    }
    std::int32_t laps_of(std::uint32_t entrant) {
        for (const timing::Row& row : board().rows)
            if (row.id.value == entrant) return row.laps;
        return -1;
    }
    bool has_alarm(AlarmKind kind) {
        return std::ranges::any_of(view().alarms,
                                   [&](const Alarm& alarm) { return alarm.kind == kind && !alarm.until; });
    }
    bool give(std::uint64_t tag, std::uint32_t entrant) {
        return did(AssignTransponder{timing::TransponderId{tag}, {}, "ses_1", timing::EntrantId{entrant}, {}});
    }
};

}  // namespace

TEST_CASE_METHOD(LightCase, "a crossing counts for who was given it, also when his tag is another's by now") {
    start_race(race("ses_1", 9));
    REQUIRE(give(101, 2));  // the second driver runs with the first one's tag
    const std::uint64_t first = light(12);
    CHECK_FALSE(did(AssignCrossing{"ses_1", first, timing::EntrantId{1}}));
    REQUIRE(give(555, 1));
    REQUIRE(did(AssignCrossing{"ses_1", first, timing::EntrantId{1}}));
    REQUIRE(did(AssignCrossing{"ses_1", light(52), timing::EntrantId{1}}));
    CHECK(laps_of(1) == 1);
    CHECK(laps_of(2) == 0);
}

TEST_CASE_METHOD(LightCase, "a crossing goes to an entrant who has no tag but one that he was handed on the day") {
    Setup setup = race("ses_1", 9);
    setup.entrants[2].transponders.clear();
    start_race(setup);
    const std::uint64_t crossing = light(12);
    CHECK_FALSE(did(AssignCrossing{"ses_1", crossing, timing::EntrantId{3}}));
    REQUIRE(give(777, 3));
    CHECK(did(AssignCrossing{"ses_1", crossing, timing::EntrantId{3}}));
    REQUIRE(did(AssignCrossing{"ses_1", light(52), timing::EntrantId{3}}));
    CHECK(laps_of(3) == 1);
}

TEST_CASE_METHOD(LightCase, "a tag that a plan gives to an entrant is his, whoever's kart it was before") {
    REQUIRE(did(PutKart{timing::KartId{7}, "7", "", false}));
    REQUIRE(did(AssignTransponder{timing::TransponderId{101}, timing::KartId{7}, {}, {}, {}}));
    start_race(race("ses_1", 9));
    REQUIRE(did(AssignCrossing{"ses_1", light(12), timing::EntrantId{1}}));
    REQUIRE(did(AssignCrossing{"ses_1", light(52), timing::EntrantId{1}}));
    CHECK(laps_of(1) == 1);
}

TEST_CASE_METHOD(LightCase, "a crossing that nobody claimed is forgotten with its day's sessions") {
    pass(101, 0);
    light(10);
    constexpr std::int64_t hour_s = 3'600;
    pass(101, 40 * hour_s);
    CHECK(view().crossings.size() == 1);
    pass(101, 80 * hour_s);
    CHECK(view().crossings.empty());
}

TEST_CASE_METHOD(LightCase,
                 "a crossing that was nobody's waits no more, tells who said so and why, and an undo brings it back") {
    start_race(race("ses_1", 9));
    const std::uint64_t walked = light(12);
    REQUIRE(did(DismissUnclaimed{"main", walked, "a marshal"}));
    CHECK(view().crossings.empty());
    CHECK(view().actions[0].word == "dismiss_crossing");
    CHECK(view().actions[0].subject == "a marshal");
    CHECK(view().actions[0].by == "control");
    CHECK_FALSE(did(AssignCrossing{"ses_1", walked, timing::EntrantId{1}}));
    CHECK_FALSE(did(DismissUnclaimed{"main", walked, "a marshal"}));
    open();
    CHECK(view().crossings.empty());
    REQUIRE(did(UndoAction{"main"}));
    REQUIRE(view().crossings.size() == 1);
    CHECK(did(AssignCrossing{"ses_1", walked, timing::EntrantId{1}}));
}

TEST_CASE_METHOD(LightCase,
                 "a tag that was nobody's is asked about no more in that session, and in the next one again") {
    start_race(race("ses_1", 9));
    pass(999, 12);
    wake_at(13);
    REQUIRE(view().unknown.size() == 1);
    REQUIRE(has_alarm(AlarmKind::unknown_tag));
    REQUIRE(did(DismissUnclaimed{"main", timing::TransponderId{999}, "the safety car"}));
    CHECK(view().unknown.empty());
    CHECK_FALSE(has_alarm(AlarmKind::unknown_tag));
    CHECK(view().actions[0].subject == "999: the safety car");
    pass(999, 52);
    wake_at(53);
    CHECK(view().unknown.empty());
    open();
    CHECK(view().unknown.empty());
    SECTION("an undo asks again") {
        REQUIRE(did(UndoAction{"main"}));
        CHECK(view().unknown.size() == 1);
    }
    SECTION("another session asks again") {
        REQUIRE(did(FinishSession{"ses_1"}));
        REQUIRE(did(CloseSession{"ses_1"}));
        REQUIRE(did(StageSession{race("ses_2", 9)}));
        REQUIRE(did(ArmSession{"ses_2"}));
        pass(999, 100);
        wake_at(101);
        CHECK(view().unknown.size() == 1);
    }
}

TEST_CASE_METHOD(LightCase, "what does not wait, or has no reason, is not said to be nobody's") {
    start_race(race("ses_1", 9));
    const std::uint64_t crossing = light(12);
    CHECK_FALSE(did(DismissUnclaimed{"main", crossing, ""}));
    CHECK_FALSE(did(DismissUnclaimed{"main", crossing + 1, "a marshal"}));
    CHECK_FALSE(did(DismissUnclaimed{"main", timing::TransponderId{101}, "a marshal"}));
    CHECK_FALSE(did(DismissUnclaimed{"main", timing::TransponderId{999}, "a marshal"}));
    CHECK(view().crossings.size() == 1);
}
