// AMBrc text as RC4 and Vostok decoders sent it (tests/data/vectors/p98.txt). Damage is made by hand.
#include "decoders/codec/p98.hpp"

#include "decoders/codec/p98_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
using test::read_vector;
using test::Records;

namespace {

codec::Passing passing(std::uint32_t decoder, std::uint32_t number, std::uint32_t transponder, std::int64_t time_us,
                       int hits, int strength) {
    codec::Passing made{number, {transponder}, time_us, strength, hits, 2u, decoder, {}};
    made.clock = codec::ClockBase::start;
    return made;
}

codec::Status status(std::uint32_t decoder, std::uint32_t number, int noise) {
    codec::Status made;
    made.decoder = decoder;
    made.number = number;
    made.noise = noise;
    return made;
}

std::string line(std::string_view text) { return "\x01" + std::string(text) + "\r\n"; }

}  // namespace

TEST_CASE("p98: the lines of both decoders read as printed, their CRC over the text as sent") {
    CHECK(read_vector("p98", "a status of RC4") == Records{status(20, 0, 72)});
    CHECK(read_vector("p98", "a status of Vostok, one field less") == Records{status(101, 1378, 0)});
    CHECK(read_vector("p98", "a passing") == Records{passing(20, 2, 8533156, 596'126'000, 400, 163)});
}

TEST_CASE("p98: two messages in one read are two records") {
    CHECK(read_vector("p98", "two messages in one read") ==
          Records{passing(101, 9788, 8110984, 52'083'691'000, 127, 40), status(101, 9789, 0)});
}

TEST_CASE("p98: a time whose last zero was cut off no longer fits its CRC") {
    CHECK(read_vector("p98", "the same with its zero") == Records{passing(101, 12, 3444425, 46'820'000, 61, 40)});
    const auto cut = test::vector_bytes("p98", "a time whose last zero its publisher cut off no longer fits");
    CHECK(test::read_any_cut("p98", cut) == Records{Garbage{cut.size() - 1, GarbageReason::crc}});
}

TEST_CASE("p98: a recorded run of a Vostok decoder is read whole, one count running over both kinds of lines") {
    const codec::Bytes run = test::vector_bytes("p98", "a run of Vostok: one count over both kinds of lines");
    const Records records = test::read_stream("p98", run, 7);
    REQUIRE(records.size() == 20);
    codec::Bytes sent;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto* seen = std::get_if<codec::Passing>(&records[i]);
        const auto number = seen ? seen->number : std::get<codec::Status>(records[i]).number;
        CHECK(number == 1378 + i);
        const codec::Bytes one =
            seen ? codec::p98::encode(*seen)
                 : codec::p98::encode(std::get<codec::Status>(records[i]), codec::p98::Model::vostok);
        sent.insert(sent.end(), one.begin(), one.end());
    }
    CHECK(sent == run);
}

TEST_CASE("p98: a host's command has a good CRC and is no record") {
    const auto command = test::vector_bytes("p98", "a host's command");
    CHECK(test::read_any_cut("p98", command) == Records{Garbage{command.size() - 1, GarbageReason::unknown_record}});
}

TEST_CASE("p98: a wrong or missing CRC is garbage by crc") {
    for (const char* text : {"#\t101\t1378\t1\tx53D2", "#\t101\t1378\t0\tx53D3", "#\t101\t1378\t0\t53D2",
                             "#\t101\t1378\t0\tx053D2", "#\t101\t1378\t0\tx", "@\t204\t3456789\t324.620", "#", ""}) {
        INFO(text);
        CHECK(read_text("p98", line(text)) == Records{Garbage{line(text).size() - 1, GarbageReason::crc}});
    }
}

TEST_CASE("p98: a good CRC over broken fields is garbage by syntax") {
    for (const char* text :
         {"@\t20\t2\t8533156\t596.126\t400\t163", "@\t20\t2\t8533156\t596.126\t400\t163\t2\t9",
          "@\t20\t2\tx\t596.126\t400\t163\t2", "@\t20\t2\t8533156\t-1.0\t400\t163\t2",
          "@\t20\t2\t99999999999\t1.0\t400\t163\t2", "#\t20\t0", "#\t20\t0\t1\t2\t3", "#\t20\t0\t", "#\t20\t0\t-1"}) {
        INFO(text);
        const codec::Bytes bytes = codec::p98::line(text);
        CHECK(test::read_any_cut("p98", bytes) == Records{Garbage{bytes.size() - 1, GarbageReason::syntax}});
    }
}

TEST_CASE(
    "p98: what stands before a line's begin is garbage outside, and a line that another cuts off is one of its own") {
    const std::string good = test::vector_text("p98", "a status of Vostok, one field less");
    CHECK(read_text("p98", "noise" + good) == Records{Garbage{5, GarbageReason::frame}, status(101, 1378, 0)});
    CHECK(read_text("p98", "\x01#\t101" + good) == Records{Garbage{6, GarbageReason::frame}, status(101, 1378, 0)});
    CHECK(read_text("p98", "hello\r\n" + good) == Records{Garbage{6, GarbageReason::frame}, status(101, 1378, 0)});
    CHECK(read_text("p98", good + "\x01#\t1") == Records{status(101, 1378, 0), Garbage{4, GarbageReason::frame}});
}

TEST_CASE("p98: any passing and any status reads back as itself") {
    test::must_read_back(
        "p98",
        [](auto& chance) {
            return passing(chance() % 1'000, static_cast<std::uint32_t>(chance()), static_cast<std::uint32_t>(chance()),
                           static_cast<std::int64_t>(chance() % 1'000'000'000) * 1'000, int(chance() % 1'000),
                           int(chance() % 256));
        },
        [](const codec::Passing& sent) { return codec::p98::encode(sent); });
    for (const auto model : {codec::p98::Model::rc4, codec::p98::Model::vostok})
        test::must_read_back(
            "p98",
            [](auto& chance) {
                return status(chance() % 1'000, static_cast<std::uint32_t>(chance()), int(chance() % 200));
            },
            [model](const codec::Status& sent) { return codec::p98::encode(sent, model); });
}

TEST_CASE("p98: noise in its own letters is borne, wherever it is cut") {
    test::must_bear_noise("p98", "\x01@#\t.x0129AF\r\n");
}
