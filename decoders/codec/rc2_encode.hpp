// The other way: records as RC2 lines, for the simulator and for tests. What a record lacks is 0. decoders.md §2.2.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::rc2 {

/// Decoder, hits and strength have one byte each, the time four bytes of milliseconds: of what is larger, the lower bytes.
Bytes encode(const Passing& passing);
Bytes encode(const Status& status);

}  // namespace chicane::decoders::codec::rc2
