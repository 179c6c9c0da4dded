#include "sessions/outputs/sim_lights.hpp"

namespace chicane::sessions::outputs {

void SimLights::show(Aspect aspect, timing::HostTime, timing::HostTime until) {
    aspect_ = aspect;
    until_ = until;
}

std::optional<LightsHeard> SimLights::heard(timing::HostTime now) {
    if (mute_ || !aspect_) return std::nullopt;
    return LightsHeard{now > until_ ? Aspect::slow : *aspect_, now};
}

}  // namespace chicane::sessions::outputs
