#include "sessions/conductor/tag_strength.hpp"

#include <algorithm>
#include <tuple>

namespace chicane::sessions::conductor {
namespace {

std::optional<std::int32_t> mean(std::int64_t sum, std::uint32_t count) {
    if (count == 0) return std::nullopt;
    return static_cast<std::int32_t>((sum + count / 2) / count);
}

std::optional<std::int32_t> median(const std::vector<std::int32_t>& sorted) {
    return sorted.empty() ? std::nullopt : std::optional(sorted[sorted.size() / 2]);
}

std::optional<std::int32_t> half(std::optional<std::int32_t> good) {
    return good ? std::optional(*good / 2) : std::nullopt;
}

/// What is usual of a field, from a figure of each tag.
std::optional<std::int32_t> usual_of(std::vector<std::int32_t> each) {
    if (each.size() < field_min) return std::nullopt;
    std::ranges::sort(each);
    return median(each);
}

bool is_below(std::optional<std::int32_t> value, std::optional<std::int32_t> line) {
    return value && line && *value < *line;
}

/// A figure of a slot, where the protocol has it.
using SlotFigure = std::optional<std::int32_t> (StrengthSlot::*)() const;

/// A fall is a quarter below the tag's own best, and lasts to now. With one slot nothing has fallen yet.
std::optional<timing::HostTime> falls_since(const std::vector<StrengthSlot>& slots, SlotFigure figure) {
    std::int32_t best = 0;
    for (const StrengthSlot& slot : slots) best = std::max(best, (slot.*figure)().value_or(0));
    std::optional<timing::HostTime> since;
    for (auto slot = slots.rbegin(); slot != slots.rend(); ++slot) {
        const auto value = (*slot.*figure)();
        if (!value) continue;
        if (*value * 4 >= best * 3) break;
        since = slot->begin;
    }
    return since;
}

/// Weak ones first, then by hits, then by strength; what says nothing comes last.
bool is_weaker(const TagStrength& one, const TagStrength& other) {
    if (one.weak != other.weak) return one.weak;
    static constexpr std::int32_t unknown = INT32_MAX;
    const auto key = [](const TagStrength& tag) {
        return std::tuple(tag.hits.value_or(unknown), tag.strength.value_or(unknown), tag.transponder);
    };
    return key(one) < key(other);
}

}  // namespace

std::optional<std::int32_t> StrengthSlot::hits() const { return mean(hits_sum, with_hits); }
std::optional<std::int32_t> StrengthSlot::strength() const { return mean(strength_sum, with_strength); }

std::vector<std::int32_t> TagStrengths::Recent::sorted() const {
    if (count < strength_recent_min) return {};
    const auto held = static_cast<std::ptrdiff_t>(std::min(count, strength_recent_max));
    std::vector<std::int32_t> all(values.begin(), values.begin() + held);
    std::ranges::sort(all);
    return all;
}

bool TagStrengths::note(const PassingKept& kept) {
    const decoders::codec::Passing& passing = kept.passing;
    if (passing.trigger) return true;
    if (tags_.size() >= tags_heard_max && !tags_.contains(passing.transponder))
        tags_.erase(std::ranges::min_element(tags_, {}, [](const auto& tag) { return tag.second.last; }));
    Heard& heard = tags_[passing.transponder];
    const auto known =
        heard.times.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(heard.passings, times_known_max));
    // Without a clock all have the same time, and nothing tells one from another.
    const bool timed = passing.clock != decoders::codec::ClockBase::none;
    if (timed && std::find(heard.times.begin(), known, passing.time_us) != known) return false;
    heard.times[heard.passings++ % times_known_max] = passing.time_us;
    heard.last = std::max(heard.last, kept.received);
    if (passing.battery) heard.battery = passing.battery;
    const timing::HostTime begin{kept.received.us - kept.received.us % strength_slot_us};
    // A clock that was set back goes on in the slot that it had.
    if (heard.slots.empty() || heard.slots.back().begin < begin) {
        if (heard.slots.size() >= strength_slots_max) heard.slots.erase(heard.slots.begin());
        heard.slots.push_back({begin});
    }
    StrengthSlot& slot = heard.slots.back();
    ++slot.passings;
    if (passing.hits) {
        heard.hits.note(*passing.hits);
        ++slot.with_hits;
        slot.hits_sum += *passing.hits;
    }
    if (passing.strength) {
        heard.strength.note(*passing.strength);
        ++slot.with_strength;
        slot.strength_sum += *passing.strength;
    }
    return true;
}

FieldStrength TagStrengths::usual() const {
    std::vector<std::int32_t> hits, strength;
    for (const auto& [tag, heard] : tags_) {
        if (const auto value = median(heard.hits.sorted())) hits.push_back(*value);
        if (const auto value = median(heard.strength.sorted())) strength.push_back(*value);
    }
    FieldStrength field;
    field.good_hits = usual_of(std::move(hits));
    field.good_strength = usual_of(std::move(strength));
    field.weak_hits = half(field.good_hits);
    field.weak_strength = half(field.good_strength);
    return field;
}

TagStrength TagStrengths::shown(timing::TransponderId tag, const Heard& heard, const FieldStrength& usual) {
    TagStrength made;
    made.transponder = tag;
    made.passings = heard.passings;
    made.last = heard.last;
    const auto hits = heard.hits.sorted();
    made.hits = median(hits);
    if (!hits.empty()) made.hits_least = hits.front();
    made.strength = median(heard.strength.sorted());
    made.battery = heard.battery;
    made.weak = is_below(made.hits, usual.weak_hits) || is_below(made.strength, usual.weak_strength);
    return made;
}

FieldStrength TagStrengths::field() const {
    FieldStrength field = usual();
    for (const auto& [tag, heard] : tags_) {
        TagStrength each = shown(tag, heard, field);
        each.slots = heard.slots;
        each.falls_since = falls_since(heard.slots, each.hits ? &StrengthSlot::hits : &StrengthSlot::strength);
        field.tags.push_back(std::move(each));
    }
    std::ranges::sort(field.tags, is_weaker);
    return field;
}

std::vector<timing::TransponderId> TagStrengths::heard() const {
    std::vector<timing::TransponderId> all;
    for (const auto& [tag, heard] : tags_) all.push_back(tag);
    return all;
}

AilingTags TagStrengths::ailing(timing::HostTime since) const {
    const FieldStrength field = usual();
    AilingTags found;
    for (const auto& [tag, heard] : tags_) {
        if (heard.last < since) continue;
        if (shown(tag, heard, field).weak) found.weak.push_back(tag);
        if (heard.battery && *heard.battery != decoders::codec::Battery::ok) found.battery_low.push_back(tag);
    }
    return found;
}

}  // namespace chicane::sessions::conductor
