// What happens at the loop, before any decoder hears it: a kart crosses. Comes from the simulated field, or from a
// recording that is played again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "decoders/codec/record.hpp"
#include "decoders/sim/fault.hpp"

namespace chicane::decoders::sim {

struct Crossing {
    std::int64_t time_us = 0;
    std::int32_t kart = 0;  ///< its number; 0: a recording does not say
    codec::Passing heard;   ///< as the decoder will report it; the number is the decoder's affair
};

class CrossingSource {
  public:
    virtual ~CrossingSource() = default;
    /// The next in order of time; absent when no more comes.
    virtual std::optional<Crossing> next() = 0;
};

/// One line of the truth file: a crossing, and what was done to it.
struct Truth {
    std::optional<std::uint32_t>
        number;  ///< the decoder's count, also where the protocol has none; absent: it never heard it
    timing::TransponderId transponder;  ///< as the protocol names it
    std::int64_t time_us = 0;
    std::int64_t clock_us = 0;  ///< the same on the decoder's clock, as it was sent
    std::int32_t kart = 0;
    Fault fault = Fault::none;
};

}  // namespace chicane::decoders::sim
