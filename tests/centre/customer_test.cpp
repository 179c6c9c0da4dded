// The fields of a customer and the name that the public may read: front-desk.md 1.1.
#include "centre/customers/customer.hpp"

#include <catch2/catch.hpp>

#include "centre/customers/public_name.hpp"

using namespace chicane::centre::customers;

namespace {

constexpr Date today{2026, 11, 24};

Customer anna() { return {"Žižek", "Anna", {}, Date{1990, 2, 1}, "anna@example.org", "+33612345678", "fr", {}}; }

}  // namespace

TEST_CASE("a customer with names alone is enough") {
    CHECK(check({"B", "A", {}, {}, {}, {}, "en", {}}, today).empty());
    CHECK(check(anna(), today).empty());
}

TEST_CASE("names have one to sixty letters, counted as people count") {
    auto customer = anna();
    customer.family_name = "   ";
    customer.given_name = std::string(61, 'a');
    CHECK(check(customer, today) ==
          std::vector<Fault>{{"family_name", FaultKind::empty}, {"given_name", FaultKind::too_long}});
    customer = anna();
    customer.given_name.clear();
    for (int i = 0; i < 60; ++i) customer.given_name += "é";
    CHECK(check(customer, today).empty());
    customer.nickname = "twenty-one letters ok";
    CHECK(check(customer, today) == std::vector<Fault>{{"nickname", FaultKind::too_long}});
}

TEST_CASE("a birth date lies between 1900 and today") {
    auto customer = anna();
    for (const Date wrong : {Date{1899, 12, 31}, Date{2026, 11, 25}}) {
        customer.birth_date = wrong;
        CHECK(check(customer, today) == std::vector<Fault>{{"birth_date", FaultKind::not_a_day_of_life}});
    }
    customer.birth_date = today;
    CHECK(check(customer, today).empty());
}

TEST_CASE("e-mail, telephone and language have their shape") {
    auto customer = anna();
    for (const char* wrong :
         {"anna", "@example.org", "anna@org", "an na@example.org", "a@b@example.org", "a@example."}) {
        customer.email = wrong;
        CHECK(check(customer, today) == std::vector<Fault>{{"email", FaultKind::malformed}});
    }
    customer = anna();
    for (const char* wrong : {"0612345678", "+0612345678", "+33 6", "+336123456789012345", ""}) {
        customer.phone = wrong;
        CHECK(check(customer, today) == std::vector<Fault>{{"phone", FaultKind::malformed}});
    }
    customer = anna();
    customer.locale = "french";
    CHECK(check(customer, today) == std::vector<Fault>{{"locale", FaultKind::malformed}});
}

TEST_CASE("a telephone number is kept without what people type between the digits") {
    CHECK(tidy_phone("+33 6.12-34 (56) 78") == "+33612345678");
    CHECK(tidy_phone("0033 6 12 34 56 78") == "+33612345678");
}

TEST_CASE("a date is a day that exists") {
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    for (const char* wrong :
         {"2023-02-29", "2026-13-01", "2026-00-10", "2026-1-10", "26-01-10", "2026/01/10", "1900-02-29"})
        CHECK_FALSE(parse_date(wrong));
    CHECK(text_of(Date{33, 4, 5}) == "0033-04-05");
}

TEST_CASE("who is born on the 29th of February is a year older on the 1st of March") {
    CHECK(age_on({2026, 2, 28}, {2008, 2, 29}) == 17);
    CHECK(age_on({2026, 3, 1}, {2008, 2, 29}) == 18);
}

TEST_CASE("the public name is the nickname, else given name and initial") {
    auto customer = anna();
    CHECK(public_name(customer, today, "14") == "Anna Ž.");
    customer.nickname = "Turbo";
    CHECK(public_name(customer, today, "14") == "Turbo");
    CHECK(full_name(customer) == "Anna Žižek");
}

TEST_CASE("a minor without consent is a kart, until the birthday and not after") {
    auto customer = anna();
    customer.nickname = "Turbo";
    customer.birth_date = Date{2008, 11, 25};
    CHECK(public_name(customer, today, "14") == "Kart 14");
    CHECK(public_name(customer, today, "") == "Kart");
    CHECK(public_name(customer, {2026, 11, 25}, "14") == "Turbo");
    customer.public_results = PublicResults::given;
    CHECK(public_name(customer, today, "14") == "Turbo");
}

TEST_CASE("who refuses to be named is a kart at any age") {
    auto customer = anna();
    customer.public_results = PublicResults::refused;
    CHECK(public_name(customer, today, "7") == "Kart 7");
}
