// What acts on the track: commanded, actual and unknown are three things, and what fails, fails to slow.
#include <catch2/catch.hpp>

#include "sessions/outputs/sim_kart_speed.hpp"
#include "sessions/outputs/sim_lights.hpp"
#include "sessions/outputs/track_outputs.hpp"

using namespace chicane;
using namespace chicane::sessions::outputs;
using timing::HostTime;
using timing::KartId;

namespace {

constexpr std::int64_t second_us = 1'000'000;
constexpr KartId kart_7{7}, kart_22{22};

HostTime at_ms(std::int64_t ms) { return {1'795'500'000'000'000 + ms * 1000}; }

Wanted wanted(SpeedLevel level, Aspect aspect = Aspect::green, bool stopped = false) {
    return {aspect, stopped, {{kart_7, "7", level, true}, {kart_22, "22", level, true}}};
}

/// Karts that count what they are told, and say what the test lets them say.
class CountingKarts : public KartSpeed {
  public:
    void set_level(KartId, SpeedLevel level, HostTime, HostTime) override {
        ++told;
        last = level;
    }
    void stop_all(HostTime) override { ++stops; }
    std::optional<KartHeard> heard(KartId, HostTime) override { return says; }
    int told = 0;
    int stops = 0;
    SpeedLevel last = SpeedLevel::slow;
    std::optional<KartHeard> says;
};

}  // namespace

TEST_CASE("a kart obeys a moment after it was told, and says so") {
    SimKartSpeed karts({.seed = 7});
    karts.set_level(kart_7, SpeedLevel::full, at_ms(0), at_ms(3000));
    CHECK(karts.heard(kart_7, at_ms(100))->level == SpeedLevel::slow);
    CHECK(karts.heard(kart_7, at_ms(150))->level == SpeedLevel::full);
    CHECK(karts.heard(kart_7, at_ms(150))->battery_percent.has_value());
}

TEST_CASE("a kart whose level nobody renews falls to slow, and one that stands keeps standing") {
    SimKartSpeed karts({.seed = 7});
    karts.set_level(kart_7, SpeedLevel::full, at_ms(0), at_ms(3000));
    karts.set_level(kart_22, SpeedLevel::stop, at_ms(0), at_ms(3000));
    CHECK(karts.heard(kart_7, at_ms(3000))->level == SpeedLevel::full);
    CHECK(karts.heard(kart_7, at_ms(3001))->level == SpeedLevel::slow);
    CHECK(karts.heard(kart_22, at_ms(60'000))->level == SpeedLevel::stop);
}

TEST_CASE("lights that nobody renews show slow") {
    SimLights lights;
    CHECK_FALSE(lights.heard(at_ms(0)));
    lights.show(Aspect::green, at_ms(0), at_ms(3000));
    CHECK(lights.heard(at_ms(3000))->aspect == Aspect::green);
    CHECK(lights.heard(at_ms(3001))->aspect == Aspect::slow);
}

TEST_CASE("what lights or a kart do is unknown until they say so, whatever was commanded") {
    const auto karts = std::make_shared<CountingKarts>();
    TrackOutputs outputs({std::make_shared<SimLights>(true), karts});
    outputs.follow(wanted(SpeedLevel::full), at_ms(0));
    OutputsState state = outputs.state(at_ms(10));
    CHECK(state.lights == LightsState{Aspect::green, {}});
    REQUIRE(state.karts.size() == 2);
    CHECK(state.karts[0].commanded == SpeedLevel::full);
    CHECK_FALSE(state.karts[0].actual);
    karts->says = KartHeard{SpeedLevel::slow, at_ms(10), 80, -60};
    state = outputs.state(at_ms(10));
    CHECK(state.karts[0].actual == SpeedLevel::slow);
    CHECK(state.karts[0].battery_percent == 80);
    CHECK_FALSE(outputs.state(at_ms(3011)).karts[0].actual);  // said too long ago to be true of now
}

TEST_CASE("what changes is commanded at once, what holds once a second") {
    const auto karts = std::make_shared<CountingKarts>();
    TrackOutputs outputs({nullptr, karts});
    outputs.follow(wanted(SpeedLevel::full), at_ms(0));
    CHECK(karts->told == 2);
    outputs.follow(wanted(SpeedLevel::full), at_ms(500));
    CHECK(karts->told == 2);
    outputs.follow(wanted(SpeedLevel::careful), at_ms(501));
    CHECK(karts->told == 4);
    CHECK(karts->last == SpeedLevel::careful);
    CHECK(outputs.renewal() == at_ms(1501));
    outputs.follow(wanted(SpeedLevel::careful), at_ms(1501));
    CHECK(karts->told == 6);
}

TEST_CASE("an emergency stops all karts in reach, also those that nobody knows") {
    const auto karts = std::make_shared<CountingKarts>();
    TrackOutputs outputs({nullptr, karts});
    outputs.follow(wanted(SpeedLevel::full), at_ms(0));
    outputs.follow(wanted(SpeedLevel::stop, Aspect::red, true), at_ms(100));
    CHECK(karts->stops == 1);
    outputs.follow(wanted(SpeedLevel::stop, Aspect::red, true), at_ms(1100));
    CHECK(karts->stops == 1);  // a second one would stop the neighbours of a shared radio again
}

TEST_CASE("karts that were stopped before anything else stay so until the log has it") {
    const auto karts = std::make_shared<CountingKarts>();
    TrackOutputs outputs({std::make_shared<SimLights>(), karts});
    outputs.follow(wanted(SpeedLevel::full), at_ms(0));
    outputs.stop(at_ms(10));
    CHECK(karts->stops == 1);
    outputs.follow(wanted(SpeedLevel::full), at_ms(1100));  // the command failed
    CHECK(karts->last == SpeedLevel::stop);
    CHECK(outputs.state(at_ms(1100)).lights == LightsState{Aspect::red, Aspect::red});
    outputs.follow(wanted(SpeedLevel::stop, Aspect::red, true), at_ms(1200));
    outputs.stop(at_ms(1250));  // a second blow of the hand
    outputs.follow(wanted(SpeedLevel::slow, Aspect::red), at_ms(1300));
    CHECK(karts->last == SpeedLevel::slow);
    outputs.stop(at_ms(1400));
    outputs.release();
    outputs.follow(wanted(SpeedLevel::full), at_ms(1500));
    CHECK(karts->last == SpeedLevel::full);
}

TEST_CASE("a kart that does not confirm the stop in two seconds is told of") {
    const auto karts = std::make_shared<SimKartSpeed>(SimKartOptions{.seed = 3, .silent_percent = 50});
    TrackOutputs outputs({nullptr, karts});
    outputs.follow(wanted(SpeedLevel::full), at_ms(0));
    REQUIRE(karts->heard(kart_7, at_ms(0)).has_value() != karts->heard(kart_22, at_ms(0)).has_value());
    outputs.follow(wanted(SpeedLevel::stop, Aspect::red, true), at_ms(100));
    CHECK(outputs.not_stopped(at_ms(2099)).empty());
    CHECK(outputs.not_stopped(at_ms(2100)).size() == 1);
    Wanted garage = wanted(SpeedLevel::stop, Aspect::red, true);
    for (KartLevel& kart : garage.karts) kart.expected = false;
    outputs.follow(garage, at_ms(2150));
    CHECK(outputs.not_stopped(at_ms(2200)).empty());  // the one that never answers is switched off there
    outputs.follow(wanted(SpeedLevel::slow, Aspect::red), at_ms(2200));
    CHECK(outputs.not_stopped(at_ms(9000)).empty());
}

TEST_CASE("of lost commands the renewal makes up, so that every kart that hears stands within its time") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SimKartSpeed karts({.seed = seed, .lost_percent = 30});
        std::int64_t ms = 0;
        while (karts.heard(kart_7, at_ms(ms))->level != SpeedLevel::stop && ms < 60'000) {
            karts.set_level(kart_7, SpeedLevel::stop, at_ms(ms), at_ms(ms + holds_us / 1000));
            ms += renew_every_us / 1000;
        }
        INFO("seed " << seed);
        CHECK(ms <= 10'000);
    }
}

TEST_CASE("without a flag karts crawl, and only green and the last lap are full speed") {
    CHECK(level_of(timing::Flag::none) == SpeedLevel::slow);
    CHECK(level_of(timing::Flag::green) == SpeedLevel::full);
    CHECK(level_of(timing::Flag::last_lap) == SpeedLevel::full);
    CHECK(level_of(timing::Flag::yellow) == SpeedLevel::careful);
    CHECK(level_of(timing::Flag::slow) == SpeedLevel::slow);
    CHECK(level_of(timing::Flag::red) == SpeedLevel::slow);
    CHECK(level_of(timing::Flag::chequered) == SpeedLevel::slow);
}
