// Goal: any race can be told as one file: what each `[[decision]]` of SPEC.toml does to the result (docs/replay.md). Method: a race of
// two karts over three laps as a codec makes it, one decision each.
#include <algorithm>
#include <catch2/catch.hpp>

#include "timing/words.hpp"
#include "web/host/commands/replay.hpp"
#include "web/host/commands/result_json.hpp"

using namespace chicane;
using namespace chicane::web::host;

namespace {

using decoders::codec::Passing;
using decoders::codec::Record;

const std::string head = R"(
[session]
kind = "race"
[[kart]]
number = "31"
transponders = [131]
[[kart]]
number = "32"
transponders = [132]
[[entrant]]
number = "7"
transponders = [101]
[[entrant]]
number = "8"
transponders = [102]
[[entrant]]
number = "9"
kart = "31"
)";

/// Kart 7 crosses at 0, 40, 80, 120 s, kart 8 two seconds later, kart 9 a second after that: passings 0 to 11.
std::vector<Record> three_laps() {
    std::vector<Record> records;
    for (const int lap : {0, 1, 2, 3}) {
        for (const auto& [tag, behind_s] : {std::pair{101, 0}, {102, 2}, {131, 3}}) {
            Passing passing;
            passing.number = static_cast<std::uint32_t>(records.size() + 500);
            passing.transponder = {static_cast<std::uint64_t>(tag)};
            passing.time_us = (lap * 40 + behind_s) * 1'000'000LL;
            records.push_back(passing);
        }
    }
    return records;
}

std::expected<sessions::Result, std::string> told(const std::string& decisions, const std::string& before = head) {
    const auto spec = parse_session_spec(before + decisions, "SPEC.toml");
    INFO((spec ? "" : spec.error()));
    REQUIRE(spec);
    Replay run(*spec);
    run.feed(three_laps());
    return run.result();
}

std::string refused(const std::string& decisions) {
    const auto spec = parse_session_spec(head + decisions, "SPEC.toml");
    if (!spec) return spec.error();
    Replay run(*spec);
    run.feed(three_laps());
    const auto result = run.result();
    REQUIRE_FALSE(result);
    return result.error();
}

sessions::ClassifiedRow row(const sessions::Result& result, const std::string& number) {
    const auto found = std::ranges::find(result.classification, number, &sessions::ClassifiedRow::number);
    REQUIRE(found != result.classification.end());
    return *found;
}

std::string order(const sessions::Result& result) {
    std::string numbers;
    for (const auto& each : result.classification) numbers += (numbers.empty() ? "" : " ") + each.number;
    return numbers;
}

std::string verdict(const sessions::Result& result, std::size_t index) {
    return std::string(timing::word(result.passings.at(index).verdict));
}

std::string decision(const std::string& lines) { return "\n[[decision]]\n" + lines + "\n"; }

}  // namespace

TEST_CASE("replay: a passing is taken out by its index or by the lap it ends, and an undo puts it back") {
    for (const std::string about : {"passing = 3", "number = \"7\"\nlap = 1"}) {
        const auto result = told(decision("kind = \"void\"\n" + about));
        CHECK(verdict(*result, 3) == "voided");
        CHECK(row(*result, "7").laps == 2);
        CHECK(order(*result) == "8 9 7");
    }
    const auto undone = told(decision("kind = \"void\"\npassing = 3") + decision("kind = \"undo\"\nof = 0"));
    CHECK(result_json(*undone) == result_json(*told("")));
}

TEST_CASE("replay: a lap is divided, a passing added, and both make laps") {
    const auto split = told(decision("kind = \"void\"\npassing = 3") +
                            decision("kind = \"split\"\nnumber = \"7\"\nlap = 1\nparts = 2"));
    CHECK(row(*split, "7").laps == 3);
    CHECK(order(*split) == "7 8 9");
    const auto added =
        told(decision("kind = \"void\"\npassing = 3") + decision("kind = \"add\"\nnumber = \"7\"\nat_us = 41000000"));
    CHECK(row(*added, "7").laps == 3);
    CHECK(added->passings.size() == 13);
    CHECK(added->passings.back().number == std::nullopt);
    CHECK(row(*told(decision("kind = \"add\"\ntransponder = 102\nat_us = 200000000")), "8").laps == 4);
}

