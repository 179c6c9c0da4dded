// What a codec can whose decoders have no numbers, and tell again what passed in a span of time: it asks by the time of the newest
// passing. Pure.
#pragma once

#include <cstdint>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec {

class Rewinding {
  public:
    virtual ~Rewinding() = default;

    /// The newest passing that was kept when we stopped: greet() asks for what came since.
    virtual void resume(std::int64_t newest_us) = 0;
    /// Of a passing of the last bytes: it was asked for once more, so that its time tells nothing of the clock.
    virtual bool told_again(const Passing& passing) const = 0;
};

}  // namespace chicane::decoders::codec
