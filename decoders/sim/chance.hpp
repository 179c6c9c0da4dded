// Chance from a seed, the same on every machine: the standard fixes the engine's numbers but not its distributions, so
// these are ours.
#pragma once

#include <cstdint>
#include <random>

namespace chicane::decoders::sim {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}

    /// From 0 to below `bound`.
    std::uint64_t below(std::uint64_t bound) { return engine_() % bound; }
    /// From 0 to below 1.
    double share() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
    double between(double least, double most) { return least + (most - least) * share(); }
    bool happens(double probability) { return share() < probability; }
    /// Near 0, rarely beyond 2 or -2: the sum of twelve even chances is as good as a bell.
    double bell() {
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += share();
        return sum;
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace chicane::decoders::sim
