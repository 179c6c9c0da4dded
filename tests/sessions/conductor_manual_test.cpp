// Passings that people tell of: on a device of theirs, with the host's time, of an entrant, a kart, a tag, or of nobody yet.
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

/// The main track has a second device at the finish: people.
struct ManualCase : ConductorCase {
    ManualCase() {
        set_up = [this](TrackOptions& track) {
            track.devices[0].speed = speed;
            track.devices.insert(hand_first ? track.devices.begin() : track.devices.end(), {"hand", "manual:"});
        };
        open();
    }
    RecordPassing seen_at(std::int64_t s, RecordPassing::Who who) const {
        return {"hand", timing::HostTime{begin.us + s * second_us}, who};
    }
    /// The entry's number, or 0.
    std::uint64_t tell(std::int64_t s, RecordPassing::Who who = {}) {
        const auto outcome = ask(seen_at(s, who));
        return outcome && *outcome ? (*outcome)->seq : 0;
    }
    RefusalCode refused(RecordPassing passing) {
        const auto outcome = ask(std::move(passing));
        REQUIRE(outcome.has_value());
        REQUIRE_FALSE(outcome->has_value());
        return outcome->error().code;
    }
    void start_race() {
        REQUIRE(did(StageSession{race("ses_1", 9)}));
        REQUIRE(did(ArmSession{"ses_1"}));
        REQUIRE(did(StartSession{"ses_1", {}}));
    }
    std::int32_t laps_of(std::uint32_t entrant) {
        for (const timing::Row& row : board().rows)
            if (row.id.value == entrant) return row.laps;
        return -1;
    }
    std::vector<PassingKept> told() const {
        std::vector<PassingKept> all;
        for (const Entry& entry : journal.entries)
            if (const auto* kept = std::get_if<PassingKept>(&entry.body); kept && kept->manual) all.push_back(*kept);
        return all;
    }
    double speed = 1;  ///< of the decoder's clock
    bool hand_first = false;
};

constexpr timing::TransponderId tag_101{101};
constexpr timing::EntrantId first_driver{1};

}  // namespace

TEST_CASE_METHOD(ManualCase, "what people tell makes laps as a decoder's passings do, and is marked as theirs") {
    at(100);
    REQUIRE(tell(0, tag_101) > 0);
    REQUIRE(tell(40, tag_101) > 0);
    REQUIRE(board().rows.size() == 1);
    CHECK(board().rows[0].best_us == 40 * second_us);
    CHECK(view().strip.front().manual);
    CHECK(view().strip.front().host_time);
    REQUIRE(told().size() == 2);
    CHECK(told()[0].passing.time_us == begin.us);
    CHECK(told()[0].received == clock.time);
    CHECK(view().devices.back().passings == 2);
    pass(102, 100);
    CHECK_FALSE(view().strip.front().manual);
}

TEST_CASE_METHOD(ManualCase, "who tells no time means now") {
    at(30);
    REQUIRE(did(RecordPassing{"hand", {}, tag_101}));
    CHECK(told()[0].passing.time_us == clock.time.us);
}

