// Devices that come, go and are replaced while a race runs: the session goes on, and nothing that is no crossing becomes one.
#include <catch2/catch.hpp>

#include "tests/sessions/conductor_case.hpp"
#include "timing/limits.hpp"

using namespace chicane;
using namespace chicane::sessions::conductor;
using decoders::link::SourceState;

namespace {

DeviceOptions device(std::string id, timing::LoopRole role = timing::LoopRole::finish,
                     std::string uri = "tcp://192.0.2.9:5403?protocol=p3") {
    DeviceOptions made;
    made.id = std::move(id);
    made.uri = std::move(uri);
    made.role = role;
    return made;
}

struct DevicesCase : ConductorCase {
    void start_race() {
        REQUIRE(did(StageSession{race("ses_1", 5)}));
        REQUIRE(did(ArmSession{"ses_1"}));
        REQUIRE(did(StartSession{"ses_1", {}}));
    }
    int laps_of(const std::string& kart) {
        for (const timing::Row& row : board().rows)
            if (row.number == kart) return row.laps;
        return -1;
    }
    const DeviceHealth* shown(const std::string& id) {
        for (const DeviceHealth& each : view().devices)
            if (each.id == id) return &each;
        return nullptr;
    }
    /// A passing of a loop inside a device.
    void pass_over(const std::string& loop, std::uint64_t tag, std::int64_t at_s) {
        decoders::link::ReceivedPassing received;
        received.passing.number = ++number;
        received.passing.transponder = timing::TransponderId{tag};
        received.passing.time_us = begin.us + at_s * second_us;
        received.passing.loop = loop;
        received.received = clock.time = timing::HostTime{received.passing.time_us};
        conductor->on_passing("sf", received);
        conductor->on_wake();
    }
    bool has_alarm(AlarmKind kind) {
        for (const Alarm& alarm : view().alarms)
            if (alarm.kind == kind && !alarm.until) return true;
        return false;
    }
};

}  // namespace

TEST_CASE_METHOD(DevicesCase, "a decoder is replaced in the middle of a race, and the session goes on with its clock") {
    start_race();
    pass(101, 1);
    pass(101, 41);
    CHECK(laps_of("1") == 1);
    if (GENERATE(false, true)) REQUIRE(conductor->remove_device("sf"));  // or is it taken away, and set up again
    REQUIRE(conductor->put_device("main", device("sf"), "meca"));
    // The new one's clock is another, whether by decades or by minutes, and its numbers begin anew.
    const std::int64_t clock_us = GENERATE(true, false) ? 5 * second_us : begin.us - 219 * second_us;
    number = 0;
    hear(101, clock_us, timing::HostTime{begin.us + 81 * second_us});
    hear(101, clock_us + 40 * second_us, timing::HostTime{begin.us + 121 * second_us});
    CHECK(laps_of("1") == 3);
    CHECK(std::abs(*board().rows[0].last_us - 40 * second_us) < 1000);
    CHECK(sink.broken.empty());
    kill();
    CHECK(laps_of("1") == 3);
}

TEST_CASE_METHOD(DevicesCase, "the clock of a replaced decoder sets nothing before its first passing") {
    start_race();
    pass(101, 1);
    REQUIRE(conductor->put_device("main", device("sf"), "meca"));
    at(2);
    decoders::link::SourceHealth health;
    health.state = SourceState::up;
    health.clock_offset_us = -3600LL * second_us;  // an hour ahead of us
    conductor->on_health("sf", health);
    hear(101, begin.us + 3641 * second_us, timing::HostTime{begin.us + 41 * second_us});
    CHECK(std::abs(*board().rows[0].last_us - 40 * second_us) < 1000);
}

TEST_CASE_METHOD(DevicesCase, "a device that is added in a race is its own loop there, never a second finish line") {
    start_race();
    pass(101, 1);
    REQUIRE(conductor->put_device("main", device("pit", timing::LoopRole::pit_in), "meca"));
    pass(101, 31, "pit");
    CHECK(laps_of("1") == 0);
    pass(101, 41);
    CHECK(laps_of("1") == 1);
    kill();
    CHECK(laps_of("1") == 1);
    REQUIRE(conductor->put_device("main", device("pit", timing::LoopRole::pit_in), "meca"));
    REQUIRE(conductor->remove_device("pit"));
    CHECK_FALSE(shown("pit"));
    CHECK(laps_of("1") == 1);
}

