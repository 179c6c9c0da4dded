// Accounts of the staff as rows, and their sign-ins. On the writer's or a reader's thread.
#pragma once

#include <expected>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "centre/staff/role.hpp"
#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t staff_name_letters_max = 40;
inline constexpr std::size_t initials_letters_max = 4;
inline constexpr std::size_t staff_listed_max = 500;
inline constexpr std::int64_t sign_in_us = 12 * 3600 * 1'000'000LL;  ///< a long working day
inline constexpr int sign_ins_of_staff_max = 20;                     ///< screens of one account; the oldest goes

struct StaffRow {
    Head head;
    std::string name;  ///< what is typed to sign in
    std::string initials;
    std::set<staff::Role> roles;
    bool active = true;
    std::string password_hash;  ///< empty: nobody signs in with it
};

/// name_taken with the field: name or initials.
std::expected<StaffRow, Refusal> insert_staff(Connection& db, const Stamp& stamp, const StaffRow& row);
std::optional<StaffRow> find_staff(Connection& db, std::int64_t id);
std::optional<StaffRow> find_staff(Connection& db, const std::string& name);
std::vector<StaffRow> all_staff(Connection& db);
/// Writes the row as it is given, with the next version. A new password, or no longer active, ends all its sign-ins.
std::expected<StaffRow, Refusal> update_staff(Connection& db, const Stamp& stamp, StaffRow row);
/// Initials that nobody has, from a name.
std::string free_initials(Connection& db, const std::string& name);

/// Keeps the hash of a token; the caller has the token.
void add_sign_in(Connection& db, const std::string& token_hash, std::int64_t staff, std::int64_t now_us);
/// Whose token it is; nothing where it has expired, was ended, or never was.
std::optional<StaffRow> signed_in(Connection& db, const std::string& token_hash, std::int64_t now_us);
/// The same for a caller outside this folder; a database that refuses knows nobody.
std::optional<StaffRow> try_signed_in(Connection& db, const std::string& token_hash, std::int64_t now_us);
void end_sign_in(Connection& db, const std::string& token_hash);

}  // namespace chicane::centre::store
