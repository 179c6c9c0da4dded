// Who may do what: the table of the contract, spelled out once more.
#include "centre/staff/role.hpp"

#include <catch2/catch.hpp>

using namespace chicane::centre::staff;

TEST_CASE("all roles of the contract are accepted, others are not") {
    for (const char* known :
         {"admin", "manager", "lead", "cashier", "race_control", "mechanic", "host", "accountant", "auditor", "viewer"})
        CHECK(word(*role_from(known)) == known);
    CHECK_FALSE(role_from("root"));
    CHECK_FALSE(role_from(""));
}

TEST_CASE("each right belongs to the roles of the agreement") {
    const auto roles_with = [](Right right) {
        std::string found;
        for (const Role role : all_roles())
            if (may({role}, right)) found += std::string(word(role)) + " ";
        return found;
    };
    CHECK(roles_with(Right::run_sessions) == "admin race_control ");
    CHECK(roles_with(Right::seat_drivers) == "admin cashier race_control ");
    CHECK(roles_with(Right::change_fleet) == "admin race_control mechanic ");
    CHECK(roles_with(Right::set_up_devices) == "admin race_control mechanic ");
    CHECK(roles_with(Right::read_customers) == "admin cashier race_control ");
    CHECK(roles_with(Right::change_customers) == "admin cashier race_control ");
    CHECK(roles_with(Right::book) == "admin cashier ");
    CHECK(roles_with(Right::manage_staff) == "admin ");
    for (const Role role : all_roles()) CHECK(may({role}, Right::read_track));
    CHECK_FALSE(may({}, Right::read_track));
}

TEST_CASE("several roles add up") { CHECK(may({Role::viewer, Role::cashier}, Right::book)); }
