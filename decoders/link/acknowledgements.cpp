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
    looked_at_.reset();
    passed_over_ = false;
}

void Acknowledgements::reopened() {
    held_out_.reset();
    looked_at_.reset();
    passed_over_ = false;
}

codec::Bytes Acknowledgements::answer(const codec::Codec& codec, const codec::Passing& kept, timing::HostTime now) {
    if (kept.receipt) return codec.acknowledge(kept);
    if (!held_out_ || !is_same_crossing(*held_out_, kept)) return {};
    if (looked_at_ && timing::us_between(*looked_at_, now) < again_us_) return {};
    looked_at_ = now;
    passed_over_ = was_answered(kept) && !passed_over_;
    if (passed_over_) return {};
    note_answered(kept);
    return codec.acknowledge(kept);
}

bool Acknowledgements::was_answered(const codec::Passing& kept) const {
    return std::ranges::any_of(answered_, [&](const auto& each) { return is_same_crossing(each, kept); });
}

void Acknowledgements::note_answered(const codec::Passing& kept) {
    if (was_answered(kept)) return;
    answered_.push_back(kept);
    if (answered_.size() > answered_max) answered_.pop_front();
}

}  // namespace chicane::decoders::link
