// The other way: records as I-Lap lines, for the simulator and for tests. What a record lacks is 0. decoders.md §2.3.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::ilap {

/// A time is written in milliseconds.
Bytes encode(const Passing& passing);
/// The decoder's answer to the init.
Bytes init_answer(std::uint32_t decoder);

}  // namespace chicane::decoders::codec::ilap
