#include "decoders/codec/alge.hpp"

#include <algorithm>

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

// "?0001 C1  09:17:31.8835 00": where its columns stand.
constexpr std::size_t number_at = 1, channel_at = 6, time_at = 10;
constexpr std::size_t number_bytes = 4, channel_bytes = 3;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// C0 to C9, by a cable or by a key. Run times and totals have other words there: they are results of the device.
bool is_pulse(std::string_view channel) {
    return channel.size() >= 2 && channel[0] == 'C' && is_digit(channel[1]) &&
           (channel.size() == 2 || channel[2] == 'M');
}

}  // namespace

void Alge::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    if (line.starts_with('c') || line.starts_with('n')) {  // cleared; number keyed in
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
        return;
    }
    if (line.size() <= time_at || (line[0] != ' ' && line[0] != '?')) return;
    const std::string_view channel = trimmed(line.substr(channel_at, channel_bytes));
    const std::string_view rest = line.substr(time_at);
    const std::string_view number = trimmed(line.substr(number_at, number_bytes));
    const auto time_us = clock_us(rest.substr(0, rest.find(' ')));
    if (!time_us || !std::ranges::all_of(number, is_digit)) return;
    if (!is_pulse(channel)) {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
        return;
    }
    Passing passing;
    passing.time_us = *time_us;
    passing.string = number.substr(std::min(number.find_first_not_of('0'), number.size()));
    passing.clock = ClockBase::day;
    passing.loop = channel;
    passing.trigger = true;
    records.emplace_back(std::move(passing));
}

Bytes alge::encode(const Passing& passing) {
    std::string channel = passing.loop;
    channel.resize(channel_bytes, ' ');
    const auto number = number_of<std::uint32_t>(passing.string).value_or(0);
    return bytes_of(' ' + digits_text(number, number_bytes) + ' ' + channel + ' ' + clock_text(passing.time_us, 4) +
                    " 00\r");
}

}  // namespace chicane::decoders::codec
