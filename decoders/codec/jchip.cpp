#include "decoders/codec/jchip.hpp"

#include <utility>

#include "decoders/codec/replies.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

constexpr std::string_view time_request = "GT\r";
constexpr std::string_view send_command = "S0000\r";
constexpr std::string_view date_key = "date=";

// "GT0090330853719 date=20250518": hours, minutes, seconds and hundredths; the rest is not known.
constexpr std::size_t clock_at = 3, clock_bytes = 8, head_bytes = 15;

void add(Bytes& replies, std::string_view text) { add_reply(replies, bytes_of(text)); }

struct Moment {
    std::int64_t time_us = 0;
    ClockBase clock = ClockBase::day;
};

/// Of a day when the line ends with its date.
std::optional<Moment> moment_of(std::optional<std::int64_t> since_midnight_us, std::string_view last_word) {
    if (!since_midnight_us) return std::nullopt;
    if (!last_word.starts_with(date_key)) return Moment{*since_midnight_us, ClockBase::day};
    const std::string_view date = last_word.substr(date_key.size());
    const auto number = number_of<std::uint32_t>(date);
    if (date.size() != 8 || !number) return std::nullopt;
    const int day = static_cast<int>(*number);
    const auto time_us = date_us(day / 10'000, day / 100 % 100, day % 100, *since_midnight_us);
    return time_us ? std::optional(Moment{*time_us, ClockBase::local}) : std::nullopt;
}

std::string_view last_word(std::string_view line) { return line.substr(line.rfind(' ') + 1); }

std::optional<ClockReading> read_clock(std::string_view line) {
    if (line.size() < head_bytes) return std::nullopt;
    const std::string_view at = line.substr(clock_at, clock_bytes);
    std::string clock(at.substr(0, 2));
    clock += ':' + std::string(at.substr(2, 2)) + ':' + std::string(at.substr(4, 2)) + '.' + std::string(at.substr(6));
    const auto moment = moment_of(clock_us(clock), last_word(line));
    return moment ? std::optional(ClockReading{moment->time_us, {}, moment->clock}) : std::nullopt;
}

/// "DJ413A35 10:11:16.4433 10  10000      C7 date=20120101".
std::optional<Passing> read_passing(std::string_view line) {
    const auto words = fields_of(line, ' ');
    if (words.size() < 2) return std::nullopt;
    const std::string_view tag = words[0].substr(1);
    const auto transponder = transponder_of(tag);
    const auto moment = moment_of(clock_us(words[1]), last_word(line));
    if (!transponder || !moment) return std::nullopt;
    Passing passing;
    passing.transponder = *transponder;
    passing.time_us = moment->time_us;
    passing.string = tag;
    passing.clock = moment->clock;
    passing.unchecked = true;
    return passing;
}

}  // namespace

Bytes JChip::greet() {
    replies_.clear();
    silent_ = false;
    return {};
}

Bytes JChip::take_replies() { return std::exchange(replies_, {}); }
Bytes JChip::ask_clock() const { return bytes_of(time_request); }

void JChip::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    constexpr std::size_t name_at = 5;  // behind N and four digits
    if (line[0] == 'N') {
        silent_ = true;
        add(replies_, time_request);
        records.emplace_back(Version{.description = std::string(line.substr(std::min(line.size(), name_at)))});
    } else if (line.starts_with("GT")) {
        if (std::exchange(silent_, false)) add(replies_, send_command);
        if (const auto clock = read_clock(line)) records.emplace_back(*clock);
    } else if (line[0] == 'D') {
        if (auto passing = read_passing(line)) records.emplace_back(*std::move(passing));
    } else {
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
    }
}

Bytes jchip::encode(const Passing& passing) {
    const DateText date = date_text(passing.time_us);
    return bytes_of('D' + passing.string + ' ' + clock_text(since_midnight_us(passing.time_us), 4) +
                    " 10  10000      C7 date=" + date.year + date.month + date.day + '\r');
}

}  // namespace chicane::decoders::codec
