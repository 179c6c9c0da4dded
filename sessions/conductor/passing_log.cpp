#include "sessions/conductor/passing_log.hpp"

#include <algorithm>

#include "sessions/conductor/options.hpp"

namespace chicane::sessions::conductor {

namespace {

constexpr std::size_t moves_max = 1'000;  ///< more restarts than a decoder survives in the time that is in memory

}  // namespace

const LoggedPassing& PassingLog::keep(std::uint64_t seq, const PassingKept& kept) {
    auto device = std::ranges::find(devices_, kept.device);
    if (device == devices_.end()) device = devices_.insert(devices_.end(), kept.device);
    const auto& passing = kept.passing;
    std::int64_t earlier_us = 0;
    for (const Move& each : moves_)
        if (seq < each.seq && each.moved.device == kept.device && each.moved.epoch == kept.epoch)
            earlier_us += each.moved.earlier_us;
    return passings_.emplace_back(LoggedPassing{seq,
                                                {timing::later_by(kept.time(), -earlier_us), passing.transponder,
                                                 decoder_id(kept.device, kept.place), passing.number.value_or(0)},
                                                passing.strength,
                                                passing.hits,
                                                kept.epoch,
                                                static_cast<std::uint16_t>(device - devices_.begin()),
                                                passing.clock == decoders::codec::ClockBase::none || kept.manual,
                                                kept.manual});
}

void PassingLog::move(std::uint64_t seq, const EpochMoved& moved) {
    if (moves_.size() >= moves_max) moves_.erase(moves_.begin());
    moves_.push_back({seq, moved});
    const auto device = std::ranges::find(devices_, moved.device) - devices_.begin();
    for (LoggedPassing& passing : passings_)
        if (passing.seq < seq && passing.device == device && passing.epoch == moved.epoch)
            passing.raw.time = timing::later_by(passing.raw.time, -moved.earlier_us);
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
