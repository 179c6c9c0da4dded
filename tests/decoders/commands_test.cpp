#include "decoders/codec/commands.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/hex.hpp"
#include "tests/decoders/stream.hpp"

namespace chicane::decoders {
namespace {

using namespace codec;

constexpr std::int64_t november_28_us = 1'795'824'000LL * 1'000'000;  ///< 2026-11-28, midnight
constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t at_09_17_31_us = november_28_us + (9 * 3600 + 17 * 60 + 31) * second_us;

Bytes bytes(std::string_view protocol, CommandWord word, Arguments arguments = {}) {
    return command_bytes(protocol, {word, std::move(arguments)}, at_09_17_31_us).value();
}
std::string text(std::string_view protocol, CommandWord word, Arguments arguments = {}) {
    return test::text_of(bytes(protocol, word, std::move(arguments)));
}
CommandFault fault(std::string_view protocol, CommandWord word, Arguments arguments = {}) {
    return command_bytes(protocol, {word, std::move(arguments)}, at_09_17_31_us).error();
}
CommandCost cost(std::string_view protocol, CommandWord word) { return find_command(protocol, word)->cost; }

TEST_CASE("a P3 decoder is told to clear its memory, and nothing else is known of what it takes") {
    CHECK(hex_of(bytes("p3", CommandWord::clear)) == "8e020b00698c000005008f");
    CHECK(commands_of("p3").size() == 1);
}

TEST_CASE("a Chronelec decoder is given the centre's wall clock, its date and its levels") {
    CHECK(hex_of(bytes("chronelec", CommandWord::set_time)) == "1b4809111f74");
    CHECK(hex_of(bytes("chronelec", CommandWord::set_date)).starts_with("1b0a0a1c0b1a"));
    CHECK(hex_of(bytes("chronelec", CommandWord::set_level, {{"loop", "STA"}, {"level", 25}})) == "1b1e3235");
    CHECK(hex_of(bytes("chronelec", CommandWord::set_level, {{"loop", "BOX"}, {"level", 7}})) == "1b1f3037");
    CHECK(hex_of(bytes("chronelec", CommandWord::start)) == "1b07");
    CHECK(hex_of(bytes("chronelec", CommandWord::stop)) == "1b135c");
    CHECK(hex_of(bytes("chronelec", CommandWord::repeat)) == "1b12");
    const std::string config(54, '0');
    CHECK(bytes("chronelec", CommandWord::set_config, {{"config", config}}).size() == 33);
    const Arguments address{
        {"address", "192.168.0.10"}, {"mask", "255.255.255.0"}, {"gateway", "0.0.0.0"}, {"host", "192.168.0.255"}};
    CHECK(hex_of(bytes("chronelec", CommandWord::set_address, address))
              .starts_with("1b0909c0a8000affffff0000000000c0a800ff"));
}

TEST_CASE("a clock that may be set only while nothing runs is set between a stop and a start") {
    CHECK(text("raceresult", CommandWord::set_time) ==
          "STOPOPERATION\r\nSETTIME;2026-11-28;09:17:31.000\r\nSTARTOPERATION\r\n");
    CHECK(text("ultra", CommandWord::set_time) == "S\rt 09:17:31 28-11-2026\rR\r");
    CHECK(text("wiclax", CommandWord::set_time) == "CLOCK 28-11-2026 09:17:31\r");
}

TEST_CASE("readers are stopped, started, and asked for the last minutes once more") {
    CHECK(text("raceresult", CommandWord::stop) == "STOPOPERATION\r\n");
    CHECK(text("raceresult", CommandWord::start) == "STARTOPERATION\r\n");
    CHECK(text("ultra", CommandWord::stop) == "S\r");
    CHECK(text("ultra", CommandWord::start) == "R\r");
    CHECK(text("wiclax", CommandWord::stop) == "STOPREAD\r");
    CHECK(text("wiclax", CommandWord::start) == "STARTREAD\r");
    CHECK(text("wiclax", CommandWord::rewind, {{"minutes", 30}}) == "REWIND 28-11-2026 08:47:31 28-11-2026 09:17:31\r");
    CHECK(text("zround", CommandWord::start) == "%I&");
    CHECK(text("zround", CommandWord::stop) == "%F&");
}

TEST_CASE("whatever may lose passings must be confirmed, and nothing else") {
    for (const auto& protocol : protocols()) {
        for (const CommandKind& kind : commands_of(protocol.word)) {
            CAPTURE(protocol.word, word(kind.word));
            if (kind.word == CommandWord::clear || kind.word == CommandWord::stop) CHECK(needs_confirm(kind.cost));
            if (kind.word == CommandWord::repeat || kind.word == CommandWord::rewind)
                CHECK(kind.cost == CommandCost::none);
        }
    }
    CHECK(needs_confirm(cost("raceresult", CommandWord::start)));  // a new file: what nobody fetched stays in the old
    CHECK(needs_confirm(cost("raceresult", CommandWord::set_time)));
    CHECK(needs_confirm(cost("chronelec", CommandWord::set_address)));
    CHECK(!needs_confirm(cost("chronelec", CommandWord::set_time)));
}

TEST_CASE("a command that a protocol lacks is refused with those that it has") {
    CHECK(fault("p3", CommandWord::set_time) ==
          CommandFault{CommandFaultCode::unknown_command, "", "p3 has no command set_time; it has clear"});
    CHECK(fault("p98", CommandWord::clear).detail == "p98 has no command clear; it has none");
    CHECK(commands_of("nobody knows it").empty());
}

TEST_CASE("an argument that is missing, strange or out of its range is told with what is expected") {
    CHECK(fault("chronelec", CommandWord::set_level, {{"loop", "STA"}}) ==
          CommandFault{CommandFaultCode::missing_argument, "level",
                       "level is missing: give a whole number from 0 to 99"});
    CHECK(fault("chronelec", CommandWord::set_level, {{"loop", "STA"}, {"level", 100}}) ==
          CommandFault{CommandFaultCode::bad_argument, "level", "level: give a whole number from 0 to 99"});
    CHECK(fault("chronelec", CommandWord::set_level, {{"loop", "B01"}, {"level", 1}}).detail ==
          "loop: give one of STA, BOX");
    CHECK(fault("chronelec", CommandWord::set_level, {{"loop", "STA"}, {"level", "9"}}).argument == "level");
    CHECK(fault("p3", CommandWord::clear, {{"level", 1}}) ==
          CommandFault{CommandFaultCode::unknown_argument, "level", "level: clear takes no such argument"});
    CHECK(fault("chronelec", CommandWord::set_config, {{"config", "00"}}).detail ==
          "config: give 27 bytes as 54 hexadecimal digits");
    for (const char* no_address : {"", "1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", "1.2.3.-4"})
        CHECK(fault("chronelec", CommandWord::set_address,
                    {{"address", "1.2.3.4"}, {"mask", "255.0.0.0"}, {"gateway", no_address}, {"host", "1.2.3.5"}})
                  .argument == "gateway");
    CHECK(fault("wiclax", CommandWord::rewind, {{"minutes", 0}}).code == CommandFaultCode::bad_argument);
}

TEST_CASE("every command of every protocol writes bytes once its arguments are well") {
    for (const auto& protocol : protocols()) {
        for (const CommandKind& kind : commands_of(protocol.word)) {
            CAPTURE(protocol.word, word(kind.word));
            Arguments given;
            for (const Argument& argument : kind.arguments) {
                ArgumentValue& value = given[std::string(argument.name)];
                if (argument.kind == ArgumentKind::integer) value = argument.max;
                if (argument.kind == ArgumentKind::word) value = std::string(argument.words.back());
                if (argument.kind == ArgumentKind::address) value = "192.0.2.20";
                if (argument.kind == ArgumentKind::bytes)
                    value = std::string(2 * static_cast<std::size_t>(argument.min), 'f');
            }
            CHECK(!bytes(protocol.word, kind.word, given).empty());
        }
    }
}

}  // namespace
}  // namespace chicane::decoders
