#include "web/host/accounts.hpp"

#include <algorithm>
#include <functional>

#include "centre/customers/customer.hpp"
#include "centre/staff/password.hpp"
#include "centre/store/staff_table.hpp"
#include "centre/store/store.hpp"
#include "decoders/link/host_clock.hpp"
#include "sessions/journal/database_header.hpp"
#include "web/host/data_folder.hpp"
#include "web/http/utf8.hpp"

namespace chicane::web::host {
namespace {

using namespace centre::store;
using centre::staff::PasswordFault;

std::string text_of(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::too_short:
            return "the password is too short: at least " + std::to_string(centre::staff::password_letters_min) +
                   " letters";
        case PasswordFault::too_long:
            return "the password is too long: at most " + std::to_string(centre::staff::password_bytes_max) + " bytes";
        case PasswordFault::same_as_name:
            return "the password is the name";
        case PasswordFault::one_letter:
            return "the password is one letter again and again";
    }
    return "";
}

std::expected<std::string, std::string> hashed(const std::string& password, const std::string& name) {
    if (const auto fault = centre::staff::check_password(password, name)) return std::unexpected(text_of(*fault));
    std::string hash = centre::staff::hash_password(password);
    if (hash.empty()) return std::unexpected("not enough memory to hash a password");
    return hash;
}

Stamp stamp() { return {decoders::link::host_now().us, "console", "console"}; }

/// `work` on centre.db, in one transaction that a fault undoes.
template <class Answer>
std::expected<Answer, std::string> with_centre(
    const std::string& data, const std::function<std::expected<Answer, std::string>(Connection&)>& work) {
    const std::string path = data + "/" + centre_file;
    if (auto refused = sessions::journal::refused_by_header(path, centre_kind())) return std::unexpected(*refused);
    auto db = open_centre(path);
    if (!db) return std::unexpected(db.error());
    try {
        (*db)->script("BEGIN IMMEDIATE");
        auto answer = work(**db);
        (*db)->script(answer ? "COMMIT" : "ROLLBACK");
        return answer;
    } catch (const SqlFault& fault) {
        return std::unexpected(path + ": " + fault.what());
    }
}

/// What a screen signs in with: blanks at its ends are cut there, and lists show it on one line.
std::optional<std::string> name_fault(const std::string& name) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; };
    const std::size_t letters = centre::customers::letters(name);
    if (!http::is_utf8(name) || std::ranges::any_of(name, is_control)) return "a user's name is letters on one line";
    if (name.starts_with(' ') || name.ends_with(' ')) return "a user's name has no blank at its ends";
    if (letters < 1 || letters > staff_name_letters_max)
        return "a user's name has 1 to " + std::to_string(staff_name_letters_max) + " letters";
    return std::nullopt;
}

struct Kept {};

std::expected<void, std::string> without_answer(const std::expected<Kept, std::string>& kept) {
    if (!kept) return std::unexpected(kept.error());
    return {};
}

std::expected<void, std::string> change_account(const std::string& data, const std::string& name,
                                                const std::function<void(StaffRow&)>& change) {
    return without_answer(with_centre<Kept>(data, [&](Connection& db) -> std::expected<Kept, std::string> {
        auto row = find_staff(db, name);
        if (!row) return std::unexpected("there is no user " + name);
        change(*row);
        if (!update_staff(db, stamp(), std::move(*row))) return std::unexpected("the name or initials are taken");
        return Kept{};
    }));
}

}  // namespace

std::expected<void, std::string> add_account(const std::string& data, const NewAccount& account) {
    if (const auto fault = name_fault(account.name)) return std::unexpected(*fault);
    auto hash = hashed(account.password, account.name);
    if (!hash) return std::unexpected(hash.error());
    return without_answer(with_centre<Kept>(data, [&](Connection& db) -> std::expected<Kept, std::string> {
        StaffRow row;
        row.name = account.name;
        row.initials = free_initials(db, account.name);
        row.roles = {account.role};
        row.password_hash = *hash;
        if (!insert_staff(db, stamp(), row)) return std::unexpected("there is a user " + account.name + " already");
        return Kept{};
    }));
}

std::expected<void, std::string> set_password(const std::string& data, const std::string& name,
                                              const std::string& password) {
    auto hash = hashed(password, name);
    if (!hash) return std::unexpected(hash.error());
    return change_account(data, name, [&](StaffRow& row) {
        row.password_hash = *hash;
        row.active = true;
    });
}

std::expected<void, std::string> close_account(const std::string& data, const std::string& name) {
    return change_account(data, name, [](StaffRow& row) { row.active = false; });
}

std::expected<std::vector<AccountLine>, std::string> list_accounts(const std::string& data) {
    using Lines = std::vector<AccountLine>;
    return with_centre<Lines>(data, [](Connection& db) -> std::expected<Lines, std::string> {
        Lines lines;
        for (const StaffRow& row : all_staff(db)) {
            std::string roles;
            for (const auto role : row.roles) roles.append(roles.empty() ? "" : ",").append(centre::staff::word(role));
            lines.push_back({row.name, roles, row.active});
        }
        return lines;
    });
}

}  // namespace chicane::web::host
