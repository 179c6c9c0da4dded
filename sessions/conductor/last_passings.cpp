#include "sessions/conductor/last_passings.hpp"

#include <algorithm>

#include "decoders/link/heard_decoders.hpp"

namespace chicane::sessions::conductor {

namespace {

/// A device has so many decoders at most as its source follows. Names beyond come of damaged bytes: the one that was heard longest ago
/// goes.
template <class Known>
void make_room(Known& known, const std::string& device, std::uint32_t name) {
    if (known.contains({device, name})) return;
    std::size_t count = 0;
    auto oldest = known.end();
    for (auto each = known.lower_bound({device, 0}); each != known.end() && each->first.first == device; ++each) {
        ++count;
        const bool older =
            oldest == known.end() || each->second.last.newest_received < oldest->second.last.newest_received;
        if (older) oldest = each;
    }
    if (count >= chicane::decoders::link::decoders_max) known.erase(oldest);
}

}  // namespace

void LastPassings::note(const PassingKept& kept) {
    const auto& passing = kept.passing;
    if (passing.clock == decoders::codec::ClockBase::none && !passing.number) return;
    const std::uint32_t name = passing.decoder.value_or(0);
    make_room(decoders_, kept.device, name);
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
