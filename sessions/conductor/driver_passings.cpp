#include "sessions/conductor/driver_passings.hpp"

#include <algorithm>
#include <map>

namespace chicane::sessions::conductor {

namespace {

using Remarks = std::map<std::uint64_t, std::vector<RemarkKind>>;

Remarks remarks_of(const std::vector<Entry>& entries) {
    Remarks all;
    for (const Entry& entry : entries) {
        const auto* kept = std::get_if<CorrectionKept>(&entry.body);
        const auto* made = kept ? std::get_if<RemarkMade>(&kept->what) : nullptr;
        if (made) all[made->passing].push_back(made->kind);
    }
    return all;
}

/// A lap that was divided is doubted no more, but it tells no pace either.
bool is_divided(const DriverPassing& passing) {
    return std::ranges::find(passing.remarks, RemarkKind::lap_split) != passing.remarks.end();
}

void doubt(std::vector<DriverPassing>& passings, std::int32_t percent) {
    std::vector<std::int64_t> laps_us;
    std::vector<DriverPassing*> ending;
    for (DriverPassing& passing : passings) {
        if (!passing.judged.lap_us || is_divided(passing)) continue;
        laps_us.push_back(*passing.judged.lap_us);
        ending.push_back(&passing);
    }
    const auto judged = doubtful_laps(laps_us, percent);
    for (std::size_t i = 0; i < ending.size(); ++i) ending[i]->lap = judged[i];
}

}  // namespace

std::vector<DriverPassing> driver_passings(const TrackLog& log, const std::string& session, const Window& window,
                                           timing::EntrantId entrant) {
    const Remarks remarks = remarks_of(log.timeline().all().at(session).entries);
    std::vector<DriverPassing> made;
    for (JudgedPassing& judged : window.passings_of(entrant, driver_passings_max)) {
        DriverPassing& passing = made.emplace_back();
        const LoggedPassing* logged = log.passings().find(judged.sequence);
        if (logged) passing.device = log.passings().device(*logged);
        passing.manual = logged && logged->manual;
        if (const auto said = remarks.find(judged.sequence); said != remarks.end()) passing.remarks = said->second;
        passing.judged = std::move(judged);
    }
    doubt(made, window.setup().rules.suspicious_percent);
    return made;
}

}  // namespace chicane::sessions::conductor
