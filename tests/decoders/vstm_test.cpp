// VS TimeMachine's lines (tests/data/vectors/vstm.txt). Their sum cannot be judged.
#include "decoders/codec/vstm.hpp"

#include "decoders/codec/vstm_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t packet, std::uint32_t base, std::uint32_t transponder, std::int64_t time_us) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.decoder = base;
    made.clock = codec::ClockBase::start;
    made.unchecked = true;
    made.receipt = packet;
    return made;
}

}  // namespace

TEST_CASE("vstm: a lap's line is a passing, marked as unchecked whatever its sum says") {
    CHECK(read_vector("vstm", "a lap") == Records{passing(7, 1, 35, 93'815'000)});
    CHECK(read_vector("vstm", "the same with another sum") == Records{passing(7, 1, 35, 93'815'000)});
    CHECK(read_vector("vstm", "a lap of a clock that counts from 1970") ==
          Records{passing(7, 1, 35, 1'761'855'381'964'000)});
}

TEST_CASE("vstm: a kept lap is acknowledged by its packet and its base, and nothing else is") {
    const codec::Vstm vstm;
    CHECK(vstm.acknowledge(passing(7, 1, 35, 0)) == codec::bytes_of("lapreceived:7,1\r\n"));
    CHECK(vstm.acknowledge({}).empty());
}

TEST_CASE("vstm: a lap with broken fields is garbage by syntax, other words are unknown") {
    for (const char* text :
         {"lap:", "lap:7,1,35,93815,2", "lap:7,1,35,93815,2,61,9", "lap:7,1,x,93815,2,61", "lap:7,1,35,93.815,2,61",
          "lap:7,1,35,93815,2,256", "lap:7,1,35,-5,2,61", "lap:7,1,35,93815,,61"}) {
        INFO(text);
        const std::string line = std::string(text) + "\r\n";
        CHECK(read_text("vstm", line) == Records{Garbage{line.size() - 1, GarbageReason::syntax}});
    }
    CHECK(read_vector("vstm", "another word") == Records{Garbage{9, GarbageReason::unknown_record}});
    CHECK(read_text("vstm", "lap:7,1,35") == Records{Garbage{10, GarbageReason::frame}});
}

TEST_CASE("vstm: any passing reads back as itself") {
    test::must_read_back(
        "vstm",
        [](auto& chance) {
            return passing(static_cast<std::uint32_t>(chance()), chance() % 100, static_cast<std::uint32_t>(chance()),
                           std::int64_t(chance() % 2'000'000'000'000) * 1'000);
        },
        [](const codec::Passing& sent) { return codec::vstm::encode(sent); });
}

TEST_CASE("vstm: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("vstm", "lap:,0123\r\n");
}
