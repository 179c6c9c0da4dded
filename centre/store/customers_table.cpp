#include "centre/store/customers_table.hpp"

#include "centre/store/audit.hpp"

namespace chicane::centre::store {
namespace {

using customers::Customer;

constexpr std::string_view columns =
    "SELECT c.id, c.version, c.created_at_us, c.created_by, c.family_name, c.given_name, c.nickname, c.birth_date, "
    "c.email, c.phone, c.locale, c.public_results FROM customers c ";

// A number is looked for by its last four digits as often as by its first: each end of it is a word.
constexpr std::size_t digits_end_min = 4;

CustomerRow row_of(const Rows& rows) {
    CustomerRow row;
    row.head = {rows.integer(0), rows.integer(1), rows.integer(2), rows.text(3)};
    row.customer = {rows.text(4),       rows.text(5),       rows.maybe_text(6), {},
                    rows.maybe_text(8), rows.maybe_text(9), rows.text(10),      {}};
    if (const auto birth = rows.maybe_text(7)) row.customer.birth_date = customers::parse_date(*birth);
    if (const auto consent = rows.maybe_text(11))
        row.customer.public_results = customers::public_results_from(*consent);
    return row;
}

std::optional<std::string> text_of(const std::optional<customers::Date>& date) {
    return date ? std::optional(customers::text_of(*date)) : std::nullopt;
}

std::optional<std::string> text_of(const std::optional<customers::PublicResults>& consent) {
    return consent ? std::optional(std::string(customers::word(*consent))) : std::nullopt;
}

std::string digit_words(const std::optional<std::string>& phone) {
    if (!phone) return {};
    const std::string digits = phone->substr(1);
    std::string words;
    for (std::size_t from = 0; from + digits_end_min <= digits.size(); ++from) words += digits.substr(from) + " ";
    // At home a number is dialled with a zero before its second to fourth digit, by country: 33 6 12… is 06 12….
    for (std::size_t from = 1; from <= 3 && from < digits.size(); ++from) words += "0" + digits.substr(from) + " ";
    return words;
}

void index(Connection& db, std::int64_t id, const Customer& customer) {
    db.execute("INSERT OR REPLACE INTO customer_search(rowid, names, email, digits) VALUES(?,?,?,?)", id,
               customer.given_name + " " + customer.family_name + " " + customer.nickname.value_or(""), customer.email,
               digit_words(customer.phone));
}

}  // namespace

CustomerRow insert_customer(Connection& db, const Stamp& stamp, const Customer& customer) {
    db.execute(
        "INSERT INTO customers(version, created_at_us, created_by, family_name, given_name, nickname, birth_date, "
        "email, "
        "phone, locale, public_results) VALUES(1,?,?,?,?,?,?,?,?,?,?)",
        stamp.now_us, stamp.who, customer.family_name, customer.given_name, customer.nickname,
        text_of(customer.birth_date), customer.email, customer.phone, customer.locale,
        text_of(customer.public_results));
    const std::int64_t id = db.last_id();
    index(db, id, customer);
    audit_new(db, "customers", id, stamp);
    return {{id, 1, stamp.now_us, stamp.who}, customer};
}

std::optional<CustomerRow> find_customer(Connection& db, std::int64_t id) {
    auto rows = db.query(std::string(columns) + "WHERE c.id = ?", id);
    if (!rows.step()) return std::nullopt;
    return row_of(rows);
}

CustomerRow update_customer(Connection& db, const Stamp& stamp, CustomerRow row) {
    const Audit audit(db, "customers", row.head.id);
    const Customer& customer = row.customer;
    ++row.head.version;
    db.execute(
        "UPDATE customers SET version=?, family_name=?, given_name=?, nickname=?, birth_date=?, email=?, phone=?, "
        "locale=?, public_results=? WHERE id=?",
        row.head.version, customer.family_name, customer.given_name, customer.nickname, text_of(customer.birth_date),
        customer.email, customer.phone, customer.locale, text_of(customer.public_results), row.head.id);
    index(db, row.head.id, customer);
    audit.write(stamp);
    return row;
}

}  // namespace chicane::centre::store
