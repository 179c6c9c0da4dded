// The parts that sheets are written of: columns, cells, who is ranked and who was best.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "web/feed/json_text.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::sheets {

struct ColumnHead {
    std::string_view head;
    std::string_view style;
};
/// `{"type":"table",…,"rows":[`: rows follow, then end_table().
void begin_table(feed::JsonText& json, std::string_view title, std::initializer_list<ColumnHead> columns);
void end_table(feed::JsonText& json);
void begin_row(feed::JsonText& json, bool muted);
void end_row(feed::JsonText& json);
/// With the mark of the best of all, where it is.
void time_cell(feed::JsonText& json, const std::string& text, bool best);

/// The place, or a dash for who is not ranked.
std::string place_text(const sessions::ClassifiedRow& row);
bool is_timed(const sessions::Setup& setup);  ///< ranked by lap times, not by laps
/// The best lap of all; nothing where there is none.
std::optional<std::int64_t> best_of_all(const sessions::Result& result);
/// A time shown is cut to milliseconds: so is what it is compared by.
std::int64_t cut_ms(std::int64_t us);

}  // namespace chicane::web::sheets
