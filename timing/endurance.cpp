#include "timing/endurance.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "timing/course.hpp"
#include "timing/status.hpp"

namespace chicane::timing {

namespace {

constexpr std::int64_t no_limit = std::numeric_limits<std::int64_t>::max();

/// What is the same for all entrants.
struct Race {
    const Rules& rules;
    const Endurance& how = rules.endurance;
    const State& state;
    const LapBook& book;
    DecoderTime now;
    std::span<const FlagSpan> flags;
    bool over = false;
    std::optional<DecoderTime> begin;
    std::optional<DecoderTime> zero;  ///< when the time is up

    Race(const Rules& given, const State& so_far, const LapBook& laps, DecoderTime at, std::span<const FlagSpan> shown)
        : rules(given), state(so_far), book(laps), now(at), flags(shown) {
        begin = state.course.clock;
        zero = time_up(rules, state, state.course);
        if (const auto finished = finished_at(rules, state, at)) {
            over = true;
            now = std::min(now, *finished);
        }
    }
    std::int64_t driver_min_us() const { return std::max(how.driver_min_us, percent(how.driver_min_percent)); }
    std::int64_t driver_max_us() const {
        const std::int64_t share_us = how.driver_max_percent > 0 ? percent(how.driver_max_percent) : no_limit;
        return std::min(how.driver_max_us > 0 ? how.driver_max_us : no_limit, share_us);
    }
    std::int64_t percent(std::int32_t of) const { return length_us(rules, state) / 100 * of; }
};

/// The end of an entrant's race: his last crossing once he has taken the flag.
DecoderTime end_of(const Race& race, std::uint16_t who) {
    const Entrant& entrant = race.state.entrants[who];
    return entrant.took_flag ? std::min(entrant.last_crossing, race.now) : race.now;
}

std::vector<Stop> stops_of(const Race& race, std::uint16_t who, const Team& team) {
    std::vector<Stop> stops;
    std::optional<DecoderTime> at_box;
    for (const PitPassing& passing : race.book.pits_of(who)) {
        if (passing.box) {
            if (stops.empty()) continue;
            if (!at_box) at_box = passing.at;
            stops.back().box_us = us_between(*at_box, passing.at);
        } else if (!passing.out) {
            stops.push_back({passing.at, std::nullopt, passing.lap, false, false, std::nullopt});
            at_box.reset();
        } else if (!stops.empty()) {
            stops.back().out = passing.at;
            stops.back().guessed = passing.guessed;
        }
    }
    for (Stop& stop : stops) {
        const auto told = [&](std::span<const DecoderTime> moments) {
            return std::ranges::any_of(moments,
                                       [&](DecoderTime at) { return at >= stop.in && (!stop.out || at <= *stop.out); });
        };
        stop.joker = told(team.jokers);
        stop.refuel = told(team.refuels);
        stop.swapped = told(team.swaps);
    }
    return stops;
}

/// Divides a time on the track by who drove.
void add_stints(std::vector<Stint>& stints, DecoderTime from, std::optional<DecoderTime> until, const Team& team) {
    std::optional<DriverId> driver;
    for (const DriverSpan& relay : team.relays) {
        if (relay.from <= from) {
            driver = relay.driver;
        } else if ((!until || relay.from < *until) && relay.driver != driver) {
            stints.push_back({from, relay.from, driver});
            from = relay.from;
            driver = relay.driver;
        }
    }
    stints.push_back({from, until, driver});
}

std::vector<Stint> stints_of(const Race& race, std::uint16_t who, const Team& team, std::span<const Stop> stops) {
    std::vector<Stint> stints;
    const Entrant& entrant = race.state.entrants[who];
    const bool started = entrant.crossings > 0 || race.rules.first_crossing == FirstCrossing::ends_lap;
    if (!race.begin || !started) return stints;
    const bool own = race.rules.start == Start::own || race.rules.first_crossing == FirstCrossing::own_clock;
    std::optional<DecoderTime> from = own ? entrant.first_crossing : *race.begin;
    const DecoderTime end = end_of(race, who);
    for (const Stop& stop : stops) {
        if (from && stop.in > *from) add_stints(stints, *from, std::min(stop.in, end), team);
        from = stop.out;
    }
    const bool done = race.over || entrant.took_flag;
    if (from && *from < end) add_stints(stints, *from, done ? std::optional(end) : std::nullopt, team);
    return stints;
}

std::int64_t length_us(const Race& race, const Stint& stint) {
    return us_between(stint.from, stint.until.value_or(race.now));
}

std::vector<DriverTime> driver_times(const Race& race, std::span<const Stint> stints, const Team& team) {
    std::vector<DriverTime> times;
    const auto of = [&](DriverId driver) -> DriverTime& {
        const auto known = std::ranges::find(times, driver, &DriverTime::driver);
        return known == times.end() ? times.emplace_back(DriverTime{driver, 0}) : *known;
    };
    for (const Stint& stint : stints) {
        if (stint.driver) of(*stint.driver).us += length_us(race, stint);
    }
    for (const DriverId driver : team.drivers) of(driver);
    return times;
}

/// How far outside the pit window a stop began; 0: inside. A flag that opens or closes the pit goes before the window.
std::int64_t outside_us(const Race& race, const Stop& stop) {
    if (!race.begin) return 0;
    for (const FlagSpan& flag : race.flags) {
        if (!flag.holds(stop.in) || flag.rule.pit == PitLane::unset) continue;
        if (flag.rule.pit == PitLane::open) return 0;
        return std::max<std::int64_t>(1, us_between(flag.from, stop.in));
    }
    const std::int64_t early_us = race.how.pit_opens_us - us_between(*race.begin, stop.in);
    if (race.how.pit_opens_us > 0 && early_us > 0) return early_us;
    if (race.how.pit_closes_us == 0 || !race.zero) return 0;
    return std::max<std::int64_t>(0, us_between(later_by(*race.zero, -race.how.pit_closes_us), stop.in));
}

/// How much too short a stop was; 0: long enough, or not over.
std::int64_t short_us(const Race& race, const Stop& stop) {
    if (!stop.out || stop.joker || stop.guessed) return 0;
    const std::int64_t least_us = stop.refuel ? race.how.min_refuel_us : race.how.min_stop_us;
    const std::int64_t at_box_us = race.how.min_box_us - stop.box_us.value_or(0);  // unheard there he did not stop
    return std::max(
        {std::int64_t{0}, least_us - us_between(stop.in, *stop.out), race.how.min_box_us > 0 ? at_box_us : 0});
}

bool counts(const Race& race, const Stop& stop) {
    return stop.out && outside_us(race, stop) == 0 && short_us(race, stop) == 0;
}

std::int32_t count_stops(const Race& race, std::span<const Stop> stops) {
    return static_cast<std::int32_t>(std::ranges::count_if(
        stops, [&](const Stop& stop) { return counts(race, stop) && !(race.how.swap_no_stop > 0 && stop.swapped); }));
}

std::int32_t count_refuels(const Race& race, std::span<const Stop> stops) {
    return static_cast<std::int32_t>(
        std::ranges::count_if(stops, [&](const Stop& stop) { return stop.refuel && counts(race, stop); }));
}

/// What a driver lacks; nothing where there is no such rule or nobody weighed him.
std::optional<std::int32_t> lacking_kg(const Race& race, const Team& team, std::optional<DriverId> driver) {
    if (race.how.weight_kg == 0 || !driver) return std::nullopt;
    const auto weight = std::ranges::find(team.weights, *driver, &DriverWeight::driver);
    if (weight == team.weights.end()) return std::nullopt;
    return std::max(0, race.how.weight_kg - weight->kg);
}

/// Milliseconds driven × kilograms × milliseconds a kilogram and hour: below 2^63 by the bounds of endurance_fields.
std::int64_t handicap_us(const Race& race, const Team& team, std::span<const DriverTime> times) {
    constexpr std::int64_t ms_of_hour = 3'600'000;
    std::int64_t sum_us = 0;
    for (const DriverTime& time : times) {
        const std::int64_t kg = lacking_kg(race, team, time.driver).value_or(0);
        sum_us += time.us / 1000 * kg * race.how.weight_ms_per_kg_h / ms_of_hour * 1000;
    }
    return sum_us;
}

std::optional<std::int64_t> until_limit_us(const Race& race, const EnduranceRow& row) {
    if (row.stints.empty() || row.stints.back().until) return std::nullopt;
    const Stint& runs = row.stints.back();
    std::int64_t until_us = no_limit;
    if (race.how.max_stint_us > 0) until_us = race.how.max_stint_us - *row.stint_us;
    const auto time =
        runs.driver ? std::ranges::find(row.driver_times, *runs.driver, &DriverTime::driver) : row.driver_times.end();
    if (time != row.driver_times.end() && race.driver_max_us() != no_limit)
        until_us = std::min(until_us, race.driver_max_us() - time->us);
    return until_us == no_limit ? std::nullopt : std::optional(until_us);
}

/// The stint that runs, through relays that were told without a stop.
std::optional<std::int64_t> running_stint_us(const Race& race, std::span<const Stint> stints,
                                             std::span<const Stop> stops) {
    if (stints.empty() || stints.back().until) return std::nullopt;
    DecoderTime from = stints.back().from;
    const DecoderTime left = !stops.empty() && stops.back().out ? *stops.back().out : stints.front().from;
    return us_between(std::min(from, left), race.now);
}

EnduranceRow row_of(const Race& race, std::uint16_t who, const Team& team) {
    EnduranceRow row;
    row.stops = stops_of(race, who, team);
    row.stints = stints_of(race, who, team, row.stops);
    row.driver_times = driver_times(race, row.stints, team);
    row.stops_done = count_stops(race, row.stops);
    row.stops_owed = std::max(0, race.how.stops_due - row.stops_done);
    row.refuels_owed = std::max(0, race.how.refuels_due - count_refuels(race, row.stops));
    row.handicap_us = handicap_us(race, team, row.driver_times);
    if (!row.stints.empty() && !row.stints.back().until)
        row.ballast_kg = lacking_kg(race, team, row.stints.back().driver);
    row.stint_us = running_stint_us(race, row.stints, row.stops);
    row.until_limit_us = until_limit_us(race, row);
    return row;
}

/// How far an entrant has come, in laps of his own pace less what his owed stops cost.
double virtual_laps(const Race& race, std::uint16_t who, std::int32_t owed) {
    const Entrant& entrant = race.state.entrants[who];
    if (entrant.averaged_laps == 0) return entrant.laps;
    const double pace_us = static_cast<double>(entrant.averaged_us) / entrant.averaged_laps;
    const double since_us = static_cast<double>(us_between(entrant.last_crossing, race.now));
    const double part = std::clamp(since_us / pace_us, 0.0, 0.999);
    const double cost_us = static_cast<double>(owed) * static_cast<double>(race.how.min_stop_us + race.how.pit_loss_us);
    return entrant.laps + (entrant.took_flag || entrant.in_pit ? 0.0 : part) - cost_us / pace_us;
}

void rank_virtually(const Race& race, std::vector<EnduranceRow>& rows) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> laps;
    laps.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        laps.push_back(virtual_laps(race, static_cast<std::uint16_t>(i), rows[i].stops_owed));
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        if (laps[left] != laps[right]) return laps[left] > laps[right];
        return race.state.places[left] < race.state.places[right];
    });
    for (std::size_t i = 0; i < order.size(); ++i) rows[order[i]].virtual_position = static_cast<std::int32_t>(i + 1);
}

