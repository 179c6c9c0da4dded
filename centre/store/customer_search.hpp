// The desk's search for people: front-desk.md 9 and 12. On a reader's thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "centre/store/customers_table.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t found_max = 20;            ///< more than anybody reads; typing on is quicker
inline constexpr std::size_t search_letters_min = 2;    ///< front-desk.md 12
inline constexpr std::size_t search_letters_max = 100;  ///< two names of sixty are asked for by their begin
inline constexpr std::int64_t seen_lately_us = 90 * 86'400'000'000LL;
inline constexpr std::int64_t looked_at_max = 500;  ///< of those that match, the newest, for who was seen lately

/// A day of the centre's, in UTC.
struct Day {
    std::int64_t begin_us = 0;
    std::int64_t end_us = 0;
};

/// Each word of the query begins a word of a name or an e-mail address, or a run of digits of the telephone number; small and
/// capital letters and accents are the same. First who drives today, then who is booked for the day before or after, then who was
/// seen lately, then all; among equals the newest. At most found_max; none below search_letters_min letters and above
/// search_letters_max.
std::vector<CustomerRow> search_customers(Connection& db, const std::string& query, const Day& today);

}  // namespace chicane::centre::store
