// What Chronelec's codec makes of recorded passings, of damaged ones, of status and configuration, and what it sends. The passings are
// those of tests/data/vectors/chronelec.txt.
#include "decoders/codec/chronelec.hpp"

#include "decoders/codec/chronelec_commands.hpp"
#include "decoders/codec/chronelec_encode.hpp"
#include "decoders/codec/hex.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane::decoders;
using namespace codec;
using test::read_text;
using test::Records;

namespace {

Passing passing(const char* loop, std::uint64_t transponder, std::int64_t time_us, int level, bool trigger = false) {
    Passing passing;
    passing.transponder = {transponder};
    passing.time_us = time_us;
    passing.strength = level;
    passing.clock = ClockBase::start;
    passing.loop = loop;
    passing.battery = Battery::ok;
    passing.trigger = trigger;
    return passing;
}

struct Specimen {
    const char* name;  ///< of the vector
    Passing passing;
    std::string line = test::vector_text("chronelec", name);
};

const std::vector<Specimen>& specimens() {
    static const std::vector<Specimen> all = {
        {"CELL1, a photocell on the start loop", passing("STA", 0, 31'957'000, 1, true)},
        {"CELL2, a photocell on the pit loop", passing("BOX", 0, 92'663'000, 1, true)},
        {"a key", passing("MAN", 0, 1'096'964'000, 1, true)},
        {"the second box, left", passing("B01", 93367, 13'508'388'000, 44)},
        {"the second box, right", passing("B02", 93367, 13'553'976'000, 74)},
        {"the second box, a photocell", passing("B01", 0, 13'627'566'000, 0, true)},
    };
    return all;
}

std::string good() { return specimens()[3].line; }

std::string hex(std::string_view digits) { return test::text_of(bytes_of_hex(digits).value()); }

/// A passing of these words, its sum right.
std::string summed(const std::string& words) {
    unsigned sum = 0;
    for (const char byte : words) sum += static_cast<unsigned char>(byte);
    std::string digits = std::to_string(sum);
    return '<' + words + std::string(4 - digits.size(), '0') + digits + ">\r\n";
}

}  // namespace

TEST_CASE("each recorded Chronelec passing reads as it was written") {
    for (const auto& [name, passing, line] : specimens()) {
        INFO(name);
        CHECK(read_text("chronelec", line) == Records{passing});
    }
}

TEST_CASE("a Chronelec passing with one field more than its sum covers is garbage by checksum") {
    CHECK(test::read_vector("chronelec", "one field more than its sum covers") ==
          Records{Garbage{41, GarbageReason::checksum}});
}

TEST_CASE("Chronelec hours pass 24, and the battery is ok, low or faulty") {
    const auto read_one = [](const std::string& words) {
        return std::get<Passing>(read_text("chronelec", summed(words)).at(0));
    };
    const Passing late = read_one("STA 023066 80:27'53\"016 01 01 3 ");
    CHECK(late.time_us == ((80 * 60 + 27) * 60 + 53) * 1'000'000LL + 16'000);
    CHECK(late.battery == Battery::faulty);
    CHECK(read_one("STA 023066 00:27'53\"016 01 01 2 ").battery == Battery::low);
    CHECK(read_one("STA 023066 00:27'53\"016 01 01 9 ").battery == std::nullopt);
}

TEST_CASE("a Chronelec passing of a loop whose name is new is no less a passing, and never cleared unread") {
    const std::string line = summed("B03 093367 03:45'08\"388 44 01 0 ");
    Chronelec codec;
    Records records;
    for (int repeat = 0; repeat < 4; ++repeat) test::feed(codec, line, records);
    REQUIRE(std::holds_alternative<Passing>(records.at(0)));
    CHECK(std::get<Passing>(records[0]).loop == "B03");
    CHECK(std::get<Passing>(records[0]).transponder.value == 93367);
    CHECK(codec.take_replies().empty());
}

TEST_CASE("a Chronelec stream reads the same wherever it is cut") {
    std::string stream = "noise" + good() + "<B01 0933" + good() + "\x7f\r\n" + good();
    for (const auto& specimen : specimens()) stream += specimen.line;
    stream += test::vector_text("chronelec", "a status") + test::text_of(chronelec::encode_config(1237, 12)) + "++" +
              good() + "<STA";
    const Records records = test::read_text("chronelec", stream);
    CHECK(records.size() == 5 + 4 + specimens().size() + 2 + 1);
    CHECK(test::garbage_bytes(records) == 5 + 9 + 2 + 2 + 4);
}

TEST_CASE("each damage of a Chronelec passing has its reason") {
    std::string wrong = good();
    wrong[5] = '1';
    CHECK(read_text("chronelec", wrong) == Records{Garbage{38, GarbageReason::checksum}});
    CHECK(read_text("chronelec", "<>\r\n") == Records{Garbage{2, GarbageReason::checksum}});
    for (const char* words :
         {"B01 093367 03:45'08\"388 44 01 ", "B01 O93367 03:45'08\"388 44 01 0 ", "B01 093367 03:75'08\"388 44 01 0 ",
          "B01 093367 03:45'08\"388 x4 01 0 ", "B01 093367 03:45'08\"388 44 01 x "}) {
        INFO(words);
        const Records records = read_text("chronelec", summed(words));
        CHECK(std::get<Garbage>(records.at(0)).reason == GarbageReason::syntax);
    }
    CHECK(read_text("chronelec", "<B01 093367\r\n" + good()) ==
          Records{Garbage{11, GarbageReason::frame}, specimens()[3].passing});
    CHECK(read_text("chronelec", '<' + std::string(500, '1') + '>') ==
          Records{Garbage{64, GarbageReason::length}, Garbage{438, GarbageReason::frame}});
}

TEST_CASE("a Chronelec status tells the noise of both loops") {
    const Records expected{Status{.noise = 25, .loop = "STA"}, Status{.noise = 31, .loop = "BOX"}};
    CHECK(test::read_vector("chronelec", "a status") == expected);
    CHECK(test::read_vector("chronelec", "a status without its last bracket") == expected);
    CHECK(read_text("chronelec", test::text_of(chronelec::encode_status(13'628'000'000, {25, 10}, {31, 12}))) ==
          expected);
    CHECK(read_text("chronelec", "[03:47'08\" 25]\r\n") == Records{Garbage{14, GarbageReason::syntax}});
}

TEST_CASE("a Chronelec configuration tells who the decoder is, whatever bytes it holds") {
    std::string answer = test::text_of(chronelec::encode_config(1237, 12));
    CHECK(read_text("chronelec", answer) == Records{Version{.version = "12", .decoder = 1237}});
    answer.replace(3 + 27, 4, "\xC0\xA8\r\n");  // its address is 192.168.13.10
    CHECK(read_text("chronelec", answer + good()) ==
          Records{Version{.version = "12", .decoder = 1237}, specimens()[3].passing});
    answer[3 + 43] = 'x';
    CHECK(read_text("chronelec", answer) == Records{Garbage{53, GarbageReason::syntax}});
    const std::string endless = "+++" + std::string(300, 'x');
    CHECK(read_text("chronelec", endless) ==
          Records{Garbage{128, GarbageReason::length}, Garbage{175, GarbageReason::frame}});
}

TEST_CASE("a Chronelec passing is acknowledged when it is kept, not when it is read") {
    Chronelec codec;
    Records records;
    test::feed(codec, good(), records);
    CHECK(codec.take_replies().empty());
    CHECK(test::text_of(codec.acknowledge(std::get<Passing>(records.at(0)))) == hex("1b11"));
}

TEST_CASE("a Chronelec passing that is wrong at each repeat does not block the next ones") {
    Chronelec codec;
    Records records;
    std::string wrong = good();
    wrong[5] = '1';
    for (int repeat = 0; repeat < 3; ++repeat) test::feed(codec, wrong, records);
    CHECK(codec.take_replies().empty());
    test::feed(codec, wrong, records);
    CHECK(test::text_of(codec.take_replies()) == hex("1b11"));
    CHECK(codec.take_replies().empty());
}

TEST_CASE("line noise that damages a Chronelec passing in another way each time never acknowledges it") {
    Chronelec codec;
    Records records;
    for (int repeat = 0; repeat < 10; ++repeat) {
        std::string wrong = good();
        wrong[5 + repeat % 6] = 'x';
        test::feed(codec, wrong, records);
    }
    CHECK(codec.take_replies().empty());
}

TEST_CASE("Chronelec commands are the bytes of the specification") {
    using namespace chronelec;
    const auto check = [](const std::optional<Bytes>& bytes, std::string_view digits) {
        CHECK(test::text_of(bytes.value()) == hex(digits));
    };
    check(Chronelec().ask_clock(), "1b05");
    check(start_command(), "1b07");
    check(Chronelec().ask_version(), "1b10");
    check(repeat_request(), "1b12");
    check(stop_command(), "1b135c");
    check(time_command(9, 17, 31), "1b4809111f74");
    check(level_command(Channel::sta, 25), "1b1e3235");
    check(level_command(Channel::box, 7), "1b1f3037");
    CHECK(!time_command(24, 0, 0));
    CHECK(!level_command(Channel::box, 100));
}

TEST_CASE("Chronelec commands of the third generation carry CRC-16/MCRF4XX, high byte first") {
    using namespace chronelec;
    const std::string_view check_text = "123456789";
    CHECK(mcrf4xx(std::as_bytes(std::span(check_text))) == 0x6F91);  // the check value of its catalogue
    const auto ends_right = [](const Bytes& bytes, std::string_view begin) {
        const std::string text = test::text_of(bytes);
        CHECK(text.starts_with(hex(begin)));
        const auto crc = mcrf4xx(std::span(bytes).subspan(1, bytes.size() - 4));
        CHECK(text.substr(text.size() - 3) == std::string{static_cast<char>(crc >> 8), static_cast<char>(crc), '>'});
    };
    ends_right(date_command(2026, 11, 28).value(), "1b0a0a1c0b1a");
    CHECK(date_command(2026, 11, 28)->size() == 9);
    CHECK(!date_command(2026, 2, 29));
    std::array<std::byte, config_bytes> config{};
    config[1] = std::byte{1};
    ends_right(config_command(config), "1b08080001");
    CHECK(config_command(config).size() == 33);
    ends_right(address_command({{192, 168, 0, 10}, {255, 255, 255, 0}, {}, {192, 168, 0, 255}}),
               "1b0909c0a8000affffff0000000000c0a800ff");
}

TEST_CASE("any Chronelec passing reads back as itself") {
    std::mt19937_64 chance(7);
    for (int i = 0; i < 1'000; ++i) {
        const char* loops[] = {"STA", "BOX", "MAN", "B01", "B02"};
        const char* loop = loops[chance() % std::size(loops)];
        Passing any = passing(loop, 0, static_cast<std::int64_t>(chance() % 360'000'000) * 1000,
                              static_cast<int>(chance() % 100), true);
        if (any.loop != "MAN" && chance() % 4 != 0) {
            any.trigger = false;
            any.transponder = {256 + chance() % 999'000};
        }
        any.battery = static_cast<Battery>(chance() % 3);
        REQUIRE(test::read_stream("chronelec", chronelec::encode(any), 64) == Records{any});
    }
    for (std::size_t i = 0; i < 3; ++i)  // the others say 0 for an ok battery
        CHECK(test::text_of(chronelec::encode(specimens()[i].passing)) == specimens()[i].line);
}

TEST_CASE("hostile bytes do Chronelec's codec no harm") {
    test::must_bear_noise("chronelec", "<>[]+STABOXMAN B0123456789:'\"\r\n");
}
