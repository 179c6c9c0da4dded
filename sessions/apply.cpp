#include "sessions/apply.hpp"

#include "sessions/echo.hpp"

namespace chicane::sessions {

namespace {

/// The engine's entrant of a driver; one whom nobody entered enters with his first passing, if there is room.
std::uint16_t entrant_of(const Ground& ground, Progress& progress, Driver driver) {
    if (driver == nobody || driver == not_entered) return no_entrant;
    const std::size_t entered = ground.tags.entered();
    if (driver < entered) return static_cast<std::uint16_t>(driver);
    const std::size_t place = driver - entered;
    if (place >= progress.entrants.size()) progress.entrants.resize(place + 1, no_entrant);
    std::uint16_t& entrant = progress.entrants[place];
    if (entrant != no_entrant) return entrant;
    const auto made = timing::enter(progress.timing);
    if (!made) return no_entrant;
    progress.unentered.push_back(driver);
    entrant = *made;
    return entrant;
}

/// The passing of the entrant's last crossing; 0: none.
std::uint64_t last_crossed(const Progress& progress, std::uint16_t entrant) {
    return entrant < progress.crossed.size() ? progress.crossed[entrant] : 0;
}

void note_crossing(Progress& progress, const LogEntry& entry) {
    if (entry.entrant >= progress.crossed.size()) progress.crossed.resize(entry.entrant + std::size_t{1});
    progress.crossed[entry.entrant] = entry.sequence;
}

}  // namespace

Progress opening(const Ground& ground) {
    Progress progress;
    progress.timing =
        timing::initial(ground.rules, static_cast<std::uint16_t>(ground.tags.entered()), ground.loops.sectors());
    return progress;
}

void apply(const Ground& ground, Progress& progress, timing::LapBook& book, Log& log, std::size_t index) {
    LogEntry& entry = log[index];
    const LoopPlace& loop = ground.loops.at(entry.loop);
    timing::Passing passing;
    passing.time = entry.raw.time;
    passing.transponder = entry.raw.transponder;
    passing.role = loop.role;
    passing.sector = loop.sector;
    passing.echo = echo_of(log, index, ground.loops, ground.rules.merge_window_us);
    const Driver driver = ground.tags.driver(entry.tag, entry.raw.time);
    passing.held = driver == not_entered;
    entry.entrant = entrant_of(ground, progress, driver);
    if (entry.entrant != no_entrant) passing.entrant = entry.entrant;
    if (entry.remarked) passing.remark = ground.remarks.of(entry.sequence, last_crossed(progress, entry.entrant));
    const timing::Judged judged = timing::apply(ground.rules, progress.timing, book, passing);
    entry.verdict = judged.verdict;
    entry.lap = judged.lap ? progress.timing.laps : 0;
    if (judged.lap || judged.verdict == timing::Verdict::starts_lap) note_crossing(progress, entry);
}

}  // namespace chicane::sessions
