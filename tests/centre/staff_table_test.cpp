// Accounts and sign-ins.
#include "centre/store/staff_table.hpp"

#include <catch2/catch.hpp>

#include "centre/store/idempotency_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using chicane::centre::staff::Role;

namespace {

StaffRow account(const std::string& name, const std::string& initials) {
    return {{}, name, initials, {Role::cashier, Role::viewer}, true, "hash"};
}

}  // namespace

TEST_CASE_METHOD(StoreCase, "names and initials are taken once, whatever their capitals") {
    REQUIRE(insert_staff(db, stamp, account("anna", "AN")));
    CHECK(insert_staff(db, stamp, account("ANNA", "XX")).error().subject == "name");
    CHECK(insert_staff(db, stamp, account("ben", "an")).error().subject == "initials");
    CHECK(find_staff(db, std::string("Anna"))->roles == std::set{Role::cashier, Role::viewer});
    CHECK(free_initials(db, "anouk") == "AN2");
    CHECK(all_staff(db).size() == 1);
}

TEST_CASE_METHOD(StoreCase, "a sign-in lasts twelve hours") {
    const auto id = insert_staff(db, stamp, account("anna", "AN"))->head.id;
    add_sign_in(db, "token", id, 100);
    CHECK(signed_in(db, "token", 100 + sign_in_us - 1)->name == "anna");
    CHECK_FALSE(signed_in(db, "token", 100 + sign_in_us));
    CHECK_FALSE(signed_in(db, "other", 100));
    end_sign_in(db, "token");
    CHECK_FALSE(signed_in(db, "token", 101));
}

TEST_CASE_METHOD(StoreCase, "a new password or a blocked account ends all sign-ins") {
    auto row = *insert_staff(db, stamp, account("anna", "AN"));
    add_sign_in(db, "one", row.head.id, 0);
    row.initials = "AX";
    row = *update_staff(db, stamp, row);
    CHECK(signed_in(db, "one", 1));
    row.password_hash = "another";
    row = *update_staff(db, stamp, row);
    CHECK_FALSE(signed_in(db, "one", 1));
    add_sign_in(db, "two", row.head.id, 0);
    row.active = false;
    row = *update_staff(db, stamp, row);
    CHECK_FALSE(signed_in(db, "two", 1));
}

TEST_CASE_METHOD(StoreCase, "an account has so many sign-ins, the oldest goes") {
    const auto id = insert_staff(db, stamp, account("anna", "AN"))->head.id;
    for (int i = 0; i <= sign_ins_of_staff_max; ++i) add_sign_in(db, "t" + std::to_string(i), id, i);
    CHECK_FALSE(signed_in(db, "t0", 50));
    CHECK(signed_in(db, "t1", 50));
    CHECK(count("SELECT count(*) FROM sign_ins") == sign_ins_of_staff_max);
}

TEST_CASE_METHOD(StoreCase, "neither a password nor its hash reaches the audit") {
    insert_staff(db, stamp, {{}, "anna", "AN", {Role::admin}, true, "$argon2id$secret"});
    CHECK(count("SELECT count(*) FROM audit WHERE after LIKE '%argon2%'") == 0);
    CHECK(count("SELECT count(*) FROM audit WHERE after LIKE '%anna%'") == 1);
}

TEST_CASE_METHOD(StoreCase, "an answer is kept for its account and key, for a day") {
    keep_answer(db, "anna", "k", {"hash", 201, "{}"}, 100);
    CHECK(find_answer(db, "anna", "k")->status == 201);
    CHECK_FALSE(find_answer(db, "ben", "k"));
    keep_answer(db, "anna", "k2", {"hash", 200, "{}"}, 100 + keys_kept_us + 1);
    CHECK_FALSE(find_answer(db, "anna", "k"));
}
