// Each kind of sheet as data.
#pragma once

#include "web/sheets/facts.hpp"
#include "web/sheets/table.hpp"

namespace chicane::web::sheets {

/// A kind that needs a result gets an empty one where there is none.
Table table_of(Kind kind, const Facts& facts);

/// Who completed each lap in which place, by the order of crossing; the first index is lap 1.
struct PlacesByLap {
    std::vector<std::vector<const sessions::ResultLap*>> laps;
};
PlacesByLap places_by_lap(const sessions::Result& result);

/// The sum of best sectors; nothing where one is missing, or there are none.
std::optional<std::int64_t> ideal_us(const sessions::ClassifiedRow& row);
/// As many sectors as somebody has a time in.
std::int32_t sectors_of(const sessions::Result& result);
std::optional<std::int64_t> best_of_sector(const sessions::ClassifiedRow& row, std::int32_t sector);

}  // namespace chicane::web::sheets
