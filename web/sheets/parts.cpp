#include "web/sheets/parts.hpp"

#include "web/sheets/texts.hpp"

namespace chicane::web::sheets {

void begin_table(feed::JsonText& json, std::string_view title, std::initializer_list<ColumnHead> columns) {
    json.begin_object().key("type").text("table");
    if (!title.empty()) json.key("title").text(title);
    json.key("columns").begin_array();
    for (const auto& column : columns) {
        json.begin_object().key("head").text(column.head).key("style").text(column.style).end_object();
    }
    json.end_array().key("rows").begin_array();
}

void end_table(feed::JsonText& json) { json.end_array().end_object(); }

void begin_row(feed::JsonText& json, bool muted) {
    json.begin_object();
    if (muted) json.key("muted").boolean(true);
    json.key("cells").begin_array();
}

void end_row(feed::JsonText& json) { json.end_array().end_object(); }

void time_cell(feed::JsonText& json, const std::string& text, bool best) {
    if (!best) {
        json.text(text);
        return;
    }
    json.begin_object().key("text").text(text).key("best").boolean(true).key("mark").text("P").end_object();
}

std::string place_text(const sessions::ClassifiedRow& row) {
    return row.classified ? std::to_string(row.position) : "–";
}

bool is_timed(const sessions::Setup& setup) {
    return setup.rules.rank == timing::Ranking::best_lap || setup.rules.rank == timing::Ranking::average_lap;
}

std::int64_t cut_ms(std::int64_t us) { return us / 1000; }

std::optional<std::int64_t> best_of_all(const sessions::Result& result) {
    std::optional<std::int64_t> best;
    for (const auto& row : result.classification) {
        if (row.best_us && (!best || *row.best_us < *best)) best = row.best_us;
    }
    return best;
}

}  // namespace chicane::web::sheets
