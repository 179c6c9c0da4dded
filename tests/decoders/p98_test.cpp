// AMBrc text as RC4 and Vostok decoders sent it: decoders.md §2.1 and the recorded lines that it names. Damage is made by hand.
#include "decoders/codec/p98.hpp"

#include "decoders/codec/p98_encode.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using codec::Garbage;
using codec::GarbageReason;
using test::read_text;
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
    CHECK(read_text("p98", line("#\t20\t0\t72\t0\tx6B89")) == Records{status(20, 0, 72)});
    CHECK(read_text("p98", line("#\t101\t1378\t0\tx53D2")) == Records{status(101, 1378, 0)});
    CHECK(read_text("p98", line("@\t20\t2\t8533156\t596.126\t400\t163\t2\tx14F5")) ==
          Records{passing(20, 2, 8533156, 596'126'000, 400, 163)});
}

TEST_CASE("p98: two messages in one read are two records") {
    CHECK(read_text("p98",
                    line("@\t101\t9788\t8110984\t52083.691\t127\t40\t2\tx3DAF") + line("#\t101\t9789\t0\tx840E")) ==
          Records{passing(101, 9788, 8110984, 52'083'691'000, 127, 40), status(101, 9789, 0)});
}

TEST_CASE("p98: a time whose last zero was cut off no longer fits its CRC") {
    CHECK(read_text("p98", line("@\t101\t12\t3444425\t46.820\t61\t40\t2\txE934")) ==
          Records{passing(101, 12, 3444425, 46'820'000, 61, 40)});
    const std::string cut = line("@\t101\t12\t3444425\t46.82\t61\t40\t2\txE934");
    CHECK(read_text("p98", cut) == Records{Garbage{cut.size() - 1, GarbageReason::crc}});
}

TEST_CASE("p98: a recorded run of a Vostok decoder is read whole, one count running over both kinds of lines") {
    const std::string_view run[] = {"#\t101\t1378\t0\tx53D2",
                                    "@\t101\t1379\t8110984\t2434.835\t190\t40\t2\tx26C0",
                                    "#\t101\t1380\t0\txF64A",
                                    "@\t101\t1381\t8110984\t2438.000\t146\t40\t2\tx3DD3",
                                    "#\t101\t1382\t0\tx9028",
                                    "@\t101\t1383\t8110984\t2441.156\t187\t40\t2\txAA0C",
                                    "#\t101\t1384\t0\tx3A8E",
                                    "@\t101\t1385\t8110984\t2444.320\t130\t40\t2\tx7150",
                                    "@\t101\t1386\t8110984\t2447.476\t159\t40\t2\txCEAF",
                                    "#\t101\t1387\t0\tx6FDD",
                                    "@\t101\t1388\t8110984\t2450.628\t98\t40\t2\tx4D06",
                                    "#\t101\t1389\t0\tx4CD2",
                                    "@\t101\t1390\t8110984\t2453.789\t146\t40\t2\txEA66",
                                    "#\t101\t1391\t0\txF24B",
                                    "@\t101\t1392\t8110984\t2456.960\t191\t40\t2\tx638E",
                                    "#\t101\t1393\t0\tx9429",
                                    "@\t101\t1394\t8110984\t2460.125\t145\t40\t2\tx0751",
                                    "@\t101\t1395\t8110984\t2463.277\t176\t40\t2\tx384A",
                                    "#\t101\t1396\t0\tx6BDC",
                                    "@\t101\t1397\t8110984\t2466.437\t114\t40\t2\txA5C4"};
    std::string stream;
    for (const auto& text : run) stream += line(text);
    const Records records = test::read_stream("p98", codec::bytes_of(stream), 7);
    REQUIRE(records.size() == std::size(run));
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto* seen = std::get_if<codec::Passing>(&records[i]);
        const auto number = seen ? seen->number : std::get<codec::Status>(records[i]).number;
        CHECK(number == 1378 + i);
        const codec::Bytes sent =
            seen ? codec::p98::encode(*seen)
                 : codec::p98::encode(std::get<codec::Status>(records[i]), codec::p98::Model::vostok);
        CHECK(sent == codec::bytes_of(line(run[i])));
    }
}

TEST_CASE("p98: a host's command has a good CRC and is no record") {
    const std::string command = line("$\t40\t3\t5\t28800\txF9EB");
    CHECK(read_text("p98", command) == Records{Garbage{command.size() - 1, GarbageReason::unknown_record}});
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
    const std::string good = line("#\t101\t1378\t0\tx53D2");
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
