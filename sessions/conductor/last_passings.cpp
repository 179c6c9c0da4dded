#include "sessions/conductor/last_passings.hpp"

#include <algorithm>

#include "decoders/link/heard_decoders.hpp"
#include "decoders/link/passing_numbers.hpp"

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

/// The decoder began anew, as its source takes it, and more than this one may have come from it since.
bool counts_from_one(const LastPassing& before, std::optional<std::uint32_t> number) {
    return number && *number > 1 && *number <= chicane::decoders::link::counted_anew_max &&
           *number <= before.newest_number.value_or(0);
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
        const bool from_one = !fresh && counts_from_one(decoder.last, passing.number);
        decoder.last = {kept.device, name,           passing.number,  passing.time_us,
                        kept.epoch,  passing.number, passing.time_us, kept.received};
        decoder.beyond.clear();
        if (!from_one) return;
        // What it counted before is being asked for. Time 0: none of it is earlier.
        decoder.last.number = 0;
        decoder.last.time_us = 0;
        decoder.beyond.emplace(*passing.number, passing.time_us);
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
