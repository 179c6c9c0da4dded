// What P3's codec makes of recorded frames, of damaged ones, and of a stream cut anywhere. The frames are those of
// tests/data/vectors; damage is made from them by hand.
#include "decoders/codec/p3.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "tests/decoders/frames.hpp"

using namespace chicane::decoders;
using codec::Bytes;
using codec::Garbage;
using codec::GarbageReason;
using test::hex;
using test::read_all;
using test::specimens;

namespace {

using Records = std::vector<codec::Record>;

Bytes operator+(Bytes left, const Bytes& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

const Bytes& good() {
    static const Bytes bytes = specimens()[0].bytes;
    return bytes;
}

/// A frame of any type with any body, its sum right.
Bytes framed(codec::p3::Type type, std::initializer_list<std::pair<std::uint8_t, std::string>> fields,
             const Bytes& behind = {}) {
    codec::p3::FrameBuilder frame(type);
    for (const auto& [id, value] : fields) frame.text(id, value);
    return frame.raw(behind).build();
}

}  // namespace

TEST_CASE("each recorded frame reads as independent readers say") {
    for (const auto& specimen : specimens()) {
        INFO(specimen.name);
        CHECK(read_all(specimen.bytes) == Records{specimen.record});
    }
}

TEST_CASE("the byte that the telnet logger took makes frame J good again") {
    const auto records = read_all(test::vector_bytes("p3", "J mended: the byte is back"));
    REQUIRE(records.size() == 1);
    CHECK(std::get<codec::Passing>(records[0]).number == 711881u);
}

TEST_CASE("a stream reads the same wherever it is cut") {
    Bytes stream = hex("0102") + good() + hex("ff8d");
    for (const auto& specimen : specimens()) stream = stream + specimen.bytes;
    stream = stream + hex("8e02338d");
    const Records whole = read_all(stream);
    REQUIRE(whole.size() == specimens().size() + 4);
    for (std::size_t step = 1; step < stream.size(); ++step) {
        codec::P3 p3;
        Records records;
        for (std::size_t at = 0; at < stream.size(); at += step)
            p3.feed(std::span(stream).subspan(at, std::min(step, stream.size() - at)), records);
        p3.finish(records);
        REQUIRE(records == whole);
    }
}

TEST_CASE("bytes outside a frame are one piece of garbage up to the next begin") {
    CHECK(read_all(hex("00112233") + good()) == Records{Garbage{4, GarbageReason::frame}, specimens()[0].record});
    CHECK(read_all(hex("8f8f")) == Records{Garbage{2, GarbageReason::frame}});
}

TEST_CASE("a frame that another begin cuts off is garbage of its own") {
    const Bytes cut(good().begin(), good().begin() + 20);
    CHECK(read_all(cut + good()) == Records{Garbage{20, GarbageReason::frame}, specimens()[0].record});
    CHECK(read_all(good() + cut) == Records{specimens()[0].record, Garbage{20, GarbageReason::frame}});
}

TEST_CASE("a wrong length is said before a wrong sum") {
    Bytes both = good();
    both[2] = std::byte{0x34};
    both[4] = std::byte{0};
    CHECK(read_all(both) == Records{Garbage{51, GarbageReason::length}});
    Bytes sum = good();
    sum[4] = std::byte{0};
    CHECK(read_all(sum) == Records{Garbage{51, GarbageReason::crc}});
}

TEST_CASE("an empty frame, and an escape of nothing, are garbage by length") {
    CHECK(read_all(hex("8e8f")) == Records{Garbage{2, GarbageReason::length}});
    Bytes dangling = good();
    dangling.insert(dangling.end() - 1, std::byte{0x8D});
    CHECK(read_all(dangling) == Records{Garbage{52, GarbageReason::length}});
}

TEST_CASE("a frame longer than its length can say costs no memory and is garbage by length") {
    Bytes endless(3 * codec::p3::frame_bytes_max, std::byte{0x11});
    endless.front() = codec::p3::frame_begin;
    endless.back() = codec::p3::frame_end;
    CHECK(read_all(endless + good()) == Records{Garbage{endless.size(), GarbageReason::length}, specimens()[0].record});
}

TEST_CASE("any escaped byte is taken back, not only those that must be escaped") {
    Bytes more;
    for (std::size_t i = 0; i < good().size(); ++i) {
        if (i == 11) {
            more.push_back(codec::p3::escape);
            more.push_back(static_cast<std::byte>(std::to_integer<unsigned>(good()[i]) + 0x20));
        } else {
            more.push_back(good()[i]);
        }
    }
    CHECK(read_all(more) == Records{specimens()[0].record});
}

TEST_CASE("a good sum over broken fields is garbage by syntax") {
    using codec::p3::Type;
    using namespace std::string_literals;
    const std::string tag = "\x01\x02\x03\x04", time = "\x01\x02\x03\x04\x05\x06\x07\x08";
    const auto reason = [](const Bytes& bytes) { return std::get<Garbage>(read_all(bytes).at(0)).reason; };
    CHECK(reason(framed(Type::passing, {})) == GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x03, tag}})) == GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x04, time}})) == GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x03, "\x01\x02"}, {0x04, time}})) == GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x03, tag}, {0x04, "\xff\xff\xff\xff\xff\xff\xff\xff"}})) ==
          GarbageReason::syntax);
    CHECK(reason(codec::p3::clock_request()) == GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x03, tag}, {0x04, time}}, hex("050978") /* nine bytes, it says */)) ==
          GarbageReason::syntax);
    CHECK(reason(framed(Type::passing, {{0x03, tag}, {0x04, time}}, hex("05"))) == GarbageReason::syntax);
}

