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
    if (d.crossings.empty()) {
        d.crossings.push_back(at);
    } else {
        d.restarts.push_back({static_cast<std::int32_t>(d.crossings.size()), at});
    }
}

const Lap& LapBook::end_lap(std::uint16_t entrant, DecoderTime at, bool timed) {
    Drive& d = drive(entrant);
    ensure(!d.crossings.empty(), "a lap that ends has begun");
    Lap lap{at, 0, static_cast<std::int32_t>(d.crossings.size()), entrant, timed};
    d.crossings.push_back(at);
    lap.time_us = time_us(d, lap.lap);
    lap.timed = timed && !too_long(lap.time_us);
    if (lap.timed) {
        d.fastest.add(cut(lap.time_us));
    } else {
        d.untimed.push_back(lap.lap);
    }
    laps_.push_back(lap);
    return laps_.back();
}

void LapBook::Drive::keep_begins(std::size_t begins) {
    if (begins > 0) return restarts.resize(begins - 1);
    std::vector<PitPassing> kept = std::move(pits);
    *this = {};
    pits = std::move(kept);
}

void LapBook::pass_pit(const PitPassing& passing) {
    drive(passing.entrant).pits.push_back(passing);
    pits_.push_back(passing.entrant);
}

std::span<const PitPassing> LapBook::pits_of(std::uint16_t entrant) const {
    return entrant < drives_.size() ? std::span<const PitPassing>(drives_[entrant].pits)
                                    : std::span<const PitPassing>{};
}

std::int32_t LapBook::laps_of(std::uint16_t entrant) const {
    if (entrant >= drives_.size() || drives_[entrant].crossings.empty()) return 0;
    return static_cast<std::int32_t>(drives_[entrant].crossings.size() - 1);
}

DecoderTime LapBook::crossing(std::uint16_t entrant, std::int32_t lap) const {
    return drives_.at(entrant).crossings.at(static_cast<std::size_t>(lap));
}

DecoderTime LapBook::lap_began(std::uint16_t entrant) const {
    const Drive& d = drives_.at(entrant);
    const bool anew = !d.restarts.empty() && d.restarts.back().lap == static_cast<std::int32_t>(d.crossings.size());
    return anew ? d.restarts.back().at : d.crossings.back();
}

std::int64_t LapBook::time_us(const Drive& d, std::int32_t lap) {
    const auto place = static_cast<std::size_t>(lap);
    DecoderTime begin = d.crossings.at(place - 1);
    if (!d.restarts.empty()) {
        // The last of them: who was stopped twice in one lap began it for the third time.
        const auto after = std::ranges::upper_bound(d.restarts, lap, {}, &Drive::Restart::lap);
        if (after != d.restarts.begin() && std::prev(after)->lap == lap) begin = std::prev(after)->at;
    }
    return us_between(begin, d.crossings.at(place));
}

std::int64_t LapBook::time_us(std::uint16_t entrant, std::int32_t lap) const {
    return time_us(drives_.at(entrant), lap);
}

void LapBook::forget(const Lap& lap) {
    Drive& d = drives_.at(lap.entrant);
    ensure(d.crossings.size() > 1, "a lap that is forgotten was driven");
    d.crossings.pop_back();
    if (lap.timed) {
        d.fastest.remove(cut(lap.time_us));
    } else {
        d.untimed.pop_back();
    }
}

std::vector<TimedLap> LapBook::timed_laps(const Drive& d) {
    std::vector<TimedLap> laps;
    auto untimed = d.untimed.begin();
    for (std::int32_t lap = 1; lap < static_cast<std::int32_t>(d.crossings.size()); ++lap) {
        if (untimed != d.untimed.end() && *untimed == lap) {
            ++untimed;
        } else {
            laps.push_back({time_us(d, lap), lap});
        }
    }
    std::ranges::stable_sort(laps, {}, [](const TimedLap& lap) { return cut(lap.time_us); });
    return laps;
}

std::vector<TimedLap> LapBook::timed_laps(std::uint16_t entrant) const {
    return entrant < drives_.size() ? timed_laps(drives_[entrant]) : std::vector<TimedLap>{};
}

void LapBook::find_fastest(Drive& d) {
    d.fastest = {};
    for (const TimedLap& lap : timed_laps(d)) d.fastest.add(cut(lap.time_us));
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
    const std::vector<TimedLap> all_left = timed_laps(drives_[left]);
    const std::vector<TimedLap> all_right = timed_laps(drives_[right]);
    const auto ms_of = [](const TimedLap& lap) { return cut(lap.time_us); };
    const auto [l, r] = std::ranges::mismatch(all_left, all_right, {}, ms_of, ms_of);
    if (l == all_left.end() || r == all_right.end()) {
        return all_left.size() == all_right.size() ? 0 : all_left.size() > all_right.size() ? -1 : 1;
    }
    return ms_of(*l) < ms_of(*r) ? -1 : 1;
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
