// All decoders that are known behind one connection: heard there, or named by the owner's journal. Which of them is there at present only
// its own words tell: the device may have been replaced by another, and the present one must not be asked for another's numbers. So each
// is asked at its first word on a connection; only where one alone is known it is asked as soon as the link opens. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>

#include "decoders/link/heard_decoder.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t decoders_max = 16;  ///< behind one connection; of more, numbers are not followed
/// One that is well tells its name within seconds of a connection: what is missing of one that does not is lost by then.
inline constexpr std::int64_t absent_max_us = 60'000'000;

class HeardDecoders {
  public:
    HeardDecoders(const DecoderTraits& traits, std::span<const Resume> resume);

    /// The link has opened anew.
    NumberActions opened(timing::HostTime now);
    /// A word of a decoder came that tells nothing of its numbers or its clock.
    NumberActions spoke(std::uint32_t decoder, timing::HostTime now);
    /// The decoder that speaks, after spoke(); a new one takes the place of one that has not spoken since the start. Null: there is none.
    HeardDecoder* of(std::uint32_t decoder);
    /// While the link is open: asks again, gives up.
    NumberActions due(timing::HostTime now, timing::HostTime heard);

    /// Passings of one of them are missing, or were asked for just now.
    bool owes(timing::HostTime now) const;
    /// Their clock is being set, by us.
    void clock_set();

    NumberCounts counts() const;
    /// The one that spoke last; null: none yet.
    const HeardDecoder* latest() const;

  private:
    struct Known {
        HeardDecoder heard;
        bool spoke = false;  ///< since the start
        bool asked = false;  ///< on this connection, for what it may hold
    };

    bool make_room();

    DecoderTraits traits_;
    std::map<std::uint32_t, Known> known_;
    std::optional<std::uint32_t> latest_;
    timing::HostTime opened_;
};

}  // namespace chicane::decoders::link
