#include "web/host/commands/spec_decision.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "sessions/rules/penalty_values.hpp"
#include "timing/limits.hpp"
#include "timing/official_words.hpp"
#include "web/host/commands/spec_rules.hpp"

namespace chicane::web::host {

namespace {

using sessions::RemarkKind;
using Kind = SpecDecision::Kind;
using namespace std::string_view_literals;

constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t moment_us_max = any / 4;
constexpr std::int64_t laps_max = 1'000'000;
constexpr std::int64_t day_ms = 86'400'000;

// In the order of Kind.
constexpr std::array kinds = {"flag"sv,     "start"sv,   "finish"sv,     "more"sv,
                              "void"sv,     "split"sv,   "delete_lap"sv, "set_first_finisher"sv,
                              "red_line"sv, "add"sv,     "give"sv,       "swap"sv,
                              "assign"sv,   "penalty"sv, "status"sv,     "relay"sv,
                              "joker"sv,    "refuel"sv,  "kart_flag"sv,  "false_start"sv,
                              "undo"sv};
static_assert(kinds.size() == static_cast<std::size_t>(Kind::undo) + 1);

std::int32_t count(TomlTable& table, std::string_view key, std::int64_t min, std::int64_t max,
                   std::optional<std::int64_t> fallback = {}) {
    return static_cast<std::int32_t>(table.integer(key, min, max, fallback));
}

Kind read_kind(TomlTable& table) {
    const std::string text = table.text("kind");
    const auto found = std::ranges::find(kinds, text);
    if (found != kinds.end()) return static_cast<Kind>(found - kinds.begin());
    std::string known;
    for (const std::string_view kind : kinds) known += (known.empty() ? "" : ", ") + std::string(kind);
    table.fault("kind", "unknown decision \"" + text + "\"; known: " + known);
    return Kind::flag;
}

timing::DecoderTime read_at(TomlTable& table) { return {table.integer("at_us", 0, moment_us_max)}; }

timing::EntrantId read_entrant(TomlTable& table, std::string_view key, const sessions::Setup& setup) {
    const std::string number = table.text(key);
    const auto found = std::ranges::find(setup.entrants, number, &sessions::EntrantSetup::number);
    if (found != setup.entrants.end()) return found->id;
    table.fault(key, "no entrant has the number \"" + number + "\"");
    return {};
}

/// `passing = 12`, or `number = "7"` and `lap = 3`.
PassingSaid read_about(TomlTable& table, const sessions::Setup& setup) {
    PassingSaid about;
    if (table.has("passing")) {
        about.index =
            static_cast<std::uint64_t>(table.integer("passing", 0, static_cast<std::int64_t>(timing::passings_max)));
        return about;
    }
    about.entrant = read_entrant(table, "number", setup);
    about.number = table.text("number");
    about.lap = count(table, "lap", 1, laps_max);
    return about;
}

sessions::DecisionMade read_penalty(TomlTable& table, const sessions::Setup& setup) {
    sessions::DecisionMade made;
    made.number = static_cast<std::uint32_t>(table.integer("decision", 1, laps_max));
    made.entrant = read_entrant(table, "number", setup);
    if (table.has("code")) {
        made.code = table.text("code");
        const auto* value = sessions::rules::value_on(setup.rules.penalty_values, made.code, setup.date);
        if (!value) table.fault("code", "no [[penalty_value]] has the code \"" + made.code + "\" on that day");
        if (value) made.penalty = value->penalty, made.amount = value->amount;
    } else {
        made.penalty = table.word<timing::Penalty>("penalty");
        made.amount = read_amount(table, made.penalty);
    }
    if (table.has("at_us")) made.since = read_at(table);
    made.provisional = table.boolean("provisional", false);
    made.served = table.boolean("served", false);
    made.withdrawn = table.boolean("withdrawn", false);
    return made;
}

sessions::RelayTold read_relay(TomlTable& table, const sessions::Setup& setup) {
    sessions::RelayTold told{read_entrant(table, "number", setup), {}, read_at(table)};
    const std::string name = table.text("driver");
    const auto entrant = std::ranges::find(setup.entrants, told.entrant, &sessions::EntrantSetup::id);
    if (entrant == setup.entrants.end()) return told;
    const auto driver = std::ranges::find(entrant->drivers, name, &sessions::DriverSetup::name);
    if (driver == entrant->drivers.end()) {
        table.fault("driver", "the entrant has no driver \"" + name + "\"");
    } else {
        told.driver = driver->id;
    }
    return told;
}

/// `name`: one of the rule-set's own; then `flag` is what it looks like.
sessions::FlagShown read_flag(TomlTable& table, const sessions::Setup& setup) {
    sessions::FlagShown shown{read_at(table)};
    shown.post = static_cast<std::uint8_t>(table.integer("post", 1, timing::posts_max, 0));
    if (!table.has("name")) {
        shown.flag = table.word<timing::Flag>("flag");
        const bool for_post = shown.flag == timing::Flag::yellow || shown.flag == timing::Flag::green;
        if (shown.post > 0 && !for_post) table.fault("flag", "expected yellow or green at a post");
        return shown;
    }
    const std::string name = table.text("name");
    for (const timing::FlagRule& rule : setup.rules.flags) {
        if (rule.name.empty()) continue;
        ++shown.own;
        if (rule.name != name) continue;
        shown.flag = rule.flag;
        return shown;
    }
    table.fault("name", "no [[flag]] has the name \"" + name + "\"");
    return shown;
}

sessions::StatusSaid read_status(TomlTable& table, const sessions::Setup& setup) {
    using timing::RowState;
    sessions::StatusSaid said{read_entrant(table, "number", setup), table.word<RowState>("status")};
    if (!timing::is_officials_to_give(*said.status)) table.fault("status", "expected retired, dns, dnf, dnq or guest");
    return said;
}

sessions::RemarkMade read_remark(TomlTable& table, Kind kind) {
    sessions::RemarkMade made;
    switch (kind) {
        case Kind::split:
            made.kind = RemarkKind::lap_split;
            made.parts = static_cast<std::uint8_t>(table.integer("parts", 2, 100, 2));
            break;
        case Kind::delete_lap:
            made.kind = RemarkKind::lap_deleted;
            break;
        case Kind::set_first_finisher:
            made.kind = RemarkKind::first_finisher;
            break;
        case Kind::red_line:
            made.kind = RemarkKind::red_line;
            break;
        default:
            made.kind = RemarkKind::voided;
    }
    return made;
}

sessions::RawPassing read_added(TomlTable& table, const sessions::Setup& setup) {
    sessions::RawPassing raw;
    raw.time = read_at(table);
    if (table.has("transponder")) {
        raw.transponder = {static_cast<std::uint64_t>(table.integer("transponder", 0, any))};
    } else {
        const timing::EntrantId id = read_entrant(table, "number", setup);
        const auto entrant = std::ranges::find(setup.entrants, id, &sessions::EntrantSetup::id);
        if (entrant == setup.entrants.end()) return raw;
        if (entrant->transponders.empty()) {
            table.fault("number", "this entrant has no transponder of its own; expected the key transponder");
        } else {
            raw.transponder = entrant->transponders.front();
        }
    }
    if (!setup.loops.empty()) raw.decoder = setup.loops.front().decoder;
    if (table.has("decoder"))
        raw.decoder = {
            static_cast<std::uint32_t>(table.integer("decoder", 0, std::numeric_limits<std::uint32_t>::max()))};
    return raw;
}

}  // namespace

timing::KartId read_kart(TomlTable& table, std::span<const std::string> karts) {
    const std::string number = table.text("kart");
    const auto found = std::ranges::find(karts, number);
    if (found != karts.end()) return {static_cast<std::uint32_t>(found - karts.begin() + 1)};
    table.fault("kart", "no kart has the number \"" + number + "\"");
    return {};
}

SpecDecision read_decision(TomlTable& table, const sessions::Setup& setup, std::span<const std::string> karts) {
    SpecDecision made;
    made.kind = read_kind(table);
    switch (made.kind) {
        case Kind::flag:
            made.event.what = read_flag(table, setup);
            break;
        case Kind::start:
            made.event.what = sessions::StartSignal{read_at(table)};
            break;
        case Kind::finish:
            made.event.what = sessions::FinishedNow{read_at(table)};
            break;
        case Kind::more:
            made.event.what = sessions::EndExtended{{},
                                                    table.integer("time_s", -day_ms, day_ms, 0) * 1'000'000,
                                                    count(table, "laps", -laps_max, laps_max, 0)};
            break;
        case Kind::red_line:
            made.event.what = read_remark(table, made.kind);
            made.at = read_at(table);
            made.laps_back = count(table, "laps_back", 0, laps_max, 0);
            break;
        case Kind::void_passing:
        case Kind::split:
        case Kind::delete_lap:
        case Kind::set_first_finisher:
            made.event.what = read_remark(table, made.kind);
            made.about = read_about(table, setup);
            break;
        case Kind::add:
            made.event.what = read_added(table, setup);
            break;
        case Kind::give:
            made.event.what = sessions::PassingsGiven{read_entrant(table, "from", setup),
                                                      read_entrant(table, "to", setup),
                                                      table.boolean("exchange", false),
                                                      {table.integer("at_us", 0, moment_us_max, 0)}};
            break;
        case Kind::swap:
            made.event.what =
                sessions::KartSwapped{read_entrant(table, "number", setup), read_kart(table, karts), read_at(table)};
            break;
        case Kind::assign:
            made.event.what =
                transponders::Assignment{0,
                                         {static_cast<std::uint64_t>(table.integer("transponder", 0, any))},
                                         read_entrant(table, "number", setup),
                                         {table.integer("at_us", 0, moment_us_max, 0)}};
            break;
        case Kind::penalty:
            made.event.what = read_penalty(table, setup);
            break;
        case Kind::status:
            made.event.what = read_status(table, setup);
            break;
        case Kind::relay:
            made.event.what = read_relay(table, setup);
            break;
        case Kind::joker:
            made.event.what = sessions::JokerTold{read_entrant(table, "number", setup), read_at(table)};
            break;
        case Kind::refuel:
            made.event.what =
                sessions::JokerTold{read_entrant(table, "number", setup), read_at(table), sessions::StopKind::refuel};
            break;
        case Kind::kart_flag:
            made.event.what = sessions::KartFlagTold{read_entrant(table, "number", setup),
                                                     table.word<timing::KartFlag>("flag"), read_at(table)};
            break;
        case Kind::false_start:
            made.at = read_at(table);
            break;
        case Kind::undo:
            made.undone = static_cast<std::uint64_t>(table.integer("of", 0, laps_max));
            break;
    }
    return made;
}

std::expected<sessions::LogEvent, std::string> resolve(const SpecDecision& decision, const sessions::Window& window) {
    sessions::LogEvent event = decision.event;
    if (decision.kind == Kind::false_start) {
        const auto taken = window.false_start(decision.at);
        if (!taken) return std::unexpected(taken.error());
        std::visit([&](const auto& what) { event.what = what; }, *taken);
        return event;
    }
    auto* remark = std::get_if<sessions::RemarkMade>(&event.what);
    if (!remark) return event;
    if (decision.kind == Kind::red_line) {
        const auto line = window.red_line(decision.at, decision.laps_back);
        if (!line)
            return std::unexpected(
                "no lap was completed by all before that time; expected fewer laps_back, or no red line");
        remark->passing = *line;
    } else if (decision.about.index) {
        remark->passing = *decision.about.index;
        if (!window.passing(remark->passing))
            return std::unexpected("there is no passing " + std::to_string(remark->passing));
    } else {
        const auto ends = window.lap_ends(decision.about.entrant, decision.about.lap);
        if (!ends) {
            return std::unexpected("no passing ended lap " + std::to_string(decision.about.lap) + " of kart " +
                                   decision.about.number);
        }
        remark->passing = ends->passing;
        remark->begin = ends->begin;
    }
    if (remark->kind == RemarkKind::lap_split && decision.about.index) {
        const auto passing = window.passing(remark->passing);
        const auto ends =
            passing->lap && passing->entrant ? window.lap_ends(*passing->entrant, *passing->lap) : std::nullopt;
        if (!ends) return std::unexpected("passing " + std::to_string(remark->passing) + " ends no lap");
        remark->begin = ends->begin;
    }
    return event;
}

}  // namespace chicane::web::host
