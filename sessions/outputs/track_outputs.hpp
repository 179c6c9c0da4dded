// What acts on one track: its lights and the speed of its karts. Told what shall hold, it commands; it says again what must go on to hold,
// and tells what was commanded, what is, and what nobody knows.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sessions/outputs/kart_speed.hpp"
#include "sessions/outputs/lights.hpp"
#include "timing/board.hpp"

namespace chicane::sessions::outputs {

inline constexpr std::int64_t renew_every_us = 1'000'000;
inline constexpr std::int64_t holds_us =
    3 * renew_every_us;                                   ///< a command that was lost twice is still renewed in time
inline constexpr std::int64_t fresh_us = 3'000'000;       ///< what was heard longer ago says nothing of now
inline constexpr std::int64_t lately_us = 60'000'000;     ///< a kart that answered within it is switched on
inline constexpr std::int64_t answer_due_us = 2'000'000;  ///< a stop that is not confirmed by then is an alarm

/// The drivers of a track; either may be absent.
struct Drivers {
    std::shared_ptr<Lights> lights;
    std::shared_ptr<KartSpeed> kart_speed;
    bool any() const { return lights || kart_speed; }
};

struct KartLevel {
    timing::KartId kart;
    std::string number;  ///< for people
    SpeedLevel level = SpeedLevel::slow;
    bool expected = false;  ///< it is on the track, as far as anybody knows: its silence is an alarm
    friend bool operator==(const KartLevel&, const KartLevel&) = default;
};

/// All that shall hold on the track.
struct Wanted {
    Aspect aspect = Aspect::dark;
    bool stopped = false;          ///< the emergency holds
    std::vector<KartLevel> karts;  ///< ascending by kart
    friend bool operator==(const Wanted&, const Wanted&) = default;
};

/// Commanded, and what is: nothing where nobody knows.
struct LightsState {
    Aspect commanded = Aspect::dark;
    std::optional<Aspect> actual;
    friend bool operator==(const LightsState&, const LightsState&) = default;
};
struct KartState {
    timing::KartId kart;
    std::string number;
    SpeedLevel commanded = SpeedLevel::slow;
    bool expected = false;
    std::optional<SpeedLevel> actual;
    std::optional<std::int32_t> battery_percent;
    std::optional<std::int32_t> rssi_dbm;
    friend bool operator==(const KartState&, const KartState&) = default;
};
struct OutputsState {
    std::optional<LightsState> lights;  ///< absent: the track has none
    bool limits_karts = false;          ///< the track has something that limits them
    std::vector<KartState> karts;
    friend bool operator==(const OutputsState&, const OutputsState&) = default;
};

Aspect aspect_of(timing::Flag flag);
/// While a flag is shown; without one karts crawl.
SpeedLevel level_of(timing::Flag flag);

class TrackOutputs {
  public:
    explicit TrackOutputs(Drivers drivers) : drivers_(std::move(drivers)) {}

    /// The emergency was called: karts and lights are told before anything else is done, and stay so until follow() is told to stop, too.
    void stop(timing::HostTime now);
    /// All is said again by the next follow(): another track's stop may have reached its karts.
    void hasten() { renewal_ = {}; }
    /// What stop() began alone, without the log, is over.
    void release();
    /// Commands all that shall hold where it is other than before, or a renewal is due.
    void follow(Wanted wanted, timing::HostTime now);
    /// When all must be said again; before the first follow() at once.
    timing::HostTime renewal() const { return renewal_; }
    OutputsState state(timing::HostTime now) const;
    /// Karts that were told to stop answer_due_us ago and say that they go, or say nothing although they are on the track.
    std::vector<timing::KartId> not_stopped(timing::HostTime now) const;

  private:
    void command(const Wanted& wanted, timing::HostTime now);

    Drivers drivers_;
    Wanted wanted_;
    timing::HostTime renewal_;
    std::optional<timing::HostTime> stopped_at_;
    bool latched_ = false;  ///< stop() was called, and what follows does not know of it yet
};

}  // namespace chicane::sessions::outputs
