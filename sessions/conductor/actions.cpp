#include "sessions/conductor/actions.hpp"

#include <algorithm>
#include <string_view>

#include "sessions/remark_words.hpp"
#include "timing/words.hpp"

namespace chicane::sessions::conductor {

namespace {

std::string_view word(Step step) {
    switch (step) {
        case Step::arm:
            return "arm";
        case Step::start:
            return "start";
        case Step::finish:
            return "finish";
        case Step::abort:
            return "abort";
        case Step::close:
            return "close";
        case Step::official:
            return "official";
    }
    return "";
}

constexpr auto correction_word = [](const auto& what) -> std::string {
    using What = std::decay_t<decltype(what)>;
    if constexpr (std::is_same_v<What, RemarkMade>) return std::string(sessions::word(what.kind));
    if constexpr (std::is_same_v<What, PassingsGiven>) return what.exchange ? "exchange_passings" : "give_passings";
    if constexpr (std::is_same_v<What, KartSwapped>) return "swap_kart";
    if constexpr (std::is_same_v<What, DecisionMade>) return "decision";
    if constexpr (std::is_same_v<What, StatusSaid>) return "status";
    if constexpr (std::is_same_v<What, RelayTold>) return "relay";
    if constexpr (std::is_same_v<What, JokerTold>) return what.kind == StopKind::refuel ? "refuel" : "joker";
    if constexpr (std::is_same_v<What, KartFlagTold>) return "kart_flag_" + std::string(timing::word(what.flag));
    if constexpr (std::is_same_v<What, FalseStart>) return "false_start";
    if constexpr (std::is_same_v<What, FalseRestart>) return "false_restart";
    return "";
};

void tell(Action& action, const RemarkMade& made) { action.passing = made.passing; }
void tell(Action& action, const PassingsGiven& given) { action.entrant = given.from; }
void tell(Action& action, const DecisionMade& made) {
    action.entrant = made.entrant;
    action.detail = timing::word(made.penalty);
    action.why = made.fact;
}
void tell(Action& action, const StatusSaid& said) {
    action.entrant = said.entrant;
    if (said.status) action.detail = timing::word(*said.status);
}
/// A false start is of all.
void tell(Action& action, const auto& what) {
    if constexpr (requires { what.entrant; }) action.entrant = what.entrant;
}

/// The word and what it was done to.
struct Named {
    std::string word;
    std::string subject;
};

std::optional<Named> named(const EntryBody& body) {
    if (const auto* step = std::get_if<StepKept>(&body)) return Named{std::string(word(step->step)), step->session};
    if (const auto* flag = std::get_if<FlagKept>(&body)) {
        const std::string post = flag->post > 0 ? ": post " + std::to_string(flag->post) : "";
        return Named{"flag_" + std::string(timing::word(flag->flag)), flag->session + post};
    }
    if (const auto* more = std::get_if<ExtensionKept>(&body)) return Named{"more_time", more->session};
    if (const auto* given = std::get_if<AssignmentKept>(&body)) {
        return Named{"assign", std::to_string(given->transponder.value)};
    }
    if (const auto* crossing = std::get_if<CrossingKept>(&body))
        return Named{crossing->manual ? "manual_passing" : "assign_crossing", crossing->session};
    if (const auto* dismissed = std::get_if<DismissedKept>(&body)) {
        const auto* tag = std::get_if<timing::TransponderId>(&dismissed->what);
        return tag ? Named{"dismiss_tag", std::to_string(tag->value) + ": " + dismissed->why}
                   : Named{"dismiss_crossing", dismissed->why};
    }
    if (const auto* correction = std::get_if<CorrectionKept>(&body))
        return Named{std::visit(correction_word, correction->what), correction->session};
    if (const auto* message = std::get_if<MessageKept>(&body)) return Named{"message", message->text};
    if (const auto* emergency = std::get_if<EmergencyKept>(&body))
        return Named{emergency->holds ? "emergency" : "release", ""};
    return std::nullopt;
}

}  // namespace

std::optional<Action> action_of(const Entry& entry) {
    auto name = named(entry.body);
    if (!name) return std::nullopt;
    Action action{entry.seq, entry.at, entry.by, std::move(name->word), std::move(name->subject), false, true};
    // Karts go again when somebody says so, not when somebody takes something back.
    action.undoable = !std::holds_alternative<EmergencyKept>(entry.body);
    action.flag = std::holds_alternative<FlagKept>(entry.body);
    if (const auto* correction = std::get_if<CorrectionKept>(&entry.body)) {
        action.redoable = true;
        std::visit([&](const auto& what) { tell(action, what); }, correction->what);
        if (!correction->why.empty()) action.why = correction->why;
    }
    return action;
}

void note_action(std::vector<Action>& actions, const Entry& entry) {
    auto action = action_of(entry);
    if (!action) return;
    actions.insert(actions.begin(), std::move(*action));
    if (actions.size() > actions_max) actions.pop_back();
}

void note_undone(std::vector<Action>& actions, std::uint64_t seq, const std::string& by) {
    const auto action = std::ranges::find(actions, seq, &Action::seq);
    if (action == actions.end()) return;
    action->undone = true;
    action->undone_by = by;
}

}  // namespace chicane::sessions::conductor
