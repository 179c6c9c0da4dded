// Goal: flags, false starts, provisional and dated penalties told in SPEC.toml do what docs/replay.md says. Method: a race of two karts as a codec
// makes it, its document searched for what is new.
#include <catch2/catch.hpp>

#include "web/host/commands/replay.hpp"
#include "web/host/commands/result_json.hpp"

using namespace chicane;
using namespace chicane::web::host;

namespace {

const std::string entrants = R"(
[[entrant]]
number = "7"
transponders = [101]
[[entrant]]
number = "8"
transponders = [102]
)";

/// Kart 7 crosses at 0, 40, 80, 120 s, kart 8 two seconds later.
std::vector<decoders::codec::Record> three_laps() {
    std::vector<decoders::codec::Record> records;
    for (const int lap : {0, 1, 2, 3}) {
        for (const auto& [tag, behind_s] : {std::pair{101, 0}, {102, 2}}) {
            decoders::codec::Passing passing;
            passing.transponder = {static_cast<std::uint64_t>(tag)};
            passing.time_us = (lap * 40 + behind_s) * 1'000'000LL;
            records.push_back(passing);
        }
    }
    return records;
}

std::string told(const std::string& rules, const std::string& decisions,
                 const std::string& session = "kind = \"race\"") {
    const auto spec = parse_session_spec("[session]\n" + session + "\n" + rules + entrants + decisions, "SPEC.toml");
    if (!spec) return spec.error();
    Replay run(*spec);
    run.feed(three_laps());
    const auto result = run.result();
    return result ? result_json(*result) : result.error();
}

