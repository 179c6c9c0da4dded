// No seat is sold twice: front-desk.md B1, B3, B8; the trigger behind the count.
#include "centre/store/claims_table.hpp"

#include <catch2/catch.hpp>

#include "centre/bookings/hold.hpp"
#include "centre/store/holds_table.hpp"
#include "tests/centre/store_case.hpp"

using namespace chicane::centre::store;
using chicane::centre::bookings::hold_us;

TEST_CASE_METHOD(StoreCase, "claims are taken up to the capacity and not beyond") {
    const auto session = add_session(2);
    CHECK(claim(db, stamp, {session, 1}, day_of));
    CHECK(claim(db, stamp, {session, 1}, day_of));
    const auto refused = claim(db, stamp, {session, 1}, day_of);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == RefusalCode::capacity_exceeded);
    CHECK(refused.error().free == 0);
}

TEST_CASE_METHOD(StoreCase, "a wish is taken whole or not at all, and the refusal says what is free") {
    const auto session = add_session(3);
    REQUIRE(claim(db, stamp, {session, 1}, day_of));
    const auto refused = claim(db, stamp, {session, 3}, day_of);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().free == 2);
    CHECK(claim(db, stamp, {session, 2}, day_of));
}

TEST_CASE_METHOD(StoreCase, "the refusal offers sessions of the same track that have room for all") {
    const std::int64_t hour_us = 3'600'000'000LL;
    const auto session = add_session(1, 10 * hour_us);
    const auto later = add_session(2, 11 * hour_us);
    add_session(1, 12 * hour_us);
    REQUIRE(claim(db, stamp, {session, 1}, day_of));
    const auto refused = claim(db, stamp, {session, 2}, day_of);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().alternatives.size() == 1);
    CHECK(refused.error().alternatives[0].session == later);
    CHECK(refused.error().alternatives[0].free == 2);
}

TEST_CASE_METHOD(StoreCase, "an expired hold counts no more, from that microsecond on") {
    const auto session = add_session(1);
    const auto held = hold(db, stamp, session, 1, day_of);
    REQUIRE(held);
    CHECK(held->expires_at_us == stamp.now_us + hold_us);
    stamp.now_us += hold_us - 1;
    CHECK_FALSE(claim(db, stamp, {session, 1}, day_of));
    stamp.now_us += 1;
    CHECK(claim(db, stamp, {session, 1}, day_of));
    const auto gone = renew_hold(db, stamp, held->head.id);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == RefusalCode::hold_expired);
}

TEST_CASE_METHOD(StoreCase, "a hold is renewed by use, to an hour from its begin") {
    const auto session = add_session(1);
    const auto held = hold(db, stamp, session, 1, day_of);
    const auto begin = stamp.now_us;
    for (int i = 1; i <= 6; ++i) {
        stamp.now_us = begin + i * 9 * 60'000'000LL;
        const auto renewed = renew_hold(db, stamp, held->head.id);
        REQUIRE(renewed);
        CHECK(renewed->expires_at_us ==
              std::min(stamp.now_us + hold_us, begin + chicane::centre::bookings::hold_us_max));
    }
    CHECK(release_hold(db, stamp, held->head.id));
    CHECK(claim(db, stamp, {session, 1}, day_of));
}

TEST_CASE_METHOD(StoreCase, "a hold that is gone is never another's") {
    const auto session = add_session(1);
    const auto first = hold(db, stamp, session, 1, day_of);
    REQUIRE(first);
    stamp.now_us += hold_us;
    const auto second = hold(db, stamp, session, 1, day_of);
    REQUIRE(second);
    CHECK(second->head.id != first->head.id);
    CHECK_FALSE(release_hold(db, stamp, first->head.id));
    CHECK(renew_hold(db, stamp, second->head.id));
}

TEST_CASE_METHOD(StoreCase, "a renewed hold leaves who, before and after") {
    const auto held = hold(db, stamp, add_session(1), 1, day_of);
    stamp.who = "ben";
    REQUIRE(renew_hold(db, stamp, held->head.id));
    auto rows = db.query(
        "SELECT who, json_extract(before, '$.version'), json_extract(after, '$.version') FROM audit "
        "WHERE subject = 'holds' ORDER BY id DESC LIMIT 1");
    REQUIRE(rows.step());
    CHECK(rows.text(0) == "ben");
    CHECK(rows.integer(1) == 1);
    CHECK(rows.integer(2) == 2);
}

TEST_CASE_METHOD(StoreCase, "the trigger aborts what would overflow, whoever inserts it") {
    const auto session = add_session(2);
    const std::string insert = "INSERT INTO claims(session, qty, claimed_at_us) VALUES(" + std::to_string(session);
    db.script(insert + ", 2, 5)");
    CHECK_THROWS_WITH(db.script(insert + ", 1, 5)"), Catch::Contains("capacity_exceeded"));
    CHECK(count("SELECT sum(qty) FROM claims") == 2);
}

TEST_CASE_METHOD(StoreCase, "a cancelled or unknown session has no seats") {
    auto row = *find_session(db, add_session(2), 0);
    row.session.cancelled = true;
    update_session(db, stamp, row);
    CHECK(claim(db, stamp, {row.head.id, 1}, day_of).error().code == RefusalCode::bad_state);
    CHECK(claim(db, stamp, {99, 1}, day_of).error().code == RefusalCode::not_found);
}
