// Goal: SPEC.toml says what the contract says, and a wrong one is refused with file, line, key and what was expected.
#include "web/host/commands/session_spec.hpp"

#include <catch2/catch.hpp>

#include "timing/limits.hpp"

using namespace chicane;
using namespace chicane::web::host;

namespace {

sessions::Setup parsed(const std::string& text) {
    const auto setup = parse_session_spec(text, "SPEC.toml");
    INFO((setup ? "" : setup.error()));
    REQUIRE(setup);
    return setup->setup;
}

std::string refused(const std::string& text) {
    const auto setup = parse_session_spec(text, "SPEC.toml");
    REQUIRE_FALSE(setup);
    return setup.error();
}

const std::string race = "[session]\nkind = \"race\"\n";

}  // namespace

TEST_CASE("a key that SPEC leaves out has the contract's default, by kind") {
    const timing::Rules practice = parsed("[session]\nkind = \"practice\"\n").rules;
    CHECK(practice.start == timing::Start::first_passing);
    CHECK(practice.first_crossing == timing::FirstCrossing::starts_lap);
    CHECK(practice.rank == timing::Ranking::best_lap);
    CHECK(practice.end.how == timing::EndHow::next_crossing);
    CHECK(practice.end.grace_us == 180'000'000);
    CHECK(practice.pair_window_us == 3'000'000);
    CHECK(practice.merge_window_us == 3'000'000);
    CHECK(practice.min_lap_us == 0);
    CHECK(parsed("[session]\nkind = \"qualifying\"\n").rules.rank == timing::Ranking::best_lap);
    const timing::Rules endurance = parsed("[session]\nkind = \"endurance\"\n").rules;
    CHECK(endurance.rank == timing::Ranking::laps);
    CHECK(endurance.end.how == timing::EndHow::leader_first);
    CHECK(parsed(race).rules.end.how == timing::EndHow::leader_first);
}

TEST_CASE("every key of SPEC is read in its unit") {
    const sessions::Setup setup = parsed(R"(
[session]
kind = "race"
start = "signal"
start_at_us = 1551542808933000
open = true
arm_us = 7
first_crossing = "ends_lap"
rank = "total_time"
min_lap_ms = 15000
max_lap_ms = 90000
pair_window_ms = 1
merge_window_ms = 0
[end]
laps = 10
time_s = 600
priority = "last"
how = "next_crossing"
grace_s = 0
[[entrant]]
number = "7"
name = "A. Driver"
transponders = [5691251, 5691252]
[[entrant]]
number = "8"
[[loop]]
decoder = 268307
role = "finish"
[[loop]]
decoder = 268308
role = "sector 2"
[[loop]]
decoder = 268309
role = "pit_in"
)");
    const timing::Rules& rules = setup.rules;
    CHECK(rules.start_at == timing::DecoderTime{1551542808933000});
    CHECK(rules.arm_at == timing::DecoderTime{7});
    CHECK(rules.open);
    CHECK(rules.min_lap_us == 15'000'000);
    CHECK(rules.max_lap_us == 90'000'000);
    CHECK(rules.pair_window_us == 1000);
    CHECK(rules.merge_window_us == 0);
    CHECK(rules.end.laps == 10);
    CHECK(rules.end.time_us == 600'000'000);
    CHECK(rules.end.priority == timing::Priority::last);
    CHECK(rules.end.grace_us == 0);
    REQUIRE(setup.entrants.size() == 2);
    CHECK(setup.entrants[0].transponders.size() == 2);
    CHECK(setup.entrants[1].name.empty());
    REQUIRE(setup.loops.size() == 3);
    CHECK(setup.loops[1].role == timing::LoopRole::sector);
    CHECK(setup.loops[1].sector == 2);
    CHECK(setup.loops[2].role == timing::LoopRole::pit_in);
}

