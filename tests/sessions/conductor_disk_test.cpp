// The disk behind the conductor: what is acknowledged, what a kill loses, what a full or slow disk does. The journal here is a
// fake that is on disk when the test says so.
#include <catch2/catch.hpp>

#include "decoders/link/heard_decoders.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;

namespace {

bool has(const TrackView& view, AlarmKind kind) {
    return std::ranges::any_of(view.alarms, [&](const Alarm& alarm) { return alarm.kind == kind && !alarm.until; });
}

/// A race with everything in it, up to its end; so many deeds of it.
void race_until(ConductorCase& centre, int deeds) {
    auto setup = ConductorCase::race("ses_1", 2);
    setup.entrants[2].transponders.clear();
    setup.entrants[2].kart = timing::KartId{7};
    const std::vector<std::function<void()>> all = {
        [&] { centre.pass(555, 0); },
        [&] { centre.ask(PutKart{timing::KartId{7}, "7", "adult", false}); },
        [&] { centre.ask(StageSession{setup}); },
        [&] { centre.ask(ArmSession{"ses_1"}); },
        [&] { centre.at(10), centre.ask(StartSession{"ses_1", {}}); },
        [&] { centre.pass(101, 12); },
        [&] { centre.pass(900, 13); },
        [&] { centre.ask(ShowFlag{"main", timing::Flag::yellow}); },
        [&] { centre.pass(101, 52); },
        [&] { centre.ask(AssignTransponder{{900}, timing::KartId{7}, {}, {}, {}}); },
        [&] { centre.pass(900, 54); },
        [&] { centre.ask(PostMessage{"main", timing::MessageKind::info, {}, "Last lap"}); },
        [&] { centre.ask(ShowFlag{"main", timing::Flag::red}), centre.ask(UndoAction{"main"}); },
        [&] { centre.pass(101, 92); },
        [&] { centre.pass(900, 94); },
        [&] { centre.ask(FinishSession{"ses_1"}); },
        [&] { centre.ask(CloseSession{"ses_1"}); },
        [&] { centre.pass(555, 120); },
    };
    for (int i = 0; i < deeds && i < static_cast<int>(all.size()); ++i) all[static_cast<std::size_t>(i)]();
}

constexpr int all_deeds = 18;

}  // namespace

TEST_CASE("a restart after any deed shows the board that was there before") {
    for (int deeds = 1; deeds <= all_deeds; ++deeds) {
        INFO("after " << deeds << " deeds");
        ConductorCase centre;
        race_until(centre, deeds);
        const timing::Board before = centre.board();
        const auto strip = centre.view().strip.size();
        centre.open();
        CHECK(centre.board() == before);
        CHECK(centre.view().strip.size() == strip);
    }
}

TEST_CASE("a kill at any write leaves a journal that goes on from there") {
    for (std::uint64_t kept = 0; kept <= 24; ++kept) {
        INFO("with " << kept << " entries on disk");
        ConductorCase centre;
        race_until(centre, all_deeds);
        centre.journal.durable_seq = std::min<std::uint64_t>(kept, centre.journal.entries.size());
        centre.kill();
        const std::uint64_t last = centre.journal.durable_seq;
        CHECK(centre.conductor->last_seq() == last);
        centre.pass(777, 500);
        CHECK(centre.journal.entries.at(last).seq == last + 1);
        CHECK(centre.view().strip.front().transponder.value == 777);
    }
}

TEST_CASE("on a full disk the board goes on, commands are refused, and a flag is shown") {
    ConductorCase centre;
    race_until(centre, 6);
    centre.journal.full = true;
    centre.pass(101, 52);
    CHECK(centre.board().rows[0].laps == 1);
    const auto refused = centre.ask(FinishSession{"ses_1"});
    REQUIRE(refused.has_value());
    CHECK(refused->error().code == RefusalCode::journal_failed);
    CHECK(centre.conductor->session("ses_1")->phase == SessionView::Phase::running);
    CHECK_FALSE(centre.ask(ShowFlag{"main", timing::Flag::red}).has_value());
    CHECK(centre.board().flag == timing::Flag::red);
}

TEST_CASE("a full disk is an alarm until it takes entries again") {
    ConductorCase centre;
    race_until(centre, 6);
    centre.journal.full = true;
    centre.pass(101, 52);
    REQUIRE(centre.clock.wake);
    centre.wake_at(54);
    CHECK(has(centre.view(), AlarmKind::journal_failed));
    centre.journal.full = false;
    centre.journal.sync();
    CHECK_FALSE(has(centre.view(), AlarmKind::journal_failed));
}

