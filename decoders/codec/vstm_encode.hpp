// The other way: a passing as a VS TimeMachine line, for the simulator and for tests. decoders.md §3.9.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::vstm {

/// `receipt` is its packet's number, a time is written in milliseconds; its sum is 0, as nobody knows how to make a right one.
Bytes encode(const Passing& passing);

}  // namespace chicane::decoders::codec::vstm
