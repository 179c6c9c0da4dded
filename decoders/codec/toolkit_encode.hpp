// The other way: what the MYLAPS exporter sends, for the simulator and for tests. decoders.md §3.8.
#pragma once

#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec::toolkit {

/// A V1 message of at most 50 passings of the years 2000 to 2099; the chip is the string, its time is cut to milliseconds.
Bytes encode_store(std::string_view location, std::span<const Passing> passings, std::uint32_t receipt);
/// The same in V2.1, with its hits and strength.
Bytes encode_passings(std::string_view location, std::span<const Passing> passings, std::uint32_t receipt);

/// Pong when it connects, Ping now and then.
Bytes encode_call(std::string_view location, std::string_view function);

}  // namespace chicane::decoders::codec::toolkit
