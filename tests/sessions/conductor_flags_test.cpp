// Goal: race control shows flags to posts and karts, calls false starts and decides by the rule-set's values, and the journal keeps it
// (race-rules.md §4, §5). Method: a race of two karts over the conductor, each thing asked, refused where it cannot be, and taken back.
#include <catch2/catch.hpp>

#include "sessions/journal/event_json.hpp"
#include "sessions/outputs/sim_kart_speed.hpp"
#include "sessions/outputs/sim_lights.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions;
using namespace chicane::sessions::conductor;
using timing::Flag;

namespace {

timing::Rules with_lists(timing::Rules rules) {
    rules.start = timing::Start::signal;
    rules.red.full_percent = 75;
    rules.false_start_us = 30'000'000;
    rules.serve_laps = 3;
    rules.flags = {
        {.flag = Flag::yellow, .reports_overtakes = true, .speed_level = 3, .lights = timing::Lights::yellow},
        {.flag = Flag::slow,
         .name = "Code 60",
         .stops_clock = true,
         .laps_count = false,
         .pit = timing::PitLane::closed}};
    rules.penalty_values = {{"fairing", "", timing::Penalty::time, 30'000'000, ""},
                            {"fairing", "2017-01-01", timing::Penalty::time, 5'000'000, "2.24"}};
    return rules;
}

struct Started : ConductorCase {
    Started() {
        Setup setup = race("ses_1", 9);
        setup.rules = with_lists(setup.rules);
        setup.date = "2026-11-28";
        REQUIRE(did(StageSession{setup}));
        REQUIRE(did(ArmSession{"ses_1"}));
        at(10);
        REQUIRE(did(StartSession{"ses_1", {}}));
        pass(101, 12);
        pass(102, 13);
    }
    RefusalCode refusal(const Ask& asked) {
        const auto outcome = ask(asked);
        REQUIRE(outcome.has_value());
        REQUIRE_FALSE(outcome->has_value());
        return outcome->error().code;
    }
};

}  // namespace

TEST_CASE("yellow at a post and a flag of the rule-set's own are shown by its name, and others are refused") {
    Started race;
    REQUIRE(race.did(ShowFlag{"main", Flag::yellow, "", 4}));
    CHECK(race.board().flag == Flag::green);
    CHECK(race.board().show.posts == std::vector{4});
    REQUIRE(race.did(ShowFlag{"main", Flag::none, "Code 60"}));
    CHECK(race.board().flag == Flag::slow);
    CHECK(race.board().show.name == "Code 60");
    CHECK(race.refusal(ShowFlag{"main", Flag::none, "Code 80"}) == RefusalCode::unknown_flag);
    CHECK(race.refusal(ShowFlag{"main", Flag::red, "", 4}) == RefusalCode::bad_setup);
    CHECK(race.refusal(ShowFlag{"main", Flag::yellow, "", 33}) == RefusalCode::bad_setup);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.board().flag == Flag::green);
    CHECK(race.board().show.posts == std::vector{4});
}

TEST_CASE("a flag to one kart is on the board, and undone it is gone") {
    Started race;
    REQUIRE(race.did(TellKartFlag{"ses_1", {1}, timing::KartFlag::black_white}));
    CHECK(race.board().rows[0].flag == timing::KartFlag::black_white);
    CHECK(race.view().actions.front().word == "kart_flag_black_white");
    CHECK(race.refusal(TellKartFlag{"ses_1", {9}, timing::KartFlag::blue}) == RefusalCode::unknown_entrant);
    REQUIRE(race.did(UndoAction{"main"}));
    CHECK(race.board().rows[0].flag == timing::KartFlag::none);
}

TEST_CASE("after a false start the session is armed and can be started again, and too late it is refused") {
    Started race;
    SECTION("in time") {
        race.at(30);
        REQUIRE(race.did(CallFalseStart{"ses_1"}));
        CHECK(race.board().session->state == timing::SessionState::waiting);
        CHECK(race.board().rows[0].total_us == std::nullopt);
        race.at(50);
        REQUIRE(race.did(StartSession{"ses_1", {}}));
        race.pass(101, 52);
        CHECK(race.board().session->state == timing::SessionState::running);
    }
    SECTION("too late") {
        race.at(41);
        CHECK(race.refusal(CallFalseStart{"ses_1"}) == RefusalCode::bad_state);
    }
}

