// Passings that their decoders hold out until they are on disk, and when that is so. Bounded; what is not taken its decoder tells again.
// A receipt stands at the last passing of its message and is for all of them: where one was not taken, the message is told again.
// Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>

#include "decoders/link/source_events.hpp"

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
    /// A passing came, and was taken or not. A repetition of what waits already changes nothing.
    void heard(std::uint64_t seq, const std::string& device, const decoders::link::ReceivedPassing& received,
               bool taken);
    /// The next that is safe now; nothing: none is.
    std::optional<HeldOutPassing> next(std::uint64_t durable);
    std::size_t size() const { return waiting_.size(); }

  private:
    void wait(std::uint64_t seq, const std::string& device, const decoders::codec::Passing& passing);

    std::set<std::string> broken_;        ///< devices of whose message one was not taken
    std::deque<HeldOutPassing> waiting_;  ///< ascending by seq
};

}  // namespace chicane::sessions::conductor
