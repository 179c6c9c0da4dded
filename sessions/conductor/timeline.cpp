#include "sessions/conductor/timeline.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

using timing::DecoderTime;

namespace {

constexpr std::int64_t day_us = 24LL * 3600 * 1'000'000;

bool moves_windows(const EntryBody& body) {
    const auto* step = std::get_if<StepKept>(&body);
    const bool bounds = step && step->step != Step::start && step->step != Step::finish && step->step != Step::official;
    return bounds || std::holds_alternative<PracticeKept>(body);
}

}  // namespace

void Timeline::Kept::work_out() {
    life = life_of(entries);
    if (life.official_seq <= overtaken) life.official.reset();
}

bool is_official(const EntryBody& body) {
    const auto* step = std::get_if<StepKept>(&body);
    return step && step->step == Step::official;
}

void Timeline::keep(const Entry& entry) {
    Kept& kept = sessions_[session_of(entry.body)];
    kept.entries.push_back(entry);
    kept.work_out();
    if (moves_windows(entry.body)) place_all();
}

std::optional<std::string> Timeline::remove(std::uint64_t seq) {
    for (auto& [id, kept] : sessions_) {
        const auto found = std::ranges::find(kept.entries, seq, &Entry::seq);
        if (found == kept.entries.end()) continue;
        if (seq < kept.life.official_seq) kept.overtaken = kept.life.official_seq;
        kept.undone.push_back(std::move(*found));
        kept.entries.erase(found);
        kept.work_out();
        place_all();
        return id;
    }
    return std::nullopt;
}

void Timeline::forget_before(DecoderTime time) {
    std::erase_if(sessions_, [&](const auto& session) {
        const Life& life = session.second.life;
        const auto place = std::ranges::find(places_, session.first, &Place::session);
        if (place != places_.end()) return place->span.until < time;
        return !life.armed_at && session.second.entries.back().at.us < time.us;
    });
    place_all();
}

const Entry* Timeline::entry(std::uint64_t seq) const {
    for (const auto& [id, kept] : sessions_) {
        const auto found = std::ranges::find(kept.entries, seq, &Entry::seq);
        if (found != kept.entries.end()) return &*found;
    }
    return nullptr;
}

const Life* Timeline::find(const std::string& session) const {
    const auto found = sessions_.find(session);
    return found == sessions_.end() ? nullptr : &found->second.life;
}

std::size_t Timeline::planned() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(sessions_, [](const auto& session) { return !session.second.life.armed_at; }));
}

std::optional<std::string> Timeline::open() const {
    const auto found =
        std::ranges::find_if(places_, [&](const Place& place) { return sessions_.at(place.session).life.is_open(); });
    return found == places_.end() ? std::nullopt : std::optional(found->session);
}

std::optional<std::string> Timeline::home(DecoderTime time) const {
    const Place* practice = nullptr;
    for (const Place& place : places_) {
        if (!place.span.contains(time)) continue;
        if (!place.practice) return place.session;
        // Of two that reach there: the last that had begun, else the first to begin.
        if (!practice || place.begin <= time) practice = &place;
    }
    return practice ? std::optional(practice->session) : std::nullopt;
}

std::optional<Span> Timeline::span(const std::string& session) const {
    const auto found = std::ranges::find(places_, session, &Place::session);
    return found == places_.end() ? std::nullopt : std::optional(found->span);
}

std::optional<DecoderTime> Timeline::last_end_before(DecoderTime time) const {
    std::optional<DecoderTime> last;
    for (const Place& place : places_) {
        if (place.span.until <= time && (!last || place.span.until > *last)) last = place.span.until;
    }
    return last;
}

void Timeline::place_all() {
    places_.clear();
    for (const auto& [id, kept] : sessions_) {
        const Life& life = kept.life;
        if (!life.armed_at) continue;
        const DecoderTime until = life.closed_at.value_or(timing::later_by(*life.armed_at, window_us_max));
        places_.push_back({id, life.practice, *life.armed_at, {*life.armed_at, until}});
    }
    std::ranges::sort(places_, {}, [](const Place& place) { return std::pair(place.begin, place.session); });
    for (std::size_t i = 0; i < places_.size(); ++i) {
        Place& place = places_[i];
        for (std::size_t next = i + 1; next < places_.size(); ++next) {
            if (places_[next].practice) continue;
            place.span.until = std::min(place.span.until, places_[next].begin);
            break;
        }
        if (!place.practice) continue;
        // A passing that came late may be earlier than the one that began practice: it reaches back to the last window.
        DecoderTime from = timing::later_by(*sessions_.at(place.session).life.closed_at, -day_us);
        for (std::size_t before = 0; before < i; ++before) {
            if (places_[before].span.until <= place.begin) from = std::max(from, places_[before].span.until);
        }
        place.span.from = std::min(from, place.begin);
    }
}

}  // namespace chicane::sessions::conductor
