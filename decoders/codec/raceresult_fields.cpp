#include "decoders/codec/raceresult_fields.hpp"

#include <optional>

#include "decoders/codec/text_fields.hpp"

namespace chicane::decoders::codec::raceresult {

namespace {

// No;Transponder;Date;Time;EventID;Hits;MaxRSSI;Internal, and since 1.6 IsActive;Channel;LoopID;LoopOnly;WakeupCounter;Battery;
// Temperature;InternalActive;BoxName;File;MaxRSSIAntenna;BoxId.
constexpr std::size_t number_at = 0, transponder_at = 1, date_at = 2, time_at = 3, hits_at = 5, strength_at = 6;
constexpr std::size_t loop_at = 10, battery_at = 13, internal_at = 15, box_at = 19;
constexpr std::size_t fields_min = 8;

constexpr std::string_view no_date = "0000-00-00";

std::optional<Battery> battery_of(std::string_view volts) {
    const auto uv = seconds_us(volts);  // a number with decimals, in millionths
    if (!uv) return std::nullopt;
    return *uv < battery_low_uv ? Battery::low : Battery::ok;
}

}  // namespace

bool read_time(std::string_view date, std::string_view time, std::int64_t& time_us, ClockBase& clock) {
    const auto since_midnight_us = clock_us(time);
    const auto parts = fields_of(date, '-');
    if (!since_midnight_us || parts.size() != 3) return false;
    time_us = *since_midnight_us;
    clock = ClockBase::day;
    if (date == no_date) return true;
    const auto year = number_of<std::uint16_t>(parts[0]);
    const auto month = number_of<std::uint16_t>(parts[1]);
    const auto day = number_of<std::uint16_t>(parts[2]);
    const auto moment = year && month && day ? date_us(*year, *month, *day, *since_midnight_us) : std::nullopt;
    if (!moment) return false;
    time_us = *moment;
    clock = ClockBase::local;
    return true;
}

Record read_passing(std::span<const std::string_view> fields, std::size_t wire_bytes) {
    const auto field = [&](std::size_t at) { return at < fields.size() ? fields[at] : std::string_view(); };
    const std::string_view name = field(transponder_at);
    Passing passing;
    passing.number = number_of<std::uint32_t>(field(number_at));
    passing.trigger = name == marker;
    const auto transponder = passing.trigger ? std::optional(timing::TransponderId{}) : transponder_of(name);
    const bool timed = read_time(field(date_at), field(time_at), passing.time_us, passing.clock);
    if (fields.size() < fields_min || !passing.number || !transponder || !timed)
        return Garbage{wire_bytes, GarbageReason::syntax};
    passing.transponder = *transponder;
    if (!passing.trigger) passing.string = name;
    passing.hits = number_of<std::int32_t>(field(hits_at));
    passing.strength = number_of<std::int32_t>(field(strength_at));
    passing.loop = field(loop_at);
    passing.battery = battery_of(field(battery_at));
    passing.flags = number_of<std::uint32_t>(field(internal_at));
    passing.decoder = number_of<std::uint32_t>(field(box_at));
    return passing;
}

}  // namespace chicane::decoders::codec::raceresult
