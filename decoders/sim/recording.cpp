#include "decoders/sim/recording.hpp"

#include <algorithm>

namespace chicane::decoders::sim {

Recording::Recording(std::span<const codec::Record> records) {
    for (const codec::Record& record : records)
        if (const auto* passing = std::get_if<codec::Passing>(&record)) passings_.push_back(*passing);
    std::stable_sort(passings_.begin(), passings_.end(),
                     [](const auto& left, const auto& right) { return left.time_us < right.time_us; });
}

std::optional<Crossing> Recording::next() {
    if (at_ == passings_.size()) return std::nullopt;
    const codec::Passing& passing = passings_[at_++];
    return Crossing{passing.time_us, 0, passing};
}

}  // namespace chicane::decoders::sim
