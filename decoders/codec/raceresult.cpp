#include "decoders/codec/raceresult.hpp"

#include <algorithm>
#include <utility>

#include "decoders/codec/raceresult_fields.hpp"
#include "decoders/codec/replies.hpp"
#include "decoders/codec/text_fields.hpp"
#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::codec {

namespace {

/// The newest that is understood here; a decoder that speaks only older ones is asked for its newest.
constexpr std::pair<unsigned, unsigned> newest{3, 2};
constexpr int counts_in_vain_max = 3;    ///< a count comes each half minute, and each is a try to fetch
constexpr std::uint32_t fetch_max = 32;  ///< so many passings an answer: none is longer than a second on a slow line

Bytes line(const std::string& text) { return bytes_of(text + "\r\n"); }
void add(Bytes& replies, const std::string& text) { add_reply(replies, line(text)); }

/// "2.6".
std::optional<std::pair<unsigned, unsigned>> protocol_of(std::string_view text) {
    const auto parts = fields_of(text, '.');
    const auto major = number_of<unsigned>(parts[0]);
    const auto minor = parts.size() == 2 ? number_of<unsigned>(parts[1]) : std::nullopt;
    return major && minor ? std::optional(std::pair(*major, *minor)) : std::nullopt;
}

std::string fetch_text(std::uint32_t from, std::uint32_t count) {
    return std::to_string(from) + ':' + std::to_string(count);
}

/// Date, time, power, antennas, timing, file, GPS and what newer protocols add.
Status read_status(std::span<const std::string_view> fields) {
    constexpr std::size_t gps_at = 7;
    return Status{.gps = fields.size() > gps_at ? number_of<std::int32_t>(fields[gps_at]) : std::nullopt};
}

}  // namespace

Bytes RaceResult::greet() {
    replies_.clear();
    fetched_until_ = 0;
    agreed_ = false;
    before_first_ = 0;
    return line("GETPROTOCOL");
}

bool RaceResult::owes() const { return has_more() && counts_in_vain_ < counts_in_vain_max; }

Bytes RaceResult::take_replies() { return std::exchange(replies_, {}); }
Bytes RaceResult::ask_clock() const { return bytes_of("GETTIME\r\nPASSINGS\r\n"); }

Bytes RaceResult::ask_again(std::uint32_t from, std::uint32_t until) const {
    return until < from ? Bytes() : line(fetch_text(from, until - from + 1));
}

void RaceResult::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    const auto fields = fields_of(line, ';');
    const bool pushed = fields[0] == "#P";
    if (pushed || (line[0] >= '0' && line[0] <= '9')) {
        records.push_back(raceresult::read_passing(std::span(fields).subspan(pushed ? 1 : 0), wire_bytes));
        if (const auto* passing = std::get_if<Passing>(&records.back())) heard(*passing->number);
    } else {
        read_answer(fields, wire_bytes, records);
    }
}

void RaceResult::read_answer(std::span<const std::string_view> fields, std::size_t wire_bytes,
                             std::vector<Record>& records) {
    constexpr std::string_view plain[] = {"SETPROTOCOL",   "SETPUSHPASSINGS", "STARTOPERATION",
                                          "STOPOPERATION", "SETTIME",         "PASSINGS"};
    const std::string_view word = fields[0];
    ClockReading clock;
    if (word == "GETPROTOCOL" && fields.size() == 4 && protocol_of(fields[3])) {
        const bool spoken = *protocol_of(fields[3]) >= newest;
        add(replies_, "SETPROTOCOL;" + (spoken ? std::string("3.2") : std::string(fields[3])));
        records.emplace_back(Version{.version = std::string(fields[1])});
    } else if (word == "GETSTATUS" && fields.size() > 1) {
        records.emplace_back(read_status(fields));
    } else if (word == "GETTIME" && fields.size() == 3 &&
               raceresult::read_time(fields[1], fields[2], clock.time_us, clock.clock)) {
        records.emplace_back(clock);
    } else if (std::ranges::find(plain, word) != std::end(plain) || word.starts_with("ONLY ")) {
        if (word == "SETPROTOCOL") {
            agreed_ = true;
            add(replies_, "SETPUSHPASSINGS;1;0\r\nGETSTATUS");
        }
        if (word == "PASSINGS") count(fields);
        records.emplace_back(Status{});  // an answer without news: it lives
    } else {
        const bool known = word == "GETPROTOCOL" || word == "GETSTATUS" || word == "GETTIME";
        records.emplace_back(Garbage{wire_bytes, known ? GarbageReason::syntax : GarbageReason::unknown_record});
    }
}

