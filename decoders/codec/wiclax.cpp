#include "decoders/codec/wiclax.hpp"

#include <algorithm>

#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

// chip;date time;device;lap;battery;rewind
constexpr std::size_t device_at = 2, battery_at = 4, rewind_at = 5;
constexpr std::size_t fields_min = 2, fields_known = 6;

constexpr std::uint32_t battery_low_percent = 20;  ///< ours: the protocol gives a percentage and no limit

constexpr std::int64_t second_us = 1'000'000;
/// From its newest passing on, as a line is seldom down for longer; what two loops tell at once may have come in any order.
constexpr std::int64_t rewind_most_us = 86'400 * second_us;
constexpr std::int64_t rewind_slack_us = second_us;
constexpr std::int64_t set_back_us = 120 * second_us;  ///< no passing comes so long after a later one
/// Two in a row that lie further back are of a clock that was put right: no answer reaches to what it told before.
constexpr std::int64_t put_right_us = 2 * rewind_most_us;
constexpr std::size_t again_max = 4'096;  ///< more than one read of a socket holds

constexpr std::string_view rewind_word = "REWIND";
constexpr std::string_view clock_word = "CLOCK ";
constexpr std::string_view start_word = "RACESTART ";

std::optional<std::int64_t> moment_us(std::string_view date, std::string_view time) {
    const auto parts = fields_of(date, '-');
    if (parts.size() != 3) return std::nullopt;
    const auto day = number_of<std::uint16_t>(parts[0]);
    const auto month = number_of<std::uint16_t>(parts[1]);
    const auto year = number_of<std::uint16_t>(parts[2]);
    const auto since_midnight_us = clock_us(time);
    if (!day || !month || !year || !since_midnight_us) return std::nullopt;
    return date_us(*year, *month, *day, *since_midnight_us);
}

/// "22-09-2011 02:41:30.620".
std::optional<std::int64_t> moment_us(std::string_view text) {
    const auto words = fields_of(text, ' ');
    return words.size() == 2 ? moment_us(words[0], words[1]) : std::nullopt;
}

std::string moment_text(std::int64_t time_us, std::size_t decimals) {
    const DateText date = date_text(time_us);
    return date.day + '-' + date.month + '-' + date.year + ' ' + clock_text(since_midnight_us(time_us), decimals);
}

std::optional<Battery> battery_of(std::string_view percent) {
    const auto value = number_of<std::uint32_t>(percent);
    if (!value) return std::nullopt;
    return *value < battery_low_percent ? Battery::low : Battery::ok;
}

/// `again`: it says that it is told for it was asked.
std::optional<Passing> read_passing(std::string_view line, bool& again) {
    const auto fields = fields_of(line, ';');
    if (fields.size() < fields_min || fields.size() > fields_known) return std::nullopt;
    const auto transponder = transponder_of(fields[0]);
    const auto time_us = moment_us(fields[1]);
    if (!transponder || !time_us) return std::nullopt;
    again = fields.size() > rewind_at && fields[rewind_at] == "1";
    Passing passing;
    passing.transponder = *transponder;
    passing.time_us = *time_us;
    passing.string = fields[0];
    passing.clock = ClockBase::local;
    if (fields.size() > device_at) passing.loop = fields[device_at];
    if (fields.size() > battery_at) passing.battery = battery_of(fields[battery_at]);
    return passing;
}

/// "RACESTART 23:59:59,999": somebody pressed a button.
std::optional<Passing> read_start(std::string_view time) {
    const auto time_us = clock_us(time);
    if (!time_us) return std::nullopt;
    Passing passing;
    passing.time_us = *time_us;
    passing.string = "RACESTART";
    passing.clock = ClockBase::day;
    passing.trigger = true;
    return passing;
}

}  // namespace

void Wiclax::resume(std::int64_t newest_us) {
    before_us_ = newest_us_ = std::max(newest_us_.value_or(newest_us), newest_us);
}

