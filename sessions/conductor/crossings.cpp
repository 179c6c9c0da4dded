#include "sessions/conductor/crossings.hpp"

#include <algorithm>
#include <cstdlib>

namespace chicane::sessions::conductor {

namespace {

constexpr std::size_t recently_max = 64;  ///< a whole field passes at once

}  // namespace

bool Crossings::explains(const Explained& tag, const Crossing& crossing) {
    return tag.role == crossing.role && tag.sector == crossing.sector &&
           std::abs(timing::us_between(tag.time, crossing.time)) <= crossing_window_us;
}

void Crossings::add(Crossing crossing) {
    if (std::ranges::any_of(recently_, [&](const Explained& tag) { return explains(tag, crossing); })) return;
    if (crossings_.size() >= crossings_max) crossings_.pop_front();
    crossings_.push_back({std::move(crossing), {}});
}

void Crossings::explain(timing::DecoderTime time, LoopRole role, std::int32_t sector) {
    const Explained tag{time, role, sector};
    if (recently_.size() >= recently_max) recently_.pop_front();
    recently_.push_back(tag);
    std::erase_if(crossings_, [&](const Known& known) { return !known.settled_by && explains(tag, known.crossing); });
}

void Crossings::settle(std::uint64_t crossing, std::uint64_t by) {
    for (Known& known : crossings_)
        if (known.crossing.seq == crossing) known.settled_by = by;
}

void Crossings::take_back(std::uint64_t by) {
    for (Known& known : crossings_)
        if (known.settled_by == by) known.settled_by.reset();
}

void Crossings::move(const EpochMoved& moved) {
    for (auto& [crossing, settled_by] : crossings_)
        if (crossing.device == moved.device && crossing.epoch == moved.epoch)
            crossing.time = timing::later_by(crossing.time, -moved.earlier_us);
}

void Crossings::forget_before(timing::DecoderTime time) {
    std::erase_if(crossings_, [&](const Known& known) { return known.crossing.time < time; });
}

std::vector<Crossing> Crossings::open() const {
    std::vector<Crossing> open;
    for (const Known& known : crossings_)
        if (!known.settled_by) open.push_back(known.crossing);
    std::ranges::reverse(open);
    return open;
}

const Crossing* Crossings::find_open(std::uint64_t seq) const {
    for (const Known& known : crossings_)
        if (known.crossing.seq == seq && !known.settled_by) return &known.crossing;
    return nullptr;
}

}  // namespace chicane::sessions::conductor
