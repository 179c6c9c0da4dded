// Goal: the document that `chicane replay` prints, letter by letter. Method: records as a codec makes them, a SPEC as text.
#include "web/host/commands/replay.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <variant>

#include "decoders/link/capture_file.hpp"
#include "timing/limits.hpp"
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
    const auto read = parse_session_spec(spec, "SPEC.toml");
    INFO((read ? "" : read.error()));
    REQUIRE(read);
    Replay run(*read);
    run.feed(records);
    const auto result = run.result();
    INFO((result ? "" : result.error()));
    REQUIRE(result);
    return *result;
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

TEST_CASE("passings beyond what a session holds are counted and left out, the first in the file stay") {
    Replay run(*parse_session_spec("[session]\nkind = \"practice\"\n", "SPEC.toml"));
    const std::vector<Record> thousand(1000, passing(1, 101, 1));
    for (std::size_t fed = 0; fed < timing::passings_max; fed += thousand.size()) run.feed(thousand);
    CHECK(run.left_out() == 0);
    run.feed(std::vector<Record>{passing(2, 101, 2), decoders::codec::Status{}, passing(3, 101, 3)});
    CHECK(run.left_out() == 2);
}

TEST_CASE("an unknown tag in an open replay has its transponder as number") {
    const auto result = replayed({passing(1, 5691251, 1)}, "[session]\nkind = \"practice\"\nopen = true\n");
    REQUIRE(result.classification.size() == 1);
    CHECK(result.classification[0].number == "5691251");
    CHECK(result.classification[0].name == "Unknown 5691251");
}

namespace {

/// A file of its own in the build's folder for temporary files, gone with the test.
struct Written {
    std::filesystem::path path;
    Written(const std::string& name, const std::string& text)
        : path(std::filesystem::temp_directory_path() / ("chicane_replay_test_" + name)) {
        std::ofstream(path) << text;
    }
    ~Written() { std::filesystem::remove(path); }
};

struct Ran {
    int status;
    std::string out;
    std::string err;
};

Ran run(const std::filesystem::path& file, const std::string& protocol, const std::filesystem::path& session) {
    std::ostringstream out;
    std::ostringstream err;
    const int status = replay({file.string(), protocol, session.string()}, out, err);
    return {status, out.str(), err.str()};
}

const std::filesystem::path recording = std::filesystem::path(CHICANE_SOURCE_DIR) / "../shared/data/p3/karts-94min.hex";

}  // namespace

TEST_CASE("bad input to replay is one line on standard error, status 2 and nothing printed") {
    const Written good("good.toml", spec);
    const Written bad("bad.toml", "[session]\nkind = \"rally\"\n");
    const Written capture("empty.hex", "");
    CHECK(run(capture.path, "p3", good.path).status == 0);
    for (const Ran& ran :
         {run(capture.path, "p4", good.path), run(capture.path, "p3", bad.path),
          run("/nowhere/capture.bin", "p3", good.path), run(capture.path, "p3", "/nowhere/SPEC.toml")}) {
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(std::ranges::count(ran.err, '\n') == 1);
    }
    CHECK(run(capture.path, "p3", bad.path).err.find("bad.toml:2: session.kind: unknown word \"rally\"") !=
          std::string::npos);
}

TEST_CASE("a result that cannot be written to its end is said, with status 1") {
    const Written good("full.toml", spec);
    const Written capture("full.hex", "");
    std::ostringstream out;
    std::ostringstream err;
    out.setstate(std::ios::badbit);  // as a full disk leaves it
    CHECK(replay({capture.path.string(), "p3", good.path.string()}, out, err) == 1);
    CHECK(err.str() == "chicane replay: standard output: cannot be written to its end\n");
}

namespace {

std::vector<Record> recorded() {
    std::vector<Record> all;
    REQUIRE(decoders::link::read_records(recording, "p3",
                                         [&](auto records) { all.insert(all.end(), records.begin(), records.end()); }));
    return all;
}

/// Laps by tag: passings at least 15 s after the last that counted.
std::map<std::string, std::int32_t> plain_count(const std::vector<Record>& records) {
    std::map<std::string, std::vector<std::int64_t>> times;
    for (const Record& record : records) {
        if (const auto* p = std::get_if<Passing>(&record))
            times[std::to_string(p->transponder.value)].push_back(p->time_us);
    }
    std::map<std::string, std::int32_t> laps;
    for (auto& [tag, all] : times) {
        std::ranges::sort(all);
        std::int64_t last = all.front();
        for (const std::int64_t time : all) {
            if (time - last < 15'000'000) continue;
            ++laps[tag];
            last = time;
        }
    }
    return laps;
}

}  // namespace

TEST_CASE("a recording of 94 minutes as open practice counts what a plain count by tag does") {
    if (!std::filesystem::exists(recording)) {
        WARN("SKIP: " << recording << " is absent");
        return;
    }
    const std::string practice = "[session]\nkind = \"practice\"\nstart = \"own\"\nopen = true\nmin_lap_ms = 15000\n";
    std::vector<Record> records = recorded();
    const sessions::Result result = replayed(records, practice);
    auto laps = plain_count(records);
    REQUIRE(result.classification.size() == 3);
    for (const sessions::ClassifiedRow& row : result.classification) CHECK(row.laps == laps[row.number]);
    CHECK(result.state == timing::SessionState::running);

    std::ranges::shuffle(records, std::mt19937_64(7));
    const sessions::Result shuffled = replayed(records, practice);
    CHECK(shuffled.classification == result.classification);
    CHECK(shuffled.laps == result.laps);
}

TEST_CASE("a recording of 94 minutes as a race ends with the first who has the laps") {
    if (!std::filesystem::exists(recording)) {
        WARN("SKIP: " << recording << " is absent");
        return;
    }
    const sessions::Result result =
        replayed(recorded(), "[session]\nkind = \"race\"\nopen = true\nmin_lap_ms = 15000\n[end]\nlaps = 20\n");
    CHECK(result.state == timing::SessionState::finished);
    CHECK(result.classification.front().laps == 20);
    CHECK(result.classification.front().status == timing::RowState::finished);
    for (const sessions::ClassifiedRow& row : result.classification) CHECK(row.laps <= 20);
}
