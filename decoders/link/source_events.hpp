// What a source (a link, its codec, its watchdog and its gap recovery) tells its owner. All calls come on the timing thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "decoders/codec/record.hpp"
#include "decoders/link/source_health.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

/// A passing with where and when it came in. `epoch` counts the spans in which the decoder's clock and numbers ran unbroken.
struct ReceivedPassing {
    codec::Passing passing;
    timing::HostTime received;
    std::uint32_t epoch = 0;
    /// How long before `received` it was, beyond the smallest delay that its decoder's records ever had; absent: it is the first.
    std::optional<std::int64_t> delay_us = {};
    std::int64_t rolls_over_us = 0;  ///< its decoder's times begin again at 0 here; 0: never
    /// The decoder holds it out until it hears that it is on disk: Source::acknowledge().
    bool held_out = false;
};

class SourceEvents {
  public:
    virtual ~SourceEvents() = default;
    virtual void on_passing(const std::string& device, const ReceivedPassing& received) = 0;
    /// Something in the health changed; called at once for a change of state, else at most once a second.
    virtual void on_health(const std::string& device, const SourceHealth& health) = 0;
    /// Passings from..until did not come after resend_tries_max requests.
    virtual void on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) = 0;
};

}  // namespace chicane::decoders::link
