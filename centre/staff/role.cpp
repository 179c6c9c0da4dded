#include "centre/staff/role.hpp"

#include <algorithm>
#include <array>

namespace chicane::centre::staff {
namespace {

constexpr std::array<std::string_view, 10> role_words = {"admin",    "manager", "lead",       "cashier", "race_control",
                                                         "mechanic", "host",    "accountant", "auditor", "viewer"};

using Roles = std::set<Role>;

const Roles& roles_with(Right right) {
    static const Roles runs = {Role::admin, Role::race_control};
    static const Roles seats = {Role::admin, Role::race_control, Role::cashier};
    static const Roles fleet = {Role::admin, Role::race_control, Role::mechanic};
    static const Roles sells = {Role::admin, Role::cashier};
    static const Roles rules = {Role::admin};
    switch (right) {
        case Right::read_track:
            return all_roles();
        case Right::run_sessions:
            return runs;
        case Right::seat_drivers:
        case Right::read_customers:
        case Right::change_customers:
            return seats;
        case Right::change_fleet:
        case Right::set_up_devices:
            return fleet;
        case Right::book:
            return sells;
        case Right::manage_staff:
            return rules;
    }
    return rules;
}

}  // namespace

std::string_view word(Role role) { return role_words[static_cast<std::size_t>(role)]; }

std::optional<Role> role_from(std::string_view text) {
    const auto found = std::ranges::find(role_words, text);
    if (found == role_words.end()) return std::nullopt;
    return static_cast<Role>(found - role_words.begin());
}

const std::set<Role>& all_roles() {
    static const Roles all = [] {
        Roles made;
        for (std::size_t i = 0; i < role_words.size(); ++i) made.insert(static_cast<Role>(i));
        return made;
    }();
    return all;
}

bool may(const std::set<Role>& roles, Right right) {
    return std::ranges::any_of(roles, [&](Role role) { return roles_with(right).contains(role); });
}

}  // namespace chicane::centre::staff
