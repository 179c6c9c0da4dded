// What teams of an endurance race come to in a window: who drives, by word or by a driver's own tag, in which kart, and what that costs.
#include <algorithm>

#include "sessions/window_parts.hpp"
#include "timing/classify.hpp"
#include "timing/status.hpp"

namespace chicane::sessions {

void Window::Parts::hear_driver(const LogEntry& entry) {
    if (driver_tags.empty() || ground.loops.at(entry.loop).role != LoopRole::pit_out) return;
    const auto tag = driver_tags.find(entry.raw.transponder);
    if (tag == driver_tags.end()) return;
    RelayTold told = tag->second;
    told.since = entry.raw.time;
    heard[entry.sequence] = told;
}

/// Tags and loops may be others than before.
void Window::Parts::hear_drivers() {
    driver_tags.clear();
    heard.clear();
    for (const EntrantSetup& entrant : setup.entrants) {
        for (const DriverSetup& driver : entrant.drivers) {
            if (driver.transponder) driver_tags[*driver.transponder] = {entrant.id, driver.id, {}, RelayMeans::loop};
        }
    }
    if (driver_tags.empty()) return;
    for (std::size_t i = 0; i < log.size(); ++i) hear_driver(log[i]);
}

std::vector<timing::Team> Window::Parts::teams() const {
    std::vector<RelayTold> relays;
    for (const auto& [sequence, told] : heard) {
        if (!ground.remarks.of(sequence, 0).voided) relays.push_back(told);
    }
    std::vector<timing::Team> teams = decisions.teams(setup, relays);
    for (const auto& [sequence, swap] : ground.tags.kart_swaps()) {
        const auto who = std::ranges::find(setup.entrants, swap.entrant, &EntrantSetup::id);
        if (who != setup.entrants.end())
            teams[static_cast<std::size_t>(who - setup.entrants.begin())].swaps.push_back(swap.since);
    }
    return teams;
}

std::vector<timing::EnduranceRow> Window::Parts::endurance(timing::DecoderTime now) const {
    return timing::endurance_at(ground.rules, progress.timing, book, now, teams(), flag_spans());
}

std::vector<timing::Charge> Window::Parts::charges(timing::DecoderTime now) const {
    std::vector<timing::Charge> charges = decisions.charges(setup);
    // All stops and stints are gone over for it: not for each board of a race in which it is not applied yet.
    const timing::SessionState session = timing::state_at(ground.rules, progress.timing, now);
    if (ground.rules.endurance.weight_ms_per_kg_h == 0 || !timing::is_charged(ground.rules, session)) return charges;
    charges.resize(setup.entrants.size());
    const auto rows = endurance(now);
    for (std::size_t i = 0; i < charges.size(); ++i) charges[i].time_us += rows[i].handicap_us;
    return charges;
}

}  // namespace chicane::sessions
