// What really happens on a simulated track: a session somebody plans, a field of karts, every passing of it. From dice alone,
// so a seed is a day. This is the truth that boards are held against.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "sessions/setup.hpp"
#include "timing/time.hpp"

namespace chicane::simulation {

using Dice = std::mt19937_64;

int roll(Dice& dice, int from, int to);
bool one_in(Dice& dice, int n);
std::int64_t roll_us(Dice& dice, double from_s, double to_s);

/// One transponder over one decoder, once.
struct TruePassing {
    timing::DecoderTime time;
    timing::TransponderId transponder;
    std::size_t device = 0;
    std::uint32_t number = 0;  ///< counts up per device
};

/// A plan that can be run, in one of all the ways that rules allow.
sessions::Setup random_plan(Dice& dice, const std::string& id);

/// The tags that its karts carry: of entrant i, 100·(i+1) and for some 100·(i+1)+1; the last entrant's is unknown at first.
timing::TransponderId tag_of(std::size_t entrant, bool second = false);

/// All passings of `karts` karts from a time on for so long, in order of time, numbered after `numbers`.
std::vector<TruePassing> random_race(Dice& dice, std::size_t karts, timing::DecoderTime from, std::int64_t for_us,
                                     std::vector<std::uint32_t>& numbers);

}  // namespace chicane::simulation
