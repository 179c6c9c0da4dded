// Customers as rows. On the writer's or a reader's thread.
#pragma once

#include <optional>
#include <string>

#include "centre/customers/customer.hpp"
#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

struct CustomerRow {
    Head head;
    customers::Customer customer;
};

CustomerRow insert_customer(Connection& db, const Stamp& stamp, const customers::Customer& customer);
std::optional<CustomerRow> find_customer(Connection& db, std::int64_t id);
/// Writes the row as it is given, with the next version.
CustomerRow update_customer(Connection& db, const Stamp& stamp, CustomerRow row);

}  // namespace chicane::centre::store
