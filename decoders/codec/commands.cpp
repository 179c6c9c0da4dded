#include "decoders/codec/commands.hpp"

#include <algorithm>
#include <utility>

#include "decoders/codec/command_table.hpp"
#include "decoders/codec/hex.hpp"

namespace chicane::decoders::codec {

namespace {

const ProtocolCommands* known(std::string_view protocol) {
    const auto table = command_table();
    const auto found = std::ranges::find(table, protocol, &ProtocolCommands::protocol);
    return found == table.end() ? nullptr : &*found;
}

std::string list(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view each : words) text += (text.empty() ? "" : ", ") + std::string(each);
    return text;
}

std::string expected_text(const Argument& argument) {
    switch (argument.kind) {
        case ArgumentKind::integer:
            return "a whole number from " + std::to_string(argument.min) + " to " + std::to_string(argument.max);
        case ArgumentKind::word:
            return "one of " + list(argument.words);
        case ArgumentKind::address:
            return "an address like 192.0.2.20";
        case ArgumentKind::bytes:
            return std::to_string(argument.min) + " bytes as " + std::to_string(2 * argument.min) +
                   " hexadecimal digits";
    }
    return {};
}

bool is_well(const Argument& argument, const ArgumentValue& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* letters = std::get_if<std::string>(&value);
    switch (argument.kind) {
        case ArgumentKind::integer:
            return number && *number >= argument.min && *number <= argument.max;
        case ArgumentKind::word:
            return letters && std::ranges::find(argument.words, *letters) != argument.words.end();
        case ArgumentKind::address:
            return letters && dotted_address(*letters);
        case ArgumentKind::bytes: {
            const auto bytes = letters ? bytes_of_hex(*letters) : std::nullopt;
            return bytes && std::cmp_equal(bytes->size(), argument.min);
        }
    }
    return false;
}

std::optional<CommandFault> fault_of(const CommandKind& kind, const Arguments& given) {
    for (const auto& [name, value] : given)
        if (std::ranges::find(kind.arguments, name, &Argument::name) == kind.arguments.end())
            return CommandFault{CommandFaultCode::unknown_argument, name,
                                name + ": " + std::string(word(kind.word)) + " takes no such argument"};
    for (const Argument& argument : kind.arguments) {
        const auto value = given.find(argument.name);
        const std::string name(argument.name);
        if (value == given.end())
            return CommandFault{CommandFaultCode::missing_argument, name,
                                name + " is missing: give " + expected_text(argument)};
        if (!is_well(argument, value->second))
            return CommandFault{CommandFaultCode::bad_argument, name, name + ": give " + expected_text(argument)};
    }
    return std::nullopt;
}

CommandFault unknown(std::string_view protocol, CommandWord command) {
    std::vector<std::string_view> words;
    for (const CommandKind& kind : commands_of(protocol)) words.push_back(word(kind.word));
    const std::string what = std::string(protocol) + " has no command " + std::string(word(command));
    return {CommandFaultCode::unknown_command, "",
            what + (words.empty() ? "; it has none" : "; it has " + list(words))};
}

}  // namespace

std::span<const CommandKind> commands_of(std::string_view protocol) {
    const ProtocolCommands* found = known(protocol);
    return found ? found->commands : std::span<const CommandKind>();
}

const CommandKind* find_command(std::string_view protocol, CommandWord command) {
    const auto commands = commands_of(protocol);
    const auto found = std::ranges::find(commands, command, &CommandKind::word);
    return found == commands.end() ? nullptr : &*found;
}

std::expected<Bytes, CommandFault> command_bytes(std::string_view protocol, const Command& command,
                                                 std::int64_t local_us) {
    const CommandKind* kind = find_command(protocol, command.word);
    if (!kind) return std::unexpected(unknown(protocol, command.word));
    if (auto fault = fault_of(*kind, command.arguments)) return std::unexpected(*std::move(fault));
    return known(protocol)->write(command, local_us);
}

}  // namespace chicane::decoders::codec
