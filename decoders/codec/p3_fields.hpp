// From the body of a good P3 frame to a record. Unknown fields are passed over, empty ones are absent; a field that
// runs over the end, or whose width is not the documented one, breaks the record. But a passing is worth more than its strength: there
// only transponder and time must have their width, and others that have not are absent. decoders.md §1.4.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "decoders/codec/p3_framer.hpp"

namespace chicane::decoders::codec::p3 {

/// Appends one record: what the frame says, or garbage of its bytes: `syntax` when its fields are broken or a passing
/// lacks transponder or time, `unknown_record` when its type is none that we read.
void read_record(const Frame& frame, std::vector<Record>& records);

/// What a client asks a decoder to send once more.
struct ResendRange {
    std::uint32_t from = 0;
    std::uint32_t until = 0;
};

/// The decoder's side of RESEND. Absent: broken fields, or one of the two is missing.
std::optional<ResendRange> read_resend(const Frame& frame);

}  // namespace chicane::decoders::codec::p3
