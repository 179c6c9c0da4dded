// What a sheet is made of: a session, its result, and where and when it is printed. Plain values; the API fills them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sessions/result.hpp"
#include "sessions/setup.hpp"

namespace chicane::web::sheets {

enum class Kind { result, entries, grid, lap_times, lap_chart, sectors, decisions, certificate };
inline constexpr std::array<std::string_view, 8> kind_words{"result",    "entries", "grid",      "lap_times",
                                                            "lap_chart", "sectors", "decisions", "certificate"};
enum class Language { fr, en };
enum class Names { full, of_public };

std::optional<Kind> kind_of(std::string_view word);
constexpr std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }
/// Before the arming there are entries and a grid, and nothing else.
constexpr bool needs_result(Kind kind) { return kind != Kind::entries && kind != Kind::grid; }

struct Facts {
    std::string centre;
    std::string logo;  ///< a picture's path; empty: the mark of the house
    std::string track;
    std::int32_t length_m = 0;  ///< 0: not known, and no speeds
    sessions::Setup setup;      ///< entrants in order of the grid
    std::optional<sessions::Result> result;
    std::optional<std::int64_t> started_at_us;
    std::uint64_t log = 0;  ///< how far the journal was: two sheets of one number say the same
    std::int64_t printed_at_us = 0;
    std::int32_t utc_offset_s = 0;  ///< of the centre's clock then
    Language language = Language::fr;
    Names names = Names::full;
};

const std::string& name_of(const Facts& facts, const sessions::ClassifiedRow& row);
const std::string& name_of(const Facts& facts, const sessions::EntrantSetup& entrant);
/// `Anna, Ben`; empty where there is no team.
std::string drivers_text(const Facts& facts, const sessions::EntrantSetup& entrant);

}  // namespace chicane::web::sheets