TEST_CASE_METHOD(ManualCase, "people's time is put onto the track's clock, and never moves that clock") {
    const std::int64_t behind_us = 7'200 * second_us;
    const auto hear_at = [&](std::int64_t s, std::int64_t late_us) {
        const timing::HostTime when{begin.us + s * second_us};
        hear(101, when.us - behind_us - late_us, when);
    };
    hear_at(0, 200'000);  // on its way for a while, so that what people tell seems quicker
    at(90);
    REQUIRE(tell(40, tag_101) > 0);
    CHECK(told()[0].correction_us == -behind_us - 200'000);
    CHECK(board().rows[0].best_us == 40 * second_us);
    for (int s = 50; s < 90; s += 4) REQUIRE(tell(s, timing::TransponderId{9}) > 0);
    for (const PassingKept& kept : told()) CHECK(kept.correction_us == -behind_us - 200'000);
    hear_at(100, 200'000);
    CHECK(board().rows[0].last_us == 60 * second_us);
    CHECK(std::get<PassingKept>(journal.entries.back().body).correction_us == 0);
}

TEST_CASE_METHOD(ManualCase, "a decoder that speaks after people have told is corrected as if they had not") {
    at(0);
    REQUIRE(tell(0, tag_101) > 0);
    hear(102, begin.us - 40 * minute_us, timing::HostTime{begin.us + 10 * second_us});
    CHECK(std::get<PassingKept>(journal.entries.back().body).correction_us == 0);
    CHECK(board().rows.size() == 2);
    CHECK(sink.broken.empty());
}

TEST_CASE_METHOD(ManualCase, "on a track that runs faster than real, people's time runs as fast") {
    speed = 10;
    open();
    hear(101, begin.us, begin);
    at(6);
    REQUIRE(tell(4, tag_101) > 0);
    REQUIRE(tell(6, tag_101) > 0);
    CHECK(board().rows[0].laps == 2);
    CHECK(board().rows[0].last_us == 20 * second_us);
}

TEST_CASE_METHOD(ManualCase, "what is told late goes where its time lies") {
    pass(101, 0);
    pass(101, 80);
    CHECK(board().rows[0].laps == 1);
    REQUIRE(tell(40, tag_101) > 0);
    CHECK(board().rows[0].laps == 2);
}

TEST_CASE_METHOD(ManualCase, "a kart is counted by the tag that it has, in practice and in a session") {
    const timing::KartId seven{7};
    REQUIRE(did(PutKart{seven, "7", "", false}));
    CHECK(refused(seen_at(0, seven)) == RefusalCode::no_transponder);
    CHECK(refused(seen_at(0, timing::KartId{8})) == RefusalCode::unknown_kart);
    REQUIRE(did(AssignTransponder{timing::TransponderId{4711}, seven, {}, {}, {}}));
    REQUIRE(tell(0, seven) > 0);
    CHECK(view().strip.front().transponder == timing::TransponderId{4711});
    CHECK(view().strip.front().number == "7");
    Setup setup = race("ses_1", 9);
    setup.entrants[1].kart = seven;
    setup.entrants[1].transponders.clear();
    REQUIRE(did(StageSession{setup}));
    REQUIRE(did(ArmSession{"ses_1"}));
    REQUIRE(did(StartSession{"ses_1", {}}));
    at(60);
    REQUIRE(tell(10, seven) > 0);
    REQUIRE(tell(50, seven) > 0);
    CHECK(laps_of(2) == 1);
}

TEST_CASE_METHOD(ManualCase, "an entrant is one of the session that runs at that time, and must have a tag") {
    at(100);
    CHECK(refused(seen_at(90, first_driver)) == RefusalCode::unknown_entrant);
    Setup setup = race("ses_1", 9);
    setup.entrants[2].transponders.clear();
    REQUIRE(did(StageSession{setup}));
    REQUIRE(did(ArmSession{"ses_1"}));
    REQUIRE(did(StartSession{"ses_1", {}}));
    at(200);
    REQUIRE(tell(110, first_driver) > 0);
    REQUIRE(tell(150, first_driver) > 0);
    CHECK(laps_of(1) == 1);
    CHECK(refused(seen_at(150, timing::EntrantId{3})) == RefusalCode::no_transponder);
    CHECK(refused(seen_at(150, timing::EntrantId{9})) == RefusalCode::unknown_entrant);
    CHECK(refused(seen_at(90, first_driver)) == RefusalCode::unknown_entrant);
}

TEST_CASE_METHOD(ManualCase, "nobody's waits for an official as a photocell's does, and begins no practice") {
    at(5);
    REQUIRE(tell(5) > 0);
    CHECK(journal.entries.size() == 1);
    CHECK(board().rows.empty());
    CHECK(conductor->tags().empty());
    start_race();
    at(100);
    const std::uint64_t first = tell(10);
    const std::uint64_t second = tell(50);
    REQUIRE(view().crossings.size() == 3);
    CHECK(view().crossings[0].seq == second);
    CHECK(view().crossings[0].device == "hand");
    CHECK(laps_of(1) == 0);
    REQUIRE(did(AssignCrossing{"ses_1", first, first_driver}));
    REQUIRE(did(AssignCrossing{"ses_1", second, first_driver}));
    CHECK(laps_of(1) == 1);
    CHECK(view().strip.front().manual);
}

TEST_CASE_METHOD(ManualCase, "what was told of an entrant is taken back, and is nobody's again") {
    start_race();
    at(100);
    REQUIRE(tell(10, first_driver) > 0);
    REQUIRE(tell(50, first_driver) > 0);
    CHECK(laps_of(1) == 1);
    CHECK(view().crossings.empty());
    CHECK(view().actions.front().word == "manual_passing");
    CHECK(view().actions.front().by == "control");
    REQUIRE(did(UndoAction{"main"}));
    CHECK(laps_of(1) == 0);
    REQUIRE(view().crossings.size() == 1);
    REQUIRE(did(AssignCrossing{"ses_1", view().crossings[0].seq, timing::EntrantId{2}}));
    CHECK(laps_of(2) == 0);
    CHECK(view().crossings.empty());
}

TEST_CASE_METHOD(ManualCase, "of one crossing the decoder's passing counts and people's is its backup") {
    pass(101, 0);
    at(41);
    REQUIRE(tell(41, tag_101) > 0);
    pass(101, 40);
    CHECK(board().rows[0].laps == 1);
    CHECK(board().rows[0].last_us == 40 * second_us);
}

TEST_CASE_METHOD(ManualCase, "no decoder waits for people, also where they are listed first") {
    hand_first = true;
    open();
    health("hand", decoders::link::SourceState::up);
    pass(101, 0);
    pass(101, 40);
    CHECK(board().rows.at(0).laps == 1);
}

TEST_CASE_METHOD(ManualCase, "people tell of a device of theirs only, of a time within the last 48 hours") {
    const timing::HostTime now = clock.time;
    CHECK(refused({"nowhere", {}, {}}) == RefusalCode::unknown_device);
    CHECK(refused({"sf", {}, {}}) == RefusalCode::bad_state);
    CHECK(refused({"hand", timing::later_by(now, 1), {}}) == RefusalCode::bad_state);
    CHECK(refused({"hand", timing::later_by(now, -48 * 60 * minute_us - 1), {}}) == RefusalCode::bad_state);
    CHECK(journal.entries.empty());
    CHECK(did(RecordPassing{"hand", timing::later_by(now, -48 * 60 * minute_us), {}}));
}

TEST_CASE_METHOD(ManualCase, "in test mode what people tell is kept and counts for nobody") {
    DeviceOptions hand = *conductor->device("hand");
    hand.test = true;
    REQUIRE(conductor->put_device("main", hand, "control"));
    REQUIRE(tell(0, tag_101) > 0);
    REQUIRE(journal.entries.size() == 1);
    CHECK(std::get<TestKept>(journal.entries[0].body).passing.manual);
    CHECK(board().rows.empty());
    CHECK(view().crossings.empty());
}

TEST_CASE_METHOD(ManualCase, "what people tell is answered once it is on disk, and a restart makes the same of it") {
    start_race();
    journal.quick = false;
    at(100);
    bool answered = false;
    for (const std::int64_t s : {10, 50})
        conductor->handle({seen_at(s, first_driver), "control", false},
                          [&](const Outcome& outcome) { answered = outcome.has_value(); });
    conductor->handle({seen_at(60, {}), "control", false}, [](const Outcome&) {});
    CHECK_FALSE(answered);
    journal.sync();
    CHECK(answered);
    const timing::Board before = board();
    const TrackView seen_before = view();
    CHECK(laps_of(1) == 1);
    kill();
    CHECK(board().rows == before.rows);
    CHECK(view().crossings.size() == 1);
    CHECK(view().crossings[0].seq == seen_before.crossings[0].seq);
    CHECK(view().strip.front().manual);
    CHECK(view().devices.back().passings == 3);
}

TEST_CASE_METHOD(ManualCase, "days of passings that people alone tell are forgotten as a decoder's are") {
    constexpr std::int64_t hour_s = 3'600;
    at(0);
    REQUIRE(tell(0) > 0);
    for (std::int64_t hour = 0; hour < 80; hour += 4) {
        at(hour * hour_s);
        REQUIRE(tell(hour * hour_s, tag_101) > 0);
    }
    CHECK(view().crossings.empty());
}
