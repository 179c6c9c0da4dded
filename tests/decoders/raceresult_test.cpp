// What RACE RESULT's codec makes of the lines of tests/data/vectors/raceresult.txt, of damaged ones, and how it talks with a decoder.
#include "decoders/codec/raceresult.hpp"

#include "decoders/codec/text_fields.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

constexpr std::int64_t june_6_us = 1'338'940'800'000'000;  // 2012-06-06

Passing passing(std::uint32_t number, const std::string& tag, std::int64_t time_us) {
    Passing passing;
    passing.number = number;
    passing.transponder = transponder_of(tag).value();
    passing.time_us = time_us;
    passing.string = tag;
    passing.clock = ClockBase::local;
    return passing;
}

Passing whole() {
    Passing all = passing(7, "XKMFK3N", june_6_us + 47'490'904'000);
    all.hits = 12;
    all.strength = -68;
    all.loop = "3";
    all.battery = Battery::ok;
    all.flags = 0;
    all.decoder = 5021;
    return all;
}

const std::string modern = test::vector_text("raceresult", "a line of 20 fields");

/// A line of 20 fields that differs from `modern` in one.
std::string with(std::size_t field, const std::string& value) {
    auto fields = fields_of(std::string_view(modern).substr(0, modern.size() - 2), ';');
    fields.at(field) = value;
    std::string line(fields[0]);
    for (std::size_t i = 1; i < fields.size(); ++i) line += ';' + std::string(fields[i]);
    return line + "\r\n";
}

Passing read_one(const std::string& line) { return std::get<Passing>(read_text("raceresult", line).at(0)); }

std::string said(RaceResult& codec, std::string_view line) {
    Records records;
    test::feed(codec, line, records);
    return test::text_of(codec.take_replies());
}

std::string numbered(std::uint32_t number) { return with(0, std::to_string(number)); }

}  // namespace

TEST_CASE("an old line of RACE RESULT has eight fields, and a clock that was never set has no day") {
    Passing expected = passing(1, "33", 2'773'000);
    expected.clock = ClockBase::day;
    expected.hits = 12;
    expected.strength = -68;
    CHECK(test::read_vector("raceresult", "an old line, of a clock that was never set") == Records{expected});
}

TEST_CASE("a line of twenty fields reads the same pushed and asked for") {
    CHECK(read_text("raceresult", modern) == Records{whole()});
    CHECK(test::read_vector("raceresult", "the same, pushed") == Records{whole()});
}

TEST_CASE("RACE RESULT's marker is a trigger, a weak battery is low, and a stored passing keeps its flag") {
    const Passing marker = read_one(with(1, "99999"));
    CHECK(marker.trigger);
    CHECK(marker.transponder.value == 0);
    CHECK(marker.string.empty());
    CHECK(read_one(with(13, "2.29")).battery == Battery::low);
    CHECK(read_one(with(13, "2.3")).battery == Battery::ok);
    CHECK(read_one(with(13, "")).battery == std::nullopt);
    CHECK(read_one(with(15, "64")).flags == 0x40u);
}

TEST_CASE("a broken RACE RESULT line is garbage by syntax, another word is of no known type") {
    const auto reason = [](const std::string& line) {
        const Records records = read_text("raceresult", line);
        CHECK(std::get<Garbage>(records.at(0)).bytes == line.size() - 1);  // of CR LF the LF is an empty line
        return std::get<Garbage>(records.at(0)).reason;
    };
    for (const auto& line :
         {with(0, "7x"), with(1, ""), with(1, "a tag"), with(2, "2012-06-31"), with(3, "13:61:30.904"),
          std::string("7;XKMFK3N;2012-06-06\r\n"), std::string("GETTIME;13\r\n"), std::string("GETPROTOCOL;x\r\n")}) {
        INFO(line);
        CHECK(reason(line) == GarbageReason::syntax);
    }
    CHECK(reason(test::vector_text("raceresult", "another word")) == GarbageReason::unknown_record);
}

