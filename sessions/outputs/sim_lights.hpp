// Lights inside this process, for demonstrations, tests and trying out a centre before its wires are laid: they do what lights do, a
// moment later, and show slow when nobody renews what they show.
#pragma once

#include "sessions/outputs/lights.hpp"

namespace chicane::sessions::outputs {

class SimLights final : public Lights {
  public:
    /// `mute`: they obey and say nothing of themselves, as a relay board does.
    explicit SimLights(bool mute = false) : mute_(mute) {}

    void show(Aspect aspect, timing::HostTime now, timing::HostTime until) override;
    std::optional<LightsHeard> heard(timing::HostTime now) override;

  private:
    bool mute_;
    std::optional<Aspect> aspect_;
    timing::HostTime until_;
};

}  // namespace chicane::sessions::outputs
