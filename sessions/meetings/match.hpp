// The cheapest pairing of seats with karts: the Hungarian method with potentials (Kuhn 1955, Munkres 1957; the shortest augmenting path form of
// Jonker and Volgenant 1987). Integers, O(rows²·columns), of equal sums always the same one. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace chicane::sessions::meetings {

/// Rows are seats, columns karts.
class CostTable {
  public:
    /// Costs beyond what any pair may have: such a pair is never made, and a row with no other stays alone.
    static constexpr std::int64_t forbidden = 1'000'000'000'000'000;

    CostTable(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), costs_(rows * columns, forbidden) {}

    std::int64_t& at(std::size_t row, std::size_t column) { return costs_[row * columns_ + column]; }
    [[nodiscard]] std::int64_t at(std::size_t row, std::size_t column) const { return costs_[row * columns_ + column]; }
    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }

  private:
    std::size_t rows_;
    std::size_t columns_;
    std::vector<std::int64_t> costs_;
};

/// The column of each row. As many rows as can be have one, then the sum of costs is the least. Sums of costs stay below `forbidden`.
std::vector<std::optional<std::size_t>> match(const CostTable& costs);

}  // namespace chicane::sessions::meetings
