#include "tests/sessions/auditor.hpp"

#include "tests/sessions/auditor_parts.hpp"
#include "timing/words.hpp"

namespace chicane::sessions {
namespace {

std::string text(const auto& number) { return number ? std::to_string(*number) : "null"; }
std::string text(const timing::Gap& gap) { return text(gap.us) + "/" + text(gap.laps); }

std::string line(const ClassifiedRow& row) {
    return std::to_string(row.position) + ". " + row.number + " (" + row.name + ", " + row.public_name + ") " +
           std::string(timing::word(row.status)) + " laps " + std::to_string(row.laps) + " total " +
           text(row.total_us) + " best " + text(row.best_us) + " in " + text(row.best_lap) + " average " +
           text(row.average_us) + " last " + text(row.last_us) + " gap " + text(row.gap) + " interval " +
           text(row.interval) + (row.classified ? " classified" : "") + " penalty " + std::to_string(row.penalty_us) +
           "/" + std::to_string(row.penalty_laps);
}

}  // namespace

Result audit(const Story& story) {
    auditor::Session session{
        .story = story, .rules = {}, .heard = {}, .field = {}, .reds = {}, .shown = {}, .signal = {}, .drives = {}};
    auditor::read_log(session);
    auditor::hear(session);
    auditor::drive_on(session);
    auditor::find_end(session);
    return auditor::table(session);
}

std::vector<std::string> lines(const Result& result) {
    std::vector<std::string> all{"state " + std::string(timing::word(result.state))};
    for (const ClassifiedRow& row : result.classification) all.push_back(line(row));
    for (const ResultLap& lap : result.laps) {
        all.push_back("lap " + std::to_string(lap.lap) + " of " + lap.number + " time " + std::to_string(lap.time_us) +
                      " at " + std::to_string(lap.at.us));
    }
    for (const ResultPassing& passing : result.passings) {
        all.push_back("passing " + std::to_string(passing.sequence) + " number " +
                      std::to_string(passing.number.value_or(0)) + " tag " + std::to_string(passing.transponder.value) +
                      " " + std::string(timing::word(passing.verdict)));
    }
    for (const DecisionMade& decision : result.decisions) {
        all.push_back("decision " + std::to_string(decision.number) + " of " + std::to_string(decision.entrant.value) +
                      " penalty " + std::to_string(static_cast<int>(decision.penalty)) + " amount " +
                      std::to_string(decision.amount) + (decision.served ? " served" : "") +
                      (decision.provisional ? " provisional" : ""));
    }
    if (result.run_percent)
        all.push_back("run " + std::to_string(*result.run_percent) + (result.full ? " full" : " not full"));
    return all;
}

}  // namespace chicane::sessions
