// Roles of the staff, and what each may do. All words of the contract are accepted; the rights of a role arrive with its features.
// Pure.
#pragma once

#include <optional>
#include <set>
#include <string_view>

namespace chicane::centre::staff {

enum class Role { admin, manager, lead, cashier, race_control, mechanic, host, accountant, auditor, viewer };

std::string_view word(Role role);
std::optional<Role> role_from(std::string_view word);
/// In the order of the enum.
const std::set<Role>& all_roles();

enum class Right {
    read_track,        ///< sessions, entrants with full names, karts, tags, devices
    run_sessions,      ///< plan, set up, arm, start, flags, messages, alarms
    seat_drivers,      ///< entrants and seats of a session, their karts
    change_fleet,      ///< karts and transponders
    set_up_devices,    ///< decoders: add, replace, remove, test mode
    read_customers,    ///< search and read people
    change_customers,  ///< register and correct people
    book,              ///< holds and bookings
    manage_staff
};

bool may(const std::set<Role>& roles, Right right);

}  // namespace chicane::centre::staff
