// Accounts of the staff. A new one cannot sign in before it has a password; a new password, or no longer active, ends its sign-ins.
#include <algorithm>

#include "centre/staff/password.hpp"
#include "centre/store/staff_table.hpp"
#include "web/api/body.hpp"
#include "web/api/head_json.hpp"
#include "web/api/routes.hpp"
#include "web/api/sign_in.hpp"

namespace chicane::web::api {
namespace {

using centre::staff::PasswordFault;
using centre::staff::Right;
using centre::staff::Role;
using centre::store::Connection;
using centre::store::StaffRow;
using http::Method;

constexpr std::size_t roles_max = 10;

std::string staff_json(const StaffRow& row) {
    feed::JsonText json;
    json.begin_object();
    write_head(json, staff_prefix, row.head);
    json.key("name").text(row.name).key("initials").text(row.initials).key("roles").begin_array();
    for (const Role role : row.roles) json.text(centre::staff::word(role));
    return json.end_array().key("active").boolean(row.active).end_object().take();
}

void read_roles(Body& body, std::set<Role>& roles) {
    if (!body.has("roles")) return;
    std::vector<std::string> words;
    body.texts("roles", words, centre::store::staff_name_letters_max, roles_max);
    roles.clear();
    for (const std::string& word : words) {
        if (const auto role = centre::staff::role_from(word))
            roles.insert(*role);
        else
            body.fault("roles", {"there is no role " + word, "le rôle " + word + " n’existe pas"});
    }
}

std::optional<http::Response> read_staff(const Call& call, StaffRow& row) {
    auto body = Body::of(call);
    if (!body) return body.error();
    body->text("name", row.name, centre::store::staff_name_letters_max);
    body->text("initials", row.initials, centre::store::initials_letters_max);
    body->boolean("active", row.active);
    read_roles(*body, row.roles);
    if (row.name.empty()) body->fault("name", {"is missing", "manque"});
    if (row.initials.empty()) body->fault("initials", {"is missing", "manque"});
    return body->refusal(call);
}

bool is_last_admin(Connection& db, const StaffRow& changed) {
    if (changed.active && changed.roles.contains(Role::admin)) return false;
    return std::ranges::none_of(centre::store::all_staff(db), [&](const StaffRow& other) {
        return other.head.id != changed.head.id && other.active && other.roles.contains(Role::admin);
    });
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [](Connection& db) {
        std::vector<std::string> each;
        for (const auto& row : centre::store::all_staff(db)) each.push_back(staff_json(row));
        return items(each);
    });
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    StaffRow row;
    if (auto refused = read_staff(*call, row)) return reply(std::move(*refused));
    service.write(call, reply, [call, row](Connection& db) {
        const auto made = centre::store::insert_staff(db, call->stamp(), row);
        return made ? created(staff_json(*made)) : refused(*call, made.error());
    });
}

/// The account of the path in the version that the client has seen, or the refusal.
std::expected<StaffRow, http::Response> find(const Call& call, Connection& db, std::int64_t version) {
    const auto id = parse_id(staff_prefix, call.param("id"));
    auto row = id ? centre::store::find_staff(db, *id) : std::nullopt;
    if (!row) return std::unexpected(not_found(call, call.param("id")));
    if (row->head.version != version) return std::unexpected(version_mismatch(call, staff_json(*row)));
    return std::move(*row);
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    service.write(call, reply, [call, version](Connection& db) {
        auto row = find(*call, db, *version.number);
        if (!row) return row.error();
        if (auto refused = read_staff(*call, *row)) return std::move(*refused);
        if (is_last_admin(db, *row))
            return problem(*call, 409, "bad_state",
                           {"Somebody must stay admin.", "Il faut garder au moins un administrateur."});
        const auto changed = centre::store::update_staff(db, call->stamp(), std::move(*row));
        return changed ? ok(staff_json(*changed)) : refused(*call, changed.error());
    });
}

Text words_of(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::too_short:
            return {"ten letters at least", "dix caractères au moins"};
        case PasswordFault::too_long:
            return {"256 bytes at most", "256 octets au plus"};
        case PasswordFault::same_as_name:
            return {"not the name", "pas le nom"};
        case PasswordFault::one_letter:
            return {"not one letter again and again", "pas toujours la même lettre"};
    }
    return {};
}

/// Looked up for its name, hashed, then written: the version is held against once more in the writer.
void put_password(Service& service, SignIn& sign_in, const CallPtr& call, const http::Reply& reply) {
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    auto body = Body::of(*call);
    if (!body) return reply(body.error());
    std::string password;
    body->require("password");
    body->secret("password", password, centre::staff::password_bytes_max);
    if (const auto fault = centre::staff::check_password(password, "")) body->fault("password", words_of(*fault));
    if (auto refused = body->refusal(*call)) return reply(std::move(*refused));
    const bool taken = sign_in.hash(password, [&service, call, reply, version, password](const std::string& hash) {
        if (hash.empty()) return reply(busy(*call));
        service.write(call, reply, [call, version, password, hash](Connection& db) {
            auto row = find(*call, db, *version.number);
            if (!row) return row.error();
            if (const auto fault = centre::staff::check_password(password, row->name)) {
                const Text words = words_of(*fault);
                return problem(*call, 422, "invalid", words);
            }
            row->password_hash = hash;
            const auto changed = centre::store::update_staff(db, call->stamp(), std::move(*row));
            return changed ? no_content() : refused(*call, changed.error());
        });
    });
    if (!taken) reply(busy(*call));
}

}  // namespace

void add_staff_routes(Routes& routes, Service& service, SignIn& sign_in) {
    routes.add(Method::get, "/staff", Right::manage_staff,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, "/staff", Right::manage_staff,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::patch, "/staff/{id}", Right::manage_staff,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
    routes.add(Method::put, "/staff/{id}/password", Right::manage_staff,
               [&service, &sign_in](const CallPtr& call, const http::Reply& reply) {
                   put_password(service, sign_in, call, reply);
               });
}

}  // namespace chicane::web::api
