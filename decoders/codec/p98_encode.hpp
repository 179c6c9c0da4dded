// The other way: records as AMBrc lines, for the simulator and for tests. What a record lacks is 0. decoders.md §2.1.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::p98 {

enum class Model { rc4, vostok };  ///< a Vostok's status has one field less

/// A time is written in milliseconds.
Bytes encode(const Passing& passing);
Bytes encode(const Status& status, Model model);

/// Any text from its type on, e.g. "#\t20\t0\t72\t0": with SOH, CRC and end.
Bytes line(std::string_view text);

}  // namespace chicane::decoders::codec::p98
