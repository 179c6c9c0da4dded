// See crossing_watch.hpp.
#include "ui/models/crossing_watch.hpp"

#include <algorithm>

#include "ui/models/json_fields.hpp"

namespace chicane::ui::models {

void CrossingWatch::look(const QJsonObject& row, std::int64_t now_ms, std::optional<std::int64_t> estimate_ms) {
    const auto id = row[u"id"].toString();
    const auto laps = row[u"laps"].toInteger();
    const auto total_us = whole(row[u"total_us"]);
    const auto known = seen_.contains(id);
    auto& seen = seen_[id];
    if (!known) {
        seen.crossed_at_ms = total_us ? estimate_ms : std::nullopt;
    } else if (laps != seen.laps || total_us != seen.total_us) {
        seen.crossed_at_ms = now_ms;
        ++seen.crossings;
    }
    const auto last_us = whole(row[u"last_us"]);
    if (last_us && (!known || laps > seen.laps)) {
        seen.laps_us.append(*last_us);
        if (seen.laps_us.size() > laps_remembered_max) seen.laps_us.removeFirst();
    }
    seen.laps = laps;
    seen.total_us = total_us;
    seen.best_us = whole(row[u"best_us"]);
}

std::optional<std::int64_t> CrossingWatch::crossed_at_ms(const QString& id) const {
    const auto found = seen_.constFind(id);
    return found == seen_.cend() ? std::nullopt : found->crossed_at_ms;
}

std::optional<std::int64_t> CrossingWatch::median_us(const QString& id) const {
    const auto found = seen_.constFind(id);
    if (found == seen_.cend()) return std::nullopt;
    if (found->laps_us.isEmpty()) return found->best_us;
    auto laps = found->laps_us;
    const auto middle = laps.begin() + laps.size() / 2;
    std::nth_element(laps.begin(), middle, laps.end());
    return *middle;
}

int CrossingWatch::crossings(const QString& id) const { return seen_.value(id).crossings; }

}  // namespace chicane::ui::models
