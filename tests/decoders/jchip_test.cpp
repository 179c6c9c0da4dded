// What JChip's codec makes of the lines of tests/data/vectors/jchip.txt, of damaged ones, and what it answers.
#include "decoders/codec/jchip.hpp"

#include "decoders/codec/text_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

Passing passing(const std::string& tag, std::int64_t time_us) {
    Passing passing;
    passing.transponder = transponder_of(tag).value();
    passing.time_us = time_us;
    passing.string = tag;
    passing.clock = ClockBase::local;
    passing.unchecked = true;
    return passing;
}

const std::string good = test::vector_text("jchip", "a passing");
const Passing expected = passing("J413A35", 1'325'376'000'000'000 + 36'676'443'300);
const std::string clock_line = test::vector_text("jchip", "its clock");
const ClockReading clock_reading{1'747'526'400'000'000 + 32'610'850'000, {}, ClockBase::local};

}  // namespace

TEST_CASE("a JChip passing has its tag, its time of day and its date, and is not checked") {
    CHECK(read_text("jchip", good) == Records{expected});
    Passing undated = passing("J413A35", 36'676'443'300);
    undated.clock = ClockBase::day;
    CHECK(test::read_vector("jchip", "a passing without its date") == Records{undated});
}

TEST_CASE("a JChip reader is asked for its time when it says its name, and then let send, once") {
    JChip codec;
    Records records;
    test::feed(codec, test::vector_text("jchip", "its name"), records);
    CHECK(test::text_of(codec.take_replies()) == "GT\r");
    test::feed(codec, clock_line, records);
    CHECK(test::text_of(codec.take_replies()) == "S0000\r");
    test::feed(codec, clock_line, records);
    CHECK(codec.take_replies().empty());
    CHECK(test::text_of(codec.ask_clock()) == "GT\r");
    CHECK(records == Records{Version{.description = "JCHIP-1"}, clock_reading, clock_reading});
}

TEST_CASE("a broken JChip line is garbage by syntax, another letter is of no known type") {
    for (const std::string line :
         {"D\r", "DJ413A35\r", "D 10:11:16.4433\r", "DJ413_35 10:11:16.4433\r", "DJ413A35 10:71:16.4433\r",
          "DJ413A35 10:11:16.4433 date=20120231\r", "GT0090330\r", "GT0990399853719 date=2025\r"}) {
        INFO(line);
        CHECK(read_text("jchip", line) == Records{Garbage{line.size(), GarbageReason::syntax}});
    }
    CHECK(test::read_vector("jchip", "another letter") == Records{Garbage{3, GarbageReason::unknown_record}});
}

TEST_CASE("a JChip stream reads the same wherever it is cut") {
    const Records records = test::read_text("jchip", "413A35 10\r" + good + "\n" + clock_line + good + "DJ");
    CHECK(records.size() == 5);
    CHECK(test::garbage_bytes(records) == 10 + 2);
}

TEST_CASE("any JChip passing reads back as itself") {
    std::mt19937_64 chance(23);
    for (int i = 0; i < 1'000; ++i) {
        std::string tag;
        while (tag.size() < 7) tag += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[chance() % 36];
        const Passing any =
            passing(tag, 946'684'800'000'000 + static_cast<std::int64_t>(chance() % 31'557'600'000'000) * 100);
        REQUIRE(test::read_stream("jchip", jchip::encode(any), 64) == Records{any});
    }
    CHECK(test::text_of(jchip::encode(expected)) == good);
}

TEST_CASE("hostile bytes do JChip's codec no harm") { test::must_bear_noise("jchip", "DNGT0 date=:.123456789\r\n"); }
