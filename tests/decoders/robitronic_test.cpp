// Robitronic's packets as recorded (tests/data/vectors/robitronic.txt). Nothing marks their begin, so noise and loss are tried at every byte.
#include "decoders/codec/robitronic.hpp"

#include "decoders/codec/hex.hpp"
#include "decoders/codec/robitronic_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Bytes;
using codec::ClockBase;
using codec::ClockReading;
using codec::Garbage;
using codec::GarbageReason;
using test::read_any_cut;
using test::Records;

namespace {

Bytes hex(std::string_view digits) { return codec::bytes_of_hex(digits).value(); }

Bytes operator+(Bytes left, const Bytes& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

codec::Passing passing(std::uint32_t transponder, std::int64_t time_us, int hits, int strength) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.hits = hits;
    made.strength = strength;
    made.clock = ClockBase::start;
    return made;
}

const Bytes& car() {
    static const Bytes bytes = test::vector_bytes("robitronic", "a car");
    return bytes;
}
const codec::Passing& car_read() {
    static const codec::Passing read = passing(2078, 14'055'000, 85, 249);
    return read;
}
const Bytes& clock_packet() {
    static const Bytes bytes = test::vector_bytes("robitronic", "a clock");
    return bytes;
}
const ClockReading clock_read{15'003'000, {}, ClockBase::start};

}  // namespace

TEST_CASE("robitronic: the recorded car and clock read as printed and come out byte for byte") {
    CHECK(read_any_cut("robitronic", car()) == Records{car_read()});
    CHECK(read_any_cut("robitronic", clock_packet()) == Records{clock_read});
    CHECK(codec::robitronic::encode(car_read()) == car());
    CHECK(codec::robitronic::encode(clock_read) == clock_packet());
}

TEST_CASE("robitronic: the init is 03 B9 01, its answer is one 00, and later zeros are noise") {
    codec::Robitronic robitronic;
    CHECK(robitronic.greet() == test::vector_bytes("robitronic", "a host's init"));
    CHECK(read_any_cut("robitronic", hex("00") + car() + hex("0000") + clock_packet()) ==
          Records{codec::Status{}, car_read(), Garbage{2, GarbageReason::frame}, clock_read});
}

TEST_CASE("robitronic: an init seen from the other side, and a type that nobody knows, are unknown records") {
    CHECK(read_any_cut("robitronic", hex("03b901") + car()) ==
          Records{Garbage{3, GarbageReason::unknown_record}, car_read()});
    const Bytes unknown = codec::robitronic::packet(static_cast<codec::robitronic::Type>(0x99), hex("010203"));
    CHECK(read_any_cut("robitronic", unknown + car()) ==
          Records{Garbage{unknown.size(), GarbageReason::unknown_record}, car_read()});
}

TEST_CASE("robitronic: any changed byte costs its packet only, as one piece of garbage") {
    for (std::size_t at = 0; at < car().size(); ++at) {
        INFO("byte " << at);
        Bytes changed = car();
        changed[at] = changed[at] ^ std::byte{0x40};
        const Records read = read_any_cut("robitronic", car() + changed + clock_packet() + car());
        REQUIRE(read.size() == 4);
        CHECK(read[0] == codec::Record{car_read()});
        CHECK(std::get<Garbage>(read[1]).bytes == car().size());
        CHECK(read[2] == codec::Record{clock_read});
        CHECK(read[3] == codec::Record{car_read()});
    }
    Bytes changed = car();
    changed.back() = std::byte{0};
    CHECK(read_any_cut("robitronic", changed) == Records{Garbage{13, GarbageReason::crc}});
    changed = car();
    changed[2] = std::byte{0x83};
    CHECK(read_any_cut("robitronic", changed) == Records{Garbage{13, GarbageReason::length}});
}

TEST_CASE("robitronic: any lost byte costs its packet only") {
    for (std::size_t at = 0; at < car().size(); ++at) {
        INFO("byte " << at);
        Bytes shorter = car();
        shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(at));
        const Records read = read_any_cut("robitronic", shorter + clock_packet() + car());
        REQUIRE(read.size() == 3);
        CHECK(std::get<Garbage>(read[0]).bytes == shorter.size());
        CHECK(read[1] == codec::Record{clock_read});
        CHECK(read[2] == codec::Record{car_read()});
    }
}

TEST_CASE("robitronic: a stream that ends within a packet ends in garbage, and what it hid is still read") {
    const Bytes cut(car().begin(), car().begin() + 7);
    CHECK(read_any_cut("robitronic", clock_packet() + cut) == Records{clock_read, Garbage{7, GarbageReason::frame}});
    CHECK(read_any_cut("robitronic", hex("10") + car()) == Records{Garbage{1, GarbageReason::frame}, car_read()});
}

TEST_CASE("robitronic: of noise it keeps no more than a packet") {
    codec::Robitronic robitronic;
    Records records;
    const Bytes noise(100'000, std::byte{0x10});
    robitronic.feed(noise, records);
    CHECK(records.empty());
    CHECK(robitronic.pending() == noise.size());
    robitronic.feed(car(), records);
    robitronic.finish(records);
    CHECK(test::garbage_bytes(records) == noise.size());
    CHECK(std::ranges::count(records, codec::Record{car_read()}) == 1);
}

TEST_CASE("robitronic: any passing reads back as itself") {
    test::must_read_back(
        "robitronic",
        [](auto& chance) {
            return passing(static_cast<std::uint32_t>(chance()), std::int64_t(chance() % (1ULL << 32)) * 1'000,
                           int(chance() % 256), int(chance() % 256));
        },
        [](const codec::Passing& sent) { return codec::robitronic::encode(sent); });
}

TEST_CASE("robitronic: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("robitronic", std::string_view("\x03\x0b\x0d\x83\x84\x01\xb9\x5c\xbd\x00", 10));
}
