// Customers: registered, corrected, searched.
#include <set>

#include "centre/bookings/reference.hpp"
#include "centre/store/bookings_table.hpp"
#include "centre/store/customer_search.hpp"
#include "centre/store/seats_table.hpp"
#include "web/api/body.hpp"
#include "web/api/entrants.hpp"
#include "web/api/head_json.hpp"
#include "web/api/routes.hpp"

namespace chicane::web::api {
namespace {

using centre::customers::Customer;
using centre::customers::FaultKind;
using centre::staff::Right;
using centre::store::Connection;
using centre::store::CustomerRow;
using http::Method;

constexpr std::size_t typed_letters_max =
    40;  ///< of a number with its blanks, a date or a word: each has its form in its rules

std::string customer_json(const CustomerRow& row) {
    const Customer& customer = row.customer;
    feed::JsonText json;
    json.begin_object();
    write_head(json, customer_prefix, row.head);
    json.key("family_name").text(customer.family_name).key("given_name").text(customer.given_name);
    json.key("nickname").maybe(customer.nickname);
    json.key("birth_date").maybe(customer.birth_date ? std::optional(text_of(*customer.birth_date)) : std::nullopt);
    json.key("email").maybe(customer.email);
    json.key("phone").maybe(customer.phone);
    json.key("locale").text(customer.locale);
    const auto consent = customer.public_results;
    json.key("public_results")
        .maybe(consent ? std::optional(std::string(centre::customers::word(*consent))) : std::nullopt);
    return json.end_object().take();
}

Text words_of(FaultKind kind) {
    switch (kind) {
        case FaultKind::empty:
            return {"is missing", "manque"};
        case FaultKind::too_long:
            return {"is too long", "est trop long"};
        case FaultKind::malformed:
            return {"does not have its form", "n’a pas la forme attendue"};
        case FaultKind::not_a_day_of_life:
            return {"lies between 1900 and today", "se situe entre 1900 et aujourd’hui"};
    }
    return {};
}

void read_birth_date(Body& body, Customer& customer) {
    std::optional<std::string> text;
    if (customer.birth_date) text = text_of(*customer.birth_date);
    body.maybe_text("birth_date", text, typed_letters_max);
    customer.birth_date = text ? centre::customers::parse_date(*text) : std::nullopt;
    if (text && !customer.birth_date)
        body.fault("birth_date", {"is no day: YYYY-MM-DD", "n’est pas une date : AAAA-MM-JJ"});
}

void read_consent(Body& body, Customer& customer) {
    std::optional<std::string> text;
    if (customer.public_results) text = centre::customers::word(*customer.public_results);
    body.maybe_text("public_results", text, typed_letters_max);
    customer.public_results = text ? centre::customers::public_results_from(*text) : std::nullopt;
    if (text && !customer.public_results)
        body.fault("public_results", {"given, refused or null was expected", "given, refused ou null est attendu"});
}

/// Reads what is there into `customer`; the refusal of what is wrong.
std::optional<http::Response> read_customer(const Service& service, const Call& call, Customer& customer) {
    auto body = Body::of(call);
    if (!body) return body.error();
    body->text("family_name", customer.family_name, centre::customers::name_letters_max);
    body->text("given_name", customer.given_name, centre::customers::name_letters_max);
    body->maybe_text("nickname", customer.nickname, centre::customers::nickname_letters_max);
    body->maybe_text("email", customer.email, centre::customers::email_bytes_max);
    body->maybe_text("phone", customer.phone, typed_letters_max);
    if (customer.phone) customer.phone = centre::customers::tidy_phone(*customer.phone);
    body->text("locale", customer.locale, typed_letters_max);
    read_birth_date(*body, customer);
    read_consent(*body, customer);
    for (const auto& fault : check(customer, service.calendar().date_of(call.now_us)))
        body->fault(fault.field, words_of(fault.kind));
    return body->refusal(call);
}

void list(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call, today = service.today(call->now_us)](Connection& db) {
        std::vector<std::string> each;
        for (const auto& row : centre::store::search_customers(db, call->request.query_value("q").value_or(""), today))
            each.push_back(customer_json(row));
        return items(each);
    });
}

