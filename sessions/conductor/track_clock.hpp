// What time it is on a track. Each device's clock is followed by its records with the smallest delay; now is the newest decoder time
// plus the host time since, times the device's speed. What a device shows is brought onto the track's clock by a correction, which is
// kept with each passing; the time that came is never touched. A correction is
//  - nothing, where the device's times name a moment in UTC, unless its clock has jumped (it restarted without its battery, or somebody
//    has set it);
//  - whole quarters of an hour, where it shows local time;
//  - found anew at each epoch's first passing, where its times count from its start or from midnight;
//  - host time instead, where it has no clock.
// A device may tell of moments and, now and then, of less: a marker without a date. That is placed by what is known of its clock, and
// changes nothing of it.
// A second device whose clock is not synchronised (no GPS) is brought onto the first one's, and held there: to the microsecond where a
// sync transponder passes both, else by what arrives, slowly, as two clocks drift apart by seconds a day. Pure: host time comes in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "decoders/link/clock_offset.hpp"
#include "decoders/link/source_events.hpp"
#include "sessions/conductor/clock_sync.hpp"
#include "sessions/conductor/entry.hpp"
#include "sessions/conductor/epoch_place.hpp"
#include "sessions/conductor/sync_tag.hpp"
#include "timing/time.hpp"

namespace chicane::sessions::conductor {

/// A first passing of an epoch that lies further from the track's clock than this is of a wrong clock: more than any
/// decoder holds passings back, less than the hour of summer time.
inline constexpr std::int64_t clock_jump_us = 30LL * 60 * 1'000'000;
/// A time that lies further in the future is of a clock that was misjudged: its epoch began with a passing that was held back.
inline constexpr std::int64_t clock_future_us = 60LL * 1'000'000;
/// A new epoch whose clock is where the old one's would be: only the numbers began anew.
inline constexpr std::int64_t clock_same_us = 2LL * 1'000'000;
/// Two unsynchronised clocks that lie closer are left: the delays on their ways are no better known.
inline constexpr std::int64_t clock_apart_us = 20'000;
/// A correction follows a drift so fast at most: a lap of a minute becomes no more than 6 ms longer or shorter by it.
inline constexpr double clock_follow_ppm = 100;
/// A larger step within an epoch is a clock's end, or one that was misjudged, and no drift; unless it could drift so far meanwhile.
inline constexpr std::int64_t clock_follow_us_max = 1'000'000;

/// Of a decoder that replaces another the first passing is live, so the way is all that may lie between.
inline constexpr std::int64_t replaced_jump_us = 2'000'000;

/// Whose clock is the world's, by GPS: the device's own, that of the one which it is held against.
struct Gps {
    bool own = false;
    bool reference = false;
};

class TrackClock {
  public:
    /// `speed`: how many times faster than real the device's clock runs.
    void add_device(const std::string& device, double speed);
    /// Another decoder stands in its place: its next passing is held against the track's clock as an epoch's first is.
    void replace_device(const std::string& device, double speed);
    /// What is to be added to a passing's time.
    std::int64_t correction_us(const std::string& device, const decoders::link::ReceivedPassing& received,
                               Gps gps) const;
    /// A passing came in and was corrected.
    void heard(const PassingKept& kept);
    /// Told late, by the device's clock of the epoch before, which is placed already: it says nothing of the one that runs.
    bool told_before(const PassingKept& kept) const {
        const Before* placed = before(kept.device, kept.epoch, kept.passing);
        return placed && placed->correction_us == kept.correction_us;
    }
    /// What is to be kept where a device's epoch turns out to lie too late; nothing: it lies well, or nobody knows yet.
    std::optional<EpochMoved> misplaced(const std::string& device, timing::HostTime now) const;
    void move(const EpochMoved& moved);
    /// How far ahead the clock of a device that shows the world's time was set since its last passing, as its next one tells; 0: it
    /// was not.
    std::int64_t leap_us(const PassingKept& next) const;
    /// The same as heard(), of the sync transponder.
    void heard_sync(const PassingKept& kept);
    /// The decoder's clock of an epoch read otherwise than by a passing; the smallest delay counts. Where it shows another clock, by
    /// its epoch or by a leap, the next passing tells of it, and the track's clock waits for that.
    void read(const std::string& device, std::uint32_t epoch, timing::DecoderTime raw, timing::HostTime at);

    /// The newest decoder time plus the host time since; host time where nothing was heard yet.
    timing::DecoderTime now(timing::HostTime host) const;
    /// Now, but later than all that has passed: where a window begins or ends.
    timing::DecoderTime after_all(timing::HostTime host) const;
    /// The decoder time of a host time, by the device heard last.
    timing::DecoderTime at(timing::HostTime host) const;
    /// The host time at which the track's clock shows, or showed, `time`.
    timing::HostTime host_of(timing::DecoderTime time, timing::HostTime host) const;

    /// The device whose clock the others are held against; empty: none was heard yet.
    const std::string& reference() const;
    /// How a device is held there.
    ClockSync sync(const std::string& device, Gps gps, timing::HostTime host) const;

  private:
    struct Before {
        std::uint32_t epoch = 0;
        decoders::codec::ClockBase base = decoders::codec::ClockBase::none;
        std::int64_t correction_us = 0;
    };
    struct Anchor {
        double speed = 1;
        double next_speed = 1;  ///< of the decoder that replaces it
        std::uint32_t epoch = 0;
        decoders::codec::ClockBase base = decoders::codec::ClockBase::none;  ///< what the corrected times count from
        std::int64_t correction_us = 0;
        std::optional<std::uint32_t> decoder;   ///< whose clock it is, as it calls itself
        std::optional<Before> before;           ///< its epoch before this one
        bool replaced = false;                  ///< what is known is another decoder's
        std::int64_t followed_us = 0;           ///< of it: what has been added to stay on the first device's clock
        std::optional<timing::HostTime> heard;  ///< when its last passing came; absent: none did
        EpochPlace place;
        decoders::link::ClockOffset clock{1};  ///< corrected but for followed_us: a drift shows in it as it is
        std::optional<timing::DecoderTime> at(timing::HostTime host) const;
        /// How far a correction may follow a drift by then.
        std::int64_t follow_most_us(timing::HostTime host) const;
    };
    const Anchor* anchor(const std::string& device) const;
    const Before* before(const std::string& device, std::uint32_t epoch, const decoders::codec::Passing& passing) const;
    std::optional<std::int64_t> synced_us(const std::string& device, timing::DecoderTime time) const;
    std::int64_t of_moments(const Anchor* own, const std::string& device,
                            const decoders::link::ReceivedPassing& received, Gps gps) const;
    std::int64_t of_counts(const Anchor* own, const decoders::link::ReceivedPassing& received) const;
    std::int64_t held_us(const Anchor& own, const std::string& device, const decoders::link::ReceivedPassing& received,
                         Gps gps) const;
    std::int64_t follow_us(const Anchor& own, const std::string& device,
                           const decoders::link::ReceivedPassing& received) const;

    std::map<std::string, Anchor> devices_;
    SyncTag sync_;
    std::string first_heard_;  ///< whose clock the others are brought onto
    std::string last_heard_;
    std::optional<timing::DecoderTime> newest_;
};

}  // namespace chicane::sessions::conductor
