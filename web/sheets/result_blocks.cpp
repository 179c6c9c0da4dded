// The sheet of a result: the classification, the foot-notes of decisions, the best laps.
#include <algorithm>
#include <vector>

#include "web/sheets/document.hpp"
#include "web/sheets/parts.hpp"
#include "web/sheets/texts.hpp"

namespace chicane::web::sheets {
namespace {

using feed::JsonText;
using sessions::ClassifiedRow;

constexpr std::size_t best_laps_shown = 5;

/// `1, 3`: which of the foot-notes are this entrant's.
std::string notes_of(const Facts& facts, timing::EntrantId entrant) {
    std::string notes;
    for (std::size_t i = 0; i < facts.result->decisions.size(); ++i) {
        if (facts.result->decisions[i].entrant != entrant) continue;
        notes += (notes.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    return notes;
}

void name_cell(JsonText& json, const Facts& facts, const ClassifiedRow& row) {
    const auto notes = notes_of(facts, row.entrant);
    if (notes.empty()) {
        json.text(name_of(facts, row));
        return;
    }
    json.begin_object().key("text").text(name_of(facts, row)).key("note").text(notes).end_object();
}

void best_cells(JsonText& json, const Facts& facts, const ClassifiedRow& row) {
    const auto best = best_of_all(*facts.result);
    time_cell(json, time_text(row.best_us),
              best && row.best_us && cut_ms(*row.best_us) == cut_ms(*best) && row.best_us == best);
    json.text(row.best_lap ? std::to_string(*row.best_lap) : std::string(nothing));
}

/// Words instead of figures for who is not ranked and has words to say.
std::string_view words_of(const Facts& facts, const ClassifiedRow& row) {
    if (row.classified) return {};
    const auto words = status_text(row.status, facts.language);
    if (!words.empty() || row.laps > 0) return words;
    return facts.result->state == timing::SessionState::finished ? in(facts.language, "non classé", "not classified")
                                                                 : std::string_view{};
}

void gap_cells(JsonText& json, const Facts& facts, const ClassifiedRow& row) {
    const bool first = &row == &facts.result->classification.front();
    json.text(gap_text(row.gap, first, facts.language)).text(gap_text(row.interval, first, facts.language));
}

/// As driven: what stewards have added to the time and taken off the laps was not.
std::string average_speed(const Facts& facts, const ClassifiedRow& row) {
    if (!row.total_us) return std::string(nothing);
    const bool charged = facts.result->state == timing::SessionState::finished;
    const std::int64_t laps = row.laps + (charged ? row.penalty_laps : 0);
    return speed_text(facts.length_m * laps, *row.total_us - (charged ? row.penalty_us : 0), facts.language);
}

void race_row(JsonText& json, const Facts& facts, const ClassifiedRow& row) {
    json.text(std::to_string(row.laps));
    if (const auto words = words_of(facts, row); !words.empty()) {
        json.begin_object().key("text").text(words).key("span").integer(3).end_object();
    } else {
        json.text(time_text(row.total_us));
        gap_cells(json, facts, row);
    }
    best_cells(json, facts, row);
    json.text(row.classified ? average_speed(facts, row) : std::string(nothing));
}

void timed_row(JsonText& json, const Facts& facts, const ClassifiedRow& row) {
    best_cells(json, facts, row);
    if (facts.setup.rules.rank == timing::Ranking::average_lap) json.text(time_text(row.average_us));
    if (const auto words = words_of(facts, row); !words.empty()) {
        json.begin_object().key("text").text(words).key("span").integer(2).end_object();
    } else {
        gap_cells(json, facts, row);
    }
    json.text(std::to_string(row.laps)).text(speed_text(facts.length_m, row.best_us, facts.language));
}

void begin_classification(JsonText& json, const Facts& facts) {
    const auto l = facts.language;
    const ColumnHead place{in(l, "Pos", "Pos"), "place"};
    const ColumnHead kart{"Kart", "plate"};
    const ColumnHead name{in(l, "Pilote", "Driver"), "name"};
    const ColumnHead laps{in(l, "Tours", "Laps"), "figure"};
    const ColumnHead gap{in(l, "Écart", "Gap"), "figure"};
    const ColumnHead interval{in(l, "Interv.", "Interval"), "quiet"};
    const ColumnHead best{in(l, "Meilleur", "Best"), "figure"};
    const ColumnHead best_lap{in(l, "au tour", "on lap"), "quiet"};
    const ColumnHead average{in(l, "Moyenne", "Average"), "figure"};
    const ColumnHead speed{"km/h", "quiet"};
    if (!is_timed(facts.setup))
        begin_table(
            json, "",
            {place, kart, name, laps, {in(l, "Temps", "Time"), "figure"}, gap, interval, best, best_lap, speed});
    else if (facts.setup.rules.rank == timing::Ranking::average_lap)
        begin_table(json, "", {place, kart, name, best, best_lap, average, gap, interval, laps, speed});
    else
        begin_table(json, "", {place, kart, name, best, best_lap, gap, interval, laps, speed});
}

void write_classification(JsonText& json, const Facts& facts) {
    begin_classification(json, facts);
    for (const auto& row : facts.result->classification) {
        begin_row(json, !row.classified);
        json.text(place_text(row)).text(row.number);
        name_cell(json, facts, row);
        is_timed(facts.setup) ? timed_row(json, facts, row) : race_row(json, facts, row);
        end_row(json);
    }
    end_table(json);
}

/// `D12, art. 7.3, contact au virage 3 : +5 s, comprises.`
void write_note(JsonText& json, const Facts& facts, std::size_t index) {
    const auto& made = facts.result->decisions[index];
    std::string middle;
    if (!made.article.empty()) middle += ", art. " + made.article;
    if (!made.fact.empty()) middle += ", " + made.fact;
    middle += in(facts.language, "\u00a0: ", ": ");
    const bool in_the_time =
        made.penalty == timing::Penalty::time ||
        ((made.penalty == timing::Penalty::stop_and_go || made.penalty == timing::Penalty::drive_through) &&
         !made.served && made.amount > 0);
    json.begin_object().key("mark").text(std::to_string(index + 1)).key("text").begin_array();
    json.begin_object().key("bold").text("D" + std::to_string(made.number)).end_object().text(middle);
    json.begin_object().key("bold").text(decision_text(made, facts.language)).end_object();
    json.text(in_the_time && !made.provisional ? in(facts.language, ", dans le temps.", ", in the time.") : ".")
        .end_array()
        .end_object();
}

void write_notes(JsonText& json, const Facts& facts) {
    if (facts.result->decisions.empty()) return;
    json.begin_object().key("type").text("notes").key("title").text(in(facts.language, "Décisions", "Decisions"));
    json.key("items").begin_array();
    for (std::size_t i = 0; i < facts.result->decisions.size(); ++i) write_note(json, facts, i);
    json.end_array().end_object();
}

/// In a ranking by best laps they are the classification.
void write_best_laps(JsonText& json, const Facts& facts) {
    std::vector<const ClassifiedRow*> rows;
    for (const auto& row : facts.result->classification)
        if (row.best_us) rows.push_back(&row);
    if (rows.empty() || is_timed(facts.setup)) return;
    std::ranges::stable_sort(rows, {}, [](const ClassifiedRow* row) { return cut_ms(*row->best_us); });
    rows.resize(std::min(rows.size(), best_laps_shown));
    json.begin_object().key("type").text("beside").key("parts").begin_array();
    begin_table(json, in(facts.language, "Meilleurs tours", "Best laps"),
                {{"", "quiet"}, {"", "plate"}, {"", "name"}, {"", "figure"}, {"", "quiet"}});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        begin_row(json, false);
        json.text(std::to_string(i + 1)).text(rows[i]->number).text(name_of(facts, *rows[i]));
        json.text(time_text(rows[i]->best_us));
        json.text(std::string(in(facts.language, "tour", "lap")) + "\u00a0" +
                  std::to_string(rows[i]->best_lap.value_or(0)));
        end_row(json);
    }
    end_table(json);
    json.begin_object()
        .key("type")
        .text("notes")
        .key("items")
        .begin_array()
        .end_array()
        .end_object();  // its right half
    json.end_array().end_object();
}

}  // namespace

void write_result(JsonText& json, const Facts& facts) {
    write_classification(json, facts);
    write_notes(json, facts);
    write_best_laps(json, facts);
}

}  // namespace chicane::web::sheets
