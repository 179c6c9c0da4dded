#include "sessions/tags.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
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
    work_out_karts();
    for (std::uint32_t place = 1; place < tags_.size(); ++place) work_out(place);
}

void Tags::swap(std::uint64_t sequence, const KartSwapped& swapped) {
    swaps_[sequence] = swapped;
    work_out_karts();
    for (std::uint32_t place = 1; place < tags_.size(); ++place) work_out(place);
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
    work_out_karts();
    for (std::uint32_t place = 1; place < tags_.size(); ++place) work_out(place);
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

void Tags::work_out_karts() {
    kart_drivers_.clear();
    for (Driver driver = 0; driver < setup_karts_.size(); ++driver) {
        if (setup_karts_[driver]) kart_drivers_[*setup_karts_[driver]] = {{since_ever, driver}};
    }
    std::set<timing::DecoderTime> moments;
    for (const auto& [sequence, swap] : swaps_) moments.insert(swap.since);
    for (const timing::DecoderTime moment : moments) {
        // All words that hold from then on, in the order of the log.
        std::map<timing::KartId, Driver> drives;
        for (const auto& [kart, spans] : kart_drivers_) drives[kart] = spans.front().driver;
        for (const auto& [sequence, swap] : swaps_) {
            const Driver driver = entered(swap.entrant);
            if (driver == nobody || swap.since > moment) continue;
            for (auto& [kart, by] : drives) {
                if (by == driver) by = nobody;
            }
            drives[swap.kart] = driver;
        }
        for (const auto& [kart, by] : drives) {
            auto& spans = kart_drivers_[kart];
            if (spans.empty()) spans.push_back({since_ever, nobody});
            if (spans.back().driver != by) spans.push_back({moment, by});
        }
    }
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
    std::vector<Span> spans{{since_ever, driver_of(transponders::Nobody{}, since_ever, place)}};
    const auto cover = [&](timing::DecoderTime from, Driver driver) {
        std::erase_if(spans, [&](const Span& span) { return span.from >= from; });
        spans.push_back({from, driver});
    };
    const auto hold = [&](const transponders::Assignment& given) {
        cover(given.from, driver_of(given.holder, given.from, place));
        const auto* kart = std::get_if<timing::KartId>(&given.holder);
        const auto drivers = kart ? kart_drivers_.find(*kart) : kart_drivers_.end();
        if (drivers == kart_drivers_.end()) return;
        for (const Span& span : drivers->second) {
            if (span.from > given.from) cover(span.from, driver_of(given.holder, span.from, place));
        }
    };
    for (const auto& a : at_opening_.assignments(tag.id)) hold(a);
    if (const auto own = setup_tags_.find(tag.id); own != setup_tags_.end()) cover(since_ever, own->second);
    for (const auto& a : since_.assignments(tag.id)) hold(a);
    timing::ensure(!spans.empty() && spans.front().from == since_ever, "a tag's first span holds since ever");
    tag.spans = std::move(spans);
}

Driver Tags::driver_of(const transponders::Holder& holder, timing::DecoderTime at, std::uint32_t place) {
    if (const auto* entrant = std::get_if<timing::EntrantId>(&holder)) {
        const Driver driver = entered(*entrant);
        return driver == nobody ? unentered_of(std::nullopt, place) : driver;
    }
    if (const auto* kart = std::get_if<timing::KartId>(&holder)) {
        const Driver driver = kart_driver(*kart, at);
        if (driver != nobody) return driver;
        return open_ ? unentered_of(*kart, place) : not_entered;
    }
    return unentered_of(std::nullopt, place);
}

Driver Tags::kart_driver(timing::KartId kart, timing::DecoderTime at) const {
    const auto found = kart_drivers_.find(kart);
    if (found == kart_drivers_.end()) return nobody;
    const auto& spans = found->second;
    return std::prev(std::ranges::upper_bound(spans, at, {}, &Span::from))->driver;
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
    if (place - 1 < found->arrival) {
        found->tag = tag;
        found->arrival = place - 1;
    }
    return static_cast<Driver>(entered_ + static_cast<std::size_t>(found - unentered_.begin()));
}

}  // namespace chicane::sessions
