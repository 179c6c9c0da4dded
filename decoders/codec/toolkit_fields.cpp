#include "decoders/codec/toolkit_fields.hpp"

#include <algorithm>

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec::toolkit {

namespace {

// "LZ6302115:37:40.704 5 0F  1000125030862": where its columns stand. The reader, the antenna, the lap and the sequence are passed over.
constexpr std::size_t chip_at = 0, time_at = 7, device_at = 19, date_at = 31;
constexpr std::size_t chip_bytes = 7, time_bytes = 12, device_bytes = 2, date_bytes = 6;

constexpr int century = 2000;

/// "250308" and "15:37:40.704".
std::optional<std::int64_t> time_of(std::string_view date, std::string_view time) {
    const auto since_midnight_us = clock_us(trimmed(time));
    const auto day = number_of<std::uint32_t>(date);
    if (date.size() != date_bytes || !day || !since_midnight_us) return std::nullopt;
    const int number = static_cast<int>(*day);
    return date_us(century + number / 10'000, number / 100 % 100, number % 100, *since_midnight_us);
}

/// The value of "key=value" among those between bars.
std::string_view value_of(std::string_view record, std::string_view key) {
    for (const std::string_view pair : fields_of(record, '|'))
        if (pair.starts_with(key) && pair.substr(key.size()).starts_with('=')) return pair.substr(key.size() + 1);
    return {};
}

Passing at(std::int64_t time_us, std::string_view location) {
    Passing passing;
    passing.time_us = time_us;
    passing.clock = ClockBase::local;
    passing.loop = location;
    return passing;
}

Record marker(std::string_view name, std::int64_t time_us, ClockBase clock, std::string_view location) {
    Passing passing = at(time_us, location);
    passing.string = name;
    passing.clock = clock;
    passing.trigger = true;
    return passing;
}

/// V1: "2025-04-13 05:57:56.027|ext-gun|Extern gunshot", as the recording has it.
std::optional<Record> read_marker_v1(std::string_view record, std::string_view location) {
    const auto parts = fields_of(record, '|');
    if (parts.size() != 3 || parts[0].size() < 12 || parts[0][4] != '-' || parts[0][7] != '-') return std::nullopt;
    const auto year = number_of<std::uint16_t>(parts[0].substr(0, 4));
    const auto month = number_of<std::uint16_t>(parts[0].substr(5, 2));
    const auto day = number_of<std::uint16_t>(parts[0].substr(8, 2));
    const auto time_us = clock_us(parts[0].substr(11));
    const auto moment = year && month && day && time_us ? date_us(*year, *month, *day, *time_us) : std::nullopt;
    return moment ? std::optional(marker(parts[2], *moment, ClockBase::local, location)) : std::nullopt;
}

}  // namespace

unsigned sum_of(std::string_view text) {
    unsigned sum = 0;
    for (const char byte : text) sum += static_cast<unsigned char>(byte);
    return sum & 0xFF;
}

Record read_v1(std::string_view record, std::string_view location) {
    if (record.size() != v1_bytes) return Garbage{record.size(), GarbageReason::length};
    if (number_of<unsigned>(record.substr(v1_summed_bytes), 16) != sum_of(record.substr(0, v1_summed_bytes)))
        return Garbage{record.size(), GarbageReason::checksum};
    const std::string_view chip = record.substr(chip_at, chip_bytes);
    const auto transponder = transponder_of(chip);
    const auto time_us = time_of(record.substr(date_at, date_bytes), record.substr(time_at, time_bytes));
    const auto device = number_of<std::uint32_t>(trimmed(record.substr(device_at, device_bytes)));
    if (!transponder || !time_us || !device) return Garbage{record.size(), GarbageReason::syntax};
    Passing passing = at(*time_us, location);
    passing.transponder = *transponder;
    passing.string = chip;
    passing.decoder = device;
    return passing;
}

Record read_v2(std::string_view record, std::string_view location) {
    const std::string_view chip = value_of(record, "c");
    const auto transponder = transponder_of(chip);
    const auto time_us = time_of(value_of(record, "d"), value_of(record, "t"));
    if (!transponder || !time_us) return Garbage{record.size(), GarbageReason::syntax};
    Passing passing = at(*time_us, location);
    passing.transponder = *transponder;
    passing.string = chip;
    passing.strength = number_of<std::int32_t>(value_of(record, "am"));
    passing.hits = number_of<std::int32_t>(value_of(record, "h"));
    passing.decoder = number_of<std::uint32_t>(value_of(record, "dv"));
    return passing;
}

Record read_marker(std::string_view record, std::string_view location) {
    if (const auto v1 = read_marker_v1(record, location)) return *v1;
    const auto time_us = clock_us(value_of(record, "t"));
    if (!time_us) return Garbage{record.size(), GarbageReason::syntax};
    return marker(value_of(record, "n"), *time_us, ClockBase::day, location);
}

}  // namespace chicane::decoders::codec::toolkit
