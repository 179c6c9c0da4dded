// What THCOM's codec makes of the lines of tests/data/vectors/thcom.txt, of damaged ones, and what it sends.
#include "decoders/codec/thcom.hpp"

#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

const std::string good = test::vector_text("thcom", "a pulse, with its sum");

Passing pulse(std::optional<std::uint32_t> number, const char* bib, const char* input, std::int64_t time_us) {
    Passing passing;
    passing.number = number;
    passing.time_us = time_us;
    passing.string = bib;
    passing.clock = ClockBase::day;
    passing.loop = input;
    passing.trigger = true;
    return passing;
}

}  // namespace

TEST_CASE("a pulse of THCOM is a trigger with its number, its input and the bib that was keyed in") {
    const Passing expected = pulse(16, "72", "05", 44'036'780'000);
    CHECK(thcom::sum_of("TN 0016 0072 05 12:13:56.7800 12345") == 0x06D9);
    CHECK(read_text("thcom", good) == Records{expected});
    CHECK(read_text("thcom", '#' + good) == Records{expected});
    CHECK(test::read_vector("thcom", "a pulse with a mark before it and a tab behind it") == Records{expected});
}

TEST_CASE("noise before a pulse of THCOM is garbage, as the pulse's own sum tells where it begins") {
    const Passing expected = pulse(16, "72", "05", 44'036'780'000);
    CHECK(read_text("thcom", "\xF3\x07x" + good) == Records{Garbage{3, GarbageReason::frame}, expected});
    CHECK(read_text("thcom", "TN 0015 0072 05 12:1" + good) == Records{Garbage{20, GarbageReason::frame}, expected});
}

TEST_CASE("the form with underscores has no sum, and reads the same") {
    CHECK(test::read_vector("thcom", "a pulse with underscores, without a sum") ==
          Records{pulse(3, "1", "01", 43'863'732'000)});
}

TEST_CASE("an answer of THCOM is known by its sum, and none of our records") {
    CHECK(thcom::sum_of("AK F") == 0x00F2);
    CHECK(test::read_vector("thcom", "an answer, with its sum") == Records{Garbage{10, GarbageReason::unknown_record}});
    CHECK(test::read_vector("thcom", "an answer with another's sum") == Records{Garbage{10, GarbageReason::checksum}});
}

TEST_CASE("a CP520 line has its input and its time in columns") {
    CHECK(test::read_vector("thcom", "a line of CP520, its input and time in columns") ==
          Records{pulse({}, "", "02", 43'863'732'000)});
    CHECK(read_text("thcom", "T    1      02 12:11:03.732\r\n") == Records{Garbage{28, GarbageReason::syntax}});
}

TEST_CASE("a Pocket Pro tells its clock, and its run records are kept as bytes") {
    CHECK(test::read_vector("thcom", "a Pocket Pro's clock") ==
          Records{ClockReading{29'640'000'000, {}, ClockBase::day}});
    CHECK(read_text("thcom", "!T 08:14 01/03/20\r\n") == Records{Garbage{18, GarbageReason::syntax}});
    CHECK(test::read_vector("thcom", "a Pocket Pro's run record") == Records{Garbage{30, GarbageReason::checksum}});
}

TEST_CASE("each damage of a THCOM pulse has its reason") {
    const auto reason = [](const std::string& text) {
        std::string line = text + " 0000";
        const auto sum = thcom::sum_of(text);
        for (int at = 0; at < 4; ++at)
            line[line.size() - 1 - static_cast<std::size_t>(at)] = "0123456789ABCDEF"[sum >> 4 * at & 15];
        return std::get<Garbage>(read_text("thcom", line + "\r\n").at(0)).reason;
    };
    CHECK(read_text("thcom", "TN 0017 0072 05 12:13:56.7800 12345 06D9\r\n") ==
          Records{Garbage{41, GarbageReason::checksum}});
    CHECK(read_text("thcom", "TN 0016 0072 05 12:13:56.7800 12345\r\n") ==
          Records{Garbage{36, GarbageReason::checksum}});
    CHECK(reason("TN 0016 0072 05") == GarbageReason::syntax);
    CHECK(reason("TN 0016 0072 05 12:73:56.7800 12345") == GarbageReason::syntax);
    CHECK(reason("TN OO16 0072 05 12:13:56.7800 12345") == GarbageReason::syntax);
    CHECK(reason("XN 0016 0072 05 12:13:56.7800 12345") == GarbageReason::unknown_record);
}

TEST_CASE("a THCOM stream reads the same wherever it is cut") {
    const Records records = test::read_text(
        "thcom", "78\r\n" + good + "\n" + good + test::vector_text("thcom", "an answer, with its sum") + "TN 00");
    CHECK(records.size() == 5);
    CHECK(test::garbage_bytes(records) == 3 + 10 + 5);
}

TEST_CASE("THCOM commands are the words of the specification") {
    CHECK(test::text_of(Thcom().ask_version()) == "#ID\r\n");
    CHECK(test::text_of(Thcom().ask_clock()) == "#!T\r\n");
    CHECK(test::text_of(thcom::command("WC 008 01")) == "#WC 008 01\r\n");
}

TEST_CASE("any THCOM pulse reads back as itself") {
    std::mt19937_64 chance(11);
    for (int i = 0; i < 1'000; ++i) {
        const auto bib = chance() % 10'000;
        const std::string input = std::string("0") + static_cast<char>('1' + chance() % 9);
        const Passing any =
            pulse(static_cast<std::uint32_t>(chance() % 10'000), bib == 0 ? "" : std::to_string(bib).c_str(),
                  input.c_str(), static_cast<std::int64_t>(chance() % 8'640'000'000) * 10);
        REQUIRE(test::read_stream("thcom", thcom::encode(any), 64) == Records{any});
    }
}

TEST_CASE("hostile bytes do THCOM's codec no harm") {
    test::must_bear_noise("thcom", "TN_!#AK 0123456789ABCDEF:.\t\r\n");
}
