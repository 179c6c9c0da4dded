#include "sessions/conductor/passing_log.hpp"

#include <algorithm>

#include "sessions/conductor/options.hpp"

namespace chicane::sessions::conductor {

const LoggedPassing& PassingLog::keep(std::uint64_t seq, const PassingKept& kept) {
    auto device = std::ranges::find(devices_, kept.device);
    if (device == devices_.end()) device = devices_.insert(devices_.end(), kept.device);
    const auto& passing = kept.passing;
    return passings_.emplace_back(LoggedPassing{
        seq,
        {kept.time(), passing.transponder, decoder_id(kept.device, kept.place), passing.number.value_or(0)},
        passing.strength,
        passing.hits,
        static_cast<std::uint16_t>(device - devices_.begin()),
        passing.clock == decoders::codec::ClockBase::none || kept.manual,
        kept.manual});
}

void PassingLog::remove(std::uint64_t seq) {
    std::erase_if(passings_, [&](const LoggedPassing& passing) { return passing.seq == seq; });
}

void PassingLog::forget_before(timing::DecoderTime time) {
    std::erase_if(passings_, [&](const LoggedPassing& passing) { return passing.raw.time < time; });
}

const LoggedPassing* PassingLog::find(std::uint64_t seq) const {
    const auto found = std::ranges::lower_bound(passings_, seq, {}, &LoggedPassing::seq);
    return found == passings_.end() || found->seq != seq ? nullptr : &*found;
}

}  // namespace chicane::sessions::conductor
