// ZRound's open protocol (tests/data/vectors/zround.txt). It has no sum, so that only a frame's shape can be judged.
#include "decoders/codec/zround.hpp"

#include "decoders/codec/zround_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::bytes_of;
using codec::ClockBase;
using codec::ClockReading;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t transponder, std::int64_t time_us) {
    codec::Passing made;
    made.transponder = {transponder};
    made.time_us = time_us;
    made.clock = ClockBase::start;
    return made;
}

}  // namespace

TEST_CASE("zround: laps in both forms, the clock and the answer are read") {
    CHECK(read_vector("zround", "a lap with a short number") == Records{passing(15, 1'000'000)});
    CHECK(read_vector("zround", "a lap with a long number") == Records{passing(1615528, 1'000'000)});
    CHECK(read_vector("zround", "a lap in small letters") == Records{passing(5, 1'000'000)});
    CHECK(read_vector("zround", "a clock") == Records{ClockReading{8'000'000, {}, ClockBase::start}});
    CHECK(read_vector("zround", "an answer") == Records{codec::Status{}});
}

TEST_CASE("zround: the handshake asks, and starts the clock once it was answered") {
    codec::ZRound zround;
    Records records;
    CHECK(zround.take_replies().empty());
    CHECK(zround.greet() == bytes_of("%C&"));
    zround.feed(bytes_of("%"), records);
    CHECK(zround.take_replies().empty());
    zround.feed(bytes_of("A&"), records);
    CHECK(zround.take_replies() == bytes_of("%I&"));
    zround.feed(bytes_of("%A&%T0&"), records);
    CHECK(zround.take_replies().empty());
}

TEST_CASE("zround: a clock that runs already is not set to 0") {
    codec::ZRound zround;
    Records records;
    zround.greet();
    zround.feed(bytes_of("%L0F3E8&%A&"), records);
    CHECK(zround.take_replies().empty());
    zround.finish(records);
    zround.greet();
    zround.feed(bytes_of("%A&"), records);
    CHECK(zround.take_replies() == bytes_of("%I&"));
}

TEST_CASE("zround: the commands are those of its page") {
    CHECK(codec::zround::init_request() == bytes_of("%C&"));
    CHECK(codec::zround::start_request() == bytes_of("%I&"));
    CHECK(codec::zround::stop_request() == bytes_of("%F&"));
    CHECK(codec::zround::answer() == bytes_of("%A&"));
}

TEST_CASE("zround: broken fields are garbage by syntax, other frames are unknown") {
    for (const char* text :
         {"%L&", "%L0F&", "%L0&", "%L,3E8&", "%L5,&", "%LXY3E8&", "%L5,3E8,1&", "%T&", "%T-1&", "%TFFFFFFFFF&"}) {
        INFO(text);
        CHECK(read_text("zround", text) == Records{Garbage{std::string_view(text).size(), GarbageReason::syntax}});
    }
    for (const char* text : {"%&", "%C&", "%I&", "%F&", "%AA&", "%?&"}) {
        INFO(text);
        CHECK(read_text("zround", text) ==
              Records{Garbage{std::string_view(text).size(), GarbageReason::unknown_record}});
    }
}

TEST_CASE("zround: bytes outside and frames cut off are garbage of their own, and every byte is accounted for") {
    CHECK(read_text("zround", "\r\n%T0&&%L0F%A&%T") ==
          Records{Garbage{2, GarbageReason::frame}, ClockReading{0, {}, ClockBase::start},
                  Garbage{1, GarbageReason::frame}, Garbage{4, GarbageReason::frame}, codec::Status{},
                  Garbage{2, GarbageReason::frame}});
}

TEST_CASE("zround: a frame that does not end costs no memory and is garbage by length") {
    const std::string endless = "%L" + std::string(10'000, '0') + "&";
    CHECK(test::read_stream("zround", bytes_of(endless + "%A&"), 999) ==
          Records{Garbage{endless.size(), GarbageReason::length}, codec::Status{}});
}

TEST_CASE("zround: any passing reads back as itself in both forms, and so does the clock") {
    const auto any_time = [](auto& chance) { return std::int64_t(chance() % (1ULL << 32)) * 1'000; };
    test::must_read_back(
        "zround", [&](auto& chance) { return passing(static_cast<std::uint32_t>(chance()), any_time(chance)); },
        [](const codec::Passing& sent) { return codec::zround::encode(sent); });
    test::must_read_back(
        "zround", [&](auto& chance) { return passing(chance() % 256, any_time(chance)); },
        [](const codec::Passing& sent) { return codec::zround::encode_short(sent); });
    test::must_read_back(
        "zround", [&](auto& chance) { return ClockReading{any_time(chance), {}, ClockBase::start}; },
        [](const ClockReading& sent) { return codec::zround::encode(sent); });
}

TEST_CASE("zround: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("zround", "%&LTACIF,0123");
}
