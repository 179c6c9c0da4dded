// Customers as rows, and the search over them. On the writer's or a reader's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "centre/customers/customer.hpp"
#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t found_max = 20;            ///< more than anybody reads; typing on is quicker
inline constexpr std::size_t search_letters_min = 2;    ///< front-desk.md 12
inline constexpr std::size_t search_letters_max = 100;  ///< two names of sixty are asked for by their begin

struct CustomerRow {
    Head head;
    customers::Customer customer;
};

CustomerRow insert_customer(Connection& db, const Stamp& stamp, const customers::Customer& customer);
std::optional<CustomerRow> find_customer(Connection& db, std::int64_t id);
/// Writes the row as it is given, with the next version.
CustomerRow update_customer(Connection& db, const Stamp& stamp, CustomerRow row);

/// Each word of the query begins a word of a name or an e-mail address, or a run of digits of the telephone number; small and
/// capital letters and accents are the same. The newest first, at most found_max; none below
/// search_letters_min letters and above search_letters_max.
std::vector<CustomerRow> search_customers(Connection& db, const std::string& query);

}  // namespace chicane::centre::store