TEST_CASE("replay: passings are given to another, exchanged, a tag is assigned, a kart swapped") {
    CHECK(row(*told(decision("kind = \"give\"\nfrom = \"7\"\nto = \"8\"\nexchange = true\nat_us = 100000000")), "7")
              .total_us == 122'000'000);
    CHECK(row(*told(decision("kind = \"give\"\nfrom = \"9\"\nto = \"7\"")), "9").status == timing::RowState::running);
    CHECK(row(*told(decision("kind = \"assign\"\ntransponder = 102\nnumber = \"7\"\nat_us = 100000000")), "8").laps ==
          2);
    const auto swapped = told(decision("kind = \"swap\"\nnumber = \"9\"\nkart = \"32\"\nat_us = 100000000"));
    CHECK(row(*swapped, "9").laps == 2);
    CHECK(verdict(*swapped, 11) == "not_entered");
}

TEST_CASE("replay: flags, start signal, more time and the end, as race control gave them") {
    CHECK(told(decision("kind = \"flag\"\nflag = \"red\"\nat_us = 100000000"))->state ==
          timing::SessionState::suspended);
    const auto ended = told(decision("kind = \"flag\"\nflag = \"chequered\"\nat_us = 70000000"));
    CHECK(row(*ended, "7").laps == 2);
    CHECK(verdict(*ended, 9) == "after_finish");
    CHECK(told(decision("kind = \"finish\"\nat_us = 70000000"))->state == timing::SessionState::finished);
    const std::string signal = "[session]\nkind = \"race\"\nstart = \"signal\"\n" + head.substr(head.find("[[kart]]"));
    const auto started = told(decision("kind = \"start\"\nat_us = 30000000"), signal);
    CHECK(verdict(*started, 0) == "before_start");
    CHECK(verdict(*started, 3) == "starts_lap");
    const std::string one_lap = head + "\n[end]\nlaps = 1\n";
    CHECK(row(*told(decision("kind = \"more\"\nlaps = 1"), one_lap), "7").laps == 2);
}

TEST_CASE("replay: the first finisher is set, and a red line taken where all had completed their lap") {
    const auto early = told(decision("kind = \"set_first_finisher\"\nnumber = \"7\"\nlap = 2"));
    CHECK(early->state == timing::SessionState::finished);
    CHECK(row(*early, "8").laps == 2);
    const auto red = told(decision("kind = \"flag\"\nflag = \"red\"\nat_us = 121000000") +
                          decision("kind = \"red_line\"\nat_us = 121000000"));
    CHECK(row(*red, "7").laps == 2);
    CHECK(verdict(*red, 9) == "under_red");
    const auto back = told(decision("kind = \"flag\"\nflag = \"red\"\nat_us = 121000000") +
                           decision("kind = \"red_line\"\nat_us = 121000000\nlaps_back = 1"));
    CHECK(row(*back, "7").laps == 1);
}

TEST_CASE("replay: a red restart begins each lap anew where the rule-set says so") {
    const std::string rules = "[session]\nkind = \"race\"\nred_restart = \"starts_lap\"\nred_lap = \"void\"\n" +
                              head.substr(head.find("[[kart]]"));
    const auto result = told(decision("kind = \"flag\"\nflag = \"red\"\nat_us = 50000000") +
                                 decision("kind = \"flag\"\nflag = \"green\"\nat_us = 70000000"),
                             rules);
    CHECK(verdict(*result, 6) == "starts_lap");
    CHECK(row(*result, "7").laps == 2);
    CHECK(row(*result, "7").last_us == 40'000'000);
}

TEST_CASE("replay: penalties are applied to a finished race and stand in the result with their number") {
    const std::string three = head + "\n[end]\nlaps = 3\n";
    const std::string late =
        decision("kind = \"penalty\"\ndecision = 1\nnumber = \"7\"\npenalty = \"time\"\ntime_ms = 2500");
    const auto result = told(late, three);
    CHECK(order(*result) == "8 7 9");
    CHECK(row(*result, "7").penalty_us == 2'500'000);
    CHECK(row(*result, "7").total_us == 122'500'000);
    REQUIRE(result->decisions.size() == 1);
    CHECK(result_json(*result).find(
              R"("decisions":[{"decision":1,"number":"7","penalty":"time","amount":2500000,"served":false}])") !=
          std::string::npos);
    const auto amended = told(
        late + decision("kind = \"penalty\"\ndecision = 1\nnumber = \"7\"\npenalty = \"time\"\ntime_ms = 500"), three);
    CHECK(order(*amended) == "7 8 9");
    const auto withdrawn = told(
        late + decision("kind = \"penalty\"\ndecision = 1\nnumber = \"7\"\npenalty = \"warning\"\nwithdrawn = true"),
        three);
    CHECK(withdrawn->decisions.empty());
    CHECK(order(*withdrawn) == "7 8 9");
    const std::string stop =
        "kind = \"penalty\"\ndecision = 2\nnumber = \"7\"\npenalty = \"stop_and_go\"\ntime_ms = 30000";
    CHECK(order(*told(decision(stop), three)) == "8 9 7");
    CHECK(order(*told(decision(stop + "\nserved = true"), three)) == "7 8 9");
}

