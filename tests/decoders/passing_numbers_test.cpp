// Which passings are missing, when they are asked for, and when a decoder has begun anew.
#include "decoders/link/passing_numbers.hpp"

#include <catch2/catch.hpp>

using namespace chicane;
using namespace chicane::decoders::link;
using Ranges = std::vector<NumberRange>;

namespace {

constexpr std::int64_t second = 1'000'000;

/// A decoder that counts from 100 at a time of 1000 s; the host's clock shows the same.
struct Bench {
    PassingNumbers numbers;
    std::int64_t now = 1'000 * second;

    NumberActions pass(std::uint32_t number, std::int64_t time_s) {
        now = std::max(now, time_s * second);
        return numbers.arrived(number, time_s * second, {now}, now);
    }
    NumberActions wait(std::int64_t us) {
        now += us;
        return numbers.due({now}, {now});
    }
};

}  // namespace

TEST_CASE("numbers in a row ask for nothing") {
    Bench bench;
    for (std::uint32_t number = 100; number < 200; ++number) CHECK(bench.pass(number, 900 + number).ask.empty());
    CHECK(bench.numbers.counts().found == 0);
    CHECK(bench.numbers.epoch() == 0);
}

TEST_CASE("a gap is asked for at once, and is closed by what comes in any order") {
    Bench bench;
    bench.pass(100, 1000);
    CHECK(bench.pass(105, 1005).ask == Ranges{{101, 104}});
    for (const std::uint32_t number : {103u, 101u, 104u}) CHECK(bench.pass(number, 1000).ask.empty());
    CHECK(bench.numbers.counts().recovered == 3);
    bench.pass(102, 1000);
    CHECK(bench.numbers.counts().found == 4);
    CHECK(bench.numbers.counts().recovered == 4);
    CHECK(bench.numbers.epoch() == 0);
}

TEST_CASE("what does not come is asked for three times, then it is lost, with its range") {
    Bench bench;
    bench.pass(100, 1000);
    bench.pass(104, 1004);
    CHECK(bench.wait(resend_wait_us - 1).ask.empty());
    CHECK(bench.wait(1).ask == Ranges{{101, 103}});
    bench.pass(102, 1002);
    CHECK(bench.wait(resend_wait_us).ask == Ranges{{101, 101}, {103, 103}});
    const auto given_up = bench.wait(resend_wait_us);
    CHECK(given_up.ask.empty());
    CHECK(given_up.lost == Ranges{{101, 101}, {103, 103}});
    CHECK(bench.numbers.counts().lost == 2);
    CHECK(bench.wait(resend_wait_us).ask.empty());
}

TEST_CASE("a decoder that falls silent has lost nothing until it speaks again and still does not tell it") {
    Bench bench;
    bench.pass(100, 1000);
    bench.pass(102, 1002);
    const timing::HostTime silent_since{bench.now};
    for (int tries = 1; tries < resend_tries_max; ++tries) {
        bench.now += resend_wait_us;
        CHECK(bench.numbers.due({bench.now}, silent_since).ask == Ranges{{101, 101}});
    }
    bench.now += 40 * second;
    CHECK(bench.numbers.due({bench.now}, silent_since).ask.empty());
    CHECK(bench.numbers.counts().lost == 0);
    CHECK(bench.wait(1).lost == Ranges{{101, 101}});
}

TEST_CASE("a passing that comes twice changes nothing") {
    Bench bench;
    bench.pass(100, 1000);
    bench.pass(101, 1001);
    CHECK(bench.pass(100, 1000).ask.empty());
    CHECK(bench.pass(101, 1001).ask.empty());
    CHECK(bench.numbers.epoch() == 0);
    CHECK(bench.pass(102, 1002).ask.empty());
}

TEST_CASE("a number that falls back with a later time is a new epoch, and only what was counted since is asked for") {
    Bench bench;
    bench.pass(100, 1000);
    bench.pass(103, 1003);
    const auto restarted = bench.pass(3, 1010);
    CHECK(restarted.ask == Ranges{{1, 2}});
    CHECK(restarted.lost == Ranges{{101, 102}});
    CHECK(bench.numbers.epoch() == 1);
    CHECK(bench.pass(5, 1012).ask == Ranges{{4, 4}});
}

