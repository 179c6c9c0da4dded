#include "decoders/codec/chronelec_fields.hpp"

#include <algorithm>
#include <string>

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec::chronelec {

namespace {

// STA, BOX, B01 and B02 are known loops; another name is a loop too, since the sum vouches for it.
constexpr std::string_view manual_key = "MAN";

constexpr std::size_t config_id_at = 43;  ///< four digits, each a byte
constexpr std::size_t config_id_bytes = 4;
constexpr std::size_t config_firmware_at = 47;  ///< two digits in a byte

std::vector<std::string_view> words_of(std::string_view text) {
    auto words = fields_of(text, ' ');
    std::erase(words, std::string_view());
    return words;
}

/// "80:27'53"016": hours, minutes, seconds, thousandths.
std::optional<std::int64_t> running_time_us(std::string_view text) {
    std::string clock(text);
    std::ranges::replace(clock, '\'', ':');
    std::ranges::replace(clock, '"', '.');
    return clock_us(clock);
}

std::optional<Battery> battery_of(std::uint32_t digit) {
    switch (digit) {
        case 0:
        case 1:
            return Battery::ok;
        case 2:
            return Battery::low;
        case 3:
            return Battery::faulty;
        default:
            return std::nullopt;
    }
}

/// 0x97 is 97.
std::optional<int> two_digits(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (value >> 4 > 9 || (value & 15) > 9) return std::nullopt;
    return (value >> 4) * 10 + (value & 15);
}

}  // namespace

std::uint32_t sum_of(std::string_view text) {
    std::uint32_t sum = 0;
    for (const char byte : text) sum += static_cast<unsigned char>(byte);
    return sum;
}

Record read_passing(std::string_view body, std::size_t wire_bytes) {
    const std::size_t summed = body.size() - std::min(body.size(), sum_digits);
    const std::string_view text = body.substr(0, summed);
    if (number_of<std::uint32_t>(body.substr(summed)) != sum_of(text))
        return Garbage{wire_bytes, GarbageReason::checksum};
    const auto words = words_of(text);
    if (words.size() != 6) return Garbage{wire_bytes, GarbageReason::syntax};
    const auto id = number_of<std::uint32_t>(words[1]);
    const auto time_us = running_time_us(words[2]);
    const auto level = number_of<std::uint32_t>(words[3]);
    const auto battery = number_of<std::uint32_t>(words[5]);
    if (!id || !time_us || !level || *level > 99 || !battery) return Garbage{wire_bytes, GarbageReason::syntax};
    Passing passing;
    passing.trigger = *id == photocell_id || words[0] == manual_key;
    if (!passing.trigger) passing.transponder = {*id};
    passing.time_us = *time_us;
    passing.strength = static_cast<std::int32_t>(*level);
    passing.clock = ClockBase::start;
    passing.loop = words[0];
    passing.battery = battery_of(*battery);
    return passing;
}

void read_status(std::string_view body, std::size_t wire_bytes, std::vector<Record>& records) {
    const auto words = words_of(body);
    const auto noise = [&](std::size_t at, const char* loop) {
        return Status{.noise = number_of<std::uint16_t>(words[at]), .loop = loop};
    };
    if (words.size() != 5 || !number_of<std::uint16_t>(words[1]) || !number_of<std::uint16_t>(words[2])) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::syntax});
        return;
    }
    records.emplace_back(noise(1, "STA"));
    records.emplace_back(noise(2, "BOX"));
}

Record read_config(std::string_view body, std::size_t wire_bytes) {
    std::string id;
    for (const char digit : body.substr(config_id_at, config_id_bytes))
        id += static_cast<char>(static_cast<unsigned char>(digit) + '0');
    const auto firmware = two_digits(body[config_firmware_at]);
    const auto decoder = number_of<std::uint32_t>(id);
    if (!decoder || !firmware) return Garbage{wire_bytes, GarbageReason::syntax};
    return Version{.version = std::to_string(*firmware), .decoder = decoder};
}

}  // namespace chicane::decoders::codec::chronelec
