#include "sessions/officials.hpp"

#include <algorithm>
#include <tuple>

#include "timing/ensure.hpp"

namespace chicane::sessions {

namespace {

auto order(const OfficialEvent& event) { return std::tuple(event.at, event.sequence); }

}  // namespace

std::optional<std::size_t> Officials::insert(std::uint64_t sequence, const timing::Event& event) {
    timing::ensure(!std::holds_alternative<timing::Passing>(event), "a passing is no official's event");
    const OfficialEvent made{applied_at(event), sequence, event};
    const auto place = std::ranges::lower_bound(events_, order(made), {}, order);
    if (place != events_.end() && order(*place) == order(made)) return std::nullopt;
    const auto index = place - events_.begin();
    events_.insert(place, made);
    return static_cast<std::size_t>(index);
}

std::optional<Officials::Removed> Officials::remove(std::uint64_t sequence) {
    const auto found = std::ranges::find(events_, sequence, &OfficialEvent::sequence);
    if (found == events_.end()) return std::nullopt;
    const Removed removed{static_cast<std::size_t>(found - events_.begin()), found->at};
    events_.erase(found);
    return removed;
}

std::size_t Officials::due(timing::DecoderTime time) const {
    const auto later = std::ranges::upper_bound(events_, time, {}, &OfficialEvent::at);
    return static_cast<std::size_t>(later - events_.begin());
}

}  // namespace chicane::sessions
