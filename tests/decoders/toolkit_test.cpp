// What the codec of the MYLAPS exporter makes of the messages of tests/data/vectors/toolkit.txt, of damaged ones, and what it answers. The recording
// of a real evening is read where it lies; it is not part of the project.
#include "decoders/codec/toolkit.hpp"

#include <fstream>
#include <iterator>
#include <set>

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/toolkit_encode.hpp"
#include "decoders/codec/toolkit_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

constexpr std::int64_t march_8_us = 1'741'392'000'000'000;  // 2025-03-08

const std::string evening = test::vector_text("toolkit", "V1: two records of a real evening in one message");
const std::string later = test::vector_text("toolkit", "V1: a third of that evening");

/// The n-th record of a message of V1.
std::string record_of(const std::string& message, std::size_t n) {
    return std::string(fields_of(message, '@').at(2 + n));
}

const std::string lz = record_of(evening, 0);
const std::string nv = record_of(evening, 1);
const std::string kv = record_of(later, 0);

Passing passing(const std::string& chip, std::int64_t time_us, std::uint32_t device, const char* location,
                std::optional<std::uint32_t> receipt = {}) {
    Passing passing;
    passing.transponder = transponder_of(chip).value();
    passing.time_us = time_us;
    passing.decoder = device;
    passing.string = chip;
    passing.clock = ClockBase::local;
    passing.loop = location;
    passing.receipt = receipt;
    return passing;
}

std::string answer(Toolkit& codec, std::string_view message) {
    Records records;
    test::feed(codec, message, records);
    return test::text_of(codec.take_replies());
}

/// Of what one message made: for each passing what is owed once it is kept.
std::string owed(Toolkit& codec, std::string_view message) {
    Records records;
    test::feed(codec, message, records);
    std::string all;
    for (const auto& record : records)
        if (const auto* passing = std::get_if<Passing>(&record)) all += test::text_of(codec.acknowledge(*passing));
    return all;
}

}  // namespace

