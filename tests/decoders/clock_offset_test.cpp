// A decoder's clock against ours: the smallest delay wins, drift is found and followed, and the pace of a replay counts.
#include "decoders/link/clock_offset.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace chicane::timing;
using namespace chicane::decoders::link;

namespace {

/// A decoder 40 ms behind us whose clock gains `ppm`, heard each second with up to `jitter_us` of delay.
void hear(ClockOffset& clock, double ppm, int seconds, int jitter_us, unsigned seed = 7) {
    std::mt19937 random(seed);
    for (int second = 0; second < seconds; ++second) {
        const std::int64_t true_us = second * std::int64_t{1'000'000};
        const std::int64_t shown_us =
            true_us + static_cast<std::int64_t>(static_cast<double>(true_us) * ppm / 1e6) - 40'000;
        const std::int64_t delay_us =
            jitter_us == 0 ? 0 : static_cast<std::int64_t>(random() % static_cast<unsigned>(jitter_us));
        clock.reading(DecoderTime{shown_us}, HostTime{true_us + delay_us});
    }
}

}  // namespace

TEST_CASE("without a reading nothing is known") {
    ClockOffset clock(1);
    CHECK(!clock.decoder_time_at(HostTime{5}));
    CHECK(!clock.offset_us(HostTime{5}));
    CHECK(!clock.drift_ppm());
    CHECK(!clock.delay_us());
    CHECK(!clock.spread_us());
}

TEST_CASE("the reading with the smallest delay gives the offset") {
    ClockOffset clock(1);
    clock.reading(DecoderTime{1'000}, HostTime{51'000});  // 10 ms of delay over the true 40,000
    clock.reading(DecoderTime{2'000}, HostTime{42'000});
    clock.reading(DecoderTime{3'000}, HostTime{93'000});
    CHECK(clock.offset_us(HostTime{100'000}) == 40'000);
    CHECK(clock.decoder_time_at(HostTime{100'000}) == DecoderTime{60'000});
    CHECK(clock.delay_us() == 50'000);
    CHECK(clock.spread_us() == 50'000);
}

TEST_CASE("a drift shows after five minutes, to a few ppm, through jitter") {
    for (const double ppm : {39.0, -39.0, 0.0}) {
        ClockOffset clock(1);
        hear(clock, ppm, 280, 5'000);
        CHECK(!clock.drift_ppm());
        hear(clock, ppm, 1'800, 5'000);
        REQUIRE(clock.drift_ppm());
        CHECK(*clock.drift_ppm() == Approx(ppm).margin(2));
    }
}

TEST_CASE("a decoder that drifts for a day is followed to the millisecond") {
    for (const double ppm : {80.0, -80.0}) {
        ClockOffset clock(1);
        hear(clock, ppm, 86'400, 3'000);
        const double shown_us = 86'400e6 + 86'400 * ppm - 40'000;
        CHECK(static_cast<double>(clock.decoder_time_at(HostTime{86'400'000'000})->us) ==
              Approx(shown_us).margin(1'000));
    }
}

TEST_CASE("minutes of held-back records tell nothing of the drift") {
    ClockOffset clock(1);
    hear(clock, 20, 400, 2'000);
    for (int second = 400; second < 700; ++second)  // what was heard an hour ago comes now
        clock.reading(DecoderTime{second * std::int64_t{1'000'000} - 3'600'000'000},
                      HostTime{second * std::int64_t{1'000'000}});
    for (int second = 700; second < 1'300; ++second)
        clock.reading(DecoderTime{second * std::int64_t{1'000'020} - 40'000},
                      HostTime{second * std::int64_t{1'000'000} + 500});
    REQUIRE(clock.drift_ppm());
    CHECK(*clock.drift_ppm() == Approx(20).margin(5));
    CHECK(*clock.spread_us() < 50'000);
}

TEST_CASE("a decoder at fifty times the pace is read at its own pace") {
    ClockOffset clock(50);
    clock.reading(DecoderTime{7'000'000}, HostTime{1'000'000});
    CHECK(clock.decoder_time_at(HostTime{1'100'000}) == DecoderTime{12'000'000});
}

TEST_CASE("a clock that began anew has no past") {
    ClockOffset clock(1);
    clock.reading(DecoderTime{1'000}, HostTime{2'000});
    clock.forget();
    CHECK(!clock.offset_us(HostTime{2'000}));
    clock.reading(DecoderTime{0}, HostTime{9'000});
    CHECK(clock.offset_us(HostTime{9'000}) == 9'000);
}
