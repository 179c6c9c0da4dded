// Which commands each protocol has, what they cost, and who writes their bytes: a line a command. For commands.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "decoders/codec/commands.hpp"

namespace chicane::decoders::codec {

struct ProtocolCommands {
    std::string_view protocol;
    std::span<const CommandKind> commands;
    /// Of one of them, whose arguments are there and well.
    Bytes (*write)(const Command& command, std::int64_t local_us);
};

std::span<const ProtocolCommands> command_table();

using DottedAddress = std::array<std::uint8_t, 4>;
/// "192.0.2.20"; absent: no such address.
std::optional<DottedAddress> dotted_address(std::string_view text);

}  // namespace chicane::decoders::codec
