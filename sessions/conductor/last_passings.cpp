#include "sessions/conductor/last_passings.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

void LastPassings::note(const PassingKept& kept) {
    const auto& passing = kept.passing;
    if (passing.clock == decoders::codec::ClockBase::none && !passing.number) return;
    const std::uint32_t name = passing.decoder.value_or(0);
    const auto [found, fresh] = decoders_.try_emplace({kept.device, name});
    Decoder& decoder = found->second;
    if (fresh || kept.epoch > decoder.last.epoch) {
        decoder.last = {kept.device, name,           passing.number,  passing.time_us,
                        kept.epoch,  passing.number, passing.time_us, kept.received};
        decoder.beyond.clear();
        return;
    }
    if (kept.epoch < decoder.last.epoch) return;
    decoder.last.newest_time_us = passing.time_us;
    decoder.last.newest_received = kept.received;
    if (!passing.number || *passing.number <= decoder.last.number.value_or(0)) return;
    const std::uint32_t number = *passing.number;
    decoder.last.newest_number = std::max(decoder.last.newest_number.value_or(0), number);
    decoder.beyond.emplace(number, kept.passing.time_us);
    const bool given_up = decoder.beyond.size() > after_hole_max;
    while (!decoder.beyond.empty()) {
        const auto next = decoder.beyond.begin();
        const bool follows = next->first == decoder.last.number.value_or(0) + 1;
        if (!follows && !(given_up && decoder.beyond.size() > after_hole_max)) break;
        decoder.last.number = next->first;
        decoder.last.time_us = next->second;
        decoder.beyond.erase(next);
    }
}

std::vector<LastPassing> LastPassings::all() const {
    std::vector<LastPassing> all;
    for (const auto& [key, decoder] : decoders_) all.push_back(decoder.last);
    return all;
}

}  // namespace chicane::sessions::conductor
