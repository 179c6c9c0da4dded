#include "transponders/register.hpp"

#include <algorithm>

namespace chicane::transponders {

void Register::assign(const Assignment& assignment) {
    std::vector<Assignment>& all = assignments_[assignment.transponder];
    all.insert(std::ranges::upper_bound(all, assignment.sequence, {}, &Assignment::sequence), assignment);
}

std::optional<Assignment> Register::remove(std::uint64_t sequence) {
    for (auto tag = assignments_.begin(); tag != assignments_.end(); ++tag) {
        const auto found = std::ranges::find(tag->second, sequence, &Assignment::sequence);
        if (found == tag->second.end()) continue;
        const Assignment removed = *found;
        tag->second.erase(found);
        if (tag->second.empty()) assignments_.erase(tag);
        return removed;
    }
    return std::nullopt;
}

std::vector<timing::TransponderId> Register::transponders() const {
    std::vector<timing::TransponderId> all;
    all.reserve(assignments_.size());
    for (const auto& [transponder, assignments] : assignments_) all.push_back(transponder);
    return all;
}

std::span<const Assignment> Register::assignments(timing::TransponderId transponder) const {
    const auto found = assignments_.find(transponder);
    return found == assignments_.end() ? std::span<const Assignment>{} : std::span(found->second);
}

std::optional<Holder> Register::holder(timing::TransponderId transponder, timing::DecoderTime at) const {
    const auto all = assignments(transponder);
    for (auto newest = all.rbegin(); newest != all.rend(); ++newest) {
        if (newest->from <= at) return newest->holder;
    }
    return std::nullopt;
}

timing::DecoderTime Register::default_from(timing::TransponderId transponder, const Holder& to,
                                           timing::DecoderTime session_begin, timing::DecoderTime now) const {
    const auto is_other = [&](const Holder& holder) { return holder != to && !std::holds_alternative<Nobody>(holder); };
    if (const auto holds = holder(transponder, now); holds && is_other(*holds)) return now;
    // Backwards over the moments at which something changed: the last of them that another holder stood before.
    std::vector<timing::DecoderTime> changes;
    for (const Assignment& a : assignments(transponder)) {
        if (a.from > session_begin && a.from <= now) changes.push_back(a.from);
    }
    std::ranges::sort(changes, std::greater{});
    for (const timing::DecoderTime change : changes) {
        const auto before = holder(transponder, timing::later_by(change, -1));
        if (before && is_other(*before)) return change;
    }
    return session_begin;
}

}  // namespace chicane::transponders
