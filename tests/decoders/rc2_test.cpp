// RC2 lines as a real AMBrc2 sent them (tests/data/vectors/rc2.txt). Damage is made by hand.
#include "decoders/codec/rc2.hpp"

#include "decoders/codec/rc2_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t transponder, std::int64_t time_us, int hits, int strength,
                       std::uint32_t decoder = 0x69) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.hits = hits;
    made.strength = strength;
    made.decoder = decoder;
    made.clock = codec::ClockBase::start;
    return made;
}

codec::Status status(int noise) {
    codec::Status made;
    made.noise = noise;
    made.decoder = 0x69;
    return made;
}

constexpr std::int64_t first_us = 25'514'325'000;

}  // namespace

TEST_CASE("rc2: the recorded lines read as printed, 6.784 s apart") {
    CHECK(read_vector("rc2", "a status, once a second") == Records{status(15)});
    CHECK(read_vector("rc2", "a passing") == Records{passing(1118533, first_us, 45, 156)});
    CHECK(read_vector("rc2", "another kart's, 6.784 s later") ==
          Records{passing(237062, first_us + 6'784'000, 45, 153)});
}

TEST_CASE("rc2: the recorded lines come out byte for byte") {
    CHECK(codec::rc2::encode(status(15)) == test::vector_bytes("rc2", "a status, once a second"));
    CHECK(codec::rc2::encode(passing(1118533, first_us, 45, 156)) == test::vector_bytes("rc2", "a passing"));
}

TEST_CASE("rc2: lines of another length or with other letters are garbage by syntax") {
    for (const char* text : {"$690011114501855155 D9C00", "$6900111145018551552D9C0", "$6900111145018551552D9C000", "$",
                             "#69", "#690G", "$6900111145018551552D9C0x", "#690F0"}) {
        INFO(text);
        const std::string line = std::string(text) + "\r\n";
        CHECK(read_text("rc2", line) == Records{Garbage{line.size() - 1, GarbageReason::syntax}});
    }
}

TEST_CASE("rc2: what stands before a mark is garbage outside, and so is a line that the next one cuts off") {
    CHECK(read_text("rc2", "noise#690F\r\n") == Records{Garbage{5, GarbageReason::frame}, status(15)});
    CHECK(read_text("rc2", "$690011#690F\r\n") == Records{Garbage{7, GarbageReason::frame}, status(15)});
    CHECK(read_text("rc2", "690F\r\n#690F\r\n#6") ==
          Records{Garbage{5, GarbageReason::frame}, status(15), Garbage{2, GarbageReason::frame}});
}

TEST_CASE("rc2: any passing reads back as itself") {
    test::must_read_back(
        "rc2",
        [](auto& chance) {
            return passing(static_cast<std::uint32_t>(chance()), std::int64_t(chance() % (1ULL << 32)) * 1'000,
                           int(chance() % 256), int(chance() % 256), chance() % 256);
        },
        [](const codec::Passing& sent) { return codec::rc2::encode(sent); });
}

TEST_CASE("rc2: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("rc2", "$#0123456789ABCDEF\r\n");
}