TEST_CASE("replay: who is disqualified, a guest or retired says so in the result") {
    const std::string three = head + "\n[end]\nlaps = 3\n";
    const auto result = told(decision("kind = \"penalty\"\ndecision = 1\nnumber = \"7\"\npenalty = \"disqualified\"") +
                                 decision("kind = \"status\"\nnumber = \"8\"\nstatus = \"guest\"") +
                                 decision("kind = \"status\"\nnumber = \"9\"\nstatus = \"retired\""),
                             three);
    CHECK(order(*result) == "9 8 7");
    CHECK(row(*result, "7").status == timing::RowState::dsq);
    CHECK(row(*result, "9").status == timing::RowState::retired);
    CHECK_FALSE(row(*result, "8").classified);
}

TEST_CASE("replay: a deleted lap is nobody's best, and who ran too little is not classified") {
    const std::string practice = "[session]\nkind = \"qualifying\"\n" + head.substr(head.find("[[kart]]"));
    const auto result =
        told(decision("kind = \"void\"\npassing = 4") + decision("kind = \"delete_lap\"\nnumber = \"8\"\nlap = 2"),
             practice);
    CHECK(row(*result, "8").best_us == 80'000'000);
    CHECK(row(*result, "8").laps == 2);
    const std::string share = "[session]\nkind = \"race\"\nclassified_percent = 90\n" +
                              head.substr(head.find("[[kart]]")) + "\n[end]\nlaps = 3\n";
    CHECK_FALSE(row(*told(decision("kind = \"void\"\npassing = 4"), share), "8").classified);
}

TEST_CASE("replay: a decision that cannot be is refused with its line or its place") {
    CHECK(refused(decision("kind = \"shrug\""))
              .find("SPEC.toml:21: decision.kind: unknown decision \"shrug\"; known: flag, ") == 0);
    CHECK(refused(decision("kind = \"flag\"\nflag = \"red\"")).find("at_us") != std::string::npos);
    CHECK(refused(decision("kind = \"void\"\nnumber = \"77\"\nlap = 1")).find("no entrant has the number \"77\"") !=
          std::string::npos);
    CHECK(refused(decision("kind = \"void\"\npassing = 12")) == "decision 0: there is no passing 12");
    CHECK(refused(decision("kind = \"split\"\nnumber = \"7\"\nlap = 4")) ==
          "decision 0: no passing ended lap 4 of kart 7");
    CHECK(refused(decision("kind = \"undo\"\nof = 0")) == "decision 0: undoes a decision that is not before it");
    CHECK(refused(decision("kind = \"red_line\"\nat_us = 1000000")).find("decision 0: no lap was completed by all") ==
          0);
    CHECK(refused(decision("kind = \"add\"\nnumber = \"9\"\nat_us = 5")).find("expected the key transponder") !=
          std::string::npos);
    CHECK(refused(decision("kind = \"status\"\nnumber = \"7\"\nstatus = \"dsq\""))
              .find("expected retired, dns, dnf, dnq or guest") != std::string::npos);
}

