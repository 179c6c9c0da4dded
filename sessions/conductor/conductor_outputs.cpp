// What acts on the tracks: told at once when a flag or the emergency changes, told again before it runs out, and watched.
#include "sessions/conductor/conductor_parts.hpp"
#include "sessions/conductor/outputs.hpp"

namespace chicane::sessions::conductor {

void Conductor::attach(const std::string& track, outputs::Drivers drivers) {
    if (drivers.any()) parts_->watches.at(track).outputs.emplace(std::move(drivers));
}

void Conductor::Parts::stop(const std::string& track) {
    const auto watch = watches.find(track);
    if (watch == watches.end() || !watch->second.outputs) return;
    watch->second.outputs->stop(clock.now());
    for (auto& [id, each] : watches)
        if (each.outputs) each.outputs->hasten();
}

void Conductor::Parts::release(const std::string& track) {
    const auto watch = watches.find(track);
    if (watch != watches.end() && watch->second.outputs) watch->second.outputs->release();
}

void Conductor::Parts::steer() {
    const timing::HostTime now = clock.now();
    BoardsShown boards;
    for (const auto& [id, watch] : watches) boards[id] = watch.board.get();
    for (auto& [id, watch] : watches) {
        if (!watch.outputs) continue;
        guarded(track(id), [&] { watch.outputs->follow(wanted_of(centre, boards, id, now), now); });
    }
}

void Conductor::Parts::renew_outputs() {
    const timing::HostTime now = clock.now();
    std::vector<std::string> due;
    for (const auto& [id, watch] : watches)
        if (watch.outputs && now >= watch.outputs->renewal()) due.push_back(id);
    if (due.empty()) return;
    steer();
    for (const std::string& id : due) {
        Watch& watch = watches[id];
        const auto going = static_cast<std::int64_t>(watch.outputs->not_stopped(now).size());
        watch.alarms.set(AlarmKind::kart_not_stopped, "", going > 0, now, going);
        guarded(track(id), [&] { publish_view(track(id)); });
    }
}

}  // namespace chicane::sessions::conductor