void add(Service& service, const CallPtr& call, const http::Reply& reply) {
    if (auto refused = key_missing(*call)) return reply(std::move(*refused));
    Customer customer;
    if (auto refused = read_customer(service, *call, customer)) return reply(std::move(*refused));
    service.write(call, reply, [call, customer](Connection& db) {
        return created(customer_json(centre::store::insert_customer(db, call->stamp(), customer)));
    });
}

void show(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_id(customer_prefix, call->param("id"));
    service.read(call, reply, [call, id](Connection& db) {
        const auto row = id ? centre::store::find_customer(db, *id) : std::nullopt;
        return row ? ok(customer_json(*row)) : not_found(*call, call->param("id"));
    });
}

void change(Service& service, const CallPtr& call, const http::Reply& reply) {
    const auto id = parse_id(customer_prefix, call->param("id"));
    const Version version = version_of(*call);
    if (!version.number) return reply(*version.refusal);
    // A name that was corrected, or may no more be shown, changes on the boards where he drives now.
    auto seats = std::make_shared<std::set<std::int64_t>>();
    const auto work = [&service, call, id, version, seats](Connection& db) {
        auto row = id ? centre::store::find_customer(db, *id) : std::nullopt;
        if (!row) return not_found(*call, call->param("id"));
        if (row->head.version != *version.number) return version_mismatch(*call, customer_json(*row));
        if (auto refused = read_customer(service, *call, row->customer)) return std::move(*refused);
        *seats = centre::store::seats_of_customer(db, *id);
        return ok(customer_json(centre::store::update_customer(db, call->stamp(), std::move(*row))));
    };
    service.write(call, reply, work, [&service, call, reply, seats](const http::Response& answer) {
        const auto drives = [seats](const sessions::EntrantSetup& entrant) {
            return seats->contains(entrant.id.value);
        };
        restage_sessions_where(service, call, reply, drives, [reply, answer] { reply(answer); });
    });
}

std::string found_json(std::string_view kind, const std::string& id, const std::string& label,
                       const std::string& detail) {
    feed::JsonText json;
    json.begin_object().key("kind").text(kind).key("id").text(id).key("label").text(label).key("detail").text(detail);
    return json.end_object().take();
}

/// The one field of the desk: people, and a booking by its reference.
void search(Service& service, const CallPtr& call, const http::Reply& reply) {
    service.read(call, reply, [call, today = service.today(call->now_us)](Connection& db) {
        const std::string query = call->request.query_value("q").value_or("");
        std::vector<std::string> each;
        if (const auto ref = centre::bookings::parse_reference(query))
            if (const auto booking = centre::store::find_booking(db, *ref))
                each.push_back(found_json("booking", *ref, *ref, wire_id(session_prefix, booking->session)));
        for (const auto& row : centre::store::search_customers(db, query, today)) {
            const Customer& customer = row.customer;
            each.push_back(found_json("customer", wire_id(customer_prefix, row.head.id),
                                      customer.given_name + " " + customer.family_name,
                                      customer.phone.value_or(customer.email.value_or(""))));
        }
        return items(each);
    });
}

}  // namespace

void add_customer_routes(Routes& routes, Service& service) {
    routes.add(Method::get, "/search", Right::read_customers,
               [&service](const CallPtr& call, const http::Reply& reply) { search(service, call, reply); });
    routes.add(Method::get, "/customers", Right::read_customers,
               [&service](const CallPtr& call, const http::Reply& reply) { list(service, call, reply); });
    routes.add(Method::post, "/customers", Right::change_customers,
               [&service](const CallPtr& call, const http::Reply& reply) { add(service, call, reply); });
    routes.add(Method::get, "/customers/{id}", Right::read_customers,
               [&service](const CallPtr& call, const http::Reply& reply) { show(service, call, reply); });
    routes.add(Method::patch, "/customers/{id}", Right::change_customers,
               [&service](const CallPtr& call, const http::Reply& reply) { change(service, call, reply); });
}

}  // namespace chicane::web::api
