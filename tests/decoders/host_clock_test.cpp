// The host's time goes by a steady clock, whatever is done to the wall clock.
#include "decoders/link/host_clock.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "decoders/recording/recorder.hpp"

using namespace chicane;
using namespace chicane::decoders::link;

TEST_CASE("the host's time is the wall clock's at the start, and then a steady clock's") {
    const SteadyWall clock({1'795'500'000'000'000}, 40'000'000);
    CHECK(clock.at(40'000'000).us == 1'795'500'000'000'000);
    CHECK(clock.at(100'000'000).us == 1'795'500'060'000'000);
}

TEST_CASE("the steady clock is the one that goes on while the computer sleeps") {
    const auto since_boot = [] {
        timespec at{};
        ::clock_gettime(CLOCK_BOOTTIME, &at);
        return std::int64_t{at.tv_sec} * 1'000'000 + at.tv_nsec / 1'000;
    };
    const auto before = since_boot();
    const auto moment = host_moment();
    CHECK(before <= moment.steady_us);
    CHECK(moment.steady_us <= since_boot());
}

TEST_CASE("that somebody has set the wall clock is known, and by how much") {
    const SteadyWall clock({1'795'500'000'000'000}, 40'000'000);
    CHECK(clock.set_ahead_us({1'795'500'060'000'000}, 100'000'000) == 0);
    CHECK(clock.set_ahead_us({1'795'503'660'000'000}, 100'000'000) == 3'600'000'000);
    CHECK(std::abs(host_set_ahead_us()) < 60'000'000);
}

TEST_CASE("the host's time begins where the wall clock is and never goes back") {
    const auto before = us_of<std::chrono::system_clock>();
    timing::HostTime last = host_now();
    CHECK(std::abs(last.us - before) < 60'000'000);
    for (int i = 0; i < 1'000; ++i) {
        const timing::HostTime now = host_now();
        CHECK(now >= last);
        last = now;
    }
}

TEST_CASE("a recorder judges what is stuck by the clock of its entries, which no sleep stops") {
    CHECK(std::abs(decoders::recording::steady_now_us() - host_moment().steady_us) < 1'000'000);
}
