// Goal: the document that `chicane replay` prints, letter by letter. Method: records as a codec makes them, a SPEC as text.
#include "web/host/commands/replay.hpp"

#include <catch2/catch.hpp>

#include "web/host/commands/result_json.hpp"
#include "web/host/commands/session_spec.hpp"

using namespace chicane;
using namespace chicane::web::host;

namespace {

using decoders::codec::Passing;
using decoders::codec::Record;

Passing passing(std::uint32_t number, std::uint64_t tag, double seconds) {
    Passing made;
    made.number = number;
    made.transponder = {tag};
    made.time_us = static_cast<std::int64_t>(seconds * 1'000'000 + 0.5);
    return made;
}

sessions::Result replayed(const std::vector<Record>& records, const std::string& spec) {
    const auto setup = parse_session_spec(spec, "SPEC.toml");
    REQUIRE(setup);
    return replay_records(records, *setup);
}

const std::string spec = R"(
[session]
kind = "race"
[end]
laps = 1
[[entrant]]
number = "7"
name = "Zoé \"Zed\" Ng"
transponders = [101]
[[entrant]]
number = "8"
transponders = [102]
)";

}  // namespace

TEST_CASE("the document has the contract's keys in the contract's order, and null for what does not exist") {
    Passing nameless = passing(0, 999, 21);
    nameless.number.reset();
    const std::vector<Record> records = {decoders::codec::Status{}, passing(4, 101, 1), decoders::codec::Garbage{},
                                         passing(5, 101, 21.0005), nameless};
    CHECK(result_json(replayed(records, spec)) ==
          R"({"state":"finished","classification":[)"
          R"({"position":1,"number":"7","name":"Zoé \"Zed\" Ng","status":"finished","laps":1,"total_us":20000500,)"
          R"("best_us":20000500,"best_lap":1,"average_us":20000500,"last_us":20000500,)"
          R"("gap_us":0,"gap_laps":0,"interval_us":0,"interval_laps":0},)"
          R"({"position":2,"number":"8","name":"","status":"dns","laps":0,"total_us":null,)"
          R"("best_us":null,"best_lap":null,"average_us":null,"last_us":null,)"
          R"("gap_us":null,"gap_laps":null,"interval_us":null,"interval_laps":null}],)"
          R"("laps":[{"number":"7","lap":1,"time_us":20000500,"at_us":21000500}],)"
          R"("passings":[{"index":0,"number":4,"transponder":101,"verdict":"starts_lap"},)"
          R"({"index":1,"number":5,"transponder":101,"verdict":"counted"},)"
          R"({"index":2,"number":null,"transponder":999,"verdict":"unknown_transponder"}]})");
}

TEST_CASE("a capture without passings is a session that waits") {
    CHECK(result_json(replayed({}, "[session]\nkind = \"practice\"\n")) ==
          R"({"state":"waiting","classification":[],"laps":[],"passings":[]})");
}

TEST_CASE("passings stand in the file's order with their index, whatever their order of crossing") {
    const auto result = replayed({passing(2, 101, 30), passing(1, 101, 5)}, spec);
    REQUIRE(result.passings.size() == 2);
    CHECK(result.passings[0].number == 2U);
    CHECK(result.passings[0].verdict == timing::Verdict::counted);
    CHECK(result.passings[1].verdict == timing::Verdict::starts_lap);
}

TEST_CASE("now is the time of the latest passing, whoever's it is") {
    const std::string timed =
        "[session]\nkind = \"race\"\n[end]\ntime_s = 50\nhow = \"next_crossing\"\ngrace_s = 10\n"
        "[[entrant]]\nnumber = \"7\"\ntransponders = [101]\n";
    CHECK(replayed({passing(1, 101, 0), passing(2, 999, 60)}, timed).state == timing::SessionState::finishing);
    CHECK(replayed({passing(1, 101, 0), passing(2, 999, 60.000001)}, timed).state == timing::SessionState::finished);
}

TEST_CASE("an unknown tag in an open replay has its transponder as number") {
    const auto result = replayed({passing(1, 5691251, 1)}, "[session]\nkind = \"practice\"\nopen = true\n");
    REQUIRE(result.classification.size() == 1);
    CHECK(result.classification[0].number == "5691251");
    CHECK(result.classification[0].name == "Unknown 5691251");
}
