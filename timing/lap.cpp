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
    if (!too_long(time_us)) d.fastest.add(cut(time_us));
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
    if (!too_long(time_us)) d.fastest.remove(cut(time_us));
}

std::vector<std::int64_t> LapBook::sorted_laps(const Drive& d) const {
    std::vector<std::int64_t> laps;
    for (std::size_t lap = 1; lap < d.crossings.size(); ++lap) {
        const std::int64_t time_us = us_between(d.crossings[lap - 1], d.crossings[lap]);
        if (!too_long(time_us)) laps.push_back(cut(time_us));
    }
    std::ranges::sort(laps);
    return laps;
}

void LapBook::find_fastest(Drive& d) const {
    d.fastest = {};
    for (const std::int64_t lap : sorted_laps(d)) d.fastest.add(lap);
}

int LapBook::compare_bests(std::uint16_t left, std::uint16_t right) {
    drive(std::max(left, right));  // makes room first: a reference into drives_ must not move
    for (const std::uint16_t entrant : {left, right}) {
        if (!drives_[entrant].fastest.known()) find_fastest(drives_[entrant]);
    }
    const std::span a = drives_[left].fastest.times();
    const std::span b = drives_[right].fastest.times();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i].cut_ms != b[i].cut_ms) return a[i].cut_ms < b[i].cut_ms ? -1 : 1;
        if (a[i].count != b[i].count) return a[i].count > b[i].count ? -1 : 1;
    }
    if (drives_[left].fastest.holds_all() && drives_[right].fastest.holds_all()) {
        return a.size() == b.size() ? 0 : a.size() > b.size() ? -1 : 1;
    }
    const std::vector<std::int64_t> all_left = sorted_laps(drives_[left]);
    const std::vector<std::int64_t> all_right = sorted_laps(drives_[right]);
    const auto [l, r] = std::ranges::mismatch(all_left, all_right);
    if (l == all_left.end() || r == all_right.end()) {
        return all_left.size() == all_right.size() ? 0 : all_left.size() > all_right.size() ? -1 : 1;
    }
    return *l < *r ? -1 : 1;
}

void FastestLaps::add(std::int64_t cut_ms) {
    if (!known_) return;
    if (size_ == kept_max && cut_ms > times_[size_ - 1].cut_ms) {
        all_ = false;
        return;
    }
    std::size_t place = 0;
    while (place < size_ && times_[place].cut_ms < cut_ms) ++place;
    if (place < size_ && times_[place].cut_ms == cut_ms) {
        ++times_[place].count;
        return;
    }
    if (size_ == kept_max) {
        all_ = false;
    } else {
        ++size_;
    }
    std::copy_backward(times_.begin() + static_cast<std::ptrdiff_t>(place),
                       times_.begin() + static_cast<std::ptrdiff_t>(size_ - 1),
                       times_.begin() + static_cast<std::ptrdiff_t>(size_));
    times_[place] = {cut_ms, 1};
}

void FastestLaps::remove(std::int64_t cut_ms) {
    if (!known_) return;
    std::size_t place = 0;
    while (place < size_ && times_[place].cut_ms < cut_ms) ++place;
    if (place == size_) return;  // slower than all that are kept
    ensure(times_[place].cut_ms == cut_ms, "a lap that is taken out was put in");
    if (--times_[place].count > 0) return;
    known_ = all_;
    std::copy(times_.begin() + static_cast<std::ptrdiff_t>(place + 1),
              times_.begin() + static_cast<std::ptrdiff_t>(size_), times_.begin() + static_cast<std::ptrdiff_t>(place));
    --size_;
}

}  // namespace chicane::timing