TEST_CASE("who waits for a disk that fails is told so, once") {
    ConductorCase centre;
    centre.journal.quick = false;
    int answers = 0;
    std::optional<Outcome> last;
    centre.conductor->handle({PostMessage{"main", timing::MessageKind::info, {}, "Hello"}, "control", false},
                             [&](Outcome outcome) { ++answers, last = std::move(outcome); });
    CHECK(answers == 0);
    centre.journal.full = true;
    centre.wake_at(2);
    REQUIRE(answers == 1);
    CHECK(last->error().code == RefusalCode::journal_failed);
    centre.journal.full = false;
    centre.journal.sync();
    CHECK(answers == 1);
}

TEST_CASE("a disk that is late is an alarm") {
    ConductorCase centre;
    centre.journal.quick = false;
    centre.pass(101, 0);
    centre.journal.waited_ms = journal_late_ms + 1;
    centre.wake_at(3);
    CHECK(has(centre.view(), AlarmKind::journal_late));
    CHECK(centre.view().journal_lag_ms == journal_late_ms + 1);
    centre.journal.waited_ms = 0;
    centre.journal.sync();
    CHECK_FALSE(has(centre.view(), AlarmKind::journal_late));
}

TEST_CASE("a recording that loses bytes is an alarm of its device, quiet, and over when it keeps them again") {
    ConductorCase centre;
    decoders::link::SourceHealth health;
    health.state = decoders::link::SourceState::up;
    health.recording = {.failures = 3, .lost_bytes = 1'200, .failing = true};
    centre.conductor->on_health("sf", health);
    REQUIRE(has(centre.view(), AlarmKind::recording_failed));
    CHECK(centre.view().alarms.front().subject == "sf");
    CHECK(centre.view().alarms.front().value == 1'200);
    CHECK_FALSE(centre.view().alarms.front().grave);
    health.recording.failing = false;
    centre.conductor->on_health("sf", health);
    CHECK_FALSE(has(centre.view(), AlarmKind::recording_failed));
}

TEST_CASE("beyond so many commands that wait for the disk, the next is refused") {
    ConductorCase centre;
    centre.journal.quick = false;
    for (std::size_t i = 0; i < answers_max; ++i) {
        CHECK_FALSE(centre.ask(PostMessage{"main", timing::MessageKind::info, {}, "Hello"}).has_value());
    }
    const auto refused = centre.ask(PostMessage{"main", timing::MessageKind::info, {}, "Hello"});
    REQUIRE(refused.has_value());
    CHECK(refused->error().code == RefusalCode::too_many);
}

TEST_CASE("after a hole in a decoder's numbers the source asks again from the hole") {
    ConductorCase centre;
    centre.pass(101, 0);
    centre.number += 1;
    centre.pass(101, 40);
    CHECK(centre.conductor->last_passings().at(0).number == 1);
    centre.number = 1;
    centre.pass(101, 20);
    CHECK(centre.conductor->last_passings().at(0).number == 3);
}

TEST_CASE("of a decoder that began anew the source asks also for what it counted before the first that was heard") {
    ConductorCase centre;
    for (int i = 0; i < 10; ++i) centre.pass(101, 40 * i);
    const auto pass_anew = [&](std::int64_t at_s) {
        const std::int64_t at_us = centre.begin.us + at_s * second_us;
        centre.hear(101, at_us, timing::HostTime{at_us}, "sf", 1);
    };
    centre.number = 4;
    pass_anew(500);
    const auto begun = centre.conductor->last_passings().at(0);
    CHECK(begun.number == 0);
    CHECK(begun.time_us == 0);
    CHECK(begun.newest_number == 5);
    centre.number = 0;
    for (int i = 0; i < 4; ++i) pass_anew(460 + i);
    CHECK(centre.conductor->last_passings().at(0).number == 5);
}

TEST_CASE("of decoders that call themselves ever otherwise those that spoke last are asked after a restart") {
    ConductorCase centre;
    const auto spoke = [&](std::uint32_t name, std::int64_t at_s) {
        decoders::link::ReceivedPassing received;
        received.passing.decoder = name;
        received.passing.number = ++centre.number;
        received.passing.transponder = timing::TransponderId{101};
        received.passing.time_us = centre.begin.us + at_s * second_us;
        centre.at(at_s);
        received.received = centre.clock.time;
        centre.conductor->on_passing("sf", received);
    };
    constexpr std::uint32_t names = 2 * decoders::link::decoders_max;
    for (std::uint32_t name = 1; name <= names; ++name) {
        spoke(name, 40 * name);
        spoke(1, 40 * name + 20);  // the one that is really there
    }
    const auto last = centre.conductor->last_passings();
    CHECK(last.size() == decoders::link::decoders_max);
    CHECK(std::ranges::count(last, 1U, &LastPassing::decoder) == 1);
    CHECK(std::ranges::count(last, names, &LastPassing::decoder) == 1);
}
