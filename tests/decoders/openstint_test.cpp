// OpenStint's messages as its documentation prints them (tests/data/vectors/openstint.txt).
#include "decoders/codec/openstint.hpp"

#include "decoders/codec/openstint_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::ClockBase;
using codec::ClockReading;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t transponder, std::int64_t time_us, int strength, int hits) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.strength = strength;
    made.hits = hits;
    made.clock = ClockBase::start;
    return made;
}

codec::Status status(int noise) {
    codec::Status made;
    made.noise = noise;
    return made;
}

}  // namespace

TEST_CASE("openstint: passings of both kinds of transponders read as printed, power in whole decibels") {
    CHECK(read_vector("openstint", "a passing of its own transponder") ==
          Records{passing(1615544, 1'618'714'251'000, 3, 40)});
    CHECK(read_vector("openstint", "a passing of another maker's") ==
          Records{passing(3616557, 1'658'197'240'000, 4, 21)});
    CHECK(read_vector("openstint", "a weak passing with its time over the loop") ==
          Records{passing(0, 1'658'197'696'000, -25, 30)});
}

TEST_CASE("openstint: a status tells the noise and the time, a transponder's own time tells the decoder's") {
    CHECK(read_vector("openstint", "a status") ==
          Records{status(1), ClockReading{1'792'040'804'000, {}, ClockBase::start}});
    CHECK(read_vector("openstint", "a transponder's own time") ==
          Records{ClockReading{1'618'721'816'000, {}, ClockBase::start}});
}

TEST_CASE("openstint: fields of a later version are passed over") {
    CHECK(read_text("openstint", "P 5 OPN 1615544 3.08 40 1730 what comes next\n") ==
          Records{passing(1615544, 5'000, 3, 40)});
    CHECK(read_text("openstint", "S 5 1.0 5.08 77 52 fft\n") ==
          Records{status(1), ClockReading{5'000, {}, ClockBase::start}});
}

TEST_CASE("openstint: broken fields are garbage by syntax, other messages are unknown") {
    for (const char* text :
         {"P", "P 5 OPN 1615544 3.08", "P x OPN 1 3.0 4", "P 5 RC4 1 3.0 4", "P 5 OPN -1 3.0 4", "P 5 OPN 1 nan 4",
          "P 5 OPN 1 inf 4", "P 5 OPN 1 1e9 4", "P 5 OPN 1 3.0 -4", "P 99999999999999999999 OPN 1 3.0 4",
          "S 5 1.0 5.0 1", "S 5 loud 5.0 1 1", "T 5 OPN 1", "T 5 OPN 1 x"}) {
        INFO(text);
        const std::string line = std::string(text) + "\n";
        CHECK(read_text("openstint", line) == Records{Garbage{line.size(), GarbageReason::syntax}});
    }
    CHECK(read_vector("openstint", "another letter") == Records{Garbage{8, GarbageReason::unknown_record}});
    CHECK(read_text("openstint", "P 5 OPN 1") == Records{Garbage{9, GarbageReason::frame}});
}

TEST_CASE("openstint: any passing reads back as itself, and so does a status with its time") {
    test::must_read_back(
        "openstint",
        [](auto& chance) {
            return passing(static_cast<std::uint32_t>(chance()), std::int64_t(chance() % (1ULL << 40)) * 1'000,
                           int(chance() % 100) - 90, int(chance() % 500));
        },
        [](const codec::Passing& sent) { return codec::openstint::encode(sent); });
    const ClockReading now{123'456'789'000, {}, ClockBase::start};
    CHECK(test::read_any_cut("openstint", codec::openstint::encode(status(-48), now)) == Records{status(-48), now});
}

TEST_CASE("openstint: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("openstint", "PST OPNAMB0123.-\n");
}
