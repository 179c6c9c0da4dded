// What the Ultra's codec makes of lines of the form that is known (tests/data/vectors/ultra.txt), of damaged ones, and what it sends.
#include "decoders/codec/ultra.hpp"

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
    return passing;
}

}  // namespace

TEST_CASE("an Ultra passing counts seconds from 1980") {
    CHECK(test::read_vector("ultra", "a passing at the begin of its calendar") ==
          Records{passing("1000123", 315'532'800'000'000)});
    CHECK(test::read_vector("ultra", "a passing") == Records{passing("58003A", 1'341'835'200'904'000)});
    CHECK(test::read_vector("ultra", "a passing without what is not needed") ==
          Records{passing("58003A", 1'341'835'200'904'000)});
}

TEST_CASE("the Ultra's heartbeat is its voltage") {
    CHECK(test::read_vector("ultra", "its voltage") == Records{Status{.voltage_dv = 135}});
    CHECK(read_text("ultra", "V=x\r") == Records{Garbage{4, GarbageReason::syntax}});
    CHECK(read_text("ultra", "V=99999999\r") == Records{Garbage{11, GarbageReason::syntax}});
}

TEST_CASE("a broken Ultra line is garbage by syntax, another line is of no known type") {
    for (const std::string line :
         {"0,58003A,x,904\r", "0,58003A,1026302400,1000\r", "0,,1026302400,904\r", "0,58_3A,1026302400,904\r"})
        CHECK(read_text("ultra", line) == Records{Garbage{line.size(), GarbageReason::syntax}});
    CHECK(test::read_vector("ultra", "its greeting") == Records{Garbage{10, GarbageReason::unknown_record}});
}

TEST_CASE("an Ultra stream reads the same wherever it is cut") {
    const Records records = test::read_text("ultra", "Connected\r0,58003A,1026302400,904,1\r\nV=13.5\r0,58");
    CHECK(records.size() == 4);
    CHECK(test::garbage_bytes(records) == 10 + 4);
}

TEST_CASE("Ultra commands are those of the specification") {
    CHECK(test::text_of(Ultra().greet()) == "R\r");
    CHECK(test::text_of(ultra::stop_command()) == "S\r");
    CHECK(test::text_of(ultra::time_command(1'338'940'800'000'000 + 47'490'000'000)) == "t 13:11:30 06-06-2012\r");
}

TEST_CASE("any Ultra passing reads back as itself") {
    std::mt19937_64 chance(29);
    for (int i = 0; i < 1'000; ++i) {
        const std::string tag = std::to_string(1 + chance() % 999'999'999'999);
        const Passing any =
            passing(tag, 315'532'800'000'000 + static_cast<std::int64_t>(chance() % 4'294'967'296'000) * 1'000);
        REQUIRE(test::read_stream("ultra", ultra::encode(any), 64) == Records{any});
    }
}

TEST_CASE("hostile bytes do the Ultra's codec no harm") { test::must_bear_noise("ultra", ",,,V=.0123456789A\r\n"); }
