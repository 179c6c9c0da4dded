// Who is heard where several may send to one port of ours: one at a time, because a device is one stream with one clock and one
// conversation; a second reader gets a port of its own. Pure.
#pragma once

#include <cstdint>

namespace chicane::decoders::link {

/// Whoever sends keeps its place for so long after its last byte: longer than the heartbeats of readers that have one.
inline constexpr std::int64_t sender_place_us = 10'000'000;

/// Whether a newcomer replaces who has the place. The same machine come again always does: its cable was pulled, or it restarted,
/// and its old connection is dead, although nothing here shows it. Another one that has only connected, as a port scan does, is asked
/// about once it says something: whoever is merely quiet loses its place to nobody who is silent too.
constexpr bool takes_place(std::int64_t silent_us, bool same_machine, std::int64_t place_us = sender_place_us) {
    return same_machine || silent_us > place_us;
}

}  // namespace chicane::decoders::link
