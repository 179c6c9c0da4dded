// What a source (a link, its codec, its watchdog and its gap recovery) tells its owner. All calls come on the timing thread.
#pragma once

#include <cstdint>
#include <string>

#include "decoders/codec/record.hpp"
#include "decoders/recording/line_health.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

enum class SourceState { connecting, up, silent, down };

/// Figures of a source for the control screens and /health.
struct SourceHealth {
    SourceState state = SourceState::connecting;
    timing::HostTime last_byte;  ///< 0: none yet
    codec::Status last_status;
    std::optional<std::uint32_t> decoder;         ///< as it calls itself
    std::optional<std::int64_t> clock_offset_us;  ///< host minus decoder, at the smallest delay seen in this epoch
    std::uint64_t passings = 0;
    std::uint64_t garbage_records = 0;
    std::uint64_t garbage_bytes = 0;
    recording::LineHealth recording;  ///< of its raw bytes
    std::uint64_t gaps_found = 0;     ///< passings that a gap in the numbers said were missing
    std::uint64_t gaps_recovered = 0;
    std::uint64_t gaps_lost = 0;
};

/// A passing with where and when it came in. `epoch` counts the spans in which the decoder's clock and numbers ran unbroken.
struct ReceivedPassing {
    codec::Passing passing;
    timing::HostTime received;
    std::uint32_t epoch = 0;
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
