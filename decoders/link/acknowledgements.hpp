// When a decoder is told that its passing is safe. An acknowledgement that names its passing (a receipt) may always be said again. One
// that names nothing means whatever the decoder holds out at present, so it is said only of what was heard last on this connection: else
// the next passing would be acknowledged unheard. For the same reason what was acknowledged already is taken for a copy that was held up
// on its way, until its decoder, which has not heard us then, repeats it once more. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

#include "decoders/codec/codec.hpp"
#include "timing/time.hpp"

namespace chicane::decoders::link {

/// A repetition that comes so soon was on its way already: a line of 40 bytes takes 42 ms at 9600 baud, a busy machine some more.
inline constexpr std::int64_t acknowledge_again_us = 500'000;

/// A copy is held up by seconds; so many karts cross a loop meanwhile at most.
inline constexpr std::size_t answered_max = 64;

class Acknowledgements {
  public:
    explicit Acknowledgements(double speed)
        : again_us_(static_cast<std::int64_t>(static_cast<double>(acknowledge_again_us) / speed)) {}

    /// A passing came that its decoder holds out until it is acknowledged.
    void heard(const codec::Passing& passing);
    /// The connection is another: what its decoder holds out is not known yet.
    void reopened();
    /// What is to be sent now that `kept` is on disk; empty: nothing.
    codec::Bytes answer(const codec::Codec& codec, const codec::Passing& kept, timing::HostTime now);

  private:
    bool was_answered(const codec::Passing& kept) const;
    void note_answered(const codec::Passing& kept);

    std::int64_t again_us_;
    std::deque<codec::Passing> answered_;  ///< the newest, each once
    std::optional<codec::Passing> held_out_;
    std::optional<timing::HostTime> looked_at_;  ///< when that one was acknowledged last, or passed over
    bool passed_over_ = false;                   ///< its last repetition
};

/// The same crossing of the same loop, told again.
bool is_same_crossing(const codec::Passing& one, const codec::Passing& other);

}  // namespace chicane::decoders::link
