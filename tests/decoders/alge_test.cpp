// What ALGE's codec makes of the lines of tests/data/vectors/alge.txt and of damaged ones.
#include "decoders/codec/alge.hpp"

#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

Passing pulse(const std::string& number, const char* channel, std::int64_t time_us) {
    Passing passing;
    passing.time_us = time_us;
    passing.string = number;
    passing.clock = ClockBase::day;
    passing.loop = channel;
    passing.trigger = true;
    return passing;
}

}  // namespace

TEST_CASE("a pulse of ALGE is a trigger with its channel, by a cable or by a key") {
    CHECK(read_vector("alge", "a pulse that waits to be taken") == Records{pulse("1", "C1", 33'451'883'500)});
    CHECK(read_vector("alge", "a pulse by a key") == Records{pulse("1", "C0M", 32'438'760'000)});
}

TEST_CASE("what ALGE says of its own run is kept as bytes") {
    CHECK(read_vector("alge", "a pulse that was cleared") == Records{Garbage{27, GarbageReason::unknown_record}});
    CHECK(read_vector("alge", "a number that was keyed in") == Records{Garbage{6, GarbageReason::unknown_record}});
    CHECK(read_vector("alge", "a run time") == Records{Garbage{27, GarbageReason::unknown_record}});
}

TEST_CASE("a broken ALGE line is garbage by syntax") {
    for (const char* line :
         {"?0001 C1\r", "?0001 C1  09:77:31.8835 00\r", "?0O01 C1  09:17:31.8835 00\r", "x0001 C1  09:17:31.8835 00\r"})
        CHECK(read_text("alge", line) == Records{Garbage{std::string_view(line).size(), GarbageReason::syntax}});
}

TEST_CASE("an ALGE stream reads the same wherever it is cut") {
    const Records records =
        test::read_text("alge", "31.8835 00\r?0001 C1  09:17:31.8835 00\r\n 0001 C0M 09:00:38.7600 00\rn0001\r?00");
    CHECK(records.size() == 5);
    CHECK(test::garbage_bytes(records) == 11 + 6 + 3);
}

TEST_CASE("any ALGE pulse reads back as itself") {
    std::mt19937_64 chance(13);
    for (int i = 0; i < 1'000; ++i) {
        const auto number = chance() % 10'000;
        const char* channels[] = {"C0", "C1", "C9M"};
        const Passing any = pulse(number == 0 ? "" : std::to_string(number), channels[chance() % 3],
                                  static_cast<std::int64_t>(chance() % 864'000'000) * 100);
        REQUIRE(test::read_stream("alge", alge::encode(any), 64) == Records{any});
    }
}

TEST_CASE("hostile bytes do ALGE's codec no harm") { test::must_bear_noise("alge", " ?cnC0123456789M:.\r\n"); }