TEST_CASE_METHOD(DevicesCase,
                 "a loop that chicane.toml has after a restart is its own in what runs, never a finish line") {
    const bool in_race = GENERATE(true, false);
    if (in_race) start_race();
    pass(101, 1);
    set_up = [](TrackOptions& track) {
        track.devices[0].loops = {{"BOX", timing::LoopRole::pit_in, 0}};
        track.devices.push_back(device("pit", timing::LoopRole::pit_in));
    };
    open();
    pass(101, 31, "pit");
    decoders::link::ReceivedPassing received;
    received.passing.number = ++number;
    received.passing.transponder = timing::TransponderId{101};
    received.passing.time_us = begin.us + 51 * second_us;
    received.passing.loop = "BOX";
    at(51);
    received.received = clock.time;
    conductor->on_passing("sf", received);
    CHECK(board().rows.at(0).laps == 0);
    pass(101, 71);
    CHECK(board().rows.at(0).laps == 1);
    const auto told = journal.entries.size();
    open();
    CHECK(board().rows.at(0).laps == 1);
    CHECK(journal.entries.size() == told);  // what is known is not taught again
}

TEST_CASE_METHOD(DevicesCase, "a passing of which a crash left no practice is shown after the restart") {
    pass(101, 1);
    REQUIRE(std::holds_alternative<PracticeKept>(journal.entries.back().body));
    journal.entries.pop_back();
    open();
    REQUIRE(board().rows.size() == 1);
    const timing::Board before = board();
    open();
    CHECK(board() == before);
}

TEST_CASE_METHOD(DevicesCase,
                 "what a removed device told of a running session stays of its loop when the drivers change") {
    start_race();
    REQUIRE(conductor->put_device("main", device("pit", timing::LoopRole::pit_in), "meca"));
    pass(101, 1);
    pass(101, 21, "pit");
    pass(101, 41);
    REQUIRE(conductor->remove_device("pit"));
    auto changed = race("ses_1", 5);
    changed.entrants[2].name = "Another Driver";
    REQUIRE(did(StageSession{changed}));
    CHECK(laps_of("1") == 1);
    REQUIRE(did(AbortSession{"ses_1"}));
    REQUIRE(did(StageSession{race("ses_1", 5)}));
    CHECK(conductor->session("ses_1")->setup.loops.size() == 1);  // a plan has the loops as they lie
}

TEST_CASE_METHOD(DevicesCase, "in test mode passings are kept and make no lap, also after a restart") {
    start_race();
    pass(101, 1);
    auto tested = *conductor->device("sf");
    tested.test = true;
    REQUIRE(conductor->put_device("main", tested, "meca"));
    CHECK(shown("sf")->test);
    const std::size_t strip = view().strip.size();
    pass(101, 41);
    pass(999, 42);
    CHECK(laps_of("1") == 0);
    CHECK(view().strip.size() == strip);
    CHECK(view().unknown.empty());
    CHECK(conductor->device_tags("sf")->field().tags.size() == 2);
    CHECK(conductor->last_passings().at(0).number == 3);
    kill();
    CHECK(laps_of("1") == 0);
    CHECK(conductor->last_passings().at(0).number == 3);
    CHECK(conductor->device_tags("sf")->field().tags.size() == 2);
    pass(101, 81);
    CHECK(laps_of("1") == 1);
}

TEST_CASE_METHOD(DevicesCase, "a passing that was told in test mode counts for nobody when it is told again after it") {
    start_race();
    pass(101, 1);
    auto tested = *conductor->device("sf");
    tested.test = true;
    REQUIRE(conductor->put_device("main", tested, "meca"));
    const auto tell = [&] {
        number = 1;
        hear(101, begin.us + 41 * second_us, timing::HostTime{begin.us + 42 * second_us});
    };
    tell();
    const std::size_t kept = journal.entries.size();
    tell();
    CHECK(journal.entries.size() == kept);
    if (GENERATE(false, true)) kill();
    tested.test = false;
    REQUIRE(conductor->put_device("main", tested, "meca"));
    tell();
    CHECK(laps_of("1") == 0);
    health("sf", SourceState::up);
    CHECK(shown("sf")->duplicates >= 1);
}

TEST_CASE("a backup waits for no main decoder that is in test mode") {
    ConductorCase centre(false, true);
    centre.health("sf", SourceState::up);
    auto tested = *centre.conductor->device("sf");
    tested.test = true;
    REQUIRE(centre.conductor->put_device("main", tested, "meca"));
    centre.health("sf", SourceState::up);
    centre.pass(101, 1, "sf2");
    CHECK(centre.board().rows.size() == 1);
}

