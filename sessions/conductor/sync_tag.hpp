// A sync transponder passes the loops of all decoders of a track at one moment: a tag where the wires lie side by side, or a pulse that
// each decoder tells of. What two decoders say of that moment differs by their clocks alone, whatever the way to us did, so each clock
// is held against the first one's to the microsecond. Made of passings as they are kept, so that a replay knows the same. Plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "sessions/conductor/sync_line.hpp"

namespace chicane::sessions::conductor {

/// Two passings that lie closer on the track's clock are of one moment: more than arrival misplaces a clock by. The tag has to pause for
/// longer, as a moment that may be either of two tells nothing.
inline constexpr std::int64_t sync_pair_us = 500'000;
/// So long after the last moment a clock is again followed by what arrives: its line has left it by some ms.
inline constexpr std::int64_t sync_holds_us = 3'600LL * 1'000'000;
/// Of a device, those whose other half has not come; a line that was down tells of many at once.
inline constexpr std::size_t sync_waiting_max = 64;

class SyncTag {
  public:
    /// It passed a device's loop. `first`: the device whose clock the others are held against. `time`: on the track's clock;
    /// `followed_us`: of that, what was added to hold the device there.
    void heard(const std::string& device, const std::string& first, timing::DecoderTime time, std::int64_t followed_us);
    /// The device's clock has begun anew, and with the first one's all are unknown.
    void forget(const std::string& device, const std::string& first);

    /// What holds the device on the first one's clock at a time; nothing where the tag does not tell, or no longer.
    std::optional<std::int64_t> followed_us(const std::string& device, timing::DecoderTime time) const;
    /// How far the device's moments lie off their line.
    std::optional<std::int64_t> spread_us(const std::string& device) const;

  private:
    struct Moment {
        timing::DecoderTime time;
        std::int64_t followed_us = 0;
    };
    struct Heard {
        std::deque<Moment> waiting;  ///< in order of arrival
        SyncLine line;
    };
    static void pair(Heard& device, const Heard& first);

    std::map<std::string, Heard> devices_;
};

}  // namespace chicane::sessions::conductor
