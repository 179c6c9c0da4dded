// What the codec of Wiclax' generic protocol makes of lines of the forms that its documentation has (tests/data/vectors/wiclax.txt), of damaged ones, and what it sends.
#include "decoders/codec/wiclax.hpp"

#include "decoders/codec/text_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

constexpr std::int64_t september_22_us = 1'316'649'600'000'000;  // 2011-09-22

Passing passing(const std::string& tag, std::int64_t time_us, const char* device) {
    Passing passing;
    passing.transponder = transponder_of(tag).value();
    passing.time_us = time_us;
    passing.string = tag;
    passing.clock = ClockBase::local;
    passing.loop = device;
    return passing;
}

const std::string good = test::vector_text("wiclax", "a passing");
const std::string race_start = test::vector_text("wiclax", "somebody starts the race");
const Passing expected = passing("01539", september_22_us + 9'690'620'000, "0A");

}  // namespace

TEST_CASE("a Wiclax line has its chip, its moment, its device and its battery") {
    CHECK(read_text("wiclax", good) == Records{expected});
    Passing weak = expected;
    weak.battery = Battery::low;
    CHECK(test::read_vector("wiclax", "a passing of a tag whose battery is low") == Records{weak});
    CHECK(test::read_vector("wiclax", "a passing without what is not needed") ==
          Records{passing("01539", september_22_us + 9'690'620'000, "")});
}

TEST_CASE("a Wiclax heartbeat tells that the device lives, with an end and without") {
    CHECK(read_text("wiclax", "*\r" + good) == Records{Status{}, expected});
    CHECK(read_text("wiclax", "**" + good) == Records{Status{}, expected});
}

TEST_CASE("a Wiclax device tells its clock, that it obeyed, and that somebody started the race") {
    Passing start;
    start.time_us = 86'399'999'000;
    start.string = "RACESTART";
    start.clock = ClockBase::day;
    start.trigger = true;
    CHECK(read_text("wiclax", test::vector_text("wiclax", "its clock") +
                                  test::vector_text("wiclax", "what it says when it obeyed") + race_start) ==
          Records{ClockReading{september_22_us + 9'690'000'000, {}, ClockBase::local}, Status{}, Status{}, start});
}

TEST_CASE("a broken Wiclax line is garbage by syntax, its heartbeat apart") {
    for (const std::string line : {"01539\r", "01539;22-09-2011\r", ";22-09-2011 02:41:30.620;0A;;;0\r",
                                   "01539;31-09-2011 02:41:30.620;0A;;;0\r", "01539;22-09-2011 02:61:30.620;0A;;;0\r",
                                   "01539;22-09-2011 02:41:30.620;0A;;;0;7\r", "CLOCK 02:41:30\r", "RACESTART now\r"}) {
        INFO(line);
        CHECK(read_text("wiclax", line) == Records{Garbage{line.size(), GarbageReason::syntax}});
        CHECK(read_text("wiclax", '*' + line) == Records{Status{}, Garbage{line.size(), GarbageReason::syntax}});
    }
}

TEST_CASE("a Wiclax stream reads the same wherever it is cut") {
    const Records records = test::read_text("wiclax", "2011 02:41\r" + good + "\n*" + good + "CLOCKOK\r015");
    CHECK(records.size() == 6);
    CHECK(test::garbage_bytes(records) == 11 + 3);
}

TEST_CASE("Wiclax commands are those of the specification") {
    CHECK(test::text_of(Wiclax().greet()) == "STARTREAD\r");
    CHECK(test::text_of(Wiclax().ask_clock()) == "CLOCK\r");
    CHECK(test::text_of(wiclax::stop_command()) == "STOPREAD\r");
    CHECK(test::text_of(wiclax::time_command(september_22_us)) == "CLOCK 22-09-2011 00:00:00\r");
    CHECK(test::text_of(wiclax::rewind_request(september_22_us, september_22_us + 61'000'000)) ==
          "REWIND 22-09-2011 00:00:00 22-09-2011 00:01:01\r");
}

TEST_CASE(
    "Wiclax is asked on a new connection for what passed since the newest passing, before it tells what passes now") {
    Wiclax codec;
    Records records;
    test::feed(codec, good + race_start, records);
    const std::string asked = "REWIND 22-09-2011 02:41:29 23-09-2011 02:41:30\rSTARTREAD\r";
    CHECK(test::text_of(codec.greet()) == asked);
    test::feed(codec, "01540;22-09-2011 02:41:25.000;0A;;;0\r", records);  // told late
    CHECK(test::text_of(codec.greet()) == asked);
    Wiclax started_anew;
    started_anew.resume(expected.time_us);
    CHECK(test::text_of(started_anew.greet()) == asked);
}

TEST_CASE("while Wiclax' clock shows what it showed before it was set back, nothing is asked once more") {
    Wiclax codec;
    Records records;
    test::feed(codec, good + "01539;22-09-2011 01:41:31.000;0A;;;0\r", records);
    CHECK(test::text_of(codec.greet()) == "STARTREAD\r");
    test::feed(codec, "01539;22-09-2011 02:40:31.000;0A;;;0\r", records);
    CHECK(test::text_of(codec.greet()).starts_with("REWIND 22-09-2011 02:41:29"));
}

TEST_CASE("one passing with a damaged date does not end what Wiclax is asked for") {
    Wiclax codec;
    Records records;
    test::feed(codec, good + "01539;22-09-2019 02:41:40.000;0A;;;0\r01540;22-09-2011 02:41:41.000;0A;;;0\r", records);
    CHECK(test::text_of(codec.greet()).starts_with("REWIND 22-09-2011 02:4"));
}

TEST_CASE("a Wiclax clock that stood years ahead, at its first passing too, and was put right is asked again") {
    Wiclax codec;
    Records records;
    test::feed(codec, "01539;22-09-2019 02:41:40.000;0A;;;0\r", records);
    CHECK(test::text_of(codec.greet()).starts_with("REWIND 22-09-2019"));
    test::feed(codec, good, records);
    CHECK(test::text_of(codec.greet()) == "STARTREAD\r");
    test::feed(codec, "01540;22-09-2011 02:41:41.000;0A;;;0\r", records);
    CHECK(test::text_of(codec.greet()).starts_with("REWIND 22-09-2011 02:41:40"));
}

TEST_CASE("a passing that Wiclax tells because it was asked says so in its last field") {
    Wiclax codec;
    Records records;
    test::feed(codec, test::text_of(wiclax::encode(expected, true)), records);
    REQUIRE(records == Records{expected});
    CHECK(codec.told_again(expected));
    Passing live = expected;
    live.time_us += 1'000'000;
    test::feed(codec, test::text_of(wiclax::encode(live)), records);
    CHECK(!codec.told_again(live));
}

TEST_CASE("a Wiclax request for what passed reads back as itself, and a broken one is none") {
    const auto asked = wiclax::rewind_request(september_22_us, september_22_us + 61'000'000);
    const std::string line = test::text_of(asked);
    const auto span = wiclax::read_rewind(std::string_view(line).substr(0, line.size() - 1));
    REQUIRE(span);
    CHECK(span->from_us == september_22_us);
    CHECK(span->until_us == september_22_us + 61'000'000);
    for (const char* broken : {"REWIND", "REWIND ", "REWIND 22-09-2011", "REWIND 22-09-2011 00:00:00 ", "STARTREAD"})
        CHECK(!wiclax::read_rewind(broken));
}

TEST_CASE("any Wiclax passing reads back as itself") {
    std::mt19937_64 chance(31);
    for (int i = 0; i < 1'000; ++i) {
        const std::string tag = std::to_string(chance() % 1'000'000'000'000);
        Passing any =
            passing(tag, static_cast<std::int64_t>(chance() % 4'000'000'000'000) * 1'000, chance() % 2 ? "0A" : "");
        if (chance() % 2) any.battery = chance() % 2 ? Battery::ok : Battery::low;
        REQUIRE(test::read_stream("wiclax", wiclax::encode(any), 64) == Records{any});
    }
    Passing start = std::get<Passing>(read_text("wiclax", race_start).at(0));
    CHECK(read_text("wiclax", test::text_of(wiclax::encode(start))) == Records{start});
}

TEST_CASE("hostile bytes do Wiclax' codec no harm") { test::must_bear_noise("wiclax", ";;*-: .CLOCK0123456789\r\n"); }
