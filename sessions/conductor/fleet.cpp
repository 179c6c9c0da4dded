#include "sessions/conductor/fleet.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

using transponders::Assignment;

void Fleet::keep(const KartKept& kept) {
    if (kept.removed) {
        karts_.erase(kept.id);
    } else {
        karts_[kept.id] = {kept.id, kept.number, kept.class_name, kept.out_of_service};
    }
}

void Fleet::keep(std::uint64_t seq, const AssignmentKept& kept) {
    assignments_.push_back({seq, kept.transponder, kept.holder, kept.from});
    tags_.assign(assignments_.back());
}

bool Fleet::remove(std::uint64_t seq) {
    std::erase_if(assignments_, [&](const Assignment& given) { return given.sequence == seq; });
    return tags_.remove(seq).has_value();
}

const Kart* Fleet::kart(timing::KartId id) const {
    const auto found = karts_.find(id);
    return found == karts_.end() ? nullptr : &found->second;
}

transponders::Register Fleet::tags_before(std::uint64_t seq) const {
    transponders::Register before;
    for (const Assignment& given : assignments_) {
        if (given.sequence < seq) before.assign(given);
    }
    return before;
}

std::span<const Assignment> Fleet::assigned_since(std::uint64_t seq) const {
    const auto first = std::ranges::lower_bound(assignments_, seq, {}, &Assignment::sequence);
    return std::span(assignments_).subspan(static_cast<std::size_t>(first - assignments_.begin()));
}

std::vector<timing::TransponderId> Fleet::tags_of(const transponders::Holder& holder, timing::DecoderTime at) const {
    std::vector<timing::TransponderId> tags;
    for (const Assignment& given : assignments_) {
        if (given.holder != holder || std::ranges::find(tags, given.transponder) != tags.end()) continue;
        if (tags_.holder(given.transponder, at) == holder) tags.push_back(given.transponder);
    }
    return tags;
}

std::optional<timing::KartId> Fleet::last_kart(timing::TransponderId tag) const {
    const auto given = tags_.assignments(tag);
    for (auto newest = given.rbegin(); newest != given.rend(); ++newest) {
        if (const auto* kart = std::get_if<timing::KartId>(&newest->holder)) return *kart;
    }
    return std::nullopt;
}

}  // namespace chicane::sessions::conductor
