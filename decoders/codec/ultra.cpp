#include "decoders/codec/ultra.hpp"

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr std::int64_t year_1980_us = 315'532'800 * second_us;
constexpr std::string_view voltage_key = "V=";

/// x,Chip,Seconds,Millis and more, which is passed over.
Record read_passing(std::string_view line, std::size_t wire_bytes) {
    const auto fields = fields_of(line, ',');
    if (fields.size() < 4) return Garbage{wire_bytes, GarbageReason::unknown_record};
    const auto seconds = number_of<std::uint32_t>(fields[2]);
    const auto millis = number_of<std::uint16_t>(fields[3]);
    const auto transponder = transponder_of(fields[1]);
    if (!seconds || !millis || *millis > 999 || !transponder) return Garbage{wire_bytes, GarbageReason::syntax};
    Passing passing;
    passing.transponder = *transponder;
    passing.time_us = year_1980_us + *seconds * second_us + *millis * 1000;
    passing.string = fields[1];
    passing.clock = ClockBase::local;
    return passing;
}

}  // namespace

Bytes Ultra::greet() { return bytes_of("R\r"); }

void Ultra::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    if (!line.starts_with(voltage_key)) return records.push_back(read_passing(line, wire_bytes));
    constexpr std::int64_t tenth_us = second_us / 10, volts_max = 1000;
    const auto millionths = seconds_us(line.substr(voltage_key.size()));  // a number with decimals
    if (millionths && *millionths < volts_max * second_us)
        records.emplace_back(Status{.voltage_dv = static_cast<std::int32_t>((*millionths + tenth_us / 2) / tenth_us)});
}

Bytes ultra::stop_command() { return bytes_of("S\r"); }

Bytes ultra::time_command(std::int64_t time_us) {
    const DateText date = date_text(time_us);
    return bytes_of("t " + clock_text(since_midnight_us(time_us), 0) + ' ' + date.day + '-' + date.month + '-' +
                    date.year + '\r');
}

Bytes ultra::encode(const Passing& passing) {
    const std::int64_t since_1980_us = passing.time_us - year_1980_us;
    return bytes_of("0," + passing.string + ',' + std::to_string(since_1980_us / second_us) + ',' +
                    std::to_string(since_1980_us % second_us / 1000) + ",1,-60\r");
}

}  // namespace chicane::decoders::codec
