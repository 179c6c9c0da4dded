#include "sessions/conductor/held_out.hpp"

#include <algorithm>
#include <utility>

namespace chicane::sessions::conductor {

void HeldOut::heard(std::uint64_t seq, const std::string& device, const decoders::link::ReceivedPassing& received,
                    bool taken) {
    if (!received.held_out) {
        if (!taken) broken_.insert(device);
        return;
    }
    const bool whole = broken_.erase(device) == 0;
    if (taken && whole) wait(seq, device, received.passing);
}

void HeldOut::wait(std::uint64_t seq, const std::string& device, const decoders::codec::Passing& passing) {
    if (waiting_.size() >= held_out_max) return;
    const bool waits = std::ranges::any_of(
        waiting_, [&](const HeldOutPassing& each) { return each.device == device && each.passing == passing; });
    if (!waits) waiting_.push_back({seq, device, passing});
}

std::optional<HeldOutPassing> HeldOut::next(std::uint64_t durable) {
    if (waiting_.empty() || waiting_.front().seq > durable) return std::nullopt;
    HeldOutPassing safe = std::move(waiting_.front());
    waiting_.pop_front();
    return safe;
}

}  // namespace chicane::sessions::conductor
