// What an operator may tell a decoder, as values: which commands a protocol has, what each takes, and what it may cost. Nothing here is ever
// said by itself. command_table has a line a command; what writes its bytes lies beside the protocol. Pure: time is passed in.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

enum class CommandWord {
    set_time,     ///< its clock shows the centre's
    set_date,     ///< the centre's
    set_level,    ///< below it a loop detects nothing
    set_config,   ///< the whole of its settings, as its maker describes them
    set_address,  ///< where it is found in the network
    start,        ///< it hears; some begin their clock or their count with it
    stop,         ///< it hears nothing until it is started
    clear,        ///< it forgets the passings that it holds
    repeat,       ///< it tells again what it holds out
    rewind        ///< it tells again what it heard in the last minutes
};

/// What is at stake, the least first. From `pause` on passings may be lost, and whoever commands must say that he means it.
enum class CommandCost {
    none,
    clock,    ///< its times begin anew
    pause,    ///< for a moment it hears nothing
    level,    ///< weak tags may be heard no more
    hearing,  ///< it hears nothing until it is started
    memory,   ///< what it holds and nobody has fetched is gone
    reach     ///< it may be found at its address no more
};

constexpr bool needs_confirm(CommandCost cost) { return cost >= CommandCost::pause; }

inline constexpr std::array<std::string_view, 10> command_words{
    "set_time", "set_date", "set_level", "set_config", "set_address", "start", "stop", "clear", "repeat", "rewind"};
inline constexpr std::array<std::string_view, 7> cost_words{"none",    "clock",  "pause", "level",
                                                            "hearing", "memory", "reach"};
constexpr std::string_view word(CommandWord command) { return command_words[static_cast<std::size_t>(command)]; }
constexpr std::string_view word(CommandCost cost) { return cost_words[static_cast<std::size_t>(cost)]; }

enum class ArgumentKind {
    integer,  ///< from min to max
    word,     ///< one of `words`
    address,  ///< 192.0.2.20
    bytes     ///< `min` bytes, in hexadecimal digits
};
inline constexpr std::array<std::string_view, 4> argument_words{"integer", "word", "address", "bytes"};
constexpr std::string_view word(ArgumentKind kind) { return argument_words[static_cast<std::size_t>(kind)]; }

struct Argument {
    std::string_view name;
    ArgumentKind kind = ArgumentKind::integer;
    std::int64_t min = 0;
    std::int64_t max = 0;
    std::span<const std::string_view> words = {};
};

/// An integer, or the text of any other kind.
using ArgumentValue = std::variant<std::int64_t, std::string>;
using Arguments = std::map<std::string, ArgumentValue, std::less<>>;

struct CommandKind {
    CommandWord word = CommandWord::set_time;
    CommandCost cost = CommandCost::none;
    bool on_full_second = false;  ///< it tells whole seconds, and is to be sent when one begins
    std::span<const Argument> arguments = {};
};

struct Command {
    CommandWord word = CommandWord::set_time;
    Arguments arguments = {};
};

enum class CommandFaultCode { unknown_command, missing_argument, unknown_argument, bad_argument };

struct CommandFault {
    CommandFaultCode code = CommandFaultCode::unknown_command;
    std::string argument;  ///< which one; empty: none
    std::string detail;    ///< what was found, what is expected
    friend bool operator==(const CommandFault&, const CommandFault&) = default;
};

/// Of a protocol's word, in the order of a list for people; empty: it has none, or none that is known publicly.
std::span<const CommandKind> commands_of(std::string_view protocol);
/// Null: the protocol has no such command.
const CommandKind* find_command(std::string_view protocol, CommandWord command);

/// What is to be sent for a command. `local_us`: the centre's wall clock when it is sent, from 1970.
std::expected<Bytes, CommandFault> command_bytes(std::string_view protocol, const Command& command,
                                                 std::int64_t local_us);

}  // namespace chicane::decoders::codec
