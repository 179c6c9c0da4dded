#include "decoders/link/acknowledgements.hpp"

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

codec::Bytes Acknowledgements::answer(const codec::Codec& codec, const codec::Passing& kept, timing::HostTime now) {
    if (kept.receipt) return codec.acknowledge(kept);
    if (!held_out_ || !is_same_crossing(*held_out_, kept)) return {};
    if (answered_ && timing::us_between(*answered_, now) < again_us_) return {};
    answered_ = now;
    return codec.acknowledge(kept);
}

}  // namespace chicane::decoders::link
