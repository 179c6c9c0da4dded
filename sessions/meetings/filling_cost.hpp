// What a filling costs and whether it may be. Behind `filling.hpp`: who belongs together is looked up once, then each filling is priced whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "sessions/meetings/filling.hpp"

namespace chicane::sessions::meetings {

inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

class FillPrices {
  public:
    explicit FillPrices(const FillAsk& ask);

    /// Whether `seat` may go where `where` has it, with all others as they are.
    [[nodiscard]] bool may_be(std::span<const std::size_t> where, std::size_t seat) const;

    /// A seat nowhere costs more than all else together may gain.
    [[nodiscard]] std::int64_t price(std::span<const std::size_t> where) const;
    [[nodiscard]] std::int64_t price_of_placed(std::span<const std::size_t> where) const;

    [[nodiscard]] bool has_class(std::size_t session, std::size_t seat) const;
    [[nodiscard]] const std::vector<std::vector<std::size_t>>& families() const { return families_; }
    [[nodiscard]] const std::vector<std::vector<std::size_t>>& groups() const { return groups_; }

  private:
    using Together = std::vector<std::vector<std::size_t>>;  // seats

    [[nodiscard]] bool fits_with(std::size_t session, std::size_t left, std::size_t right) const;
    [[nodiscard]] bool overlap(std::size_t left, std::size_t right) const;
    [[nodiscard]] std::int64_t family_price(std::span<const std::size_t> where) const;
    [[nodiscard]] std::int64_t group_price(std::span<const std::size_t> where) const;
    [[nodiscard]] std::int64_t person_price(std::span<const std::size_t> where) const;
    [[nodiscard]] std::int64_t session_price(std::span<const std::size_t> where) const;

    const FillAsk& ask_;
    Together families_;
    Together groups_;
    std::vector<std::vector<std::size_t>> same_person_;  // of each seat, the person's others
    std::vector<std::vector<std::size_t>> kept_apart_;   // of each seat, by a guard
    std::vector<bool> has_pinned_;                       // of each session
};

}  // namespace chicane::sessions::meetings