TEST_CASE_METHOD(DevicesCase, "an id is one device in the whole centre, and there are at most thirty-two") {
    ConductorCase centre(true, false);
    const auto refused = centre.conductor->put_device("kids", device("sf"), "meca");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == RefusalCode::number_taken);
    CHECK(conductor->put_device("moon", device("x"), "meca").error().code == RefusalCode::unknown_track);
    CHECK(conductor->remove_device("x").error().code == RefusalCode::unknown_device);
    for (int i = 1; i < 32; ++i) REQUIRE(conductor->put_device("main", device("d" + std::to_string(i)), "meca"));
    CHECK(conductor->put_device("main", device("one more"), "meca").error().code == RefusalCode::too_many);
    CHECK(conductor->put_device("main", device("d7", timing::LoopRole::pit_out), "meca"));
}

TEST_CASE_METHOD(DevicesCase, "a track has at most sixty-four loops, a decoder's own included") {
    set_up = [](TrackOptions& track) {
        for (int i = 0; i < 62; ++i)
            track.devices[0].loops.push_back({"L" + std::to_string(i), timing::LoopRole::sector, 1});
    };
    open();
    REQUIRE(conductor->put_device("main", device("pit", timing::LoopRole::pit_in), "meca"));
    CHECK(conductor->put_device("main", device("out", timing::LoopRole::pit_out), "meca").error().code ==
          RefusalCode::too_many);
    CHECK(conductor->put_device("main", device("pit", timing::LoopRole::pit_out), "meca"));
    pass(101, 1);
    CHECK(sink.broken.empty());
}

TEST_CASE_METHOD(DevicesCase, "the alarms of a removed device end with it") {
    REQUIRE(conductor->put_device("main", device("pit", timing::LoopRole::pit_in), "meca"));
    health("pit", SourceState::down);
    CHECK(has_alarm(AlarmKind::decoder_lost));
    REQUIRE(conductor->remove_device("pit"));
    CHECK_FALSE(has_alarm(AlarmKind::decoder_lost));
    health("pit", SourceState::down);
    CHECK_FALSE(has_alarm(AlarmKind::decoder_lost));
}

TEST_CASE_METHOD(DevicesCase, "what is lost with a removed device is no alarm: its recording, its tags' batteries") {
    decoders::link::SourceHealth failing;
    failing.state = SourceState::up;
    failing.recording.failing = true;
    decoders::link::ReceivedPassing received;
    received.passing.transponder = timing::TransponderId{101};
    received.passing.time_us = begin.us;
    received.passing.battery = decoders::codec::Battery::low;
    received.received = begin;
    conductor->on_passing("sf", received);
    conductor->on_health("sf", failing);
    REQUIRE(has_alarm(AlarmKind::recording_failed));
    REQUIRE(has_alarm(AlarmKind::tag_battery_low));
    REQUIRE(conductor->remove_device("sf"));
    CHECK_FALSE(has_alarm(AlarmKind::recording_failed));
    CHECK_FALSE(has_alarm(AlarmKind::tag_battery_low));
}

TEST_CASE_METHOD(DevicesCase, "a weak tag is an alarm before it fails, and ends when it is heard well again") {
    const auto lap = [&](int n, std::int32_t hits_of_3) {
        for (std::uint64_t tag = 101; tag <= 108; ++tag) {
            decoders::link::ReceivedPassing received;
            received.passing.number = ++number;
            received.passing.transponder = timing::TransponderId{tag};
            clock.time = timing::HostTime{begin.us + n * minute_us + static_cast<std::int64_t>(tag) * 1000};
            received.passing.time_us = clock.time.us;
            received.received = clock.time;
            received.passing.hits = tag == 103 ? hits_of_3 : 40;
            conductor->on_passing("sf", received);
        }
        health("sf", SourceState::up);
    };
    for (int n = 0; n < 8; ++n) lap(n, 40);
    CHECK_FALSE(has_alarm(AlarmKind::tag_weak));
    for (int n = 8; n < 20; ++n) lap(n, 9);
    REQUIRE(has_alarm(AlarmKind::tag_weak));
    CHECK(conductor->device_tags("sf")->field().tags[0].transponder.value == 103);
    for (int n = 20; n < 32; ++n) lap(n, 40);
    CHECK_FALSE(has_alarm(AlarmKind::tag_weak));
    kill();
    CHECK(conductor->device_tags("sf")->field().tags.size() == 8);
}

