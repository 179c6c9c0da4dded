#include "decoders/codec/thcom.hpp"

#include <algorithm>

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::size_t sum_digits = 4;

// TN 0016 0072 05 12:13:56.7800 12345: where its columns stand.
constexpr std::size_t number_at = 3, bib_at = 8, input_at = 13, time_at = 16;
constexpr std::size_t input_bytes = 2;

// CP520: where its columns stand; the line has 30.
constexpr std::size_t cp520_bytes = 30, cp520_input_at = 12, cp520_time_at = 15;

std::string_view without_zeros(std::string_view number) {
    number = trimmed(number);
    return number.substr(std::min(number.find_first_not_of('0'), number.size()));
}

Passing pulse(std::int64_t time_us, std::string_view input) {
    Passing passing;
    passing.time_us = time_us;
    passing.clock = ClockBase::day;
    passing.loop = trimmed(input);
    passing.trigger = true;
    return passing;
}

/// The days behind the time are passed over: nobody says from when they count.
std::optional<Passing> read_pulse(std::string_view text) {
    if (text.size() <= time_at) return std::nullopt;
    const std::string_view rest = text.substr(time_at);
    const auto time_us = clock_us(rest.substr(0, rest.find_first_of(" _")));
    const auto number = number_of<std::uint32_t>(trimmed(text.substr(number_at, bib_at - number_at - 1)));
    if (!time_us || !number) return std::nullopt;
    Passing passing = pulse(*time_us, text.substr(input_at, input_bytes));
    passing.number = number;
    passing.string = without_zeros(text.substr(bib_at, input_at - bib_at - 1));
    return passing;
}

std::optional<Passing> read_cp520(std::string_view text) {
    if (text.size() != cp520_bytes) return std::nullopt;
    const std::string_view rest = text.substr(cp520_time_at);
    const auto time_us = clock_us(rest.substr(0, rest.find(' ')));
    return time_us ? std::optional(pulse(*time_us, text.substr(cp520_input_at, input_bytes))) : std::nullopt;
}

/// Pocket Pro: !T 08:14:00 01/03/20. Which of the first two is the day, nobody says.
std::optional<ClockReading> read_clock(std::string_view text) {
    const auto words = fields_of(text, ' ');
    const auto time_us = words.size() == 3 ? clock_us(words[1]) : std::nullopt;
    return time_us ? std::optional(ClockReading{*time_us, {}, ClockBase::day}) : std::nullopt;
}

/// What stands before a right sum. Absent: the sum is missing or wrong.
std::optional<std::string_view> summed(std::string_view line) {
    if (line.size() < sum_digits + 1 || line[line.size() - sum_digits - 1] != ' ') return std::nullopt;
    const std::string_view text = line.substr(0, line.size() - sum_digits - 1);
    if (number_of<std::uint16_t>(line.substr(line.size() - sum_digits), 16) != thcom::sum_of(text)) return std::nullopt;
    return text;
}

template <class Known>
Record or_broken(const std::optional<Known>& known, std::size_t wire_bytes) {
    return known ? Record(*known) : Record(Garbage{wire_bytes, GarbageReason::syntax});
}

}  // namespace

void Thcom::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    if (line.starts_with('#')) line.remove_prefix(1);
    while (line.ends_with('\t')) line.remove_suffix(1);
    if (line.starts_with("TN_")) return records.push_back(or_broken(read_pulse(line), wire_bytes));
    if (line.starts_with("T ")) return records.push_back(or_broken(read_cp520(line), wire_bytes));
    if (line.starts_with("!T ")) return records.push_back(or_broken(read_clock(line), wire_bytes));
    // Nothing marks its begin: where noise stands before it, the sum tells.
    if (const std::size_t begin = line.rfind("TN "); begin != 0 && begin != std::string_view::npos) {
        if (const auto text = summed(line.substr(begin))) {
            records.emplace_back(Garbage{begin, GarbageReason::frame});
            return records.push_back(or_broken(read_pulse(*text), wire_bytes - begin));
        }
    }
    const auto text = summed(line);
    if (text && text->starts_with("TN ")) return records.push_back(or_broken(read_pulse(*text), wire_bytes));
    records.emplace_back(Garbage{wire_bytes, text ? GarbageReason::unknown_record : GarbageReason::checksum});
}

Bytes Thcom::ask_version() const { return thcom::command("ID"); }
Bytes Thcom::ask_clock() const { return thcom::command("!T"); }

std::uint16_t thcom::sum_of(std::string_view text) {
    std::uint16_t sum = 0;
    for (const char byte : text) sum = static_cast<std::uint16_t>(sum + static_cast<unsigned char>(byte));
    return sum;
}

Bytes thcom::encode(const Passing& passing) {
    const auto bib = number_of<std::uint32_t>(passing.string).value_or(0);
    const std::string text = "TN " + digits_text(passing.number.value_or(0) % 10'000, 4) + ' ' + digits_text(bib, 4) +
                             ' ' + passing.loop + ' ' + clock_text(passing.time_us, 5) + " 00000";
    return bytes_of(text + ' ' + hex_text(sum_of(text), sum_digits) + "\r\n");
}

Bytes thcom::command(std::string_view words) { return bytes_of('#' + std::string(words) + "\r\n"); }

}  // namespace chicane::decoders::codec
