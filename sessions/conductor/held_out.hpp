// Passings that their decoders hold out until they are on disk, and when that is so. Bounded; what is not taken its decoder tells again.
// Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "decoders/codec/record.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t held_out_max =
    1'024;  ///< an exporter's messages of a lap of the largest field, twenty times over

struct HeldOutPassing {
    std::uint64_t seq = 0;  ///< when all up to here is on disk, it is safe
    std::string device;
    decoders::codec::Passing passing;
};

class HeldOut {
  public:
    /// A repetition of what waits already changes nothing.
    void wait(std::uint64_t seq, const std::string& device, const decoders::codec::Passing& passing);
    /// The next that is safe now; nothing: none is.
    std::optional<HeldOutPassing> next(std::uint64_t durable);
    std::size_t size() const { return waiting_.size(); }

  private:
    std::deque<HeldOutPassing> waiting_;  ///< ascending by seq
};

}  // namespace chicane::sessions::conductor