TEST_CASE("a decision by the word of a fact has the rule-set's value of the session's day") {
    Started race;
    Decide ask{"ses_1", {}};
    ask.made.entrant = {1};
    ask.made.code = "fairing";
    REQUIRE(race.did(ask));
    const auto* kept = std::get_if<CorrectionKept>(&race.journal.entries.back().body);
    REQUIRE(kept != nullptr);
    const auto& made = std::get<DecisionMade>(kept->what);
    CHECK(made.penalty == timing::Penalty::time);
    CHECK(made.amount == 5'000'000);
    CHECK(made.article == "2.24");
    CHECK(made.since.has_value());
    ask.made.code = "shrug";
    CHECK(race.refusal(ask) == RefusalCode::unknown_penalty);
}

TEST_CASE("an amended decision keeps the moment at which he was told") {
    Started race;
    Decide ask{"ses_1", {}};
    ask.made.entrant = {1};
    ask.made.penalty = timing::Penalty::drive_through;
    REQUIRE(race.did(ask));
    const auto told = [&] {
        return std::get<DecisionMade>(std::get<CorrectionKept>(race.journal.entries.back().body).what).since;
    };
    const auto first = told();
    race.at(60);
    ask.made.number = 1;
    ask.made.amount = 20'000'000;
    REQUIRE(race.did(ask));
    CHECK(told() == first);
}

TEST_CASE("the lists of a rule-set and what a flag says beside its word are read as they were written") {
    Setup setup = ConductorCase::race("ses_1", 2);
    setup.rules = with_lists(setup.rules);
    setup.date = "2026-11-28";
    setup.entrants[0].drivers = {{{1}, "Anna", "A.", 61, timing::TransponderId{507}}, {{2}, "Ben", "B."}};
    setup.rules.endurance.weight_kg = 80;
    setup.rules.endurance.exit_window_us = 5;
    const std::vector<EntryBody> all = {SetupKept{setup}, FlagKept{"ses_1", Flag::slow, {7}, 1},
                                        FlagKept{"ses_1", Flag::yellow, {8}, 0, 12},
                                        FlagKept{"ses_1", Flag::green, {9}}};
    for (const EntryBody& body : all) {
        const auto text = journal::event_text(body);
        const auto read = journal::event_body(text.kind, text.version, text.body);
        REQUIRE(read);
        CHECK(*read == body);
    }
}

TEST_CASE("lights and karts do what the rule-set says of the flag, and else what its colour means") {
    ConductorCase centre;
    centre.conductor->attach("main", {std::make_shared<outputs::SimLights>(),
                                      std::make_shared<outputs::SimKartSpeed>(outputs::SimKartOptions{.seed = 7})});
    REQUIRE(centre.did(PutKart{timing::KartId{1}, "1", "rental", false}));
    Setup setup = ConductorCase::race("ses_1", 9);
    setup.entrants[0].kart = timing::KartId{1};
    setup.rules.flags = {{.flag = Flag::yellow, .speed_level = std::uint8_t{0}, .lights = timing::Lights::red}};
    REQUIRE(centre.did(StageSession{setup}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    const auto commanded = [&] {
        centre.clock.time = timing::later_by(centre.clock.time, 1'100'000);
        centre.conductor->on_wake();
        const auto& outputs = centre.view().outputs;
        return std::pair(outputs.lights->commanded, outputs.karts.at(0).commanded);
    };
    CHECK(commanded() == std::pair(outputs::Aspect::green, outputs::SpeedLevel::full));
    REQUIRE(centre.did(ShowFlag{"main", Flag::yellow}));
    CHECK(commanded() == std::pair(outputs::Aspect::red, outputs::SpeedLevel::stop));
    REQUIRE(centre.did(ShowFlag{"main", Flag::slow}));
    CHECK(commanded() == std::pair(outputs::Aspect::slow, outputs::SpeedLevel::slow));
}
