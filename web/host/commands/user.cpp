#include "web/host/commands/user.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <iostream>

#include "centre/staff/password.hpp"
#include "centre/staff/role.hpp"
#include "centre/store/staff_table.hpp"
#include "centre/store/store.hpp"

namespace chicane::web::host {
namespace {

namespace staff = centre::staff;
namespace store = centre::store;

constexpr int bad_input_status = 2;

int refuse(std::ostream& err, const std::string& why) {
    err << "chicane: " << why << '\n';
    return bad_input_status;
}

store::Stamp stamp() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(now).count(), "chicane user", "console"};
}

/// Opens the centre and does the work; the database's refusals become one line.
int with_centre(const UserOptions& options, std::ostream& err, const std::function<int(store::Connection&)>& work) {
    if (!std::filesystem::is_directory(options.data)) return refuse(err, options.data + ": is no folder");
    auto db = store::open_centre(options.data + "/centre.db");
    if (!db) return refuse(err, db.error());
    try {
        return work(**db);
    } catch (const store::SqlFault& fault) {
        return refuse(err, options.data + "/centre.db: " + fault.what());
    }
}

std::string_view text_of(staff::PasswordFault fault) {
    switch (fault) {
        case staff::PasswordFault::too_short:
            return "the password is too short; at least 10 letters";
        case staff::PasswordFault::too_long:
            return "the password is too long";
        case staff::PasswordFault::same_as_name:
            return "the password is the name";
        case staff::PasswordFault::one_letter:
            return "the password is one letter again and again";
    }
    return "";
}

}  // namespace

int add_user(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err) {
    const auto role = staff::role_from(options.role);
    if (!role) {
        std::string known;
        for (const auto each : staff::all_roles())
            known += (known.empty() ? "" : ", ") + std::string(staff::word(each));
        return refuse(err, "--role: unknown role \"" + options.role + "\"; known: " + known);
    }
    std::string password;
    std::getline(in, password);
    if (const auto fault = staff::check_password(password, options.name))
        return refuse(err, std::string(text_of(*fault)));
    return with_centre(options, err, [&](store::Connection& db) {
        store::StaffRow row;
        row.name = options.name;
        row.initials = store::free_initials(db, options.name);
        row.roles = {*role};
        row.password_hash = staff::hash_password(password);
        if (!store::insert_staff(db, stamp(), row)) return refuse(err, "there is a user " + options.name + " already");
        out << "added " << options.name << " (" << options.role << ")\n";
        return 0;
    });
}

int set_password(const UserOptions& options, std::istream& in, std::ostream& out, std::ostream& err) {
    std::string password;
    std::getline(in, password);
    if (const auto fault = staff::check_password(password, options.name))
        return refuse(err, std::string(text_of(*fault)));
    return with_centre(options, err, [&](store::Connection& db) {
        auto row = store::find_staff(db, options.name);
        if (!row) return refuse(err, "there is no user " + options.name);
        row->password_hash = staff::hash_password(password);
        row->active = true;
        if (!store::update_staff(db, stamp(), std::move(*row)))
            return refuse(err, options.name + " could not be changed");
        out << "new password for " << options.name << "; its sign-ins have ended\n";
        return 0;
    });
}

int remove_user(const UserOptions& options, std::ostream& out, std::ostream& err) {
    return with_centre(options, err, [&](store::Connection& db) {
        auto row = store::find_staff(db, options.name);
        if (!row || !row->active) return refuse(err, "there is no user " + options.name);
        row->active = false;
        if (!store::update_staff(db, stamp(), std::move(*row)))
            return refuse(err, options.name + " could not be changed");
        out << "removed " << options.name << "\n";
        return 0;
    });
}

int list_users(const UserOptions& options, std::ostream& out, std::ostream& err) {
    return with_centre(options, err, [&](store::Connection& db) {
        for (const store::StaffRow& row : store::all_staff(db)) {
            out << row.name << '\t';
            for (const auto role : row.roles) out << staff::word(role) << ' ';
            out << (row.active ? "" : "removed") << '\n';
        }
        return 0;
    });
}

}  // namespace chicane::web::host
