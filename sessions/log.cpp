#include "sessions/log.hpp"

#include <algorithm>

namespace chicane::sessions {

LogPlace place_of(const Log& log, const LogEntry& entry) {
    if (log.empty() || crossing_order(log.back()) < crossing_order(entry)) return {log.size(), false};
    const auto found = std::ranges::lower_bound(log, crossing_order(entry), {}, crossing_order);
    const bool known = found != log.end() && crossing_order(*found) == crossing_order(entry);
    return {static_cast<std::size_t>(found - log.begin()), known};
}

std::size_t first_at(const Log& log, timing::DecoderTime time) {
    const auto found = std::ranges::lower_bound(log, time, {}, [](const LogEntry& entry) { return entry.raw.time; });
    return static_cast<std::size_t>(found - log.begin());
}

}  // namespace chicane::sessions
