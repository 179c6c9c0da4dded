// Chance that is the same on every machine: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014), a bounded
// draw and a Fisher-Yates shuffle. The standard library's own differ between its makers, and a draw that was shown must be shown again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace chicane::sessions::meetings {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// From 0 to bound − 1: the high 64 bits of next()·bound. 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound) {
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(next()) * bound) >> 64U);
    }

    /// Fisher-Yates, from the last place down.
    template <class Value>
    void shuffle(std::span<Value> values) {
        for (std::size_t left = values.size(); left > 1; --left)
            std::swap(values[left - 1], values[static_cast<std::size_t>(below(left))]);
    }

  private:
    std::uint64_t state_;
};

}  // namespace chicane::sessions::meetings
