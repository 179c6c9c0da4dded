// Who drives which kart after swaps told in any order, beside telling them all over for each moment.
#include "sessions/kart_drivers.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <random>

using namespace chicane;
using namespace chicane::sessions;

namespace {

constexpr Driver drivers = 5;
constexpr std::uint32_t karts = 7;
constexpr std::int64_t moments = 12;

struct Swap {
    timing::KartId kart;
    Driver driver = 0;
    timing::DecoderTime since;
};

/// Driver 0 begins in kart 0, and so on; the last karts stand in the pool.
std::array<Driver, karts> told_over(const std::vector<Swap>& swaps, std::int64_t at_us) {
    std::array<Driver, karts> by{};
    for (std::uint32_t kart = 0; kart < karts; ++kart) by[kart] = kart < drivers ? kart : nobody;
    for (const Swap& swap : swaps) {
        if (swap.since.us > at_us) continue;
        for (Driver& driver : by) {
            if (driver == swap.driver) driver = nobody;
        }
        by[swap.kart.value] = swap.driver;
    }
    return by;
}

}  // namespace

TEST_CASE("who drives a kart is what all swaps say that hold by then, in the order in which they were told") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::mt19937_64 dice(seed);
        KartDrivers kart_drivers;
        for (std::uint32_t kart = 0; kart < drivers; ++kart) kart_drivers.begin({kart}, kart);
        std::vector<Swap> swaps;
        for (int nth = 0; nth < 15; ++nth) {
            swaps.push_back({{static_cast<std::uint32_t>(dice() % karts)},
                             static_cast<Driver>(dice() % drivers),
                             {static_cast<std::int64_t>(dice() % moments)}});
            const auto before = kart_drivers;
            const auto changed = kart_drivers.swap(swaps.back().kart, swaps.back().driver, swaps.back().since);
            for (std::int64_t at = -1; at <= moments; ++at) {
                const auto expected = told_over(swaps, at);
                for (std::uint32_t kart = 0; kart < karts; ++kart) {
                    INFO("seed " << seed << ", swap " << nth << ", kart " << kart << " at " << at);
                    REQUIRE(kart_drivers.driver({kart}, {at}) == expected[kart]);
                    const bool told = std::ranges::find(changed, timing::KartId{kart}) != changed.end();
                    REQUIRE((told || before.driver({kart}, {at}) == expected[kart]));
                }
            }
        }
    }
}
