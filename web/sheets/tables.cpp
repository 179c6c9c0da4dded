#include "web/sheets/tables.hpp"

#include <algorithm>
#include <map>

#include "timing/words.hpp"

namespace chicane::web::sheets {
namespace {

using sessions::ClassifiedRow;
using sessions::Result;

Value value(std::int64_t number) { return number; }
template <class Number>
Value maybe(const std::optional<Number>& number) {
    return number ? Value(static_cast<std::int64_t>(*number)) : Value(None{});
}
Value text(std::string_view word) { return std::string(word); }

const ClassifiedRow* row_of(const Result& result, timing::EntrantId entrant) {
    const auto found = std::ranges::find(result.classification, entrant, &ClassifiedRow::entrant);
    return found == result.classification.end() ? nullptr : &*found;
}

Value name_or_none(const Facts& facts, timing::EntrantId entrant) {
    const auto* row = row_of(*facts.result, entrant);
    return row ? Value(name_of(facts, *row)) : Value(None{});
}

Value number_or_none(const Facts& facts, timing::EntrantId entrant) {
    const auto* row = row_of(*facts.result, entrant);
    return row ? Value(row->number) : Value(None{});
}

Table result_table(const Facts& facts) {
    Table table{
        {"position", "number", "name", "status", "classified", "laps", "total_us", "best_us", "best_lap", "average_us",
         "last_us", "gap_us", "gap_laps", "interval_us", "interval_laps", "penalty_us", "penalty_laps"},
        {}};
    for (const auto& row : facts.result->classification)
        table.rows.push_back({value(row.position), row.number, name_of(facts, row), text(timing::word(row.status)),
                              row.classified, value(row.laps), maybe(row.total_us), maybe(row.best_us),
                              maybe(row.best_lap), maybe(row.average_us), maybe(row.last_us), maybe(row.gap.us),
                              maybe(row.gap.laps), maybe(row.interval.us), maybe(row.interval.laps),
                              value(row.penalty_us), value(row.penalty_laps)});
    return table;
}

Table entries_table(const Facts& facts) {
    Table table{{"number", "name", "transponders", "drivers"}, {}};
    for (const auto& entrant : facts.setup.entrants) {
        std::string tags;
        for (const auto tag : entrant.transponders) tags += (tags.empty() ? "" : " ") + std::to_string(tag.value);
        table.rows.push_back({entrant.number, name_of(facts, entrant), tags, drivers_text(facts, entrant)});
    }
    return table;
}

Table grid_table(const Facts& facts) {
    Table table{{"position", "number", "name"}, {}};
    std::int64_t position = 0;
    for (const auto& entrant : facts.setup.entrants)
        table.rows.push_back({value(++position), entrant.number, name_of(facts, entrant)});
    return table;
}

Table laps_table(const Facts& facts) {
    Table table{{"number", "name", "lap", "time_us", "at_us"}, {}};
    for (const auto& lap : facts.result->laps)
        table.rows.push_back(
            {lap.number, name_or_none(facts, lap.entrant), value(lap.lap), value(lap.time_us), value(lap.at.us)});
    return table;
}

Table chart_table(const Facts& facts) {
    Table table{{"lap", "position", "number", "name"}, {}};
    const auto places = places_by_lap(*facts.result);
    for (const auto& lap : places.laps) {
        std::int64_t position = 0;
        for (const auto* each : lap)
            table.rows.push_back(
                {value(each->lap), value(++position), each->number, name_or_none(facts, each->entrant)});
    }
    return table;
}

Table sectors_table(const Facts& facts) {
    Table table{{"position", "number", "name"}, {}};
    const auto count = sectors_of(*facts.result);
    for (std::int32_t sector = 1; sector <= count; ++sector)
        table.columns.push_back("s" + std::to_string(sector) + "_us");
    table.columns.insert(table.columns.end(), {"ideal_us", "best_us"});
    for (const auto& row : facts.result->classification) {
        std::vector<Value> values{value(row.position), row.number, name_of(facts, row)};
        for (std::int32_t sector = 1; sector <= count; ++sector) values.push_back(maybe(best_of_sector(row, sector)));
        values.push_back(maybe(ideal_us(row)));
        values.push_back(maybe(row.best_us));
        table.rows.push_back(std::move(values));
    }
    return table;
}

Table decisions_table(const Facts& facts) {
    Table table{
        {"decision", "at_us", "number", "name", "penalty", "amount", "served", "by", "article", "fact", "provisional"},
        {}};
    for (const auto& made : facts.result->decisions)
        table.rows.push_back({value(made.number), value(made.at.us), number_or_none(facts, made.entrant),
                              name_or_none(facts, made.entrant), text(timing::word(made.penalty)), value(made.amount),
                              made.served, facts.names == Names::full ? made.by : std::string(), made.article,
                              made.fact, made.provisional});
    return table;
}

}  // namespace

Table table_of(Kind kind, const Facts& facts) {
    if (needs_result(kind) && !facts.result) return {};
    switch (kind) {
        case Kind::result:
        case Kind::certificate:
            return result_table(facts);
        case Kind::entries:
            return entries_table(facts);
        case Kind::grid:
            return grid_table(facts);
        case Kind::lap_times:
            return laps_table(facts);
        case Kind::lap_chart:
            return chart_table(facts);
        case Kind::sectors:
            return sectors_table(facts);
        case Kind::decisions:
            return decisions_table(facts);
    }
    return {};
}

PlacesByLap places_by_lap(const Result& result) {
    PlacesByLap made;
    for (const auto& lap : result.laps) {  // in order of crossing, so each lap's list is in order, too
        if (lap.lap < 1) continue;
        const auto index = static_cast<std::size_t>(lap.lap - 1);
        if (made.laps.size() <= index) made.laps.resize(index + 1);
        made.laps[index].push_back(&lap);
    }
    return made;
}

std::optional<std::int64_t> ideal_us(const ClassifiedRow& row) {
    if (row.sectors.empty()) return std::nullopt;
    std::int64_t sum = 0;
    for (const auto& sector : row.sectors) {
        if (!sector.best_us) return std::nullopt;
        sum += *sector.best_us;
    }
    return sum;
}

std::int32_t sectors_of(const Result& result) {
    std::int32_t most = 0;
    for (const auto& row : result.classification)
        for (const auto& sector : row.sectors) most = std::max(most, sector.sector);
    return most;
}

std::optional<std::int64_t> best_of_sector(const ClassifiedRow& row, std::int32_t sector) {
    const auto found = std::ranges::find(row.sectors, sector, &timing::SectorTime::sector);
    return found == row.sectors.end() ? std::nullopt : found->best_us;
}

}  // namespace chicane::web::sheets