TEST_CASE_METHOD(DevicesCase, "a passing that comes again is counted as a duplicate of its device") {
    start_race();
    pass(101, 1);
    hear(101, begin.us + second_us, timing::HostTime{begin.us + 2 * second_us});
    health("sf", SourceState::up);
    CHECK(shown("sf")->duplicates == 1);
    CHECK(laps_of("1") == 0);
}

TEST_CASE_METHOD(DevicesCase, "of a device without a clock nothing is a duplicate, and its tags' series go on") {
    for (const int s : {10, 50, 90}) {
        at(s);
        decoders::link::ReceivedPassing received;
        received.passing.transponder = timing::TransponderId{101};
        received.passing.clock = decoders::codec::ClockBase::none;
        received.received = clock.time;
        conductor->on_passing("sf", received);
    }
    CHECK(shown("sf")->duplicates == 0);
    const TagStrength tag = conductor->device_tags("sf")->field().tags.at(0);
    CHECK(tag.passings == 3);
    CHECK(tag.last == clock.time);
}

TEST_CASE_METHOD(DevicesCase,
                 "a day has the loudest noise and the lowest voltage of each minute, and the lost numbers") {
    const auto tell = [&](std::int64_t s, std::int32_t noise, std::int32_t voltage_dv) {
        at(s - begin.us % minute_us / second_us);
        decoders::link::SourceHealth health;
        health.state = SourceState::up;
        health.last_status.noise = noise;
        health.last_status.voltage_dv = voltage_dv;
        health.last_status_at = clock.time;
        conductor->on_health("sf", health);
    };
    tell(60, 30, 118);
    tell(80, 45, 121);
    tell(120, 31, 119);
    decoders::link::SourceHealth same;  // its last status is an hour old
    same.state = SourceState::up;
    same.last_status.noise = 31;
    same.last_status_at = clock.time;
    at(3'720);
    conductor->on_health("sf", same);
    conductor->on_lost("sf", 41, 44);
    const auto day = conductor->device_history("sf");
    REQUIRE(day->minutes.size() == 2);
    CHECK(day->minutes[0].noise == 45);
    CHECK(day->minutes[0].voltage_dv == 118);
    CHECK(day->minutes[1].noise == 31);
    REQUIRE(day->lost.size() == 1);
    CHECK(day->lost[0].from == 41);
    CHECK(day->lost[0].until == 44);
    kill();
    CHECK(conductor->device_history("sf")->lost == day->lost);
    CHECK_FALSE(conductor->device_history("moon"));
    CHECK_FALSE(conductor->device_tags("moon"));
}

TEST_CASE_METHOD(DevicesCase, "a quiet pit loop does not hide the noise of the finish loop, now or in the day") {
    decoders::link::SourceHealth health;
    health.state = SourceState::up;
    note_status(health, {.noise = 60, .loop = "STA"}, clock.time);
    note_status(health, {.noise = 5, .loop = "BOX"}, clock.time);
    conductor->on_health("sf", health);
    CHECK(shown("sf")->noise == 60);
    CHECK(conductor->device_history("sf")->minutes.at(0).noise == 60);
}

TEST_CASE_METHOD(DevicesCase, "at five in the morning a device's day begins anew, also after a restart") {
    constexpr std::int64_t night_s = 22 * 3'600, morning_s = 23 * 3'600;  // the test begins at six
    const auto live = [&](std::int64_t s) {
        pass(101, s);
        pass(101, s);  // a copy
        decoders::link::SourceHealth health;
        health.state = SourceState::up;
        health.last_status.noise = 30;
        health.last_status_at = clock.time;
        conductor->on_health("sf", health);
        conductor->on_lost("sf", 41, 44);
    };
    live(10);
    live(night_s);
    CHECK(conductor->device_history("sf")->minutes.size() == 2);
    CHECK(conductor->device_history("sf")->lost.size() == 2);
    CHECK(conductor->device_tags("sf")->field().tags.at(0).passings == 2);
    at(morning_s);
    CHECK(conductor->device_history("sf")->minutes.empty());
    CHECK(conductor->device_history("sf")->lost.empty());
    CHECK(conductor->device_tags("sf")->field().tags.empty());
    live(morning_s + 60);
    CHECK(conductor->device_history("sf")->minutes.size() == 1);
    CHECK(conductor->device_history("sf")->lost.size() == 1);
    CHECK(conductor->device_tags("sf")->field().tags.at(0).passings == 1);
    CHECK(shown("sf")->duplicates == 1);
    open();
    CHECK(conductor->device_tags("sf")->field().tags.at(0).passings == 1);
}

TEST_CASE_METHOD(DevicesCase, "of the sources on one loop the first is the main one, and one in test mode is on none") {
    const auto put = [&](DeviceOptions made) { REQUIRE(conductor->put_device("main", made, "meca")); };
    CHECK(shown("sf")->place == DevicePlace::alone);
    DeviceOptions tried = device("tried");
    tried.test = true;
    put(tried);
    CHECK(shown("sf")->place == DevicePlace::alone);
    put(device("sf-2"));
    put(device("pit", timing::LoopRole::pit_in));
    CHECK(shown("sf")->place == DevicePlace::main);
    CHECK(shown("sf-2")->place == DevicePlace::backup);
    CHECK(shown("pit")->place == DevicePlace::alone);
    CHECK(shown("tried")->place == DevicePlace::alone);
    // A loop inside another device hears the pit's entry as well, and comes after it.
    DeviceOptions reader = device("reader", timing::LoopRole::speed_trap);
    reader.loops = {{"2", timing::LoopRole::pit_in, 0}};
    put(reader);
    CHECK(shown("pit")->place == DevicePlace::main);
    CHECK(shown("reader")->place == DevicePlace::alone);
    CHECK(shown("reader")->loops == reader.loops);
}

TEST_CASE_METHOD(DevicesCase, "a 12 V battery is low below 11.5 V, and another supply never is") {
    const auto low_at = [&](std::optional<std::int32_t> voltage_dv) {
        decoders::link::SourceHealth health;
        health.last_status.voltage_dv = voltage_dv;
        conductor->on_health("sf", health);
        return shown("sf")->voltage_low;
    };
    CHECK(low_at(114));
    CHECK_FALSE(low_at(115));
    CHECK_FALSE(low_at(50));
    CHECK_FALSE(low_at({}));
}

TEST_CASE_METHOD(DevicesCase,
                 "a loop inside a device that gets a role in a race counts as that from then on, after a restart too") {
    start_race();
    pass_over("STA", 101, 1);
    pass_over("BOX", 101, 21);
    CHECK(laps_of("1") == 1);  // BOX is the device's loop as yet
    DeviceOptions with_box = *conductor->device("sf");
    with_box.loops = {{"BOX", timing::LoopRole::pit_in, 0}};
    REQUIRE(conductor->put_device("main", with_box, "meca"));
    pass_over("BOX", 101, 50);
    CHECK(laps_of("1") == 1);
    pass_over("STA", 101, 61);
    CHECK(laps_of("1") == 2);
    set_up = [&](TrackOptions& track) { track.devices[0] = with_box; };
    kill();
    CHECK(laps_of("1") == 2);
}

TEST_CASE_METHOD(DevicesCase,
                 "what a loop told stays when it is inside its device no more, and it hears as the device again") {
    DeviceOptions plain = *conductor->device("sf"), with_box = plain;
    with_box.loops = {{"BOX", timing::LoopRole::pit_in, 0}};
    REQUIRE(conductor->put_device("main", with_box, "meca"));
    start_race();
    pass_over("STA", 101, 1);
    pass_over("BOX", 101, 21);
    REQUIRE(conductor->put_device("main", plain, "meca"));
    CHECK(laps_of("1") == 0);
    pass_over("BOX", 101, 41);
    CHECK(laps_of("1") == 1);
}

TEST_CASE_METHOD(DevicesCase, "the loops that a device gets later are counted as well, its own of before are not") {
    DeviceOptions reader = *conductor->device("sf");
    for (std::size_t i = 1; i < timing::loops_max; ++i)
        reader.loops.push_back({std::to_string(i), timing::LoopRole::sector, 1});
    REQUIRE(conductor->put_device("main", reader, "meca"));
    REQUIRE(conductor->put_device("main", reader, "meca"));
    reader.loops.push_back({"one more", timing::LoopRole::sector, 1});
    CHECK(conductor->put_device("main", reader, "meca").error().code == RefusalCode::too_many);
    CHECK(conductor->device("sf")->loops.size() == timing::loops_max - 1);
}
