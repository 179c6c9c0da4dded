#include "decoders/link/acknowledgements.hpp"

#include <algorithm>

namespace chicane::decoders::link {

bool is_same_crossing(const codec::Passing& one, const codec::Passing& other) {
    return one.transponder == other.transponder && one.time_us == other.time_us && one.loop == other.loop &&
           one.number == other.number && one.decoder == other.decoder && one.trigger == other.trigger;
}

void Acknowledgements::heard(const codec::Passing& passing) {
    if (passing.receipt) return;
    if (held_out_ && is_same_crossing(*held_out_, passing)) return;
    held_out_ = passing;
    answered_.reset();
}

void Acknowledgements::reopened() {
    held_out_.reset();
    answered_before_.clear();
}

codec::Bytes Acknowledgements::answer(const codec::Codec& codec, const codec::Passing& kept, timing::HostTime now) {
    if (kept.receipt) return codec.acknowledge(kept);
    if (!held_out_ || !is_same_crossing(*held_out_, kept)) return {};
    if (answered_ && timing::us_between(*answered_, now) < again_us_) return {};
    const bool old_copy = !answered_ && may_be_old_copy(kept);
    answered_ = now;
    if (old_copy) return {};
    note_answered(kept);
    return codec.acknowledge(kept);
}

bool Acknowledgements::may_be_old_copy(const codec::Passing& kept) const {
    return std::ranges::any_of(answered_before_, [&](const auto& each) { return is_same_crossing(each, kept); });
}

void Acknowledgements::note_answered(const codec::Passing& kept) {
    if (may_be_old_copy(kept)) return;
    answered_before_.push_back(kept);
    if (answered_before_.size() > answered_max) answered_before_.pop_front();
}

}  // namespace chicane::decoders::link
