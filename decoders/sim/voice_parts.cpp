#include "decoders/sim/voice_parts.hpp"

#include <algorithm>

namespace chicane::decoders::sim {

void LineVoice::hear(ClientId client, std::span<const std::byte> bytes, Desk& desk) {
    client_ = client;
    std::string& line = lines_[client];
    for (const std::byte byte : bytes) {
        const char letter = static_cast<char>(byte);
        if (ends_.find(letter) == std::string_view::npos) {
            if (line.size() < request_bytes_max) line += letter;
            continue;
        }
        if (!line.empty()) read(line, desk);
        line.clear();
    }
}

codec::Passing bare(const codec::Passing& heard) {
    codec::Passing passing;
    passing.transponder = heard.transponder;
    passing.time_us = heard.time_us;
    passing.clock = heard.clock;
    return passing;
}

std::string name_of(timing::TransponderId tag) {
    constexpr std::uint64_t base = 36;
    std::string name;
    for (std::uint64_t rest = tag.value; rest > 0 || name.empty(); rest /= base)
        name.insert(name.begin(), "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % base]);
    return name;
}

std::optional<std::int32_t> at_most(const std::optional<std::int32_t>& value, std::int32_t most) {
    return value ? std::optional(std::clamp(*value, 0, most)) : std::nullopt;
}

codec::Bytes other_letter(codec::Bytes message) {
    const auto is_letter = [](unsigned value) {
        return (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
    };
    for (std::size_t at = message.size() / 2; at < message.size(); ++at) {
        const auto value = std::to_integer<unsigned>(message[at]);
        if (!is_letter(value) || !is_letter(value ^ 1)) continue;
        message[at] = static_cast<std::byte>(value ^ 1);
        break;
    }
    return message;
}

codec::Bytes strange_letter(codec::Bytes message) {
    if (!message.empty()) message[message.size() / 4] = std::byte{'~'};
    return message;
}

codec::Bytes Voice::damaged(codec::Bytes message) const { return strange_letter(std::move(message)); }

}  // namespace chicane::decoders::sim
