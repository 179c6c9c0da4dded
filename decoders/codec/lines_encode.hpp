// The other way: a passing as a line, for the simulator and for tests. decoders.md §3.3.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::lines {

/// Its time, strength and hits have no place in it.
Bytes encode(const Passing& passing);

}  // namespace chicane::decoders::codec::lines
