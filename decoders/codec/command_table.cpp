#include "decoders/codec/command_table.hpp"

#include <initializer_list>

#include "decoders/codec/calendar.hpp"
#include "decoders/codec/chronelec_commands.hpp"
#include "decoders/codec/hex.hpp"
#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/raceresult.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/codec/ultra.hpp"
#include "decoders/codec/wiclax.hpp"
#include "decoders/codec/zround_encode.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t minute_us = 60 * second_us;
constexpr std::int64_t day_us = 24 * 60 * minute_us;
constexpr bool on_full_second = true;

constexpr std::string_view loop_words[] = {"STA", "BOX"};
constexpr Argument level_arguments[] = {{.name = "loop", .kind = ArgumentKind::word, .words = loop_words},
                                        {.name = "level", .min = 0, .max = 99}};
constexpr Argument config_arguments[] = {
    {.name = "config", .kind = ArgumentKind::bytes, .min = chronelec::config_bytes}};
constexpr Argument address_arguments[] = {{.name = "address", .kind = ArgumentKind::address},
                                          {.name = "mask", .kind = ArgumentKind::address},
                                          {.name = "gateway", .kind = ArgumentKind::address},
                                          {.name = "host", .kind = ArgumentKind::address}};
constexpr Argument rewind_arguments[] = {{.name = "minutes", .min = 1, .max = 24 * 60}};

using Cost = CommandCost;
using Word = CommandWord;
// clang-format off
constexpr CommandKind p3_commands[] = {
    {Word::clear, Cost::memory},
};
constexpr CommandKind chronelec_commands[] = {
    {Word::set_time, Cost::clock, on_full_second},
    {Word::set_date, Cost::clock},
    {Word::set_level, Cost::level, false, level_arguments},
    {Word::repeat},
    {Word::start, Cost::clock},
    {Word::stop, Cost::hearing},
    {Word::set_config, Cost::reach, false, config_arguments},
    {Word::set_address, Cost::reach, false, address_arguments},
};
constexpr CommandKind zround_commands[] = {
    {Word::start, Cost::clock},
    {Word::stop, Cost::hearing},
};
constexpr CommandKind raceresult_commands[] = {  // each of the first two begins a new file of passings
    {Word::set_time, Cost::memory},
    {Word::start, Cost::memory},
    {Word::stop, Cost::hearing},
};
constexpr CommandKind ultra_commands[] = {
    {Word::set_time, Cost::pause, on_full_second},
    {Word::start},
    {Word::stop, Cost::hearing},
};
constexpr CommandKind wiclax_commands[] = {
    {Word::set_time, Cost::clock, on_full_second},
    {Word::rewind, Cost::none, false, rewind_arguments},
    {Word::start},
    {Word::stop, Cost::hearing},
};
// clang-format on

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes whole;
    for (const Bytes& part : parts) whole.insert(whole.end(), part.begin(), part.end());
    return whole;
}

/// Arguments that were checked: each is there, and of its kind.
std::int64_t integer(const Arguments& arguments, std::string_view name) {
    return std::get<std::int64_t>(arguments.find(name)->second);
}
const std::string& text(const Arguments& arguments, std::string_view name) {
    return std::get<std::string>(arguments.find(name)->second);
}

Bytes chronelec_address(const Arguments& arguments) {
    const auto part = [&](std::string_view name) {
        return dotted_address(text(arguments, name)).value_or(DottedAddress{});
    };
    return chronelec::address_command({part("address"), part("mask"), part("gateway"), part("host")});
}

Bytes chronelec_config(const Arguments& arguments) {
    const Bytes config = bytes_of_hex(text(arguments, "config")).value_or(Bytes{});
    return chronelec::config_command(std::span(config).first<chronelec::config_bytes>());
}

Bytes chronelec_time(std::int64_t local_us) {
    const auto seconds = static_cast<int>(since_midnight_us(local_us) / second_us);
    return chronelec::time_command(seconds / 3600, seconds / 60 % 60, seconds % 60).value_or(Bytes{});
}

Bytes chronelec_date(std::int64_t local_us) {
    const Date date = date_of(local_us / day_us);
    return chronelec::date_command(date.year, date.month, date.day).value_or(Bytes{});
}

Bytes write_chronelec(const Command& command, std::int64_t local_us) {
    const Arguments& given = command.arguments;
    switch (command.word) {
        case Word::set_time:
            return chronelec_time(local_us);
        case Word::set_date:
            return chronelec_date(local_us);
        case Word::set_level:
            return chronelec::level_command(
                       text(given, "loop") == "STA" ? chronelec::Channel::sta : chronelec::Channel::box,
                       static_cast<int>(integer(given, "level")))
                .value_or(Bytes{});
        case Word::repeat:
            return chronelec::repeat_request();
        case Word::start:
            return chronelec::start_command();
        case Word::stop:
            return chronelec::stop_command();
        case Word::set_config:
            return chronelec_config(given);
        case Word::set_address:
            return chronelec_address(given);
        default:
            return {};
    }
}

/// The order of public drivers (metarace): its clock is set between two operations.
Bytes write_raceresult(const Command& command, std::int64_t local_us) {
    if (command.word == Word::stop) return raceresult::stop_command();
    if (command.word == Word::start) return raceresult::start_command();
    return joined({raceresult::stop_command(), raceresult::time_command(local_us), raceresult::start_command()});
}

/// Its clock can be set only while it is stopped.
Bytes write_ultra(const Command& command, std::int64_t local_us) {
    if (command.word == Word::stop) return ultra::stop_command();
    if (command.word == Word::start) return Ultra().greet();
    return joined({ultra::stop_command(), ultra::time_command(local_us), Ultra().greet()});
}

Bytes write_wiclax(const Command& command, std::int64_t local_us) {
    if (command.word == Word::stop) return wiclax::stop_command();
    if (command.word == Word::start) return Wiclax().greet();
    if (command.word == Word::set_time) return wiclax::time_command(local_us);
    return wiclax::rewind_request(local_us - integer(command.arguments, "minutes") * minute_us, local_us);
}

constexpr ProtocolCommands table[] = {
    {"p3", p3_commands, [](const Command&, std::int64_t) { return p3::clear_request(); }},
    {"chronelec", chronelec_commands, write_chronelec},
    {"zround", zround_commands,
     [](const Command& command, std::int64_t) {
         return command.word == Word::start ? zround::start_request() : zround::stop_request();
     }},
    {"raceresult", raceresult_commands, write_raceresult},
    {"ultra", ultra_commands, write_ultra},
    {"wiclax", wiclax_commands, write_wiclax},
};

}  // namespace

std::span<const ProtocolCommands> command_table() { return table; }

std::optional<DottedAddress> dotted_address(std::string_view text) {
    const auto parts = fields_of(text, '.');
    DottedAddress address{};
    if (parts.size() != address.size()) return std::nullopt;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const auto part = number_of<std::uint8_t>(parts[at]);
        if (!part) return std::nullopt;
        address[at] = *part;
    }
    return address;
}

}  // namespace chicane::decoders::codec
