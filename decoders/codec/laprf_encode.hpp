// The other way: records and the question for the time as LapRF's frames, for the simulator, for asking and for tests.
// decoders.md §3.9.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::laprf {

/// Of the transponder, the lower byte: a slot.
Bytes encode(const Passing& passing);
Bytes encode(const Status& status);
Bytes encode(const ClockReading& reading);
/// The field of the time, empty.
Bytes clock_request();

}  // namespace chicane::decoders::codec::laprf
