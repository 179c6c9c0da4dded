#include "sessions/conductor/last_passings.hpp"

namespace chicane::sessions::conductor {

void LastPassings::note(const PassingKept& kept) {
    if (!kept.passing.number) return;
    const std::uint32_t name = kept.passing.decoder.value_or(0);
    const std::uint32_t number = *kept.passing.number;
    const auto [found, fresh] = decoders_.try_emplace({kept.device, name});
    Decoder& decoder = found->second;
    if (fresh || kept.epoch > decoder.last.epoch) {
        decoder.last = {kept.device, name, number, kept.passing.time_us, kept.epoch};
        decoder.beyond.clear();
        return;
    }
    if (kept.epoch < decoder.last.epoch || number <= decoder.last.number) return;
    decoder.beyond.emplace(number, kept.passing.time_us);
    const bool given_up = decoder.beyond.size() > after_hole_max;
    while (!decoder.beyond.empty()) {
        const auto next = decoder.beyond.begin();
        const bool follows = next->first == decoder.last.number + 1;
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