TEST_CASE("RACE RESULT's handshake agrees on a protocol, then asks for pushed passings, status and count") {
    RaceResult codec;
    CHECK(test::text_of(codec.greet()) == "GETPROTOCOL\r\n");
    CHECK(said(codec, "GETPROTOCOL;2.0;1.2;3.4\r\n") == "SETPROTOCOL;3.2\r\n");
    CHECK(!codec.ready());
    CHECK(said(codec, "SETPROTOCOL;3.2\r\n") == "SETPUSHPASSINGS;1;0\r\nGETSTATUS\r\n");
    CHECK(codec.ready());
    CHECK(said(codec, "SETPUSHPASSINGS;1;0\r\n").empty());
    CHECK(said(codec, "PASSINGS;40;2\r\n").empty());
    CHECK(said(codec, "GETPROTOCOL;1.6;1.2;2.6\r\n") == "SETPROTOCOL;2.6\r\n");
    CHECK(said(codec, "GETPROTOCOL;1.6;1.2;10.0\r\n") == "SETPROTOCOL;3.2\r\n");
    codec.greet();
    CHECK(!codec.ready());
}

TEST_CASE("passings that RACE RESULT counts beyond those heard are fetched, so many at a time") {
    RaceResult codec;
    CHECK(said(codec, "PASSINGS;40;2\r\n").empty());  // those before us: ask_again knows what is missing of them
    CHECK(said(codec, "#P;" + numbered(41)).empty());
    CHECK(said(codec, "PASSINGS;80;2\r\n") == "42:32\r\n");
    for (std::uint32_t number = 42; number < 73; ++number) CHECK(said(codec, numbered(number)).empty());
    CHECK(said(codec, numbered(73)) == "74:7\r\n");
    CHECK(said(codec, "ONLY 80\r\n").empty());
    CHECK(said(codec, "PASSINGS;3;3\r\n") == "1:3\r\n");  // a new file
    CHECK(said(codec, numbered(3)).empty());
    CHECK(said(codec, "PASSINGS;2\r\n") == "1:2\r\n");  // old protocols name no file
}

TEST_CASE("a passing pushed before RACE RESULT's count came, or while it was on its way, makes no new file") {
    RaceResult before;
    CHECK(said(before, "#P;" + numbered(501)).empty());
    CHECK(said(before, "PASSINGS;501;1\r\n").empty());
    RaceResult meanwhile;
    CHECK(said(meanwhile, "PASSINGS;500;1\r\n").empty());
    CHECK(said(meanwhile, "#P;" + numbered(501)).empty());
    CHECK(said(meanwhile, "PASSINGS;500;1\r\n").empty());
    CHECK(said(meanwhile, "PASSINGS;3;2\r\n") == "1:3\r\n");
}

TEST_CASE(
    "what was lost between RACE RESULT's count and the first passing that came is fetched, and nothing of before") {
    RaceResult codec;
    CHECK(said(codec, "PASSINGS;40;2\r\n").empty());
    CHECK(said(codec, "#P;" + numbered(44)) == "41:3\r\n");
    for (std::uint32_t number = 41; number < 44; ++number) CHECK(said(codec, numbered(number)).empty());
    CHECK(said(codec, "#P;" + numbered(47)).empty());  // the numbers tell of that one
}

TEST_CASE("RACE RESULT owes what it counts beyond those heard until it came, or several counts brought nothing") {
    RaceResult codec;
    said(codec, "PASSINGS;40;2\r\n");
    CHECK(!codec.owes());
    said(codec, "#P;" + numbered(44));  // 41 to 43 are fetched, once
    CHECK(codec.owes());
    for (std::uint32_t number = 41; number < 44; ++number) said(codec, numbered(number));
    CHECK(!codec.owes());
    said(codec, "PASSINGS;80;2\r\n");
    for (std::uint32_t number = 45; number < 80; ++number) said(codec, numbered(number));
    CHECK(codec.owes());
    for (int half_minute = 0; half_minute < 3; ++half_minute) {
        CHECK(codec.owes());
        said(codec, "PASSINGS;80;2\r\n");
    }
    CHECK(!codec.owes());
    said(codec, numbered(80));
    said(codec, "PASSINGS;81;2\r\n");
    CHECK(codec.owes());
}

