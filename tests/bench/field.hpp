// A field of karts for benchmarks: laps of 30 to 34 s, always the same ones.
#pragma once

#include <cstddef>
#include <vector>

#include "sessions/window.hpp"

namespace chicane::bench {

inline constexpr int karts = 40;

/// In order of crossing; the number of a passing is its place from 1.
std::vector<sessions::RawPassing> field(std::size_t count);

/// Everybody of the field is entered.
sessions::Setup session(timing::Ranking rank);

/// The passings of a field, each with its place from 0 as its sequence.
sessions::Window filled(const std::vector<sessions::RawPassing>& passings, timing::Ranking rank);

}  // namespace chicane::bench
