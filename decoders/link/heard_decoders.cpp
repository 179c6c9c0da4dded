#include "decoders/link/heard_decoders.hpp"

#include <algorithm>
#include <utility>

namespace chicane::decoders::link {

namespace {

void add(NumberActions& to, const NumberActions& more) {
    to.ask.insert(to.ask.end(), more.ask.begin(), more.ask.end());
    to.lost.insert(to.lost.end(), more.lost.begin(), more.lost.end());
}

}  // namespace

HeardDecoders::HeardDecoders(const DecoderTraits& traits, std::span<const Resume> resume) : traits_(traits) {
    for (const Resume& each : resume) {
        if (known_.size() >= decoders_max) break;
        known_.emplace(each.decoder, Known{HeardDecoder(traits_)}).first->second.heard.resume(each);
    }
}

NumberActions HeardDecoders::opened(timing::HostTime now) {
    opened_ = now;
    NumberActions actions;
    const auto numbered =
        std::ranges::count_if(known_, [](const auto& each) { return each.second.heard.has_numbers(); });
    for (auto& [id, known] : known_) {
        known.asked = numbered == 1 && known.heard.has_numbers();
        if (known.asked) add(actions, known.heard.reconnected(now));
    }
    return actions;
}

NumberActions HeardDecoders::spoke(std::uint32_t decoder, timing::HostTime now) {
    const auto at = known_.find(decoder);
    if (at == known_.end()) return {};
    at->second.spoke = true;
    if (std::exchange(at->second.asked, true)) return {};
    return at->second.heard.reconnected(now);
}

HeardDecoder* HeardDecoders::of(std::uint32_t decoder) {
    auto at = known_.find(decoder);
    if (at == known_.end()) {
        if (!make_room()) return nullptr;
        at = known_.emplace(decoder, Known{HeardDecoder(traits_), true, true}).first;
    }
    latest_ = decoder;
    return &at->second.heard;
}

NumberActions HeardDecoders::due(timing::HostTime now, timing::HostTime heard) {
    const bool absent = timing::us_between(opened_, now) >= absent_max_us;
    NumberActions actions;
    for (auto& [id, known] : known_) {
        if (known.asked)
            add(actions, known.heard.due(now, heard));
        else if (absent)
            add(actions, known.heard.give_up());
    }
    return actions;
}

bool HeardDecoders::owes(timing::HostTime now) const {
    return std::ranges::any_of(known_, [now](const auto& each) { return each.second.heard.owes(now); });
}

void HeardDecoders::clock_set() {
    for (auto& [id, known] : known_) known.heard.clock_set();
}

NumberCounts HeardDecoders::counts() const {
    NumberCounts sum;
    for (const auto& [id, known] : known_) {
        sum.found += known.heard.counts().found;
        sum.recovered += known.heard.counts().recovered;
        sum.lost += known.heard.counts().lost;
    }
    return sum;
}

const HeardDecoder* HeardDecoders::latest() const { return latest_ ? &known_.at(*latest_).heard : nullptr; }

bool HeardDecoders::make_room() {
    if (known_.size() < decoders_max) return true;
    const auto never = std::ranges::find_if(known_, [](const auto& each) { return !each.second.spoke; });
    if (never == known_.end()) return false;
    known_.erase(never);
    return true;
}

}  // namespace chicane::decoders::link
