#include "timing/lap.hpp"

#include <algorithm>

#include "timing/ensure.hpp"

namespace chicane::timing {

LapBook::Drive& LapBook::drive(std::uint16_t entrant) {
    if (entrant >= drives_.size()) drives_.resize(entrant + std::size_t{1});
    return drives_[entrant];
}

void LapBook::begin(std::uint16_t entrant, DecoderTime at) {
    Drive& d = drive(entrant);
    ensure(d.crossings.empty(), "a first lap begins once");
    d.crossings.push_back(at);
}

std::int64_t LapBook::end_lap(std::uint16_t entrant, DecoderTime at) {
    Drive& d = drive(entrant);
    ensure(!d.crossings.empty(), "a lap that ends has begun");
    const std::int64_t time_us = us_between(d.crossings.back(), at);
    laps_.push_back({at, time_us, static_cast<std::int32_t>(d.crossings.size()), entrant});
    d.crossings.push_back(at);
    return time_us;
}

std::int32_t LapBook::laps_of(std::uint16_t entrant) const {
    if (entrant >= drives_.size() || drives_[entrant].crossings.empty()) return 0;
    return static_cast<std::int32_t>(drives_[entrant].crossings.size() - 1);
}

DecoderTime LapBook::crossing(std::uint16_t entrant, std::int32_t lap) const {
    return drives_.at(entrant).crossings.at(static_cast<std::size_t>(lap));
}

void LapBook::forget_last(std::uint16_t entrant) {
    Drive& d = drives_.at(entrant);
    ensure(d.crossings.size() > 1, "a lap that is forgotten was driven");
    const std::int64_t time_us = us_between(d.crossings[d.crossings.size() - 2], d.crossings.back());
    d.crossings.pop_back();
    if (d.sorted_laps < d.crossings.size()) return;  // no tie has asked for this lap
    --d.sorted_laps;
    if (too_long(time_us)) return;
    const auto place = std::ranges::lower_bound(d.sorted, cut(time_us), {}, &SameTime::cut_ms);
    if (--place->count == 0) d.sorted.erase(place);
}

void LapBook::sort_up(Drive& d) {
    for (; d.sorted_laps + 1 < d.crossings.size(); ++d.sorted_laps) {
        const std::int64_t time_us = us_between(d.crossings[d.sorted_laps], d.crossings[d.sorted_laps + 1]);
        if (too_long(time_us)) continue;
        const auto place = std::ranges::lower_bound(d.sorted, cut(time_us), {}, &SameTime::cut_ms);
        if (place != d.sorted.end() && place->cut_ms == cut(time_us)) {
            ++place->count;
        } else {
            d.sorted.insert(place, {cut(time_us), 1});
        }
    }
}

int LapBook::compare_bests(std::uint16_t left, std::uint16_t right) {
    drive(std::max(left, right));  // makes room first: a reference into drives_ must not move
    sort_up(drives_[left]);
    sort_up(drives_[right]);
    const std::vector<SameTime>& a = drives_[left].sorted;
    const std::vector<SameTime>& b = drives_[right].sorted;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i].cut_ms != b[i].cut_ms) return a[i].cut_ms < b[i].cut_ms ? -1 : 1;
        if (a[i].count != b[i].count) return a[i].count > b[i].count ? -1 : 1;
    }
    if (a.size() == b.size()) return 0;
    return a.size() > b.size() ? -1 : 1;
}

}  // namespace chicane::timing
