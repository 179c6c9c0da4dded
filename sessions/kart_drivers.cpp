#include "sessions/kart_drivers.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

namespace chicane::sessions {

namespace {

constexpr timing::DecoderTime since_ever{std::numeric_limits<std::int64_t>::min()};

using Spans = std::vector<DriverSince>;

bool drives_from(const Spans& spans, Driver driver, timing::DecoderTime since) {
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        if (span->driver == driver) return true;
        if (span->from <= since) return false;
    }
    return false;
}

/// From `since` on nobody drives where he did.
void leave(Spans& spans, Driver driver, timing::DecoderTime since) {
    Spans left;
    const auto add = [&](DriverSince span) {
        if (left.empty() || left.back().driver != span.driver) left.push_back(span);
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const bool goes_on = i + 1 == spans.size() || spans[i + 1].from > since;
        if (spans[i].driver != driver || !goes_on) {
            add(spans[i]);
            continue;
        }
        if (spans[i].from < since) add(spans[i]);
        add({std::max(spans[i].from, since), nobody});
    }
    spans = std::move(left);
}

}  // namespace

void KartDrivers::begin(timing::KartId kart, Driver driver) { spans_[kart] = {{since_ever, driver}}; }

std::vector<timing::KartId> KartDrivers::swap(timing::KartId kart, Driver driver, timing::DecoderTime since) {
    std::vector<timing::KartId> changed{kart};
    for (auto& [other, spans] : spans_) {
        if (!drives_from(spans, driver, since)) continue;
        leave(spans, driver, since);
        if (other != kart) changed.push_back(other);
    }
    Spans& spans = spans_.try_emplace(kart, Spans{{since_ever, nobody}}).first->second;
    std::erase_if(spans, [&](const DriverSince& span) { return span.from >= since; });
    if (spans.empty() || spans.back().driver != driver) spans.push_back({since, driver});
    return changed;
}

Driver KartDrivers::driver(timing::KartId kart, timing::DecoderTime at) const {
    const std::span<const DriverSince> spans = of(kart);
    if (spans.empty()) return nobody;
    return std::prev(std::ranges::upper_bound(spans, at, {}, &DriverSince::from))->driver;
}

std::span<const DriverSince> KartDrivers::of(timing::KartId kart) const {
    const auto found = spans_.find(kart);
    return found == spans_.end() ? std::span<const DriverSince>() : found->second;
}

}  // namespace chicane::sessions