TEST_CASE("each recorded record of V1 has the low byte of its ASCII sum, and reads") {
    for (const auto& record : {lz, nv, kv})
        CHECK(toolkit::sum_of(record.substr(0, 37)) == number_of<unsigned>(record.substr(37), 16));
    CHECK(read_text("toolkit", evening + later) ==
          Records{passing("LZ63021", march_8_us + 56'260'704'000, 5, "Start"),
                  passing("NV46545", march_8_us + 56'260'708'000, 5, "Start", 1),
                  passing("KV86583", march_8_us + 58'437'417'000, 3, "Finish", 2)});
}

TEST_CASE("the exporter's printed example of V1 misses one blank, and is garbage by length") {
    const std::string message = test::vector_text("toolkit", "V1: the printed record misses a blank");
    CHECK(read_text("toolkit", message) == Records{Garbage{message.size(), GarbageReason::length}});
    // With it the record is whole, and its sum right.
    const std::string mended = test::vector_text("toolkit", "V1: the same with its blank");
    const std::string whole = record_of(mended, 0);
    CHECK(toolkit::sum_of(whole.substr(0, 37)) == 0x87);
    CHECK(read_text("toolkit", mended) ==
          Records{passing("0RK9T6N", 1'249'257'600'000'000 + 49'823'300'000, 9, "Finish", 3)});
}

TEST_CASE("a passing of V2.1 has its fields by key, in any order") {
    const Passing expected = passing("0000041", 1'338'940'800'000'000 + 47'490'904'000, 4, "10KM", 1016);
    CHECK(test::read_vector("toolkit", "V2.1: a passing") == Records{expected});
    Passing more = expected;
    more.hits = 10;
    more.strength = 15;
    CHECK(test::read_vector("toolkit", "V2.1: a passing with its hits and its strength") == Records{more});
}

TEST_CASE("a marker is a trigger with its name, with a date in V1 and without in V2.1") {
    Passing gun;
    gun.time_us = 39'820'347'000;
    gun.string = "Gunshot 1";
    gun.clock = ClockBase::day;
    gun.loop = "Finish";
    gun.trigger = true;
    gun.receipt = 4;
    CHECK(test::read_vector("toolkit", "V2.1: a marker without a date") == Records{gun});
    gun.time_us = 1'744'502'400'000'000 + 21'476'027'000;
    gun.string = "Gun";
    gun.clock = ClockBase::local;
    CHECK(test::read_vector("toolkit", "V1: a marker with its date") == Records{gun});
}

TEST_CASE("the exporter's calls are answered, and tell that it lives") {
    Toolkit codec;
    CHECK(answer(codec, test::vector_text("toolkit", "a call")) == "Chicane@AckPong@Version2.1@c|t|d|dv|h|am@$");
    CHECK(answer(codec, test::vector_text("toolkit", "a call of the other kind")) == "Chicane@AckPing@$");
    CHECK(answer(codec, "Start@AckPing@$").empty());
    CHECK(test::text_of(codec.ask_version()) == "Chicane@GetLocations@$");
    CHECK(read_text("toolkit", "Finish@Pong@$\r\nT&S@Ping@$") ==
          Records{Status{.loop = "Finish"}, Status{.loop = "T&S"}});
    CHECK(test::read_vector("toolkit", "its places") ==
          Records{Status{.loop = "Start"}, Status{.loop = "5K"}, Status{.loop = "Finish"}});
    CHECK(read_text("toolkit", "Start@AckGetInfo@x@y@z@$") == Records{Garbage{24, GarbageReason::unknown_record}});
}

TEST_CASE("a message is acknowledged once, when its last passing is kept, by its own word") {
    Toolkit codec;
    CHECK(owed(codec, "Start@Store@" + lz + '@' + nv + "@3@$") == "Chicane@AckStore@3@$");
    CHECK(owed(codec, "10KM@Passing@t=13:11:30.904|c=0000041|d=120606@t=13:11:31.904|c=0000042|d=120606@1016@$") ==
          "Chicane@AckPassing@1016@$");
    CHECK(owed(codec, test::vector_text("toolkit", "V2.1: a marker without a date")) == "Chicane@AckMarker@4@$");
    CHECK(codec.take_replies().empty());
    CHECK(answer(codec, "Start@Store@5@$") == "Chicane@AckStore@5@$");
}

TEST_CASE("a broken record keeps its message from being acknowledged, but not forever") {
    Toolkit codec;
    std::string wrong = nv;
    wrong[0] = 'M';
    const std::string half = "Start@Store@" + lz + '@' + wrong + "@7@$";
    const std::string none = "Start@Store@" + wrong + "@8@$";
    for (int repeat = 0; repeat < 3; ++repeat) CHECK(owed(codec, half).empty());
    CHECK(owed(codec, half) == "Chicane@AckStore@7@$");
    for (int repeat = 0; repeat < 3; ++repeat) CHECK(answer(codec, none).empty());
    CHECK(answer(codec, none) == "Chicane@AckStore@8@$");
    CHECK(read_text("toolkit", half) ==
          Records{passing("LZ63021", march_8_us + 56'260'704'000, 5, "Start"), Garbage{40, GarbageReason::checksum}});
    CHECK(read_text("toolkit", none) == Records{Garbage{none.size(), GarbageReason::checksum}});
}

TEST_CASE("a broken message is given up whatever comes between its repeats") {
    Toolkit codec;
    std::string wrong = nv;
    wrong[0] = 'M';
    const auto broken = [&wrong](int receipt) { return "Start@Store@" + wrong + '@' + std::to_string(receipt) + "@$"; };
    const auto whole = [](int receipt) { return "Start@Store@" + nv + '@' + std::to_string(receipt) + "@$"; };
    for (int repeat = 0; repeat < 3; ++repeat) {
        CHECK(answer(codec, broken(7)).empty());
        CHECK(answer(codec, broken(8)).empty());
        CHECK(owed(codec, whole(100 + repeat)) == "Chicane@AckStore@" + std::to_string(100 + repeat) + "@$");
    }
    CHECK(answer(codec, broken(7)) == "Chicane@AckStore@7@$");
    CHECK(answer(codec, broken(8)) == "Chicane@AckStore@8@$");
    CHECK(answer(codec, broken(7)).empty());
}

TEST_CASE("of 64 broken messages at a time each is given up, and one more makes the oldest forgotten") {
    Toolkit codec;
    std::string wrong = nv;
    wrong[0] = 'M';
    const auto send_all = [&](int until) {
        std::string all;
        for (int receipt = 1; receipt <= until; ++receipt)
            all += answer(codec, "Start@Store@" + wrong + '@' + std::to_string(receipt) + "@$").empty() ? '.' : 'a';
        return all;
    };
    for (int repeat = 0; repeat < 3; ++repeat) CHECK(send_all(64) == std::string(64, '.'));
    CHECK(send_all(64) == std::string(64, 'a'));
    for (int repeat = 0; repeat < 9; ++repeat) CHECK(send_all(65) == std::string(65, '.'));
}

TEST_CASE("what is no message of the exporter is garbage by syntax") {
    for (const std::string& line : std::vector<std::string>{"Start@$", "Start@Store@$", "Start@Store@x@$",
                                                            "Start@Store@" + lz + "@x@$", "Start@Pong$"})
        CHECK(read_text("toolkit", line) == Records{Garbage{line.size(), GarbageReason::syntax}});
    const std::string nobody = "10KM@Passing@t=13:11:30.904|d=120606@1@$";
    CHECK(read_text("toolkit", nobody) == Records{Garbage{nobody.size(), GarbageReason::syntax}});
}

TEST_CASE("an exporter's stream reads the same wherever it is cut") {
    using namespace std::string_literals;
    const std::string stream =
        "ish@Pong@$\r\n\0\0Start@Pong@$"s + "Start@Store@" + lz + '@' + nv + "x@" + kv + "@1@$\r\nStart@St";
    const Records records = test::read_text("toolkit", stream);
    CHECK(records.size() == 6);
    CHECK(test::garbage_bytes(records) == 41 + 8);
}

TEST_CASE("any passings read back from a message of either version") {
    std::mt19937_64 chance(17);
    for (int i = 0; i < 1'000; ++i) {
        std::vector<Passing> batch(1 + chance() % 50);
        const bool v2 = chance() % 2 != 0;
        for (Passing& any : batch) {
            std::string chip;
            while (chip.size() < 7) chip += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[chance() % 36];
            any = passing(chip, 946'684'800'000'000 + static_cast<std::int64_t>(chance() % 3'155'760'000'000) * 1'000,
                          static_cast<std::uint32_t>(chance() % 100), "Finish");
            if (v2 && chance() % 2) any.hits = static_cast<std::int32_t>(chance() % 100);
            if (v2 && chance() % 2) any.strength = static_cast<std::int32_t>(chance() % 100);
        }
        const auto receipt = static_cast<std::uint32_t>(chance());
        const Bytes bytes = (v2 ? toolkit::encode_passings : toolkit::encode_store)("Finish", batch, receipt);
        batch.back().receipt = receipt;
        REQUIRE(test::read_stream("toolkit", bytes, 64) == Records(batch.begin(), batch.end()));
    }
    CHECK(read_text("toolkit", test::text_of(toolkit::encode_call("Finish", "Ping"))) ==
          Records{Status{.loop = "Finish"}});
}

TEST_CASE("hostile bytes do the exporter's codec no harm") {
    test::must_bear_noise("toolkit", "@$@$|=StorePongcdt0123456789:.\r\n");
}

TEST_CASE("a real evening of an exporter: every record's sum is right, and the repeats are the same passings") {
    const std::string path = CHICANE_SOURCE_DIR "/../shared/data/toolkit/exporter-v1-2025-04.log";
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        WARN("skipped: no recording at " << path);
        return;
    }
    const std::string log{std::istreambuf_iterator<char>(file), {}};
    // The logger took each $ away, and put a line of its own before each message.
    std::string stream;
    for (std::size_t at = log.find("Store@"); at != std::string::npos; at = log.find("Store@", at + 1)) {
        if (at >= 3 && log.compare(at - 3, 3, "Ack") == 0) continue;
        stream += "Finish@" + log.substr(at, log.find('\n', at) - at) + '$';
    }
    const Records records = test::read_stream("toolkit", bytes_of(stream), 1'000);
    CHECK(test::garbage_bytes(records) == 0);
    std::set<std::pair<std::uint64_t, std::int64_t>> different;
    for (const auto& record : records) {
        const auto& passing = std::get<Passing>(record);
        different.emplace(passing.transponder.value, passing.time_us);
    }
    CHECK(records.size() == 3724);
    CHECK(different.size() < records.size());
}
