#include "sessions/log.hpp"

#include <algorithm>
#include <ranges>

namespace chicane::sessions {

namespace {

/// The first place whose key is not below `key`.
std::size_t lower_bound(const Log& log, const auto& key, auto key_of) {
    const auto places = std::views::iota(std::size_t{0}, log.size());
    return *std::ranges::lower_bound(places, key, {}, [&](std::size_t i) { return key_of(log[i]); });
}

}  // namespace

LogPlace place_of(const Log& log, const LogEntry& entry) {
    if (log.empty() || crossing_order(log.back()) < crossing_order(entry)) return {log.size(), false};
    const std::size_t place = lower_bound(log, crossing_order(entry), crossing_order);
    return {place, place < log.size() && crossing_order(log[place]) == crossing_order(entry)};
}

std::size_t first_at(const Log& log, timing::DecoderTime time) {
    return lower_bound(log, time, [](const LogEntry& entry) { return entry.raw.time; });
}

}  // namespace chicane::sessions