TEST_CASE("kind and an entrant's number are required") {
    CHECK(refused("") == "SPEC.toml:1: session.kind: is missing; known: practice, qualifying, race, endurance");
    CHECK(refused(race + "[[entrant]]\nname = \"A\"\n") == "SPEC.toml:3: entrant.number: is missing; expected a text");
}

TEST_CASE("an unknown key or word is refused with its line") {
    CHECK(refused(race + "colour = 1\n").starts_with("SPEC.toml:3: session.colour: unknown key"));
    CHECK(refused(race + "rank = \"fastest\"\n") ==
          "SPEC.toml:3: session.rank: unknown word \"fastest\"; known: best_lap, laps, total_time, average_lap");
    CHECK(
        refused(race + "[[loop]]\ndecoder = 1\nrole = \"sector 0\"\n").starts_with("SPEC.toml:5: loop.role: expected"));
    CHECK(refused(race + "[finish]\n").starts_with("SPEC.toml:3: finish: unknown key"));
    CHECK(refused(race + "min_lap_ms = 1.5\n").starts_with("SPEC.toml:3: session.min_lap_ms: expected a whole number"));
    CHECK(refused(race + "min_lap_ms = -1\n").starts_with("SPEC.toml:3: session.min_lap_ms: expected a whole number"));
    CHECK(refused("[session\n").starts_with("SPEC.toml:1: not TOML"));
}

TEST_CASE("what is more than a session holds is refused with its line") {
    CHECK(parsed(race + "[end]\ntime_s = 172800\n").rules.end.time_us == timing::session_us_max);
    CHECK(refused(race + "[end]\ntime_s = 172801\n") ==
          "SPEC.toml:4: end.time_s: expected a whole number from 0 to 172800, found 172801");
    std::string entrants = race;
    for (std::size_t i = 0; i <= timing::entrants_max; ++i) entrants += "[[entrant]]\nnumber = \"1\"\n";
    CHECK(refused(entrants) == "SPEC.toml:503: entrant: are too many; expected at most 250");
    std::string loops = race;
    for (std::size_t i = 0; i <= timing::loops_max; ++i)
        loops += "[[loop]]\ndecoder = " + std::to_string(i) + "\nrole = \"finish\"\n";
    CHECK(refused(loops) == "SPEC.toml:195: loop: are too many; expected at most 64");
}

TEST_CASE("what no two people would run the same way is refused") {
    CHECK(refused(race + "first_crossing = \"ends_lap\"\n").starts_with("SPEC.toml:3: session.first_crossing: "));
    CHECK(refused(race + "[end]\nhow = \"full_distance\"\n").starts_with("SPEC.toml:3: end.laps: "));
    CHECK(refused(race + "[end]\nhow = \"full_distance\"\nlaps = 3\nplus_laps = 1\n")
              .starts_with("SPEC.toml:6: end.plus_laps: "));
    CHECK(refused(race + "[end]\nplus_laps = 1\n").starts_with("SPEC.toml:4: end.plus_laps: "));
    CHECK(refused(race + "[end]\nplus_laps = 1\ntime_s = 9\nlaps = 3\n").starts_with("SPEC.toml:4: end.plus_laps: "));
    CHECK(refused(race +
                  "[[entrant]]\nnumber = \"1\"\ntransponders = [5]\n[[entrant]]\nnumber = \"2\"\ntransponders = [5]\n")
              .starts_with("SPEC.toml:8: entrant.transponders: "));
    CHECK(refused(race + "[[loop]]\ndecoder = 1\nrole = \"finish\"\n[[loop]]\ndecoder = 1\nrole = \"pit_in\"\n")
              .starts_with("SPEC.toml:7: loop.decoder: "));
}

TEST_CASE("a SPEC that cannot be read says so") {
    const auto setup = read_session_spec("/nowhere/SPEC.toml");
    REQUIRE_FALSE(setup);
    CHECK(setup.error().starts_with("/nowhere/SPEC.toml: cannot be read"));
}
