// The other way: records and commands as P3 frames, for the simulator, for asking a decoder, and for tests. A record
// that p3_fields read from a frame becomes a frame that reads the same. decoders.md §1.4, 1.6.
#pragma once

#include <cstdint>
#include <optional>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::p3 {

/// Field order of a ProChip decoder when the passing has a string, of an RC decoder otherwise.
Bytes encode(const Passing& passing);
Bytes encode(const Status& status);
Bytes encode(const Version& version);
Bytes encode(const ClockReading& reading);
Bytes encode(const DeviceError& error);

Bytes version_request();
/// The well-formed one: empty fields for the clock, its flags and UTC.
Bytes clock_request();
Bytes resend_request(std::uint32_t from, std::uint32_t until);
Bytes clear_request();
/// The decoder's answer to it.
Bytes clear_answer(std::uint32_t decoder);
/// A transponder begins to be heard. Nobody knows its fields publicly; this has the decoder's id alone.
Bytes first_contact(std::uint32_t decoder);

}  // namespace chicane::decoders::codec::p3
