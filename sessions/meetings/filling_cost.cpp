#include "sessions/meetings/filling_cost.hpp"

#include <algorithm>
#include <map>

namespace chicane::sessions::meetings {

namespace {

constexpr std::int64_t nowhere_cost = 1'000'000'000'000;
constexpr std::int32_t adult_age = 18;
constexpr std::size_t rest_wished = 2;
constexpr std::int32_t weight_free_kg = 30;

std::size_t between(std::size_t left, std::size_t right) { return left < right ? right - left : left - right; }

template <class KeyOf>
std::vector<std::vector<std::size_t>> by_key(const std::vector<FillSeat>& seats, KeyOf key_of) {
    std::map<std::uint32_t, std::vector<std::size_t>> found;
    for (std::size_t seat = 0; seat < seats.size(); ++seat)
        if (key_of(seats[seat]) != 0) found[key_of(seats[seat])].push_back(seat);
    std::vector<std::vector<std::size_t>> lists;
    lists.reserve(found.size());
    for (auto& [key, list] : found) lists.push_back(std::move(list));
    return lists;
}

}  // namespace

FillPrices::FillPrices(const FillAsk& ask)
    : ask_(ask),
      families_(by_key(ask.seats, [](const FillSeat& seat) { return seat.family; })),
      groups_(by_key(ask.seats, [](const FillSeat& seat) { return seat.group; })),
      same_person_(ask.seats.size()),
      kept_apart_(ask.seats.size()),
      has_pinned_(ask.sessions.size(), false) {
    std::map<timing::EntrantId, std::vector<std::size_t>> persons;
    for (std::size_t seat = 0; seat < ask.seats.size(); ++seat) {
        persons[ask.seats[seat].person].push_back(seat);
        if (const auto pinned = ask.seats[seat].pinned; pinned && *pinned < has_pinned_.size())
            has_pinned_[*pinned] = true;
    }
    for (const auto& [person, seats] : persons)
        for (const std::size_t seat : seats)
            for (const std::size_t other : seats)
                if (seat != other) same_person_[seat].push_back(other);
    for (const auto& [child, guardian] : ask.guards) {
        if (child >= ask.seats.size() || guardian >= ask.seats.size()) continue;
        kept_apart_[child].push_back(guardian);
        kept_apart_[guardian].push_back(child);
    }
}

bool FillPrices::has_class(std::size_t session, std::size_t seat) const {
    const auto& classes = ask_.sessions[session].classes;
    return std::find(classes.begin(), classes.end(), ask_.seats[seat].kart_class) != classes.end();
}

bool FillPrices::fits_with(std::size_t session, std::size_t left, std::size_t right) const {
    const FillSession& in = ask_.sessions[session];
    const FillSeat& one = ask_.seats[left];
    const FillSeat& two = ask_.seats[right];
    if (!in.mixes_classes && one.kart_class != two.kart_class) return false;
    return in.is_family || std::min(one.age, two.age) >= ask_.child_age || std::max(one.age, two.age) < adult_age;
}

bool FillPrices::overlap(std::size_t left, std::size_t right) const {
    const FillSession& one = ask_.sessions[left];
    const FillSession& two = ask_.sessions[right];
    return left == right || (one.start_min < two.end_min && two.start_min < one.end_min);
}

bool FillPrices::may_be(std::span<const std::size_t> where, std::size_t seat) const {
    const std::size_t session = where[seat];
    if (session == nowhere) return true;
    if (!has_class(session, seat)) return false;
    std::size_t size = 0;
    for (std::size_t other = 0; other < where.size(); ++other) {
        if (where[other] != session) continue;
        if (++size > ask_.sessions[session].capacity) return false;
        if (other != seat && !fits_with(session, seat, other)) return false;
    }
    for (const std::size_t other : same_person_[seat])
        if (where[other] != nowhere &&
            (between(session, where[other]) <= ask_.rest_sessions || overlap(session, where[other])))
            return false;
    return std::none_of(kept_apart_[seat].begin(), kept_apart_[seat].end(),
                        [&](std::size_t other) { return where[other] != nowhere && overlap(session, where[other]); });
}

std::int64_t FillPrices::price(std::span<const std::size_t> where) const {
    const auto left_out = std::count(where.begin(), where.end(), nowhere);
    return left_out * nowhere_cost + price_of_placed(where);
}

std::int64_t FillPrices::price_of_placed(std::span<const std::size_t> where) const {
    return family_price(where) + group_price(where) + person_price(where) + session_price(where);
}

std::int64_t FillPrices::family_price(std::span<const std::size_t> where) const {
    std::int64_t away = 0;
    for (const auto& family : families_) {
        std::size_t home = nowhere;
        std::ptrdiff_t most = 0;
        for (const std::size_t seat : family) {
            if (where[seat] == nowhere) continue;
            const auto here = std::count_if(family.begin(), family.end(),
                                            [&](std::size_t other) { return where[other] == where[seat]; });
            if (here < most || (here == most && where[seat] >= home)) continue;
            most = here;
            home = where[seat];
        }
        for (const std::size_t seat : family) {
            if (where[seat] == nowhere || where[seat] == home) continue;
            const bool parted = std::any_of(family.begin(), family.end(), [&](std::size_t other) {
                return where[other] == home && !fits_with(home, seat, other);
            });
            if (!parted || between(where[seat], home) != 1) ++away;
        }
    }
    return away * ask_.weights.family;
}

std::int64_t FillPrices::group_price(std::span<const std::size_t> where) const {
    std::int64_t gaps = 0;
    for (const auto& group : groups_) {
        std::vector<std::size_t> sessions;
        for (const std::size_t seat : group)
            if (where[seat] != nowhere) sessions.push_back(where[seat]);
        std::sort(sessions.begin(), sessions.end());
        for (std::size_t next = 1; next < sessions.size(); ++next)
            for (std::size_t inside = sessions[next - 1] + 1; inside < sessions[next]; ++inside)
                gaps += static_cast<std::int64_t>(ask_.sessions[inside].capacity);
    }
    return gaps * ask_.weights.group_gap;
}

std::int64_t FillPrices::person_price(std::span<const std::size_t> where) const {
    const FillWeights& weights = ask_.weights;
    std::int64_t cost = 0;
    for (const auto& [left, right, together] : ask_.wishes)
        if (left < where.size() && right < where.size() && where[left] != nowhere && where[right] != nowhere &&
            (where[left] == where[right]) != together)
            cost += weights.wish;
    for (std::size_t seat = 0; seat < where.size(); ++seat) {
        if (where[seat] == nowhere) continue;
        const FillSeat& sits = ask_.seats[seat];
        if (sits.told && *sits.told != where[seat]) cost += weights.told;
        if (sits.asked && *sits.asked < where[seat])
            cost += weights.later * (ask_.sessions[where[seat]].start_min - ask_.sessions[*sits.asked].start_min);
        for (const std::size_t other : same_person_[seat])
            if (other > seat && where[other] != nowhere && between(where[seat], where[other]) <= rest_wished)
                cost += weights.rest;
    }
    return cost;
}

std::int64_t FillPrices::session_price(std::span<const std::size_t> where) const {
    struct Span {
        std::int64_t size = 0;
        std::int32_t rating_min = 0, rating_max = 0, kg_min = 0, kg_max = 0;
    };
    std::vector<Span> spans(ask_.sessions.size());
    for (std::size_t seat = 0; seat < where.size(); ++seat) {
        if (where[seat] == nowhere) continue;
        Span& span = spans[where[seat]];
        const FillSeat& sits = ask_.seats[seat];
        if (span.size++ == 0) span = {1, sits.rating, sits.rating, sits.weight_kg, sits.weight_kg};
        span.rating_min = std::min(span.rating_min, sits.rating);
        span.rating_max = std::max(span.rating_max, sits.rating);
        span.kg_min = std::min(span.kg_min, sits.weight_kg);
        span.kg_max = std::max(span.kg_max, sits.weight_kg);
    }
    const FillWeights& weights = ask_.weights;
    std::int64_t people = 0;
    std::int64_t opened = 0;
    std::int64_t cost = 0;
    for (std::size_t session = 0; session < spans.size(); ++session) {
        const Span& span = spans[session];
        cost += weights.rating * ((span.rating_max - span.rating_min) / 100);
        cost += weights.weight * std::max(0, span.kg_max - span.kg_min - weight_free_kg);
        if (span.size == 0 || has_pinned_[session]) continue;
        ++opened;
        people += span.size;
    }
    cost += weights.opened * opened;
    for (std::size_t session = 0; session < spans.size(); ++session)
        if (spans[session].size > 0 && !has_pinned_[session]) {
            const std::int64_t off = spans[session].size - people / opened;
            cost += weights.imbalance * off * off;
        }
    return cost;
}

}  // namespace chicane::sessions::meetings
