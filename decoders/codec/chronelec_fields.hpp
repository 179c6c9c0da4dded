// Reads what stands in Chronelec's frames. decoders.md §3.1: the passing and its sum [V], status and configuration [S].
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec::chronelec {

inline constexpr std::size_t sum_digits = 4;
inline constexpr std::uint32_t photocell_id = 255;  ///< refid of what CELL1 and CELL2 send

/// The decimal sum of a passing's text, from behind < up to the sum itself.
std::uint32_t sum_of(std::string_view text);

/// What stands between < and >.
Record read_passing(std::string_view body, std::size_t wire_bytes);
/// What stands behind [: the noise of both loops.
void read_status(std::string_view body, std::size_t wire_bytes, std::vector<Record>& records);
/// What stands behind +++: who the decoder is.
Record read_config(std::string_view body, std::size_t wire_bytes);

}  // namespace chicane::decoders::codec::chronelec
