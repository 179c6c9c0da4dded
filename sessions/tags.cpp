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
        if (entrant.kart) setup_karts_.emplace(*entrant.kart, driver);
        for (const timing::TransponderId tag : entrant.transponders) setup_tags_.emplace(tag, driver);
    }
    for (std::uint32_t place = 1; place < tags_.size(); ++place) work_out(place);
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
    std::vector<Span> spans{{since_ever, driver_of(transponders::Nobody{}, place)}};
    const auto cover = [&](timing::DecoderTime from, Driver driver) {
        std::erase_if(spans, [&](const Span& span) { return span.from >= from; });
        spans.push_back({from, driver});
    };
    for (const auto& a : at_opening_.assignments(tag.id)) cover(a.from, driver_of(a.holder, place));
    if (const auto own = setup_tags_.find(tag.id); own != setup_tags_.end()) cover(since_ever, own->second);
    for (const auto& a : since_.assignments(tag.id)) cover(a.from, driver_of(a.holder, place));
    timing::ensure(!spans.empty() && spans.front().from == since_ever, "a tag's first span holds since ever");
    tag.spans = std::move(spans);
}

Driver Tags::driver_of(const transponders::Holder& holder, std::uint32_t place) {
    if (const auto* entrant = std::get_if<timing::EntrantId>(&holder)) {
        const auto found = setup_entrants_.find(*entrant);
        return found == setup_entrants_.end() ? unentered_of(std::nullopt, place) : found->second;
    }
    if (const auto* kart = std::get_if<timing::KartId>(&holder)) {
        const auto found = setup_karts_.find(*kart);
        if (found != setup_karts_.end()) return found->second;
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
    if (place - 1 < found->arrival) {
        found->tag = tag;
        found->arrival = place - 1;
    }
    return static_cast<Driver>(entered_ + static_cast<std::size_t>(found - unentered_.begin()));
}

}  // namespace chicane::sessions