TEST_CASE("replay: an endurance race tells stops, stints, drivers, and the rules that were broken") {
    const std::string race = R"(
[session]
kind = "endurance"
[endurance]
stops_due = 1
min_stop_s = 30
max_stint_s = 50
[[loop]]
decoder = 1
role = "finish"
[[loop]]
decoder = 2
role = "pit_in"
[[loop]]
decoder = 3
role = "pit_out"
[[entrant]]
number = "7"
transponders = [101]
drivers = ["Anna", "Ben"]
)";
    std::vector<Record> records;
    for (const auto& [at_s, decoder] : {std::pair{0, 1}, {40, 1}, {60, 2}, {80, 3}, {100, 1}}) {
        Passing passing;
        passing.transponder = {101};
        passing.decoder = static_cast<std::uint32_t>(decoder);
        passing.time_us = at_s * 1'000'000LL;
        records.push_back(passing);
    }
    const auto spec = parse_session_spec(
        race + decision("kind = \"relay\"\nnumber = \"7\"\ndriver = \"Ben\"\nat_us = 70000000"), "SPEC.toml");
    INFO((spec ? "" : spec.error()));
    REQUIRE(spec);
    Replay run(*spec);
    run.feed(records);
    const std::string text = result_json(*run.result());
    INFO(text);
    CHECK(text.find(R"("stops":[{"in_us":60000000,"out_us":80000000,"lap":1,"guessed":false,"joker":false}])") !=
          std::string::npos);
    CHECK(text.find(R"("drivers":[{"driver":"Anna","us":60000000},{"driver":"Ben","us":20000000}])") !=
          std::string::npos);
    CHECK(text.find(R"("stops_done":0,"stops_owed":1)") != std::string::npos);
    CHECK(text.ends_with(
        R"("proposed":[{"kind":"stint_too_long","number":"7","driver":"Anna","at_us":0,"amount":10000000},)"
        R"({"kind":"stop_too_short","number":"7","driver":null,"at_us":60000000,"amount":10000000}]})"));
}

TEST_CASE("replay: weight, fuel, swaps, drivers' own tags and exit traffic are told of a team") {
    const std::string race = R"(
[session]
kind = "endurance"
[endurance]
refuels_due = 2
min_refuel_s = 30
swap_no_stop = 1
stops_due = 1
weight_kg = 80
weight_ms_per_kg_h = 36000
exit_after_s = 10
exit_window_s = 20
[[loop]]
decoder = 1
role = "finish"
[[loop]]
decoder = 2
role = "pit_in"
[[loop]]
decoder = 3
role = "pit_out"
[[kart]]
number = "31"
transponders = [131]
[[kart]]
number = "32"
transponders = [132]
[[entrant]]
number = "7"
kart = "31"
drivers = ["Anna", "Ben"]
driver_weights_kg = [60, 75]
driver_transponders = [501, 502]
)";
    std::vector<Record> records;
    for (const auto& [at_s, decoder, tag] :
         {std::tuple{0, 1, 131}, {40, 1, 131}, {60, 2, 131}, {79, 3, 502}, {80, 3, 132}, {100, 1, 132}}) {
        Passing passing;
        passing.transponder = {static_cast<std::uint64_t>(tag)};
        passing.decoder = static_cast<std::uint32_t>(decoder);
        passing.time_us = at_s * 1'000'000LL;
        records.push_back(passing);
    }
    const auto spec =
        parse_session_spec(race + decision("kind = \"refuel\"\nnumber = \"7\"\nat_us = 61000000") +
                               decision("kind = \"swap\"\nnumber = \"7\"\nkart = \"32\"\nat_us = 70000000"),
                           "SPEC.toml");
    INFO((spec ? "" : spec.error()));
    REQUIRE(spec);
    Replay run(*spec);
    run.feed(records);
    const std::string text = result_json(*run.result());
    INFO(text);
    const auto has = [&](const std::string& what) { return text.find(what) != std::string::npos; };
    CHECK(has(R"("guessed":false,"joker":false,"refuel":true,"swapped":true}])"));
    CHECK(has(R"({"from_us":80000000,"until_us":null,"driver":"Ben"})"));
    CHECK(has(R"("stops_done":0)"));
    CHECK(has(R"("refuels_owed":2,"handicap_us":13000000)"));  // 20 kg for 60 s, 5 kg for 20 s
    CHECK(has(R"("ballast_kg":5)"));
    CHECK(has(R"("exit_traffic":[{"number":"7","us":10000000}])"));
    CHECK(has(R"("kind":"stop_too_short","number":"7","driver":null,"at_us":60000000,"amount":10000000)"));
    const auto uneven = parse_session_spec(
        "[session]\nkind = \"endurance\"\n[[entrant]]\nnumber = \"7\"\ndrivers = [\"Anna\"]\ndriver_weights_kg = [60, "
        "75]\n",
        "SPEC.toml");
    REQUIRE_FALSE(uneven);
    CHECK(uneven.error() == "SPEC.toml:6: entrant.driver_weights_kg: expected one for each of drivers");
}