TEST_CASE("a record of no known type is kept as garbage with all its bytes") {
    const Bytes contact = codec::p3::first_contact(268307);
    CHECK(read_all(contact) == Records{Garbage{contact.size(), GarbageReason::unknown_record}});
    const Bytes request = codec::p3::resend_request(1, 2);
    CHECK(read_all(request) == Records{Garbage{request.size(), GarbageReason::unknown_record}});
}

TEST_CASE("unknown and empty fields of a known record are passed over") {
    const std::string tag = "\x01\x02\x03\x04", time = "\x01\x02\x03\x04\x05\x06\x07\x08";
    const auto records = read_all(
        framed(codec::p3::Type::passing, {{0x14, "\x03"}, {0x05, ""}, {0x03, tag}, {0x77, "anything"}, {0x04, time}}));
    codec::Passing expected;
    expected.transponder.value = 0x04030201;
    expected.time_us = 0x0807060504030201;
    CHECK(records == Records{expected});
}

TEST_CASE("a field beside transponder and time whose width is another is absent, and the passing counts") {
    const std::string tag = "\x01\x02\x03\x04", time = "\x01\x02\x03\x04\x05\x06\x07\x08";
    codec::Passing expected;
    expected.transponder.value = 0x04030201;
    expected.time_us = 0x0807060504030201;
    // Number, strength, hits, flags, decoder.
    for (const std::uint8_t id : {0x01, 0x05, 0x06, 0x08, 0x81}) {
        INFO(int(id));
        CHECK(read_all(framed(codec::p3::Type::passing, {{0x03, tag}, {id, "\x01\x02\x03"}, {0x04, time}})) ==
              Records{expected});
    }
}

TEST_CASE("version, clock and error records are read") {
    const codec::Version version{0x13, "TranX Pro", "4.5", 2025u, 268307u};
    const codec::ClockReading clock{1551542808933000, 268307u};
    const codec::DeviceError error{5, "parameters missing"};
    using codec::p3::encode;
    CHECK(read_all(encode(version) + encode(clock) + encode(error)) == Records{version, clock, error});
}

TEST_CASE("what is pending is what no record has yet") {
    codec::P3 p3;
    Records records;
    p3.feed(hex("0102038e02"), records);
    CHECK(records == Records{Garbage{3, GarbageReason::frame}});
    CHECK(p3.pending() == 2);
    p3.finish(records);
    CHECK(p3.pending() == 0);
}