/// PASSINGS;<count>;<file>. What was there before us is not fetched: it may be of other days. A decoder that was known is asked for what
/// came meanwhile by ask_again.
void RaceResult::count(std::span<const std::string_view> fields) {
    const auto count = fields.size() > 1 ? number_of<std::uint32_t>(fields[1]) : std::nullopt;
    if (!count) return;
    const auto file = fields.size() > 2 ? number_of<std::uint32_t>(fields[2]) : std::nullopt;
    // A passing pushed before the first count, or while one was on its way, is no sign of a new file.
    const bool first = !std::exchange(counted_, true);
    const bool anew = !first && heard_ && (file != file_ || *count + fetch_max < *heard_);
    if (anew) heard_ = 0;
    if (anew || !heard_) fetched_until_ = 0;
    file_ = file;
    counts_in_vain_ = has_more() ? std::min(counts_in_vain_ + 1, counts_in_vain_max) : 0;
    if (counts_in_vain_ == counts_in_vain_max) before_first_ = 0;  // those are asked for once
    held_ = *count;
    if (!heard_) heard_ = held_;
    fetch();
}

void RaceResult::heard(std::uint32_t number) {
    // Whoever asks by the gaps in the numbers knows of none before the first that came.
    if (!any_came_ && heard_ && number > *heard_ && number - *heard_ > 1) {
        before_first_ = number - *heard_ - 1;
        add(replies_, fetch_text(*heard_ + 1, before_first_));
    } else if (before_first_ > 0 && number < *heard_) {
        --before_first_;
        counts_in_vain_ = 0;
    }
    any_came_ = true;
    if (number <= fetched_until_) counts_in_vain_ = 0;
    if (!heard_ || number > *heard_) heard_ = number;
    if (number == fetched_until_) fetch();
}

void RaceResult::fetch() {
    if (!heard_ || held_ <= *heard_) return;
    const std::uint32_t count = std::min(held_ - *heard_, fetch_max);
    fetched_until_ = *heard_ + count;
    add(replies_, fetch_text(*heard_ + 1, count));
}

Bytes raceresult::time_command(std::int64_t time_us) {
    const DateText date = date_text(time_us);
    return line("SETTIME;" + date.year + '-' + date.month + '-' + date.day + ';' +
                clock_text(since_midnight_us(time_us), 3));
}

Bytes raceresult::start_command() { return line("STARTOPERATION"); }
Bytes raceresult::stop_command() { return line("STOPOPERATION"); }

Bytes raceresult::encode(const Passing& passing, bool pushed) {
    const auto text = [](const auto& value) { return value ? std::to_string(*value) : std::string(); };
    const DateText date = date_text(passing.time_us);
    const bool dated = passing.clock == ClockBase::local;
    const std::string day = dated ? date.year + '-' + date.month + '-' + date.day : "0000-00-00";
    const std::string battery = !passing.battery ? "" : *passing.battery == Battery::ok ? "2.9" : "2.1";
    return line((pushed ? "#P;" : "") + text(passing.number) + ';' +
                (passing.trigger ? std::string(marker) : passing.string) + ';' + day + ';' +
                clock_text(since_midnight_us(passing.time_us), 3) + ";0;" + text(passing.hits) + ';' +
                text(passing.strength) + ";;1;1;" + passing.loop + ";0;0;" + battery + ";20;" + text(passing.flags) +
                ";D;1;1;" + text(passing.decoder));
}

}  // namespace chicane::decoders::codec
