// The other way: records and commands as ZRound's frames, for the simulator and for tests. decoders.md §3.5.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::zround {

/// With a comma, so that any number fits; a time is written in milliseconds.
Bytes encode(const Passing& passing);
/// Two digits for the transponder, without a comma: of a larger number, the lower byte.
Bytes encode_short(const Passing& passing);
Bytes encode(const ClockReading& reading);

Bytes init_request();
Bytes start_request();
Bytes stop_request();
/// The decoder's, to each of them.
Bytes answer();

}  // namespace chicane::decoders::codec::zround
