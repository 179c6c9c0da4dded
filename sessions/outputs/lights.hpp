// The port to a track's lights. What was commanded and what the lights say of themselves are two things; without a word of theirs nobody
// knows what they show. Drivers and the simulator stand behind it; all calls come on the timing thread and return at once.
#pragma once

#include <optional>

#include "timing/time.hpp"

namespace chicane::sessions::outputs {

/// What every panel and post of the track shows.
enum class Aspect { dark, green, yellow, slow, red, last_lap, chequered };

/// What the lights said last, of themselves.
struct LightsHeard {
    Aspect aspect = Aspect::dark;
    timing::HostTime at;
    friend bool operator==(const LightsHeard&, const LightsHeard&) = default;
};

class Lights {
  public:
    virtual ~Lights() = default;
    /// Holds until `until` unless it is said again; then they show slow by themselves: nobody is in charge of them.
    virtual void show(Aspect aspect, timing::HostTime now, timing::HostTime until) = 0;
    virtual std::optional<LightsHeard> heard(timing::HostTime now) = 0;
};

}  // namespace chicane::sessions::outputs
