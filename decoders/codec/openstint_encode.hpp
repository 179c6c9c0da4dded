// The other way: records as OpenStint's messages, for the simulator and for tests. What a record lacks is 0. decoders.md §3.6.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::openstint {

/// As the passing of an OpenStint transponder; a time is written in milliseconds.
Bytes encode(const Passing& passing);
/// A status tells the time, too.
Bytes encode(const Status& status, const ClockReading& now);

}  // namespace chicane::decoders::codec::openstint
