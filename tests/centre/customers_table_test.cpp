// Customers are found as people ask for them.
#include <catch2/catch.hpp>

#include "centre/store/customer_search.hpp"
#include "centre/store/seats_table.hpp"
#include "centre/store/sessions_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using chicane::centre::customers::Customer;

namespace {

constexpr std::int64_t day_us = 86'400'000'000;
constexpr Day today{100 * day_us, 101 * day_us};

std::string found(Connection& db, const std::string& query) {
    std::string names;
    for (const auto& row : search_customers(db, query, today)) names += row.customer.given_name + " ";
    return names;
}

}  // namespace

TEST_CASE_METHOD(StoreCase, "a customer is found by the begin of each word, whatever accents and capitals") {
    insert_customer(db, stamp, {"Dupont", "Élodie", "Flèche", {}, "elodie@example.org", "+33612345678", "fr", {}});
    insert_customer(db, stamp, {"O'Neill-Żuk", "Sean", {}, {}, {}, {}, "en", {}});
    for (const char* query : {"du", "DUP", "elod", "élo dup", "fleche", "elodie@exa", "dupont élodie"})
        CHECK(found(db, query) == "Élodie ");
    for (const char* query : {"o'neill", "neill", "zuk", "ŻUK sea"}) CHECK(found(db, query) == "Sean ");
    for (const char* query : {"d", "upont", "dupont sean", "", "\"", "*", "' OR x=x --", "NOT x", "names:dupont"})
        CHECK(found(db, query).empty());
}

TEST_CASE_METHOD(StoreCase, "a telephone number is found by its begin, its end, and as it is dialled at home") {
    insert_customer(db, stamp, {"Dupont", "Anna", {}, {}, {}, "+33612345678", "fr", {}});
    for (const char* query : {"+33612", "0033 6 12", "33 6", "06 12 34", "0612345678", "5678", "345678"})
        CHECK(found(db, query) == "Anna ");
    CHECK(found(db, "0712").empty());
}

TEST_CASE_METHOD(StoreCase, "a change is found under its new words only, and raises the version") {
    auto row = insert_customer(db, stamp, {"Before", "Anna", {}, {}, {}, {}, "fr", {}});
    row.customer.family_name = "After";
    CHECK(update_customer(db, stamp, row).head.version == 2);
    CHECK(found(db, "before").empty());
    CHECK(found(db, "after") == "Anna ");
    CHECK(find_customer(db, row.head.id)->customer == row.customer);
}

TEST_CASE_METHOD(StoreCase, "at most twenty are answered, the newest first") {
    for (int i = 0; i < 30; ++i)
        insert_customer(db, stamp, {"Same", "N" + std::to_string(i), {}, {}, {}, {}, "fr", {}});
    const auto rows = search_customers(db, "same", today);
    REQUIRE(rows.size() == found_max);
    CHECK(rows.front().customer.given_name == "N29");
}

TEST_CASE_METHOD(StoreCase, "who drives today is found first, then who is booked about now, then who was here lately") {
    const auto seen = [&](const std::string& name, std::int64_t at_us) {
        const auto id = insert_customer(db, stamp, {"Same", name, {}, {}, {}, {}, "fr", {}}).head.id;
        chicane::centre::bookings::Session session;
        session.planned_start_us = at_us;
        SeatRow seat;
        seat.session = insert_session(db, stamp, session).head.id;
        seat.customer = id;
        return insert_seat(db, stamp, seat, [](std::int64_t) { return 0; }).value();
    };
    seen("Today", today.end_us - 1);
    seen("Tomorrow", today.end_us);
    seen("Lately", today.begin_us - seen_lately_us);
    seen("Once", today.begin_us - seen_lately_us - 1);
    auto gone = seen("Gone", today.begin_us);
    gone.state = chicane::centre::bookings::SeatState::cancelled;
    REQUIRE(update_seat(db, stamp, gone));
    CHECK(found(db, "sa") == "Today Tomorrow Lately Gone Once ");
}

TEST_CASE_METHOD(StoreCase, "every field comes back as it went in") {
    const Customer whole{"F",      "G",       "N",  chicane::centre::customers::Date{2010, 3, 4},
                         "a@b.cd", "+123456", "en", chicane::centre::customers::PublicResults::refused};
    CHECK(find_customer(db, insert_customer(db, stamp, whole).head.id)->customer == whole);
    CHECK_FALSE(find_customer(db, 99));
}
