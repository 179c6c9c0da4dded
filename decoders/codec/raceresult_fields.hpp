// Reads what stands in RACE RESULT's lines. decoders.md §3.7 [S].
#pragma once

#include <span>
#include <string_view>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec::raceresult {

inline constexpr std::string_view marker = "99999";  ///< the transponder of a trigger: a photocell, a button

/// 2.3 V, said by RACE RESULT to be the lowest good one.
inline constexpr std::int64_t battery_low_uv = 2'300'000;

/// "2012-06-06" and "13:11:30.904"; a date of zeros is a clock that was never set, whose times are those of no known day.
bool read_time(std::string_view date, std::string_view time, std::int64_t& time_us, ClockBase& clock);

/// 20 fields since protocol 1.6, 8 before; more may come.
Record read_passing(std::span<const std::string_view> fields, std::size_t wire_bytes);

}  // namespace chicane::decoders::codec::raceresult
