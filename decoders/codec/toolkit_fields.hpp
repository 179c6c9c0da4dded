// Reads what stands in a message of the MYLAPS exporter. decoders.md §3.8: V1's record and its sum [V]; V2.1's keys and markers [S].
#pragma once

#include <string_view>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec::toolkit {

inline constexpr std::size_t v1_bytes = 39;
inline constexpr std::size_t v1_summed_bytes = 37;

/// The low byte of the ASCII sum of a V1 record's first 37 characters.
unsigned sum_of(std::string_view text);

/// One record of a Store, a Passing or a Marker; a Garbage counts its own characters. `location` is the message's source.
Record read_v1(std::string_view record, std::string_view location);
Record read_v2(std::string_view record, std::string_view location);
Record read_marker(std::string_view record, std::string_view location);

}  // namespace chicane::decoders::codec::toolkit
