#include "sessions/meetings/match.hpp"

#include <limits>

namespace chicane::sessions::meetings {

namespace {

constexpr std::size_t none = 0;  // rows and columns count from 1 in here

/// One row after the other finds its place along the cheapest path that moves others aside. Columns beyond the table's are each row's own way
/// to stay alone; they cost `forbidden`, so that it is the last resort.
struct Search {
    explicit Search(const CostTable& table)
        : costs(table),
          columns(table.columns() + table.rows()),
          of_row(table.rows() + 1, 0),
          of_column(columns + 1, 0),
          row_of(columns + 1, none),
          before(columns + 1, none) {}

    const CostTable& costs;
    std::size_t columns;
    std::vector<std::int64_t> of_row;     // potentials
    std::vector<std::int64_t> of_column;  // potentials
    std::vector<std::size_t> row_of;      // of a column
    std::vector<std::size_t> before;      // the column before, on the way to this one

    [[nodiscard]] std::int64_t cost(std::size_t row, std::size_t column) const {
        return column <= costs.columns() ? costs.at(row - 1, column - 1) : CostTable::forbidden;
    }

    void place(std::size_t row) {
        constexpr auto far = std::numeric_limits<std::int64_t>::max();
        std::vector<std::int64_t> shortest(columns + 1, far);
        std::vector<bool> seen(columns + 1, false);
        row_of[0] = row;
        std::size_t here = 0;
        while (row_of[here] != none) {
            seen[here] = true;
            const std::size_t from = row_of[here];
            std::int64_t step = far;
            std::size_t next = 0;
            for (std::size_t column = 1; column <= columns; ++column) {
                if (seen[column]) continue;
                const std::int64_t reduced = cost(from, column) - of_row[from] - of_column[column];
                if (reduced < shortest[column]) {
                    shortest[column] = reduced;
                    before[column] = here;
                }
                if (shortest[column] < step) {
                    step = shortest[column];
                    next = column;
                }
            }
            for (std::size_t column = 0; column <= columns; ++column) {
                if (seen[column]) {
                    of_row[row_of[column]] += step;
                    of_column[column] -= step;
                } else if (shortest[column] != far) {
                    shortest[column] -= step;
                }
            }
            here = next;
        }
        for (; here != 0; here = before[here]) row_of[here] = row_of[before[here]];
    }
};

}  // namespace

std::vector<std::optional<std::size_t>> match(const CostTable& costs) {
    Search search(costs);
    for (std::size_t row = 1; row <= costs.rows(); ++row) search.place(row);
    std::vector<std::optional<std::size_t>> pairs(costs.rows());
    for (std::size_t column = 1; column <= costs.columns(); ++column) {
        const std::size_t row = search.row_of[column];
        if (row != none && costs.at(row - 1, column - 1) < CostTable::forbidden) pairs[row - 1] = column - 1;
    }
    return pairs;
}

}  // namespace chicane::sessions::meetings