/// What passed while the line was down comes before what passes now. After its clock was set back nothing is asked for: what it told
/// before would come as if it were later.
Bytes Wiclax::greet() {
    Bytes words;
    if (newest_us_ && !set_back_)
        words = wiclax::rewind_request(*newest_us_ - rewind_slack_us, *newest_us_ + rewind_most_us);
    const Bytes start = bytes_of("STARTREAD\r");
    words.insert(words.end(), start.begin(), start.end());
    return words;
}

bool Wiclax::told_again(const Passing& passing) const {
    return std::ranges::find(again_, Told{passing.transponder, passing.time_us}) != again_.end();
}

void Wiclax::note(const Passing& passing, bool again) {
    if (passing.trigger) return;
    if (again) {
        again_.emplace_back(passing.transponder, passing.time_us);
        if (again_.size() > again_max) again_.pop_front();
    } else {
        const auto lies_back = [this](std::int64_t time_us, std::int64_t us) {
            return newest_us_ && time_us < *newest_us_ - us;
        };
        if (before_us_ && lies_back(*before_us_, put_right_us) && lies_back(passing.time_us, put_right_us))
            newest_us_ = passing.time_us;
        set_back_ = lies_back(passing.time_us, set_back_us);
    }
    const std::int64_t shown_us = std::min(passing.time_us, before_us_.value_or(passing.time_us));
    newest_us_ = std::max(newest_us_.value_or(shown_us), shown_us);
    before_us_ = passing.time_us;
}

Bytes Wiclax::ask_clock() const { return bytes_of("CLOCK\r"); }

void Wiclax::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    if (line.starts_with('*')) {  // the heartbeat; some send it without an end
        records.emplace_back(Status{});
        line.remove_prefix(std::min(line.find_first_not_of('*'), line.size()));
        wire_bytes = line.size() + 1;
        if (line.empty()) return;
    }
    if (line == "CLOCKOK" || line == "READOK") {
        records.emplace_back(Status{});
    } else if (line.starts_with(clock_word)) {
        const auto time_us = moment_us(line.substr(clock_word.size()));
        records.push_back(time_us ? Record(ClockReading{*time_us, {}, ClockBase::local})
                                  : Record(Garbage{wire_bytes, GarbageReason::syntax}));
    } else {
        bool again = false;
        auto passing =
            line.starts_with(start_word) ? read_start(line.substr(start_word.size())) : read_passing(line, again);
        if (passing) note(*passing, again);
        records.push_back(passing ? Record(*std::move(passing)) : Record(Garbage{wire_bytes, GarbageReason::syntax}));
    }
}

Bytes wiclax::stop_command() { return bytes_of("STOPREAD\r"); }
Bytes wiclax::time_command(std::int64_t time_us) { return bytes_of("CLOCK " + moment_text(time_us, 0) + '\r'); }

Bytes wiclax::rewind_request(std::int64_t from_us, std::int64_t until_us) {
    return bytes_of(std::string(rewind_word) + ' ' + moment_text(from_us, 0) + ' ' + moment_text(until_us, 0) + '\r');
}

/// REWIND, and twice date and time.
std::optional<wiclax::Span> wiclax::read_rewind(std::string_view line) {
    const auto words = fields_of(line, ' ');
    if (words.size() != 5 || words[0] != rewind_word) return std::nullopt;
    const auto from_us = moment_us(words[1], words[2]);
    const auto until_us = moment_us(words[3], words[4]);
    return from_us && until_us ? std::optional(Span{*from_us, *until_us}) : std::nullopt;
}

Bytes wiclax::encode(const Passing& passing, bool again) {
    if (passing.trigger) return bytes_of("RACESTART " + clock_text(passing.time_us, 3) + '\r');
    const std::string battery = !passing.battery ? "" : *passing.battery == Battery::ok ? "80" : "10";
    return bytes_of(passing.string + ';' + moment_text(passing.time_us, 3) + ';' + passing.loop + ";;" + battery +
                    (again ? ";1\r" : ";0\r"));
}

}  // namespace chicane::decoders::codec