struct Breaches {
    const Race& race;
    std::uint16_t who;
    std::vector<Breach>& found;

    void add(BreachKind kind, DecoderTime at, std::int64_t amount, std::optional<DriverId> driver = {}) const {
        if (amount > 0) found.push_back({kind, who, driver, at, amount});
    }
    void stops(const EnduranceRow& row) const {
        std::int32_t jokers = 0;
        for (const Stop& stop : row.stops) {
            add(BreachKind::stop_too_short, stop.in, short_us(race, stop));
            add(BreachKind::pit_closed, stop.in, outside_us(race, stop));
            if (stop.joker) add(BreachKind::jokers_too_many, stop.in, ++jokers > race.how.jokers ? 1 : 0);
        }
        if (race.over && race.state.entrants[who].crossings > 0)
            add(BreachKind::stops_missing, race.now, row.stops_owed);
        if (race.over && race.state.entrants[who].crossings > 0)
            add(BreachKind::refuels_missing, race.now, row.refuels_owed);
    }
    void stints(const EnduranceRow& row) const {
        std::vector<Stint> last;  // of each driver
        for (std::size_t i = 0; i < row.stints.size(); ++i) {
            const Stint& stint = row.stints[i];
            if (race.how.max_stint_us > 0)
                add(BreachKind::stint_too_long, stint.from, length_us(race, stint) - race.how.max_stint_us,
                    stint.driver);
            if (!stint.driver) continue;
            const auto before = std::ranges::find(last, stint.driver, &Stint::driver);
            if (before == last.end()) {
                last.push_back(stint);
                continue;
            }
            add(BreachKind::rest_too_short, stint.from, race.how.rest_us - us_between(*before->until, stint.from),
                stint.driver);
            *before = stint;
        }
    }
    /// When a driver had driven so long.
    DecoderTime reached(const EnduranceRow& row, DriverId driver, std::int64_t limit_us) const {
        for (const Stint& stint : row.stints) {
            if (stint.driver != driver) continue;
            if (length_us(race, stint) >= limit_us) return later_by(stint.from, limit_us);
            limit_us -= length_us(race, stint);
        }
        return race.now;
    }
    void drivers(const EnduranceRow& row) const {
        for (const DriverTime& time : row.driver_times) {
            if (time.us > race.driver_max_us())
                add(BreachKind::driver_too_long, reached(row, time.driver, race.driver_max_us()),
                    time.us - race.driver_max_us(), time.driver);
            if (race.over && race.state.entrants[who].crossings > 0)
                add(BreachKind::driver_too_short, race.now, race.driver_min_us() - time.us, time.driver);
        }
    }
};

