// The other way: what a Chronelec decoder says, for the simulator and for tests. A record that was read from such bytes reads the same.
// decoders.md §3.1.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::chronelec {

/// A passing with its sum and line end; its time is cut to milliseconds. A trigger is the manual key's, else a photocell's.
Bytes encode(const Passing& passing);

struct LoopState {
    int noise = 0;
    int level = 0;
};
Bytes encode_status(std::int64_t running_time_us, LoopState sta, LoopState box);
/// The answer to a configuration request, all settings off; `decoder` has four digits, `firmware` two.
Bytes encode_config(std::uint32_t decoder, int firmware);

}  // namespace chicane::decoders::codec::chronelec
