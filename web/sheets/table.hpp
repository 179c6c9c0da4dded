// A sheet as data for other programs: columns with the names of the API, rows of plain values; as CSV and as JSON.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace chicane::web::sheets {

struct None {
    friend bool operator==(None, None) = default;
};
using Value = std::variant<None, std::int64_t, bool, std::string>;

struct Table {
    std::vector<std::string> columns;  ///< the unit last: a column of microseconds ends in `_us`
    std::vector<std::vector<Value>> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

/// RFC 4180: commas, CR LF, a head row; UTF-8. A column `best_us` is `best_s` here, in seconds with a point and six decimals: a
/// spreadsheet reads it as it is. What does not exist is empty. A text that a spreadsheet would take for a formula has an apostrophe
/// before it.
std::string csv(const Table& table);

/// `{"columns":[…],"rows":[{"position":1,…}]}`; what does not exist is null.
std::string table_json(const Table& table);

}  // namespace chicane::web::sheets
