#include "decoders/codec/openstint.hpp"

#include <cmath>

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec {

namespace {

using Fields = std::vector<std::string_view>;

/// Type, time, kind, id, power, hits; then the microseconds that it took, and what may come.
constexpr std::size_t passing_fields_min = 6;
/// Type, time, noise, offset, frames received, frames good.
constexpr std::size_t status_fields_min = 6;
/// Type, time, kind, id, the transponder's time code.
constexpr std::size_t sync_fields_min = 5;

std::optional<std::int32_t> whole_decibels(std::string_view text) {
    constexpr double decibels_max = 1'000;
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    if (!std::isfinite(number) || std::abs(number) > decibels_max) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(number));
}

bool is_kind(std::string_view text) { return text == "OPN" || text == "AMB"; }

void read_passing(const Fields& fields, std::vector<Record>& records) {
    if (fields.size() < passing_fields_min || !is_kind(fields[2])) return;
    const auto time_us = milliseconds_us(fields[1]);
    const auto transponder = number_of<std::uint32_t>(fields[3]);
    const auto strength = whole_decibels(fields[4]);
    const auto hits = number_of<std::int32_t>(fields[5]);
    if (!time_us || !transponder || !strength || !hits || *hits < 0) return;
    Passing passing;
    passing.transponder = {*transponder};
    passing.time_us = *time_us;
    passing.strength = strength;
    passing.hits = hits;
    passing.clock = ClockBase::start;
    records.emplace_back(std::move(passing));
}

/// It also tells the time, so that the clock is known before the first kart comes.
void read_status(const Fields& fields, std::vector<Record>& records) {
    if (fields.size() < status_fields_min) return;
    const auto time_us = milliseconds_us(fields[1]);
    Status status;
    status.noise = whole_decibels(fields[2]);
    if (!time_us || !status.noise) return;
    records.emplace_back(std::move(status));
    records.emplace_back(ClockReading{*time_us, {}, ClockBase::start});
}

/// The transponder's time code would bring two decoders' clocks together; of it only the decoder's own time is kept.
void read_sync(const Fields& fields, std::vector<Record>& records) {
    if (fields.size() < sync_fields_min || !is_kind(fields[2])) return;
    const auto time_us = milliseconds_us(fields[1]);
    if (!time_us || !number_of<std::uint32_t>(fields[3]) || !number_of<std::uint32_t>(fields[4])) return;
    records.emplace_back(ClockReading{*time_us, {}, ClockBase::start});
}

}  // namespace

void OpenStint::read_line(std::string_view line, std::size_t wire_bytes, std::vector<Record>& records) {
    const Fields fields = fields_of(line, ' ');
    if (fields[0] == "P")
        read_passing(fields, records);
    else if (fields[0] == "S")
        read_status(fields, records);
    else if (fields[0] == "T")
        read_sync(fields, records);
    else
        records.emplace_back(Garbage{wire_bytes, GarbageReason::unknown_record});
}

}  // namespace chicane::decoders::codec
