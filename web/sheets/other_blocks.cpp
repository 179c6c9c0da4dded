// The other sheets: entries, grid, laps, lap chart, sectors, decisions, certificates.
#include <algorithm>
#include <map>

#include "web/sheets/document.hpp"
#include "web/sheets/parts.hpp"
#include "web/sheets/tables.hpp"
#include "web/sheets/texts.hpp"

namespace chicane::web::sheets {
namespace {

using feed::JsonText;
using sessions::ClassifiedRow;

/// A table of a page's width; more sectors than that stand in a second one.
constexpr std::int32_t sectors_in_table = 6;

std::map<timing::EntrantId, std::vector<const sessions::ResultLap*>> laps_of_each(const sessions::Result& result) {
    std::map<timing::EntrantId, std::vector<const sessions::ResultLap*>> made;
    for (const auto& lap : result.laps) made[lap.entrant].push_back(&lap);
    return made;
}

void write_laps(JsonText& json, const ClassifiedRow& row, const std::vector<const sessions::ResultLap*>& laps,
                std::optional<std::int64_t> best_of_all) {
    json.key("laps").begin_array();
    for (const auto* lap : laps) {
        json.begin_object().key("lap").text(std::to_string(lap->lap)).key("time").text(time_text(lap->time_us));
        if (row.best_lap == lap->lap) {
            const bool best = row.best_us == best_of_all;
            if (best) json.key("best").boolean(true);
            json.key("mark").text(best ? "P" : "G");
        }
        json.end_object();
    }
    json.end_array();
}

std::string laps_note(const ClassifiedRow& row, Language language) {
    std::string text = laps_text(row.laps, language);
    if (row.best_us) text += std::string(in(language, ", meilleur ", ", best ")) + time_text(row.best_us);
    if (row.average_us) text += std::string(in(language, ", moyenne ", ", average ")) + time_text(row.average_us);
    return text;
}

/// From the grid on, where there is one; who is ranked and was lapped ends where the result has him.
std::vector<std::int64_t> places_of(const Facts& facts, const ClassifiedRow& row, const PlacesByLap& places,
                                    bool grid) {
    std::vector<std::int64_t> made;
    if (grid) {
        const auto& entrants = facts.setup.entrants;
        const auto found = std::ranges::find(entrants, row.entrant, &sessions::EntrantSetup::id);
        made.push_back(found - entrants.begin() + 1);
    }
    for (const auto& lap : places.laps) {
        const auto found = std::ranges::find(lap, row.entrant, &sessions::ResultLap::entrant);
        if (found == lap.end()) break;
        made.push_back(found - lap.begin() + 1);
    }
    const bool ended = facts.result->state == timing::SessionState::finished && row.classified;
    while (ended && !made.empty() && made.size() < places.laps.size() + (grid ? 1 : 0)) made.push_back(row.position);
    return made;
}

/// A grid is known where everybody who ran stands on it.
bool has_grid(const Facts& facts) {
    if (is_timed(facts.setup)) return false;
    return std::ranges::all_of(facts.result->classification, [&](const ClassifiedRow& row) {
        const auto& entrants = facts.setup.entrants;
        return std::ranges::find(entrants, row.entrant, &sessions::EntrantSetup::id) != entrants.end();
    });
}

std::optional<std::int64_t> best_of_all_in(const sessions::Result& result, std::int32_t sector) {
    std::optional<std::int64_t> best;
    for (const auto& row : result.classification) {
        const auto time = best_of_sector(row, sector);
        if (time && (!best || *time < *best)) best = time;
    }
    return best;
}

void sector_row(JsonText& json, const Facts& facts, const ClassifiedRow& row, std::int32_t from, std::int32_t until) {
    begin_row(json, !row.classified);
    json.text(place_text(row)).text(row.number).text(name_of(facts, row));
    for (std::int32_t sector = from; sector < until; ++sector) {
        const auto time = best_of_sector(row, sector);
        time_cell(json, time_text(time), time && time == best_of_all_in(*facts.result, sector));
    }
    const auto ideal = ideal_us(row);
    json.text(time_text(ideal));
    time_cell(json, time_text(row.best_us), row.best_us && row.best_us == best_of_all(*facts.result));
    const bool both = ideal && row.best_us;
    json.text(both ? "+" + time_text(std::max<std::int64_t>(0, *row.best_us - *ideal)) : std::string(nothing));
    end_row(json);
}

void write_sector_table(JsonText& json, const Facts& facts, std::int32_t from, std::int32_t until) {
    const auto l = facts.language;
    json.begin_object().key("type").text("table").key("columns").begin_array();
    const auto column = [&](std::string_view head, std::string_view style) {
        json.begin_object().key("head").text(head).key("style").text(style).end_object();
    };
    column("Pos", "place");
    column("Kart", "plate");
    column(in(l, "Pilote", "Driver"), "name");
    for (std::int32_t sector = from; sector < until; ++sector) column("S" + std::to_string(sector), "figure");
    column(in(l, "Idéal", "Ideal"), "figure");
    column(in(l, "Meilleur", "Best"), "figure");
    column(in(l, "Perdu", "Lost"), "quiet");
    json.end_array().key("rows").begin_array();
    for (const auto& row : facts.result->classification) sector_row(json, facts, row, from, until);
    end_table(json);
}

void fact(JsonText& json, std::string_view label, const std::string& value) {
    json.begin_object().key("label").text(label).key("value").text(value).end_object();
}

/// A cell holds so much; who reads more of a large team reads it in the CSV.
constexpr std::size_t cell_bytes_max = 400;

std::string cut_at_a_name(std::string names) {
    if (names.size() <= cell_bytes_max) return names;
    const std::size_t at = names.rfind(", ", cell_bytes_max);
    return names.substr(0, at == std::string::npos ? 0 : at) + " …";
}

}  // namespace

void write_entries(JsonText& json, const Facts& facts) {
    const auto l = facts.language;
    const auto& entrants = facts.setup.entrants;
    const bool teams = std::ranges::any_of(entrants, [](const auto& entrant) { return !entrant.drivers.empty(); });
    const ColumnHead number{in(l, "N°", "No."), "quiet"};
    const ColumnHead kart{"Kart", "plate"};
    const ColumnHead tag{in(l, "Transpondeur", "Transponder"), "quiet"};
    if (teams)
        begin_table(json, "",
                    {number, kart, {in(l, "Équipe", "Team"), "name"}, {in(l, "Pilotes", "Drivers"), "words"}, tag});
    else
        begin_table(json, "", {number, kart, {in(l, "Pilote", "Driver"), "name"}, tag});
    std::size_t count = 0;
    for (const auto& entrant : entrants) {
        begin_row(json, false);
        json.text(std::to_string(++count)).text(entrant.number).text(name_of(facts, entrant));
        if (teams) json.text(cut_at_a_name(drivers_text(facts, entrant)));
        json.text(entrant.transponders.empty() ? std::string(nothing)
                                               : std::to_string(entrant.transponders.front().value));
        end_row(json);
    }
    end_table(json);
}

void write_grid(JsonText& json, const Facts& facts) {
    json.begin_object().key("type").text("grid").key("slots").begin_array();
    std::size_t place = 0;
    for (const auto& entrant : facts.setup.entrants) {
        json.begin_object().key("place").text(std::to_string(++place)).key("plate").text(entrant.number);
        json.key("name").text(name_of(facts, entrant)).end_object();
    }
    json.end_array().end_object();
}

void write_lap_times(JsonText& json, const Facts& facts) {
    const auto laps = laps_of_each(*facts.result);
    const auto best = best_of_all(*facts.result);
    json.begin_object().key("type").text("laps").key("entrants").begin_array();
    for (const auto& row : facts.result->classification) {
        const auto found = laps.find(row.entrant);
        if (found == laps.end()) continue;
        json.begin_object().key("plate").text(row.number).key("name").text(name_of(facts, row));
        json.key("note").text(laps_note(row, facts.language));
        write_laps(json, row, found->second, best);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_lap_chart(JsonText& json, const Facts& facts) {
    const auto places = places_by_lap(*facts.result);
    const bool grid = has_grid(facts);
    json.begin_object().key("type").text("chart").key("x_label").text(in(facts.language, "tour", "lap"));
    json.key("y_label").text("place").key("first_x").integer(grid ? 0 : 1).key("lines").begin_array();
    for (const auto& row : facts.result->classification) {
        const auto line = places_of(facts, row, places, grid);
        if (line.empty()) continue;
        json.begin_object()
            .key("plate")
            .text(row.number)
            .key("name")
            .text(name_of(facts, row))
            .key("places")
            .begin_array();
        for (const auto place : line) json.integer(place);
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

void write_sectors(JsonText& json, const Facts& facts) {
    const auto count = sectors_of(*facts.result);
    for (std::int32_t from = 1; from == 1 || from <= count; from += sectors_in_table)
        write_sector_table(json, facts, from, std::min(from + sectors_in_table, count + 1));
}

void write_decisions(JsonText& json, const Facts& facts) {
    const auto l = facts.language;
    begin_table(json, "",
                {{in(l, "N°", "No."), "place"},
                 {in(l, "Heure", "Time"), "quiet"},
                 {"Kart", "plate"},
                 {in(l, "Pilote", "Driver"), "name"},
                 {in(l, "Fait", "Fact"), "words"},
                 {"Art.", "quiet"},
                 {in(l, "Décision", "Decision"), "words"},
                 {in(l, "Par", "By"), "quiet"}});
    for (const auto& made : facts.result->decisions) {
        const auto& rows = facts.result->classification;
        const auto who = std::ranges::find(rows, made.entrant, &ClassifiedRow::entrant);
        begin_row(json, false);
        json.text(std::to_string(made.number)).text(clock_text(made.at.us, facts.utc_offset_s, true));
        json.text(who == rows.end() ? "" : who->number).text(who == rows.end() ? "" : name_of(facts, *who));
        json.text(made.fact).text(made.article).text(decision_text(made, l));
        json.text(facts.names == Names::full ? made.by : std::string());
        end_row(json);
    }
    json.end_array().key("empty").text(in(l, "Aucune décision.", "No decision.")).end_object();
}

void write_certificates(JsonText& json, const Facts& facts) {
    const auto l = facts.language;
    const auto& rows = facts.result->classification;
    const auto classified = std::ranges::count(rows, true, &ClassifiedRow::classified);
    for (const auto& row : rows) {
        if (!row.classified) continue;
        json.begin_object().key("word").text(in(l, "Certificat", "Certificate")).key("name").text(name_of(facts, row));
        json.key("plate").text(row.number).key("place").text(std::to_string(row.position));
        json.key("place_note")
            .text(std::string(in(l, "sur ", "of ")) + std::to_string(classified))
            .key("facts")
            .begin_array();
        if (row.best_us) fact(json, in(l, "Meilleur tour", "Best lap"), time_text(row.best_us));
        fact(json, in(l, "Tours", "Laps"), std::to_string(row.laps));
        if (row.total_us && !is_timed(facts.setup)) fact(json, in(l, "Temps", "Time"), time_text(row.total_us));
        if (row.average_us) fact(json, in(l, "Tour moyen", "Average lap"), time_text(row.average_us));
        if (facts.length_m > 0 && row.best_us)
            fact(json, in(l, "Vitesse au meilleur tour", "Speed on the best lap"),
                 speed_text(facts.length_m, row.best_us, l) + "\u00a0km/h");
        json.end_array().end_object();
    }
}

}  // namespace chicane::web::sheets
