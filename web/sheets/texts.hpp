// Times, gaps, dates and words as they stand on paper. Times are cut, never rounded; words are French or English.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sessions/log_event.hpp"
#include "timing/board.hpp"
#include "timing/charge.hpp"
#include "timing/rules.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::sheets {

inline constexpr std::string_view nothing = "—";

/// Picks one of two.
constexpr std::string_view in(Language language, std::string_view fr, std::string_view en) {
    return language == Language::fr ? fr : en;
}

/// `43.765`, `1:02.345`, `1:02:03.456`; `—` where there is none.
std::string time_text(std::optional<std::int64_t> us);
/// `+3.933`, `1 tour`, `—`. `first`: there is nobody to be behind.
std::string gap_text(const timing::Gap& gap, bool first, Language language);
/// `52,4`, of metres in microseconds.
std::string speed_text(std::int64_t metres, std::optional<std::int64_t> us, Language language);

/// `samedi 6 juin 2026`, `Saturday 6 June 2026`, by a clock so far from UTC.
std::string date_text(std::int64_t at_us, std::int32_t utc_offset_s, Language language);
std::string clock_text(std::int64_t at_us, std::int32_t utc_offset_s, bool seconds);

/// `20 tours ou 15 min, au premier`.
std::string end_text(const timing::End& end, Language language);
/// Why somebody is not ranked; empty for who runs or has finished.
std::string_view status_text(timing::RowState state, Language language);
/// `+5 s`, `avertissement`.
std::string penalty_text(timing::Penalty penalty, std::int64_t amount, bool served, Language language);
/// The same of a decision; a provisional one says so.
std::string decision_text(const sessions::DecisionMade& made, Language language);
std::string laps_text(std::int64_t laps, Language language);

}  // namespace chicane::web::sheets