const Team& team_of(std::span<const Team> teams, std::size_t who) {
    static const Team nobody;
    return who < teams.size() ? teams[who] : nobody;
}

}  // namespace

std::vector<EnduranceRow> endurance_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                                       std::span<const Team> teams, std::span<const FlagSpan> flags) {
    const Race race(rules, state, book, now, flags);
    std::vector<EnduranceRow> rows;
    rows.reserve(state.entrants.size());
    for (std::size_t i = 0; i < state.entrants.size(); ++i)
        rows.push_back(row_of(race, static_cast<std::uint16_t>(i), team_of(teams, i)));
    rank_virtually(race, rows);
    return rows;
}

std::vector<Breach> breaches_at(const Rules& rules, const State& state, const LapBook& book, DecoderTime now,
                                std::span<const Team> teams, std::span<const FlagSpan> flags) {
    const Race race(rules, state, book, now, flags);
    std::vector<Breach> found;
    for (std::size_t i = 0; i < state.entrants.size(); ++i) {
        const auto who = static_cast<std::uint16_t>(i);
        const EnduranceRow row = row_of(race, who, team_of(teams, i));
        const Breaches breaches{race, who, found};
        breaches.stops(row);
        breaches.stints(row);
        breaches.drivers(row);
    }
    std::ranges::stable_sort(found, {}, [](const Breach& breach) { return std::tuple(breach.at, breach.entrant); });
    return found;
}

}  // namespace chicane::timing
