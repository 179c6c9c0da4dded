// The simulated field: the same from the same seed, and believable.
#include "decoders/sim/field.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

using namespace chicane::decoders::sim;

namespace {

std::vector<Crossing> run(const TrackOptions& options, std::size_t most = 100'000) {
    Field field(options, 1'000'000'000);
    std::vector<Crossing> all;
    while (all.size() < most) {
        const auto crossing = field.next();
        if (!crossing) break;
        all.push_back(*crossing);
    }
    return all;
}

TrackOptions race(std::uint64_t seed) {
    TrackOptions options;
    options.karts = 40;
    options.laps = 10;
    options.seed = seed;
    return options;
}

}  // namespace

TEST_CASE("a seed gives the same race again, another seed another race") {
    const auto first = run(race(7));
    const auto again = run(race(7));
    const auto other = run(race(8));
    REQUIRE(first.size() == again.size());
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(first[i].heard == again[i].heard);
    CHECK(first[200].time_us != other[200].time_us);
}

TEST_CASE("each kart begins its first lap and then does its laps, in order of time") {
    const auto seed = GENERATE(range(1, 21));
    INFO("seed " << seed);
    const auto all = run(race(static_cast<std::uint64_t>(seed)));
    std::map<std::int32_t, int> crossings;
    for (const auto& crossing : all) {
        ++crossings[crossing.kart];
        CHECK(crossing.heard.transponder == kart_transponder(crossing.kart));
    }
    CHECK(crossings.size() == 40);
    for (const auto& [kart, count] : crossings) CHECK(count == 11);
    CHECK(std::is_sorted(all.begin(), all.end(),
                         [](const auto& left, const auto& right) { return left.time_us < right.time_us; }));
    CHECK(all.front().time_us >= 1'000'000'000 + 5'000'000);
}

TEST_CASE("laps are those of karts: none impossible, most near the ordinary, some long") {
    TrackOptions options = race(3);
    options.laps = 100;
    std::map<std::int32_t, std::int64_t> last;
    std::vector<std::int64_t> laps;
    for (const auto& crossing : run(options)) {
        if (last.contains(crossing.kart)) laps.push_back(crossing.time_us - last[crossing.kart]);
        last[crossing.kart] = crossing.time_us;
    }
    std::sort(laps.begin(), laps.end());
    REQUIRE(laps.size() == 4'000);
    CHECK(laps.front() > 30'000'000);
    CHECK(laps[2'000] > 41'000'000);
    CHECK(laps[2'000] < 47'000'000);
    CHECK(laps.back() > 60'000'000);
    CHECK(laps.back() < 200'000'000);
}

TEST_CASE("without laps the field goes on") { CHECK(run(TrackOptions{}, 5'000).size() == 5'000); }
