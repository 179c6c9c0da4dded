// I-Lap's bytes as its users published them (tests/data/vectors/ilap.txt), and how its lines are told from AMBrc's. Damage is made by hand.
#include "decoders/codec/ilap.hpp"

#include "decoders/codec/ilap_encode.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t transponder, std::int64_t time_us, std::uint32_t decoder = 204) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.decoder = decoder;
    made.clock = codec::ClockBase::start;
    return made;
}

}  // namespace

TEST_CASE("ilap: the printed passings read as printed") {
    CHECK(read_vector("ilap", "a passing") == Records{passing(3456789, 324'620'000)});
    CHECK(read_vector("ilap", "a passing soon after the start") == Records{passing(3174966, 12'226'000)});
    CHECK(read_vector("ilap", "a passing with one digit of seconds") == Records{passing(7251318, 4'448'000)});
}

TEST_CASE("ilap: the init asks for seven digits, its answer says that the clock is at 0") {
    codec::ILap ilap;
    CHECK(ilap.greet() == test::vector_bytes("ilap", "a host's init"));
    const codec::Bytes answer = test::vector_bytes("ilap", "the answer to it: the clock is at 0");
    CHECK(test::read_any_cut("ilap", answer) == Records{codec::ClockReading{0, 204u, codec::ClockBase::start}});
    CHECK(codec::ilap::init_answer(204) == answer);
}

TEST_CASE("ilap: a line whose last field is a sum is an AMBrc's, not ours, and AMBrc takes none of ours") {
    codec::Passing ambrc = passing(8533156, 596'126'000);
    ambrc.number = 2;
    const codec::Bytes theirs = codec::p98::encode(ambrc);
    CHECK(test::read_any_cut("ilap", theirs) == Records{Garbage{theirs.size() - 1, GarbageReason::unknown_record}});
    const codec::Bytes ours = codec::ilap::encode(passing(3456789, 324'620'000));
    CHECK(test::read_any_cut("p98", ours) == Records{Garbage{ours.size() - 1, GarbageReason::crc}});
}

TEST_CASE("ilap: broken fields are garbage by syntax, other types are unknown") {
    for (const char* text : {"@\t204\t3456789", "@\t204\t3456789\t324.620\t1", "@\t204\ttag\t1.0",
                             "@\tid\t3456789\t1.0", "@\t204\t3456789\t-1", "%\t204", "%\tid\t0\t0"}) {
        INFO(text);
        const std::string line = "\x01" + std::string(text) + "\r\n";
        CHECK(read_text("ilap", line) == Records{Garbage{line.size() - 1, GarbageReason::syntax}});
    }
    CHECK(read_text("ilap", "\x01#\t204\t1\t0\r\n") == Records{Garbage{11, GarbageReason::unknown_record}});
    CHECK(read_text("ilap", "@\t204\t3456789\t1.0\r\n") == Records{Garbage{18, GarbageReason::frame}});
}

TEST_CASE("ilap: any passing reads back as itself") {
    test::must_read_back(
        "ilap",
        [](auto& chance) {
            return passing(static_cast<std::uint32_t>(chance()), std::int64_t(chance() % 1'000'000'000) * 1'000,
                           chance() % 1'000);
        },
        [](const codec::Passing& sent) { return codec::ilap::encode(sent); });
}

TEST_CASE("ilap: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("ilap", "\x01@%\t.0123x\r\n");
}
