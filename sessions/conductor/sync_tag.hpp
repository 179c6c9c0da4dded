// A sync transponder passes the loops of all decoders of a track at one moment: a tag where the wires lie side by side, or a pulse that
// each decoder tells of. What two decoders say of that moment differs by their clocks alone, whatever the way to us did, so each clock
// is held to the microsecond against that of the decoder which heard the tag first, its reference. Made of passings as they are kept, so
// that a replay knows the same. Plain value.
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
    /// It passed a device's loop. `time`: on the track's clock; `followed_us`: of that, what was added to hold the device there.
    /// `first`: the device that all follow; where it hears the tag no other is the reference, as the two would follow each other.
    void heard(const std::string& device, const std::string& first, timing::DecoderTime time, std::int64_t followed_us);
    /// The device's clock has begun anew, and with the reference's all are unknown.
    void forget(const std::string& device);

    /// Empty: there is none yet.
    const std::string& reference() const { return reference_; }
    /// How far the device's clock lies behind the reference's at a time, both but for what was followed; nothing where the tag does not
    /// tell, or no longer.
    std::optional<std::int64_t> behind_us(const std::string& device, timing::DecoderTime time) const;
    /// How far the device's moments lie off their line.
    std::optional<std::int64_t> spread_us(const std::string& device) const;

  private:
    struct Moment {
        timing::DecoderTime time;
        timing::DecoderTime own;  ///< but for what was followed
    };
    struct Heard {
        std::deque<Moment> waiting;  ///< in order of arrival
        SyncLine line;
    };
    static void pair(Heard& device, const Heard& reference);

    std::string reference_;
    std::map<std::string, Heard> devices_;
};

}  // namespace chicane::sessions::conductor