TEST_CASE("a clock that jumps is a new epoch, back or ahead") {
    Bench back;
    back.pass(100, 1000);
    back.pass(101, 900);
    CHECK(back.numbers.epoch() == 1);
    Bench ahead;
    ahead.pass(100, 1000);
    ahead.numbers.arrived(101, 40'000 * second, {1005 * second}, 1005 * second);
    CHECK(ahead.numbers.epoch() == 1);
    Bench reset;
    reset.pass(100, 1'000'000);
    reset.numbers.arrived(1, 5 * second, {1'000'005 * second}, 1'000'005 * second);
    CHECK(reset.numbers.epoch() == 1);
}

TEST_CASE(
    "what is missing when a clock was set is asked for, as its numbers go on, and each is of the clock that told it") {
    const std::int64_t set_s = GENERATE(-3'600, 9 * 3'600);
    Bench bench;
    bench.pass(100, 100'000);
    CHECK(bench.pass(102, 100'002).ask == Ranges{{101, 101}});
    // It is set between 103 and 104, whose bytes are lost as well.
    bench.now = 100'005 * second;
    const auto told = [&](std::uint32_t number, std::int64_t time_s) {
        return bench.numbers.arrived(number, time_s * second, {bench.now}, std::nullopt);
    };
    const NumberActions set = bench.numbers.arrived(105, (100'005 + set_s) * second, {bench.now}, 100'005 * second);
    CHECK(bench.numbers.epoch() == 1);
    CHECK(set.lost.empty());
    CHECK(set.ask == Ranges{{103, 104}});
    CHECK(told(101, 100'001).told_before);
    CHECK(told(103, 100'003).told_before);
    CHECK_FALSE(told(104, 100'004 + set_s).told_before);
    CHECK_FALSE(told(106, 100'006 + set_s).told_before);
    CHECK(bench.numbers.epoch() == 1);
    CHECK(bench.numbers.counts().recovered == 3);
    CHECK(bench.wait(20 * second).lost == Ranges{});
}

TEST_CASE("what is missing since before a clock was set twice is lost, and so is a gap too wide for one count") {
    Bench bench;
    bench.pass(100, 100'000);
    bench.pass(102, 100'002);
    bench.pass(103, 96'403);
    CHECK(bench.pass(104, 92'804).lost == Ranges{{101, 101}});
    CHECK(bench.pass(106 + set_gap_max, 80'000).ask.empty());
    CHECK(bench.numbers.epoch() == 3);
}

TEST_CASE(
    "where more was missed than is asked for at once and the clock was set, the answer is of the clock that told it") {
    PassingNumbers numbers(500, 100'000 * second, 0);
    timing::HostTime now{100'600 * second};
    numbers.reconnected(now);
    const auto told = [&](std::uint32_t number, std::int64_t time_s) {
        now = timing::later_by(now, second / 50);
        return numbers.arrived(number, time_s * second, now, std::nullopt);
    };
    told(501, 100'001);
    // 502 to 749 passed before the clock was set an hour back, and the next one that comes is live.
    const NumberActions set = told(750, 97'000);
    CHECK(numbers.epoch() == 1);
    CHECK(set.lost == Ranges{{501 + resend_ahead, 749}});
    CHECK(told(502, 100'002).told_before);
    CHECK_FALSE(told(751, 97'001).told_before);
    CHECK(told(503, 100'003).told_before);
    CHECK(numbers.epoch() == 1);
}

TEST_CASE("a clock that is set back to just before its decoder restarted is a new epoch") {
    Bench bench;
    bench.pass(1'057, 10'000);
    bench.pass(1, 10'010);
    bench.pass(2, 13'600);
    REQUIRE(bench.numbers.epoch() == 1);
    bench.pass(3, 10'005);
    CHECK(bench.numbers.epoch() == 2);
}

TEST_CASE("a number that is given anew at another time is a new epoch, though the clock went back by hours alone") {
    Bench bench;
    for (std::uint32_t number = 1; number <= 50; ++number) bench.pass(number, 20'000 + number);
    CHECK(bench.pass(7, 20'007).ask.empty());
    CHECK(bench.numbers.epoch() == 0);
    CHECK(bench.pass(2, 12'000).ask == Ranges{{1, 1}});
    CHECK(bench.numbers.epoch() == 1);
    CHECK(bench.pass(4, 12'002).ask == Ranges{{3, 3}});
}

TEST_CASE("a number back near zero is a new epoch, one that was given up and comes after all is none") {
    Bench bench;
    const auto drive = [&] {
        bench.pass(100, 20'100);
        for (std::uint32_t number = 1'000; number <= 5'000; ++number) bench.pass(number, 20'000 + number);
    };
    drive();
    for (int tries = 0; tries < resend_tries_max; ++tries) bench.wait(resend_wait_us);
    CHECK(bench.numbers.counts().lost == 899);
    bench.pass(500, 20'500);
    CHECK(bench.numbers.epoch() == 0);
    bench.pass(3, 15'000);
    CHECK(bench.numbers.epoch() == 1);
}

TEST_CASE("what was held up over a restart tells nothing of the numbers since") {
    Bench bench;
    bench.pass(1'057, 1'000);
    bench.pass(1, 1'010);
    bench.pass(9, 1'018);
    CHECK(bench.numbers.epoch() == 1);
    const NumberActions late = bench.pass(GENERATE(1'058u, 5u), 1'005);
    CHECK(late.ask.empty());
    CHECK(bench.numbers.epoch() == 1);
    CHECK(bench.pass(10, 1'019).ask.empty());
    CHECK(bench.wait(20 * second).lost == Ranges{});
}

TEST_CASE("what a decoder counted since it began anew is taken though it comes after a later number") {
    Bench bench;
    bench.pass(1'057, 1'000);
    CHECK(bench.pass(4, 1'018).ask == Ranges{{1, 3}});
    for (const std::uint32_t number : {1u, 2u}) CHECK(bench.pass(number, 1'010 + number).ask.empty());
    CHECK(bench.numbers.epoch() == 1);
    CHECK(bench.numbers.counts().recovered == 2);
    CHECK(bench.wait(resend_wait_us).ask == Ranges{{3, 3}});
}

TEST_CASE("a decoder that began anew and is heard again at the number that it had reached is asked for those before") {
    Bench bench;
    for (std::uint32_t number = 1; number <= 5; ++number) bench.pass(number, 1'000 + number);
    CHECK(bench.pass(5, 1'018).ask == Ranges{{1, 4}});
    CHECK(bench.numbers.epoch() == 1);
}

TEST_CASE("a decoder that cannot be asked, or whose count is far from zero, is asked for nothing when it begins anew") {
    PassingNumbers deaf(false);
    deaf.arrived(1'000, 1'000 * second, {0}, std::nullopt);
    CHECK(deaf.arrived(3, 1'005 * second, {0}, std::nullopt).ask.empty());
    CHECK(deaf.epoch() == 1);
    Bench far;
    far.pass(1'000, 1'000);
    CHECK(far.pass(counted_anew_max + 1, 1'005).ask.empty());
    CHECK(far.numbers.epoch() == 1);
}

TEST_CASE("a decoder that plays a recording quicker than it was is not taken for one whose clock jumps") {
    Bench bench;
    bench.pass(100, 1000);
    // Half an hour without a kart goes by in half a minute.
    CHECK(bench.numbers.arrived(103, 2800 * second, {1036 * second}, 1036 * second).ask == Ranges{{101, 102}});
    CHECK(bench.numbers.epoch() == 0);
}

TEST_CASE("passings that a stalled network held back are no jump") {
    Bench bench;
    bench.pass(100, 1000);
    bench.now = 1400 * second;
    CHECK(bench.numbers.arrived(101, 1001 * second, {bench.now}, bench.now).ask.empty());
    CHECK(bench.numbers.arrived(102, 1399 * second, {bench.now}, bench.now).ask.empty());
    CHECK(bench.numbers.epoch() == 0);
}

TEST_CASE("a restarted owner asks for what it missed, also before any passing tells of it") {
    PassingNumbers numbers(500, 1000 * second, 3);
    const timing::HostTime now{2000 * second};
    CHECK(numbers.reconnected(now).ask == Ranges{{501, 500 + resend_ahead}});
    CHECK(numbers.epoch() == 3);
    // The answer to that is on its way: the gap is not asked for twice, but again when it does not come.
    CHECK(numbers.arrived(505, 1100 * second, now, std::nullopt).ask.empty());
    CHECK(numbers.counts().found == 4);
    CHECK(numbers.due({now.us + resend_wait_us}, {}).ask == Ranges{{501, 504}});
}

TEST_CASE("what was missed without measure is asked for part by part") {
    PassingNumbers numbers(500, 1000 * second, 0);
    const timing::HostTime now{2000 * second};
    numbers.reconnected(now);
    Ranges asked;
    for (std::uint32_t number = 501; number <= 500 + resend_ahead; ++number)
        for (const auto& range : numbers.arrived(number, (500 + number) * second, now, std::nullopt).ask)
            asked.push_back(range);
    CHECK(asked == Ranges{{501 + resend_ahead, 500 + 2 * resend_ahead}});
}

TEST_CASE("a reconnect asks again for what was missing before") {
    Bench bench;
    bench.pass(100, 1000);
    bench.pass(103, 1003);
    CHECK(bench.numbers.reconnected({bench.now}).ask == Ranges{{101, 102}, {104, 103 + resend_ahead}});
}

TEST_CASE("of a gap without measure the newest part is asked for, the rest is lost") {
    Bench bench;
    bench.pass(100, 1000);
    const auto actions = bench.pass(100 + missing_max + 11, 1001);
    CHECK(actions.lost == Ranges{{101, 110}});
    CHECK(actions.ask == Ranges{{111, 110 + missing_max}});
    const auto more = bench.pass(100 + missing_max + 13, 1002);
    CHECK(more.lost == Ranges{{111, 110 + missing_max}});
    CHECK(more.ask == Ranges{{112 + missing_max, 112 + missing_max}});
}

TEST_CASE("the last number there is makes no wrap") {
    PassingNumbers numbers(UINT32_MAX, 1000 * second, 0);
    CHECK(numbers.reconnected({0}).ask.empty());
    CHECK(numbers.arrived(1, 1001 * second, {0}, std::nullopt).ask.empty());
    CHECK(numbers.epoch() == 1);
}

TEST_CASE("what was asked for ahead is of its epoch alone") {
    PassingNumbers numbers(500, 1000 * second, 0);
    const timing::HostTime now{2000 * second};
    numbers.reconnected(now);
    numbers.arrived(501, 1100 * second, now, std::nullopt);
    // It restarts and counts on by chance where the answer would have been.
    numbers.arrived(501, 1101 * second, now, std::nullopt);
    REQUIRE(numbers.epoch() == 1);
    CHECK(numbers.arrived(504, 1102 * second, now, std::nullopt).ask == Ranges{{502, 503}});
    numbers.arrived(502, 1102 * second, now, std::nullopt);
    numbers.arrived(503, 1102 * second, now, std::nullopt);
    for (std::uint32_t number = 505; number <= 500 + resend_ahead; ++number)
        CHECK(numbers.arrived(number, (600 + number) * second, now, std::nullopt).ask.empty());
}

TEST_CASE("a decoder that counts from zero is not asked for what follows before a reconnect") {
    PassingNumbers numbers;
    CHECK(numbers.arrived(0, 1000 * second, {0}, std::nullopt).ask.empty());
    CHECK(numbers.arrived(2, 1001 * second, {0}, std::nullopt).ask == Ranges{{1, 1}});
}
