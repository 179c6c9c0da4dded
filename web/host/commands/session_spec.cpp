#include "web/host/commands/session_spec.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "sessions/rules/check.hpp"
#include "sessions/rules/defaults.hpp"
#include "timing/endurance_fields.hpp"
#include "timing/limits.hpp"
#include "web/host/commands/spec_rules.hpp"
#include "web/host/toml_table.hpp"

namespace chicane::web::host {

namespace {

using sessions::EntrantSetup;
using sessions::LoopRole;
using sessions::LoopSetup;
using sessions::Setup;

constexpr std::int64_t any = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t moment_us_max = any / 4;
constexpr std::int64_t laps_max = 1'000'000;
constexpr std::int64_t length_us_max = 10 * 365 * 86'400LL * 1'000'000;  // keeps microseconds far from overflow
constexpr std::int64_t sector_max = 63;

std::int64_t read_us(TomlTable& table, std::string_view key, std::int64_t fallback_us,
                     std::int64_t us_max = length_us_max) {
    const std::int64_t unit_us = key.ends_with("_s") ? 1'000'000 : 1000;
    return table.integer(key, 0, us_max / unit_us, fallback_us / unit_us) * unit_us;
}

timing::Rules read_session(TomlTable& table) {
    timing::Rules rules = sessions::rules::defaults(table.word<timing::Kind>("kind"));
    rules.start = table.word<timing::Start>("start", rules.start);
    const timing::DecoderTime start_at{table.integer("start_at_us", 0, moment_us_max, 0)};
    if (rules.start == timing::Start::signal) rules.start_at = start_at;
    rules.open = table.boolean("open", rules.open);
    rules.arm_at = {table.integer("arm_us", 0, moment_us_max, 0)};
    rules.first_crossing = table.word<timing::FirstCrossing>("first_crossing", rules.first_crossing);
    rules.rank = table.word<timing::Ranking>("rank", rules.rank);
    rules.min_lap_us = read_us(table, "min_lap_ms", rules.min_lap_us);
    rules.max_lap_us = read_us(table, "max_lap_ms", rules.max_lap_us);
    rules.pair_window_us = read_us(table, "pair_window_ms", rules.pair_window_us);
    rules.merge_window_us = read_us(table, "merge_window_ms", rules.merge_window_us);
    rules.red.lap = table.word<timing::RedLap>("red_lap", rules.red.lap);
    rules.red.restart = table.word<timing::RedRestart>("red_restart", rules.red.restart);
    rules.red.stops_clock = table.boolean("red_stops_clock", rules.red.stops_clock);
    rules.red.full_percent =
        static_cast<std::int32_t>(table.integer("red_full_percent", 0, 100, rules.red.full_percent));
    rules.false_start_us = read_us(table, "false_start_s", rules.false_start_us, timing::session_us_max);
    rules.serve_laps = static_cast<std::int32_t>(table.integer("serve_laps", 0, laps_max, rules.serve_laps));
    rules.classified_percent =
        static_cast<std::int32_t>(table.integer("classified_percent", 0, 100, rules.classified_percent));
    return rules;
}

timing::End read_end(TomlTable table, timing::End end) {
    end.laps = static_cast<std::int32_t>(table.integer("laps", 0, laps_max, end.laps));
    end.time_us = read_us(table, "time_s", end.time_us, timing::session_us_max);
    end.plus_laps = static_cast<std::int32_t>(table.integer("plus_laps", 0, laps_max, end.plus_laps));
    end.priority = table.word<timing::Priority>("priority", end.priority);
    end.how = table.word<timing::EndHow>("how", end.how);
    end.grace_us = read_us(table, "grace_s", end.grace_us);
    return end;
}

/// The numbers of `[[kart]]`; their tags are theirs from the begin.
std::vector<std::string> read_karts(TomlTable& root, transponders::Register& tags) {
    std::vector<std::string> karts;
    std::uint64_t sequence = 0;
    for (TomlTable& table : root.tables("kart")) {
        karts.push_back(table.text("number"));
        const timing::KartId kart{static_cast<std::uint32_t>(karts.size())};
        for (const std::int64_t tag : table.integers("transponders", 0, any))
            tags.assign({++sequence, {static_cast<std::uint64_t>(tag)}, kart, {0}});
    }
    return karts;
}

/// `[endurance]`: no rule where a key is absent.
timing::Endurance read_endurance(TomlTable table) {
    timing::Endurance endurance;
    for (const timing::EnduranceField& field : timing::endurance_fields) {
        const std::string name(field.name);
        if (field.us) {
            endurance.*field.us = read_us(table, name + "_s", 0);
        } else {
            endurance.*field.count = static_cast<std::int32_t>(table.integer(name, 0, field.count_max, 0));
        }
    }
    return endurance;
}

/// In the order of `drivers`; 0: not weighed, no tag of his own.
void read_driver_lists(TomlTable& table, std::vector<sessions::DriverSetup>& drivers) {
    const auto one_each = [&](std::string_view key, const std::vector<std::int64_t>& values) {
        if (!values.empty() && values.size() != drivers.size()) table.fault(key, "expected one for each of drivers");
        return values.size() == drivers.size();
    };
    const auto weights = table.integers("driver_weights_kg", 0, timing::weight_kg_max);
    if (one_each("driver_weights_kg", weights)) {
        for (std::size_t i = 0; i < drivers.size(); ++i) drivers[i].weight_kg = static_cast<std::int32_t>(weights[i]);
    }
    const auto tags = table.integers("driver_transponders", 0, any);
    if (!one_each("driver_transponders", tags)) return;
    for (std::size_t i = 0; i < drivers.size(); ++i) {
        if (tags[i] > 0) drivers[i].transponder = timing::TransponderId{static_cast<std::uint64_t>(tags[i])};
    }
}

EntrantSetup read_entrant(TomlTable& table, std::uint32_t id, std::span<const std::string> karts) {
    EntrantSetup entrant;
    entrant.id = {id};
    entrant.number = table.text("number");
    entrant.name = table.text_or_nothing("name");
    entrant.public_name = entrant.name;
    for (const std::int64_t tag : table.integers("transponders", 0, any)) {
        entrant.transponders.push_back({static_cast<std::uint64_t>(tag)});
    }
    if (table.has("kart")) entrant.kart = read_kart(table, karts);
    // The session tells drivers apart by entrant and place.
    const std::uint32_t first = id * static_cast<std::uint32_t>(timing::drivers_max);
    for (const std::string& name : table.texts("drivers")) {
        entrant.drivers.push_back({{first + static_cast<std::uint32_t>(entrant.drivers.size())}, name, name});
    }
    if (entrant.drivers.size() > timing::drivers_max) table.fault("drivers", "are too many; expected at most 64");
    read_driver_lists(table, entrant.drivers);
    return entrant;
}

/// `sector 2`, or `sector` with a key of its own; the rest are words of the contract.
LoopSetup read_loop(TomlTable& table) {
    LoopSetup loop;
    loop.decoder = {static_cast<std::uint32_t>(table.integer("decoder", 0, std::numeric_limits<std::uint32_t>::max()))};
    const std::string role = table.text("role");
    constexpr std::string_view sector = "sector ";
    if (role.starts_with(sector)) {
        loop.role = LoopRole::sector;
        const char* end = role.data() + role.size();
        const auto read = std::from_chars(role.data() + sector.size(), end, loop.sector);
        if (read.ec != std::errc{} || read.ptr != end || loop.sector < 1 || loop.sector > sector_max) {
            table.fault("role", "expected \"sector 1\" to \"sector 63\"");
        }
        return loop;
    }
    loop.role = table.word<LoopRole>("role", LoopRole::finish);
    if (loop.role == LoopRole::sector) {
        loop.sector = static_cast<std::int32_t>(table.integer("sector", 1, sector_max, 1));
    }
    return loop;
}

/// What a fault may be one of.
struct Lists {
    std::vector<TomlTable>& entrants;
    std::vector<TomlTable>& loops;
    std::vector<TomlTable>& flags;
    std::vector<TomlTable>& penalty_values;
};

/// Puts a fault of the whole to the key it concerns.
void tell(TomlTable& root, const Lists& lists, const sessions::rules::Fault& fault) {
    const std::size_t dot = fault.key.find('.');
    const std::string_view of = fault.key.substr(0, dot);
    const std::string_view key = dot == std::string_view::npos ? std::string_view() : fault.key.substr(dot + 1);
    if (of == "entrant") return lists.entrants[fault.index].fault(key, fault.what);
    if (of == "loop") return lists.loops[fault.index].fault(key, fault.what);
    if (of == "flag") return lists.flags[fault.index].fault(key, fault.what);
    if (of == "penalty_value") return lists.penalty_values[fault.index].fault(key, fault.what);
    root.table(of).fault(key, fault.what);
}

std::expected<SessionSpec, std::string> read(TomlFile file) {
    TomlTable root = file.root();
    SessionSpec spec;
    Setup& setup = spec.setup;
    setup.id = "replay";
    TomlTable session = root.table("session");
    setup.rules = read_session(session);
    setup.date = session.text_or_nothing("date");
    std::vector<TomlTable> flags = root.tables("flag");
    for (TomlTable& table : flags) setup.rules.flags.push_back(read_flag_rule(table));
    std::vector<TomlTable> values = root.tables("penalty_value");
    for (TomlTable& table : values) setup.rules.penalty_values.push_back(read_penalty_value(table));
    setup.rules.end = read_end(root.table("end"), setup.rules.end);
    setup.rules.endurance = read_endurance(root.table("endurance"));
    const std::vector<std::string> karts = read_karts(root, spec.tags);
    std::vector<TomlTable> entrants = root.tables("entrant");
    for (TomlTable& table : entrants) {
        setup.entrants.push_back(read_entrant(table, static_cast<std::uint32_t>(setup.entrants.size() + 1), karts));
    }
    std::vector<TomlTable> loops = root.tables("loop");
    for (TomlTable& table : loops) setup.loops.push_back(read_loop(table));
    for (TomlTable& table : root.tables("decision")) spec.decisions.push_back(read_decision(table, setup, karts));
    // Where the signal is told as a decision, it is not known beforehand.
    const bool told = std::ranges::any_of(
        spec.decisions, [](const SpecDecision& made) { return made.kind == SpecDecision::Kind::start; });
    if (told) setup.rules.start_at.reset();
    root.finish();
    if (const auto& fault = file.first_fault()) return std::unexpected(*fault);
    if (const auto fault = sessions::rules::check(setup)) tell(root, {entrants, loops, flags, values}, *fault);
    if (const auto& fault = file.first_fault()) return std::unexpected(*fault);
    return spec;
}

}  // namespace

std::expected<SessionSpec, std::string> read_session_spec(const std::string& path) {
    auto file = TomlFile::read(path);
    if (!file) return std::unexpected(file.error());
    return read(std::move(*file));
}

std::expected<SessionSpec, std::string> parse_session_spec(const std::string& text, const std::string& name) {
    auto file = TomlFile::parse(text, name);
    if (!file) return std::unexpected(file.error());
    return read(std::move(*file));
}

}  // namespace chicane::web::host
