#include "sessions/tags.hpp"

#include <algorithm>
#include <limits>
#include <variant>

#include "timing/ensure.hpp"

namespace chicane::sessions {

namespace {

constexpr timing::DecoderTime since_ever{std::numeric_limits<std::int64_t>::min()};

}  // namespace

Tags::Tags(const Setup& setup, transponders::Register at_opening) : at_opening_(std::move(at_opening)) {
    tags_.push_back({{}, {{since_ever, nobody}}});
    configure(setup);
}

void Tags::configure(const Setup& setup) {
    open_ = setup.rules.open;
    entered_ = setup.entrants.size();
    setup_tags_.clear();
    setup_karts_.clear();
    setup_entrants_.clear();
    unentered_.clear();
    for (Driver driver = 0; driver < entered_; ++driver) {
        const EntrantSetup& entrant = setup.entrants[driver];
        setup_entrants_.emplace(entrant.id, driver);
        setup_karts_.push_back(entrant.kart);
        for (const timing::TransponderId tag : entrant.transponders) setup_tags_.emplace(tag, driver);
    }
    work_out_all();
}

void Tags::swap(std::uint64_t sequence, const KartSwapped& swapped) {
    const bool last = swaps_.empty() || swaps_.rbegin()->first < sequence;
    swaps_[sequence] = swapped;
    if (!last) return work_out_all();
    const std::vector<timing::KartId> changed = drive(swapped);
    for (std::uint32_t place = 1; place < tags_.size(); ++place) {
        if (is_on_any(tags_[place], changed)) work_out(place);
    }
}

std::optional<timing::DecoderTime> Tags::remove_change(std::uint64_t sequence) {
    if (const auto gift = gifts_.find(sequence); gift != gifts_.end()) {
        const timing::DecoderTime since = gift->second.since;
        gifts_.erase(gift);
        return since;
    }
    const auto swap = swaps_.find(sequence);
    if (swap == swaps_.end()) return std::nullopt;
    const timing::DecoderTime since = swap->second.since;
    swaps_.erase(swap);
    work_out_all();
    return since;
}

Driver Tags::entered(timing::EntrantId entrant) const {
    const auto found = setup_entrants_.find(entrant);
    return found == setup_entrants_.end() ? nobody : found->second;
}

Driver Tags::given(Driver driver, timing::DecoderTime at) const {
    if (driver >= entered_) return driver;
    for (const auto& [sequence, gift] : gifts_) {
        if (at < gift.since) continue;
        const Driver from = entered(gift.from);
        const Driver to = entered(gift.to);
        if (from == nobody || to == nobody) continue;  // no entrant any more: the gift waits for its undo
        if (driver == from) {
            driver = to;
        } else if (gift.exchange && driver == to) {
            driver = from;
        }
    }
    return driver;
}

std::optional<timing::KartId> Tags::kart_of(timing::EntrantId entrant, timing::DecoderTime at) const {
    const Driver driver = entered(entrant);
    if (driver == nobody) return std::nullopt;
    std::optional<timing::KartId> kart = setup_karts_[driver];
    for (const auto& [sequence, swap] : swaps_) {
        if (swap.since > at) continue;
        if (swap.entrant == entrant) {
            kart = swap.kart;
        } else if (swap.kart == kart) {
            kart.reset();
        }
    }
    return kart;
}

void Tags::work_out_all() {
    kart_drivers_.clear();
    for (Driver driver = 0; driver < setup_karts_.size(); ++driver) {
        if (setup_karts_[driver]) kart_drivers_.begin(*setup_karts_[driver], driver);
    }
    for (const auto& [sequence, swap] : swaps_) drive(swap);
    for (std::uint32_t place = 1; place < tags_.size(); ++place) work_out(place);
}

std::vector<timing::KartId> Tags::drive(const KartSwapped& swapped) {
    const Driver driver = entered(swapped.entrant);
    if (driver == nobody) return {};  // no entrant any more: the swap waits for its undo
    return kart_drivers_.swap(swapped.kart, driver, swapped.since);
}

bool Tags::is_on_any(const Tag& tag, std::span<const timing::KartId> karts) const {
    const auto is_on = [&](const transponders::Assignment& given) {
        const auto* kart = std::get_if<timing::KartId>(&given.holder);
        return kart && std::ranges::find(karts, *kart) != karts.end();
    };
    return std::ranges::any_of(at_opening_.assignments(tag.id), is_on) ||
           std::ranges::any_of(since_.assignments(tag.id), is_on);
}

std::uint32_t Tags::place(timing::TransponderId tag) {
    if (const auto found = places_.find(tag); found != places_.end()) return found->second;
    if (tags_.size() > tags_max && !is_given(tag)) return 0;
    const auto place = static_cast<std::uint32_t>(tags_.size());
    tags_.push_back({tag, {}});
    places_.emplace(tag, place);
    work_out(place);
    return place;
}

bool Tags::is_given(timing::TransponderId tag) const {
    return setup_tags_.contains(tag) || !at_opening_.assignments(tag).empty() || !since_.assignments(tag).empty();
}

std::optional<std::uint32_t> Tags::find(timing::TransponderId tag) const {
    const auto found = places_.find(tag);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

void Tags::assign(const transponders::Assignment& assignment) {
    since_.assign(assignment);
    if (const auto at = find(assignment.transponder)) work_out(*at);
}

std::optional<transponders::Assignment> Tags::remove(std::uint64_t sequence) {
    const auto removed = since_.remove(sequence);
    if (!removed) return std::nullopt;
    if (const auto at = find(removed->transponder)) work_out(*at);
    return removed;
}

void Tags::work_out(std::uint32_t place) {
    Tag& tag = tags_[place];
    std::vector<DriverSince> spans{{since_ever, driver_of(transponders::Nobody{}, since_ever, place)}};
    const auto cover = [&](timing::DecoderTime from, Driver driver) {
        std::erase_if(spans, [&](const DriverSince& span) { return span.from >= from; });
        spans.push_back({from, driver});
    };
    const auto hold = [&](const transponders::Assignment& given) {
        cover(given.from, driver_of(given.holder, given.from, place));
        const auto* kart = std::get_if<timing::KartId>(&given.holder);
        if (!kart) return;
        for (const DriverSince& span : kart_drivers_.of(*kart)) {
            if (span.from > given.from) cover(span.from, driver_of(given.holder, span.from, place));
        }
    };
    for (const auto& a : at_opening_.assignments(tag.id)) hold(a);
    if (const auto own = setup_tags_.find(tag.id); own != setup_tags_.end()) cover(since_ever, own->second);
    for (const auto& a : since_.assignments(tag.id)) hold(a);
    timing::ensure(!spans.empty() && spans.front().from == since_ever, "a tag's first span holds since ever");
    tag.spans = std::move(spans);
    settle_arrivals(place);
}

bool Tags::is_his(const Tag& tag, Driver driver) const {
    return std::ranges::any_of(tag.spans, [&](const DriverSince& span) { return span.driver == driver; });
}

void Tags::settle_arrivals(std::uint32_t place) {
    for (std::size_t i = 0; i < unentered_.size(); ++i) {
        Unentered& who = unentered_[i];
        if (!who.kart) continue;
        const auto driver = static_cast<Driver>(entered_ + i);
        const bool his = is_his(tags_[place], driver);
        if (his ? who.arrival <= place - 1 : who.tag != tags_[place].id) continue;
        // Taken from him, perhaps: then the first of the others.
        for (std::uint32_t other = his ? place : 1; other < tags_.size(); ++other) {
            if (!is_his(tags_[other], driver)) continue;
            who.tag = tags_[other].id;
            who.arrival = other - 1;
            break;
        }
    }
}

Driver Tags::driver_of(const transponders::Holder& holder, timing::DecoderTime at, std::uint32_t place) {
    if (const auto* entrant = std::get_if<timing::EntrantId>(&holder)) {
        const Driver driver = entered(*entrant);
        return driver == nobody ? unentered_of(std::nullopt, place) : driver;
    }
    if (const auto* kart = std::get_if<timing::KartId>(&holder)) {
        const Driver driver = kart_drivers_.driver(*kart, at);
        if (driver != nobody) return driver;
        return open_ ? unentered_of(*kart, place) : not_entered;
    }
    return unentered_of(std::nullopt, place);
}

Driver Tags::unentered_of(std::optional<timing::KartId> kart, std::uint32_t place) {
    if (!open_) return nobody;
    const timing::TransponderId tag = tags_[place].id;
    const auto found = std::ranges::find_if(
        unentered_, [&](const Unentered& other) { return other.kart == kart && (kart || other.tag == tag); });
    if (found == unentered_.end()) {
        unentered_.push_back({kart, tag, place - 1});
        return static_cast<Driver>(entered_ + unentered_.size() - 1);
    }
    return static_cast<Driver>(entered_ + static_cast<std::size_t>(found - unentered_.begin()));
}

}  // namespace chicane::sessions
