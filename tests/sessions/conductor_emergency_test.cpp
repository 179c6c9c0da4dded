// The emergency key: lights, karts, flag and log in one, at any time; and only a release lets karts go again.
#include <catch2/catch.hpp>

#include "sessions/outputs/sim_kart_speed.hpp"
#include "sessions/outputs/sim_lights.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using outputs::Aspect;
using outputs::SpeedLevel;

namespace {

/// A centre whose main track, and where asked for the other one, has simulated lights and karts; karts 1 to 4 are in the fleet.
struct SteeredCase : ConductorCase {
    explicit SteeredCase(bool kids = false) : ConductorCase(kids, false) {
        attach();
        for (std::uint32_t i = 1; i <= 4; ++i)
            REQUIRE(did(PutKart{timing::KartId{i}, std::to_string(i), "rental", false}));
    }
    void attach() {
        for (const std::string track : {"main", "kids"}) {
            if (track == "kids" && !with_kids) continue;
            karts[track] = std::make_shared<outputs::SimKartSpeed>(outputs::SimKartOptions{.seed = 7});
            conductor->attach(track, {std::make_shared<outputs::SimLights>(), karts[track]});
        }
        conductor->on_wake();
    }
    void reopen() {
        kill();
        attach();
    }
    void run_race(const std::string& track = "main") {
        Setup setup = race("ses_1", 20);
        setup.track = track;
        for (EntrantSetup& entrant : setup.entrants) entrant.kart = timing::KartId{entrant.id.value};
        REQUIRE(did(StageSession{setup}));
        REQUIRE(did(ArmSession{"ses_1"}));
        REQUIRE(did(StartSession{"ses_1", {}}));
    }
    /// Once karts and lights have had the time to do and say it.
    const TrackView& after_a_second(const std::string& track = "main") {
        clock.time = timing::later_by(clock.time, 1'100'000);
        conductor->on_wake();
        seen.push_back(sink.views.at(track));
        return *seen.back();
    }
    static SpeedLevel level(const TrackView& view, std::uint32_t kart) {
        for (const auto& each : view.outputs.karts)
            if (each.kart.value == kart) return each.commanded;
        FAIL("kart " << kart << " is not steered");
        return SpeedLevel::stop;
    }
    std::map<std::string, std::shared_ptr<outputs::SimKartSpeed>> karts;
};

RefusalCode refused(const std::optional<Outcome>& outcome) {
    REQUIRE(outcome.has_value());
    REQUIRE_FALSE(outcome->has_value());
    return outcome->error().code;
}

}  // namespace

TEST_CASE("the emergency shows red, turns the lights red, stops the karts and stands in the log") {
    SteeredCase centre;
    centre.run_race();
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::full);
    REQUIRE(centre.did(StopTrack{"main"}));
    CHECK(centre.board().flag == timing::Flag::red);
    CHECK(centre.board().session->state == timing::SessionState::suspended);
    CHECK(centre.karts["main"]->heard(timing::KartId{1}, timing::later_by(centre.clock.time, 200'000))->level ==
          SpeedLevel::stop);
    const TrackView& view = centre.after_a_second();
    REQUIRE(view.emergency);
    CHECK(view.emergency->by == "control");
    CHECK(view.outputs.lights == outputs::LightsState{Aspect::red, Aspect::red});
    CHECK(view.outputs.karts[0].actual == SpeedLevel::stop);
    CHECK(view.actions[1].word == "emergency");
    CHECK_FALSE(view.actions[1].undoable);
    CHECK(view.actions[0].word == "flag_red");
}

TEST_CASE("an emergency with nothing on the track stops the karts all the same") {
    SteeredCase centre;
    REQUIRE(centre.did(StopTrack{"main"}));
    CHECK(SteeredCase::level(centre.after_a_second(), 4) == SpeedLevel::stop);
}

TEST_CASE("while the emergency holds nothing lets karts go") {
    SteeredCase centre;
    centre.run_race();
    REQUIRE(centre.did(StopTrack{"main"}));
    for (const auto flag : {timing::Flag::green, timing::Flag::yellow, timing::Flag::slow, timing::Flag::last_lap})
        CHECK(refused(centre.ask(ShowFlag{"main", flag})) == RefusalCode::emergency);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::chequered}));
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_2", 3)}));
    CHECK(refused(centre.ask(ArmSession{"ses_2"})) == RefusalCode::emergency);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::stop);
}

TEST_CASE("a session that was armed before the emergency is not started in it") {
    SteeredCase centre;
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 3)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StopTrack{"main"}));
    CHECK(refused(centre.ask(StartSession{"ses_1", {}})) == RefusalCode::emergency);
    REQUIRE(centre.did(ReleaseTrack{"main"}));
    CHECK(centre.did(StartSession{"ses_1", {}}));
}

TEST_CASE("after the release karts crawl under red, and go by the next green") {
    SteeredCase centre;
    centre.run_race();
    REQUIRE(centre.did(StopTrack{"main"}));
    REQUIRE(centre.did(ReleaseTrack{"main"}));
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::slow);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::green}));
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::full);
    CHECK(refused(centre.ask(ReleaseTrack{"main"})) == RefusalCode::bad_state);
}

TEST_CASE("the red flag of an emergency is not undone while it holds, and undone later no kart goes by it") {
    SteeredCase centre;
    centre.run_race();
    REQUIRE(centre.did(StopTrack{"main"}));
    CHECK(refused(centre.ask(UndoAction{"main", {}})) == RefusalCode::emergency);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::stop);
    REQUIRE(centre.did(ReleaseTrack{"main"}));
    REQUIRE(centre.did(UndoAction{"main", {}}));
    CHECK(centre.board().flag == timing::Flag::green);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::slow);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::green}));
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::full);
}

