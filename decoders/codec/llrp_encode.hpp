// What a reader sends: for simulators and tests.
#pragma once

#include "decoders/codec/llrp_message.hpp"

namespace chicane::decoders::codec::llrp {

/// A report of one tag. Its EPC is the passing's string: hexadecimal digits in pairs; of 24 as EPC-96, else with its length.
Bytes encode(const Passing& passing, std::uint32_t id = 0);
/// The event that a reader greets with: its clock, and how it took the connection; 0: well.
Bytes connection_event(const ClockReading& clock, unsigned status = 0);
/// The reading order has ended.
Bytes stopped_event(const ClockReading& clock);
Bytes keepalive(std::uint32_t id);
/// An answer; code 0: all is well.
Bytes answer(MessageType type, const DeviceError& status);
Bytes capabilities(const Version& version, std::uint32_t maker);

}  // namespace chicane::decoders::codec::llrp
