// Silence, and how long to wait before the next attempt: both with the time given by the test.
#include "decoders/link/watchdog.hpp"

#include <catch2/catch.hpp>

#include "decoders/link/back_off.hpp"

using namespace chicane;
using namespace chicane::decoders::link;

TEST_CASE("fifteen seconds without a good record are silence, thirty a dead connection") {
    Watchdog watchdog(1);
    watchdog.heard({1'000});
    CHECK(!watchdog.silent({1'000 + silence_max_us}));
    CHECK(watchdog.silent({1'001 + silence_max_us}));
    CHECK(!watchdog.hopeless({1'000 + 2 * silence_max_us}));
    CHECK(watchdog.hopeless({1'001 + 2 * silence_max_us}));
    watchdog.heard({1'001 + silence_max_us});
    CHECK(!watchdog.silent({1'002 + silence_max_us}));
}

TEST_CASE("a quick decoder is silent sooner, but no sooner than a busy machine is late") {
    Watchdog ten(10);
    ten.heard({0});
    CHECK(!ten.silent({1'500'000}));
    CHECK(ten.silent({1'500'001}));
    Watchdog thousand(1'000);
    thousand.heard({0});
    CHECK(!thousand.silent({silence_floor_us}));
    CHECK(thousand.silent({silence_floor_us + 1}));
}

TEST_CASE("the wait before a new attempt doubles up to its bound, and begins anew once something was heard") {
    BackOff back_off;
    std::int64_t expected = reconnect_wait_min_ms;
    for (int attempt = 0; attempt < 10; ++attempt) {
        CHECK(back_off.next_wait_ms(0) == expected);
        expected = std::min(2 * expected, reconnect_wait_max_ms);
    }
    back_off.heard();
    CHECK(back_off.next_wait_ms(0) == reconnect_wait_min_ms);
}

TEST_CASE("chance takes up to a quarter off a wait") {
    for (std::uint64_t chance = 0; chance < 1'000; ++chance) {
        const std::int64_t wait = BackOff().next_wait_ms(chance);
        CHECK(wait <= reconnect_wait_min_ms);
        CHECK(wait > reconnect_wait_min_ms * 3 / 4);
    }
}