TEST_CASE("what RACE RESULT lost of those before the first that came is not owed for ever, though others come") {
    RaceResult codec;
    said(codec, "PASSINGS;40;2\r\n");
    said(codec, "#P;" + numbered(44));
    for (std::uint32_t number = 45; number <= 47; ++number) {
        CHECK(codec.owes());
        said(codec, "#P;" + numbered(number));
        said(codec, "PASSINGS;" + std::to_string(number) + ";2\r\n");
    }
    CHECK(!codec.owes());
}

TEST_CASE("a gap in RACE RESULT's numbers is asked for by first number and count") {
    CHECK(test::text_of(RaceResult().ask_again(42, 44)) == "42:3\r\n");
    CHECK(RaceResult().ask_again(44, 42).empty());
    CHECK(test::text_of(RaceResult().ask_clock()) == "GETTIME\r\nPASSINGS\r\n");
}

TEST_CASE("commands that begin a new file are those of the specification, and never said by themselves") {
    CHECK(test::text_of(raceresult::time_command(june_6_us + 47'490'904'000)) == "SETTIME;2012-06-06;13:11:30.904\r\n");
    CHECK(test::text_of(raceresult::start_command()) == "STARTOPERATION\r\n");
    CHECK(test::text_of(raceresult::stop_command()) == "STOPOPERATION\r\n");
}

TEST_CASE("RACE RESULT's answers tell its protocol, its clock, whether it has GPS, and that it lives") {
    const Records expected{Version{.version = "2.0"}, ClockReading{june_6_us + 47'490'904'000, {}, ClockBase::local},
                           Status{.gps = 1}, Status{}, Status{}};
    CHECK(read_text(
              "raceresult",
              "GETPROTOCOL;2.0;1.2;3.4\r\nGETTIME;2012-06-06;13:11:30.904\r\n"
              "GETSTATUS;2012-06-06;13:11:30.904;1;11000000;1;2;1;51.2,8.9;1;80\r\nONLY 3\r\n\r\nPASSINGS;40;2\r\n") ==
          expected);
}

TEST_CASE("a RACE RESULT stream reads the same wherever it is cut") {
    const Records records =
        test::read_text("raceresult", "XKMFK3N;20\r\n" + modern + "\r\n#P;" + modern + "PASSINGS;40;2\r\n7;XK");
    CHECK(records.size() == 5);
    CHECK(test::garbage_bytes(records) == 11 + 4);
}

TEST_CASE("any RACE RESULT passing reads back as itself") {
    std::mt19937_64 chance(19);
    for (int i = 0; i < 1'000; ++i) {
        Passing any = whole();
        any.number = static_cast<std::uint32_t>(chance());
        any.time_us = static_cast<std::int64_t>(chance() % 4'000'000'000'000) * 1'000;
        any.hits = static_cast<std::int32_t>(chance() % 100);
        any.strength = -static_cast<std::int32_t>(chance() % 100);
        any.battery = chance() % 2 ? Battery::ok : Battery::low;
        any.flags = static_cast<std::uint32_t>(chance() % 256);
        any.decoder = static_cast<std::uint32_t>(chance() % 10'000);
        if (chance() % 4 == 0) {
            any.trigger = true;
            any.transponder = {};
            any.string.clear();
        }
        REQUIRE(test::read_stream("raceresult", raceresult::encode(any, chance() % 2 != 0), 64) == Records{any});
    }
}

TEST_CASE("hostile bytes do RACE RESULT's codec no harm") {
    test::must_bear_noise("raceresult", ";;;#P-:.0123456789PASSINGSGETTIME\r\n");
}
