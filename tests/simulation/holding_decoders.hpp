// Decoders that hold passings out until they hear that those are safe, as their owners' manuals and field projects tell it: what a
// host that crashes between a passing and its acknowledgement has to do with. Each speaks its protocol's real bytes.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::simulation {

class HoldingDecoder {
  public:
    virtual ~HoldingDecoder() = default;
    /// A kart passes; `at_us`: since the decoder's start, whole milliseconds.
    virtual void cross(std::uint32_t kart, std::int64_t at_us) = 0;
    virtual void connected() {}
    /// What the host says.
    virtual void hear(std::span<const std::byte> bytes) = 0;
    /// What it says now; at most every few hundred milliseconds it repeats itself.
    virtual decoders::codec::Bytes speak() = 0;
    virtual std::string_view protocol() const = 0;
    /// What the host must have made of a crossing: tag and decoder's time.
    virtual std::pair<std::uint64_t, std::int64_t> told_as(std::uint32_t kart, std::int64_t at_us) const = 0;
};

/// "chronelec": one passing until 1B 11, then the next. "toolkit": messages until each is acknowledged by its receipt. "raceresult": all
/// that it has for who asks by number, and a push for who is there.
std::unique_ptr<HoldingDecoder> make_holding_decoder(std::string_view protocol);

}  // namespace chicane::simulation