bool has(const std::string& text, const std::string& what) {
    UNSCOPED_INFO(text);
    return text.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("replay: a flag's rule says whether laps count, and an own flag is shown by its name") {
    const std::string rules = "[[flag]]\nflag = \"slow\"\nname = \"Code 60\"\nlaps_count = false\n";
    const std::string shown = told(rules, "[[decision]]\nkind = \"flag\"\nname = \"Code 60\"\nat_us = 50000000\n");
    CHECK(has(shown, R"("number":"7","name":"","status":"running","laps":1)"));
    CHECK(has(told(rules, "[[decision]]\nkind = \"flag\"\nname = \"Code 80\"\nat_us = 5\n"),
              "no [[flag]] has the name \"Code 80\""));
    CHECK(has(told(rules + rules, ""), "SPEC.toml:7: flag: has a rule already; expected one for each"));
}

TEST_CASE(
    "replay: a black flag is a proposal, a provisional decision no charge, and a fact costs what it costs that day") {
    const std::string values =
        "[[penalty_value]]\ncode = \"fairing\"\npenalty = \"time\"\ntime_ms = 10000\n"
        "[[penalty_value]]\ncode = \"fairing\"\nfrom = \"2017-01-01\"\npenalty = \"time\"\ntime_ms = 5000\n[end]\nlaps "
        "= 3\n";
    const std::string flag = "[[decision]]\nkind = \"kart_flag\"\nnumber = \"8\"\nflag = \"black\"\nat_us = 60000000\n";
    const std::string fairing = "[[decision]]\nkind = \"penalty\"\ndecision = 1\nnumber = \"7\"\ncode = \"fairing\"\n";
    const std::string text = told(values, flag + fairing, "kind = \"race\"\ndate = \"2016-05-01\"");
    CHECK(has(text, R"("proposed":[{"kind":"black_flag","number":"8","driver":null,"at_us":60000000,"amount":1}])"));
    CHECK(has(
        text,
        R"("decisions":[{"decision":1,"number":"7","penalty":"time","amount":10000000,"served":false,"code":"fairing"}])"));
    CHECK(has(told(values, fairing, "kind = \"race\"\ndate = \"2026-05-01\""), R"("amount":5000000)"));
    const std::string later = told(values, fairing + "provisional = true\n");
    CHECK(has(later, R"("provisional":true)"));
    CHECK(has(later, R"("penalty_us":0)"));
    CHECK(has(told(values, "[[decision]]\nkind = \"penalty\"\ndecision = 1\nnumber = \"7\"\ncode = \"shrug\"\n"),
              "no [[penalty_value]] has the code \"shrug\""));
    CHECK(has(told("", "", "kind = \"race\"\ndate = \"2016-13-01\""), "session.date: is no day"));
}

TEST_CASE("replay: a stop-and-go that was not served in its laps, and who overtook whom, are proposed") {
    const std::string penalty =
        "[[decision]]\nkind = \"penalty\"\ndecision = 4\nnumber = \"8\"\npenalty = \"stop_and_go\"\ntime_ms = "
        "20000\nat_us = 1000000\n";
    CHECK(has(told("", penalty, "kind = \"race\"\nserve_laps = 2"),
              R"({"kind":"not_served","number":"8","driver":null,"at_us":122000000,"amount":4})"));
    CHECK_FALSE(has(told("", penalty, "kind = \"race\"\nserve_laps = 3"), "not_served"));
    const std::string rules = "[[flag]]\nflag = \"yellow\"\nreports_overtakes = true\n";
    const std::string yellow = "[[decision]]\nkind = \"flag\"\nflag = \"yellow\"\nat_us = 30000000\n";
    CHECK_FALSE(has(told(rules, yellow), "overtook"));
    const std::string late =
        "[[decision]]\nkind = \"void\"\nnumber = \"7\"\nlap = 2\n[[decision]]\nkind = \"add\"\nnumber = \"7\"\nat_us = "
        "83000000\n";
    CHECK(has(told(rules, yellow + late),
              R"({"kind":"overtook","number":"8","driver":null,"at_us":82000000,"amount":1,"other":"7"})"));
}

TEST_CASE("replay: a false start is taken back while the rules allow it, and all since is before the start") {
    const std::string start = "[[decision]]\nkind = \"start\"\nat_us = 0\n";
    const std::string called = "[[decision]]\nkind = \"false_start\"\nat_us = 41000000\n";
    const std::string session = "kind = \"race\"\nstart = \"signal\"\nfalse_start_s = 50";
    const std::string text = told("", start + called + "[[decision]]\nkind = \"start\"\nat_us = 60000000\n", session);
    CHECK(has(text, R"("index":3,"number":null,"transponder":102,"verdict":"before_start")"));
    CHECK(has(text, R"("number":"7","name":"","status":"running","laps":1)"));
    CHECK(has(told("", start + called, "kind = \"race\"\nstart = \"signal\"\nfalse_start_s = 40"),
              "decision 1: the start was 41 s before; it may be taken back for 40 s"));
}

TEST_CASE(
    "replay: while it is red the document has the order of the restart, and under red a short session is marked") {
    const std::string red = "[[decision]]\nkind = \"flag\"\nflag = \"red\"\nat_us = 81000000\n";
    CHECK(has(told("", red), R"("restart":["7","8"])"));
    const std::string end = "[[decision]]\nkind = \"flag\"\nflag = \"chequered\"\nat_us = 100000000\n";
    const std::string rules = "[end]\ntime_s = 120\n";
    CHECK(has(told(rules, red + end, "kind = \"race\"\nred_full_percent = 75"), R"("run_percent":67,"full":false)"));
    CHECK(has(told(rules, red + end, "kind = \"race\"\nred_full_percent = 67"), R"("full":true)"));
    CHECK_FALSE(has(told(rules, red + end), "run_percent"));
}

TEST_CASE("replay: yellow at a post is told with it, and no other flag is") {
    CHECK(has(told("", "[[decision]]\nkind = \"flag\"\nflag = \"red\"\npost = 2\nat_us = 5\n"),
              "expected yellow or green at a post"));
    const std::string text = told("", "[[decision]]\nkind = \"flag\"\nflag = \"yellow\"\npost = 2\nat_us = 5\n");
    CHECK(text == told("", ""));
}
