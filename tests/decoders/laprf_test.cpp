// LapRF's frames as recorded (tests/data/vectors/laprf.txt). Damage is made by hand.
#include "decoders/codec/laprf.hpp"

#include "decoders/codec/hex.hpp"
#include "decoders/codec/laprf_encode.hpp"
#include "decoders/codec/laprf_frame.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Bytes;
using codec::ClockBase;
using codec::ClockReading;
using codec::Garbage;
using codec::GarbageReason;
using codec::laprf::FrameBuilder;
using codec::laprf::Type;
using test::read_any_cut;
using test::read_vector;
using test::Records;

namespace {

Bytes hex(std::string_view digits) { return codec::bytes_of_hex(digits).value(); }

Bytes operator+(Bytes left, const Bytes& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

const Bytes& recorded() {
    static const Bytes bytes = test::vector_bytes("laprf", "a passing");
    return bytes;
}

codec::Passing recorded_read() {
    codec::Passing made{1u, {2}, 79'937'000, 2298, {}, 0u, 3932228u, {}};
    made.clock = ClockBase::start;
    return made;
}

codec::Status status(int voltage_dv) {
    codec::Status made;
    made.voltage_dv = voltage_dv;
    return made;
}

}  // namespace

TEST_CASE("laprf: the recorded passing reads as printed and comes out byte for byte") {
    CHECK(read_any_cut("laprf", recorded()) == Records{recorded_read()});
    CHECK(codec::laprf::encode(recorded_read()) == recorded());
}

TEST_CASE("laprf: a recorded status tells its voltage, a recorded time the clock") {
    CHECK(read_vector("laprf", "a status of eight slots") == Records{status(41)});
    CHECK(read_vector("laprf", "its clock") == Records{ClockReading{7'247'516'000, {}, ClockBase::start}});
}

TEST_CASE("laprf: the question for the time is the one known from the field") {
    CHECK(codec::LapRf().ask_clock() == test::vector_bytes("laprf", "a host asks for the clock"));
}

TEST_CASE("laprf: settings and channels are known frames that are no record, an escaped CRC among them") {
    for (const char* name : {"its settings, an escape in the CRC", "the settings of its slots", "a slot's channel"}) {
        INFO(name);
        const Bytes frame = test::vector_bytes("laprf", name);
        CHECK(read_any_cut("laprf", frame) == Records{Garbage{frame.size(), GarbageReason::unknown_record}});
    }
}

TEST_CASE("laprf: a wrong length is said before a wrong sum, and both are counted as they came") {
    Bytes changed = recorded();
    changed[3] = std::byte{0};
    CHECK(read_any_cut("laprf", changed) == Records{Garbage{41, GarbageReason::crc}});
    changed[1] = std::byte{0x28};
    CHECK(read_any_cut("laprf", changed) == Records{Garbage{41, GarbageReason::length}});
    CHECK(read_any_cut("laprf", hex("5a5b5a5c5b")) ==
          Records{Garbage{2, GarbageReason::length}, Garbage{3, GarbageReason::length}});
}

TEST_CASE("laprf: bytes outside and frames cut off are garbage of their own") {
    const Bytes cut(recorded().begin(), recorded().begin() + 20);
    CHECK(read_any_cut("laprf", hex("00115b") + cut + recorded() + cut) ==
          Records{Garbage{3, GarbageReason::frame}, Garbage{20, GarbageReason::frame}, recorded_read(),
                  Garbage{20, GarbageReason::frame}});
}

TEST_CASE("laprf: a frame that does not end costs no memory and is garbage by length") {
    Bytes endless(10'000, std::byte{0x11});
    endless.front() = codec::laprf::frame_begin;
    endless.back() = codec::laprf::frame_end;
    CHECK(test::read_stream("laprf", endless + recorded(), 999) ==
          Records{Garbage{endless.size(), GarbageReason::length}, recorded_read()});
}

TEST_CASE("laprf: a good sum over broken fields is garbage by syntax") {
    const auto read = [](const Bytes& bytes) {
        return read_any_cut("laprf", bytes) == Records{Garbage{bytes.size(), GarbageReason::syntax}};
    };
    CHECK(read(FrameBuilder(Type::passing).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x01, 2, 1).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x02, 5, 8).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x01, 2, 2).number(0x02, 5, 8).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x01, 2, 1).number(0x02, 1ULL << 63, 8).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x01, 2, 1).number(0x02, 5, 8).raw(hex("2302")).build()));
    CHECK(read(FrameBuilder(Type::passing).number(0x01, 2, 1).number(0x02, 5, 8).raw(hex("23")).build()));
    CHECK(read(codec::laprf::clock_request()));
}

TEST_CASE("laprf: unknown and empty fields of a passing are passed over") {
    codec::Passing expected;
    expected.transponder = {2};
    expected.time_us = 5;
    expected.clock = ClockBase::start;
    CHECK(read_any_cut("laprf", FrameBuilder(Type::passing)
                                    .number(0x77, 9, 3)
                                    .number(0x22, 0, 0)
                                    .number(0x01, 2, 1)
                                    .number(0x02, 5, 8)
                                    .build()) == Records{expected});
}

TEST_CASE("laprf: a field beside slot and time that has another size is absent, and the passing counts") {
    codec::Passing expected;
    expected.transponder = {2};
    expected.time_us = 5;
    expected.clock = ClockBase::start;
    for (const std::uint8_t id : {0x20, 0x21, 0x22, 0x23}) {
        INFO(int(id));
        CHECK(
            read_any_cut("laprf",
                         FrameBuilder(Type::passing).number(0x01, 2, 1).number(id, 1, 3).number(0x02, 5, 8).build()) ==
            Records{expected});
    }
}

TEST_CASE("laprf: any record reads back as itself, whatever must be escaped in it") {
    test::must_read_back(
        "laprf",
        [](auto& chance) {
            codec::Passing made = recorded_read();
            made.number = static_cast<std::uint32_t>(chance());
            made.transponder = {chance() % 256};
            made.time_us = static_cast<std::int64_t>(chance() >> 1);
            if (chance() % 2) made.strength = int(chance() % 65'536);
            made.flags = chance() % 2 ? 0x5B5Au : 0x5C5Cu;
            made.decoder = static_cast<std::uint32_t>(chance());
            return made;
        },
        [](const codec::Passing& sent) { return codec::laprf::encode(sent); });
    test::must_read_back(
        "laprf", [](auto& chance) { return status(int(chance() % 600)); },
        [](const codec::Status& sent) { return codec::laprf::encode(sent); });
    test::must_read_back(
        "laprf",
        [](auto& chance) { return ClockReading{static_cast<std::int64_t>(chance() >> 1), {}, ClockBase::start}; },
        [](const ClockReading& sent) { return codec::laprf::encode(sent); });
}

TEST_CASE("laprf: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("laprf", std::string_view("\x5a\x5b\x5c\x09\xda\x0a\x01\x02\x00\x08", 10));
}
