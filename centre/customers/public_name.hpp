// What the public may read of a person: on boards, in the live feed, in public results. front-desk.md 1.1. Pure.
#pragma once

#include <string>
#include <string_view>

#include "centre/customers/customer.hpp"

namespace chicane::centre::customers {

/// The nickname, else given name and initial; `Kart 14` for a minor without consent, and for whoever refused. `day`: of the
/// session. A birth date that nobody gave makes no minor.
std::string public_name(const Customer& customer, Date day, std::string_view kart_number);

std::string full_name(const Customer& customer);

}  // namespace chicane::centre::customers