TEST_CASE("after the release neither a passing nor a practice that began by itself lets karts go") {
    SteeredCase centre;
    REQUIRE(centre.did(StopTrack{"main"}));
    centre.pass(101, 30);
    CHECK(centre.board().flag == timing::Flag::red);
    REQUIRE(centre.did(ReleaseTrack{"main"}));
    CHECK(centre.board().flag == timing::Flag::green);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::slow);
    centre.reopen();
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::slow);
    REQUIRE(centre.did(ShowFlag{"main", timing::Flag::green}));
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::full);
}

TEST_CASE("a board is red in an emergency, also where nothing runs") {
    SteeredCase centre;
    REQUIRE(centre.did(StopTrack{"main"}));
    CHECK(centre.board().flag == timing::Flag::red);
    REQUIRE(centre.did(ReleaseTrack{"main"}));
    CHECK(centre.board().flag == timing::Flag::none);
}

TEST_CASE("karts that drive in practice are not slowed by a track where nothing is shown") {
    SteeredCase centre(true);
    centre.pass(101, 30);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::full);
}

TEST_CASE("a kart that is swapped in obeys the race, and the one that came in does not") {
    SteeredCase centre(true);
    centre.run_race();
    centre.at(30);
    REQUIRE(centre.did(SwapKart{"ses_1", timing::EntrantId{1}, timing::KartId{4}, {}}));
    REQUIRE(centre.did(StopTrack{"kids"}));
    const TrackView& view = centre.after_a_second();
    CHECK(SteeredCase::level(view, 4) == SpeedLevel::full);
    CHECK(SteeredCase::level(view, 1) == SpeedLevel::stop);  // in no session: it obeys the strictest
}

TEST_CASE("a kart that drives in practice is waited for, and one in the garage is not") {
    SteeredCase centre;
    REQUIRE(centre.did(AssignTransponder{timing::TransponderId{101}, timing::KartId{1}, {}, {}, {}}));
    centre.pass(101, 30);
    const TrackView& view = centre.after_a_second();
    CHECK(view.outputs.karts[0].expected);
    CHECK_FALSE(view.outputs.karts[1].expected);
}

TEST_CASE("a kart out of service is not steered and not waited for") {
    SteeredCase centre;
    REQUIRE(centre.did(PutKart{timing::KartId{4}, "4", "rental", true}));
    CHECK(centre.after_a_second().outputs.karts.size() == 3);
}

TEST_CASE("an emergency outlives a restart") {
    SteeredCase centre;
    REQUIRE(centre.did(StopTrack{"main"}));
    centre.reopen();
    CHECK(centre.after_a_second().emergency);
    CHECK(SteeredCase::level(centre.view(), 1) == SpeedLevel::stop);
}

TEST_CASE("with a full disk the emergency stops the track all the same") {
    SteeredCase centre;
    centre.run_race();
    centre.journal.full = true;
    (void)centre.ask(StopTrack{"main"});
    CHECK(centre.board().flag == timing::Flag::red);
    CHECK(SteeredCase::level(centre.after_a_second(), 1) == SpeedLevel::stop);
}

TEST_CASE("an emergency on one track leaves the race on the other alone, and stops karts that are in neither") {
    SteeredCase centre(true);
    centre.run_race("kids");
    REQUIRE(centre.did(StopTrack{"main"}));
    const TrackView& kids = centre.after_a_second("kids");
    CHECK(SteeredCase::level(kids, 1) == SpeedLevel::full);
    CHECK(SteeredCase::level(kids, 4) == SpeedLevel::stop);
    for (const auto& kart : centre.after_a_second("main").outputs.karts) CHECK(kart.number == "4");
}

TEST_CASE("on a radio that two tracks share the neighbours are told their level again right behind the stop") {
    SteeredCase centre(true);
    const auto radio = std::make_shared<outputs::SimKartSpeed>(outputs::SimKartOptions{.seed = 7});
    centre.conductor->attach("main", {nullptr, radio});
    centre.conductor->attach("kids", {nullptr, radio});
    centre.run_race("kids");
    (void)centre.after_a_second("kids");
    centre.clock.time = timing::later_by(centre.clock.time, 300'000);  // between two renewals
    REQUIRE(centre.did(StopTrack{"main"}));
    const auto soon = timing::later_by(centre.clock.time, 200'000);
    CHECK(radio->heard(timing::KartId{1}, soon)->level == SpeedLevel::full);
    CHECK(radio->heard(timing::KartId{4}, soon)->level == SpeedLevel::stop);
}

TEST_CASE("karts that do not stand after an emergency are an alarm that is heard") {
    SteeredCase centre(true);  // kids comes first, and must not be the only one that is looked at
    centre.run_race();
    centre.karts["main"] = nullptr;
    centre.conductor->attach(
        "main",
        {nullptr, std::make_shared<outputs::SimKartSpeed>(outputs::SimKartOptions{.seed = 7, .silent_percent = 100})});
    REQUIRE(centre.did(StopTrack{"main"}));
    const auto is_it = [](const Alarm& alarm) { return alarm.kind == AlarmKind::kart_not_stopped; };
    CHECK(std::ranges::none_of(centre.after_a_second().alarms, is_it));
    const TrackView& view = centre.after_a_second();
    const auto alarm = std::ranges::find_if(view.alarms, is_it);
    REQUIRE(alarm != view.alarms.end());
    CHECK(alarm->grave);
    CHECK(alarm->value == 3);  // those of the race; kart 4 may be switched off
}
