#include "sessions/outputs/track_outputs.hpp"

namespace chicane::sessions::outputs {

using timing::HostTime;

Aspect aspect_of(timing::Flag flag) {
    switch (flag) {
        case timing::Flag::green:
            return Aspect::green;
        case timing::Flag::yellow:
            return Aspect::yellow;
        case timing::Flag::slow:
            return Aspect::slow;
        case timing::Flag::red:
            return Aspect::red;
        case timing::Flag::last_lap:
            return Aspect::last_lap;
        case timing::Flag::chequered:
            return Aspect::chequered;
        case timing::Flag::none:
            break;
    }
    return Aspect::dark;
}

SpeedLevel level_of(timing::Flag flag) {
    switch (flag) {
        case timing::Flag::green:
        case timing::Flag::last_lap:
            return SpeedLevel::full;
        case timing::Flag::yellow:
            return SpeedLevel::careful;
        case timing::Flag::slow:
        case timing::Flag::red:
        case timing::Flag::chequered:
        case timing::Flag::none:
            break;
    }
    return SpeedLevel::slow;
}

void TrackOutputs::stop(HostTime now) {
    latched_ = !wanted_.stopped;  // where it holds already the log has it
    if (drivers_.kart_speed) drivers_.kart_speed->stop_all(now);
    if (drivers_.lights) drivers_.lights->show(Aspect::red, now, timing::later_by(now, holds_us));
}

void TrackOutputs::release() { latched_ = false; }

void TrackOutputs::follow(Wanted wanted, HostTime now) {
    const bool told = latched_;
    if (wanted.stopped) latched_ = false;
    if (latched_) {
        wanted.aspect = Aspect::red;
        wanted.stopped = true;
        for (KartLevel& kart : wanted.karts) kart.level = SpeedLevel::stop;
    }
    if (wanted == wanted_ && now < renewal_) return;
    if (wanted.stopped && !wanted_.stopped) stopped_at_ = now;
    if (!wanted.stopped) stopped_at_.reset();
    // Once: on a radio that two tracks share, the neighbours have been told their level again right behind it.
    if (wanted.stopped && !wanted_.stopped && !told && drivers_.kart_speed) drivers_.kart_speed->stop_all(now);
    command(wanted, now);
    wanted_ = std::move(wanted);
    renewal_ = timing::later_by(now, renew_every_us);
}

void TrackOutputs::command(const Wanted& wanted, HostTime now) {
    const HostTime until = timing::later_by(now, holds_us);
    // People first: karts that shall stand are told so before a lamp is.
    if (drivers_.kart_speed)
        for (const KartLevel& kart : wanted.karts) drivers_.kart_speed->set_level(kart.kart, kart.level, now, until);
    if (drivers_.lights) drivers_.lights->show(wanted.aspect, now, until);
}

OutputsState TrackOutputs::state(HostTime now) const {
    const auto is_fresh = [now](HostTime at) { return timing::us_between(at, now) <= fresh_us; };
    OutputsState state;
    if (drivers_.lights) {
        const auto heard = drivers_.lights->heard(now);
        state.lights = LightsState{wanted_.aspect, {}};
        if (heard && is_fresh(heard->at)) state.lights->actual = heard->aspect;
    }
    state.limits_karts = drivers_.kart_speed != nullptr;
    if (!drivers_.kart_speed) return state;
    for (const KartLevel& kart : wanted_.karts) {
        KartState& told =
            state.karts.emplace_back(KartState{kart.kart, kart.number, kart.level, kart.expected, {}, {}, {}});
        const auto heard = drivers_.kart_speed->heard(kart.kart, now);
        if (!heard || !is_fresh(heard->at)) continue;
        told.actual = heard->level;
        told.battery_percent = heard->battery_percent;
        told.rssi_dbm = heard->rssi_dbm;
    }
    return state;
}

std::vector<timing::KartId> TrackOutputs::not_stopped(HostTime now) const {
    std::vector<timing::KartId> karts;
    if (!stopped_at_ || timing::us_between(*stopped_at_, now) < answer_due_us) return karts;
    for (const KartState& kart : state(now).karts) {
        if (kart.actual == SpeedLevel::stop) continue;
        const auto heard = drivers_.kart_speed->heard(kart.kart, now);
        const bool lately = heard && timing::us_between(heard->at, now) <= lately_us;
        if (kart.expected || lately) karts.push_back(kart.kart);
    }
    return karts;
}

}  // namespace chicane::sessions::outputs
