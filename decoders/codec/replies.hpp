// What a codec owes for what it was fed, until it is taken. Whoever only reads, as the guesser does, never takes it: so it has a bound.
#pragma once

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::codec {

inline constexpr std::size_t replies_bytes_max = 4'096;  ///< ten times the longest talk that one reading makes us owe

/// Beyond the bound it is not said: each protocol asks, or repeats, until it is answered.
inline void add_reply(Bytes& replies, const Bytes& more) {
    if (replies.size() + more.size() <= replies_bytes_max) replies.insert(replies.end(), more.begin(), more.end());
}

}  // namespace chicane::decoders::codec
