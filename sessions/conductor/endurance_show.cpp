#include "sessions/conductor/endurance_show.hpp"

#include <algorithm>

namespace chicane::sessions::conductor {

namespace {

/// Of teams alone: in another race nobody asks who drives.
bool has_teams(const Setup& setup) {
    return setup.rules.kind == timing::Kind::endurance || setup.rules.endurance != timing::Endurance{};
}

std::string name_of(const EntrantSetup& team, const std::optional<timing::DriverId>& driver) {
    if (!driver) return {};
    const auto found = std::ranges::find(team.drivers, *driver, &DriverSetup::id);
    return found == team.drivers.end() ? std::string() : found->name;
}

TeamShown shown_of(const EntrantSetup& team, const timing::EnduranceRow& row, const TrackClock& clock,
                   timing::HostTime host) {
    TeamShown made;
    made.entrant = team.id;
    made.stops_done = row.stops_done;
    made.stops_owed = row.stops_owed;
    made.stint_us = row.stint_us;
    made.until_limit_us = row.until_limit_us;
    made.virtual_position = row.virtual_position;
    if (!row.stints.empty()) made.driver = name_of(team, row.stints.back().driver);
    if (!row.stops.empty() && !row.stops.back().out) made.in_pit_since = clock.host_of(row.stops.back().in, host);
    return made;
}

}  // namespace

EnduranceShown endurance_of(const Shown& shown, const TrackClock& clock, timing::DecoderTime now,
                            timing::HostTime host) {
    EnduranceShown made;
    if (!shown.live || shown.life->practice || !has_teams(shown.life->setup)) return made;
    const std::vector<EntrantSetup>& teams = shown.live->window.setup().entrants;
    const auto rows = shown.live->window.endurance(now);
    for (std::size_t i = 0; i < teams.size(); ++i) made.teams.push_back(shown_of(teams[i], rows[i], clock, host));
    const auto breaches = shown.live->window.breaches(now);
    for (auto breach = breaches.rbegin(); breach != breaches.rend() && made.proposed.size() < proposed_max; ++breach) {
        if (breach->entrant >= teams.size()) continue;
        const EntrantSetup& team = teams[breach->entrant];
        made.proposed.push_back({breach->kind, team.id, team.number, name_of(team, breach->driver),
                                 clock.host_of(breach->at, host), breach->amount});
    }
    return made;
}

}  // namespace chicane::sessions::conductor
