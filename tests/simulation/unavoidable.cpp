// What of a heard race no software could know, by its cause; and that nothing else is missing, and that a centre is told of it.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "sessions/conductor/crossings.hpp"
#include "tests/simulation/heard_race.hpp"

namespace chicane::simulation {

using namespace decoders;
using namespace sessions::conductor;
using sim::Fault;

namespace {

/// An exporter's clock that was set back is known by its pace: HeardDecoder.
constexpr std::int64_t back_us = 120'000'000;
constexpr std::int64_t pace_shown_us = 5'000'000;
constexpr std::int64_t ahead_us = 1'800'000'000;

/// A gap is seen at the next passing, which a silence may hold up, asked for up to three times, and closed.
constexpr std::int64_t recovered_us = 60'000'000;

/// Pulses are placed by when the first of them came.
constexpr std::int64_t placed_us = 60'000;

/// What a protocol's passings tell: a number, or no more than that something crossed.
codec::Passing told_by(const std::string& protocol) {
    codec::Passing heard;
    heard.number = 1;
    return sim::make_voice(protocol)->fit(heard);
}

bool names_moments(codec::ClockBase clock) {
    return clock == codec::ClockBase::utc || clock == codec::ClockBase::local;
}

/// A time, and whether what is expected then may also be absent.
struct Pulse {
    std::int64_t time_us = 0;
    bool may_be_absent = false;
};

}  // namespace

/// A second decoder hears all; of a photocell that tells no kart.
const HeardRace::Heard& HeardRace::best() const {
    return told_by(heard_.back()->protocol).trigger ? *heard_.front() : *heard_.back();
}

Unavoidable HeardRace::cause_of(const sim::Truth& line) const {
    if (!line.number) return options_.backup ? Unavoidable::none : Unavoidable::unheard;
    if (forgotten().contains(line.time_us)) return Unavoidable::forgotten;
    if (asks_again()) return misdated().contains(line.time_us) ? Unavoidable::misdated : Unavoidable::none;
    if (line.fault == Fault::drop || line.fault == Fault::crc) return Unavoidable::spoilt;
    if (line.fault == Fault::disconnect) return tells_again() ? Unavoidable::none : Unavoidable::gone;
    const auto& gone = heard_.front()->wire->gone();
    const bool has_clock = heard_.front()->decoder->manner().clock != codec::ClockBase::none;
    const Wire::Said said{has_clock ? line.clock_us : line.time_us, line.transponder.value};
    if (std::ranges::find(gone, said, &Wire::Gone::said) != gone.end()) return Unavoidable::gone;
    const bool bare = std::ranges::find(bare_protocols, options_.protocol) != std::end(bare_protocols);
    return line.fault == Fault::noise && bare ? Unavoidable::swallowed : Unavoidable::none;
}

/// What was lost earlier a gap told of, and it came before the restart.
std::set<std::int64_t> HeardRace::forgotten() const {
    std::set<std::int64_t> forgotten;
    const Heard& heard = best();
    if (!heard.decoder->manner().remembers) return forgotten;
    std::multiset<Wire::Said> arrived = heard.wire->arrived();
    std::vector<std::int64_t> absent;
    for (const sim::Truth& line : heard.truth) {
        if (!line.number) continue;
        if (line.fault == Fault::restart) {
            std::erase_if(absent, [&](std::int64_t time_us) { return line.time_us - time_us > recovered_us; });
            forgotten.insert(absent.begin(), absent.end());
            absent.clear();
        }
        const auto came = arrival_of(line, arrived);
        if (came == arrived.end())
            absent.push_back(line.time_us);
        else
            arrived.erase(came);
    }
    return forgotten;
}

/// Times of crossings. Of a clock that is set ahead the first passing tells; nobody tells of what lies in the future.
std::set<std::int64_t> HeardRace::misdated() const {
    std::set<std::int64_t> misdated;
    const Heard& heard = best();
    const bool exports = names_moments(heard.decoder->manner().clock) && !told_by(heard.protocol).number &&
                         !codec::find_protocol(heard.protocol)->in_order;
    if (!exports) return misdated;
    std::optional<std::int64_t> known_off_us, behind_us;
    for (const sim::Truth& line : heard.truth) {
        if (!line.number) continue;
        const std::int64_t off_us = line.clock_us - line.time_us;
        if (!known_off_us || off_us > *known_off_us + ahead_us) known_off_us = off_us;
        if (off_us > *known_off_us - back_us) {
            behind_us.reset();
            continue;
        }
        if (!behind_us) behind_us = line.time_us;
        if (line.time_us - *behind_us >= pace_shown_us) {
            known_off_us = off_us;
            behind_us.reset();
        } else {
            misdated.insert(line.time_us);
        }
    }
    return misdated;
}

std::map<Unavoidable, std::size_t> HeardRace::unavoidable() const {
    std::map<Unavoidable, std::size_t> causes;
    std::multiset<Wire::Said> arrived = heard_.front()->wire->arrived();
    for (const sim::Truth& line : heard_.front()->truth) {
        const Unavoidable cause = cause_of(line);
        const auto came = arrival_of(line, arrived);
        if (came != arrived.end()) arrived.erase(came);
        // Noise does not always do harm.
        const bool harmless = cause == Unavoidable::swallowed && came != arrived.end();
        if (cause != Unavoidable::none && !harmless) ++causes[cause];
    }
    return causes;
}

std::string HeardRace::check_losses() const {
    std::ostringstream fault;
    std::multiset<Wire::Said> arrived = heard_.front()->wire->arrived();
    std::vector<std::uint32_t> lost;
    std::uint32_t newest = 0;
    for (const sim::Truth& line : heard_.front()->truth) {
        if (!line.number) continue;
        const auto found = arrival_of(line, arrived);
        const bool came = found != arrived.end();
        if (came) arrived.erase(found);
        const Unavoidable cause = cause_of(line);
        const bool may_come = cause == Unavoidable::none || cause == Unavoidable::misdated || asks_again();
        if (came && !may_come && cause != Unavoidable::swallowed)
            fault << "kart " << line.kart << " at " << line.time_us << " came, though nothing can have told of it; ";
        if (!came && may_come && !asks_again())
            fault << "kart " << line.kart << " at " << line.time_us << " was lost without need; ";
        if (came)
            newest = *line.number;
        else
            lost.push_back(*line.number);
    }
    // Of what follows the last that came no number tells.
    std::erase_if(lost, [&](std::uint32_t number) { return number > newest; });
    return fault.str() + check_told_by_number(lost) + check_told_down();
}

/// Where passings are counted and cannot be asked for, exactly what is missing is told; else everything came.
std::string HeardRace::check_told_by_number(const std::vector<std::uint32_t>& lost) const {
    const bool counted = told_by(options_.protocol).number.has_value() && !asks_again();
    const std::size_t missing = counted ? lost.size() + heard_.front()->wire->gone_statuses() : 0;
    std::ostringstream fault;
    if (reported_lost_ != missing) fault << reported_lost_ << " were told as lost, not " << missing << "; ";
    for (const std::uint32_t number : lost) {
        const bool told = std::ranges::any_of(
            reported_, [number](const auto& range) { return range.from <= number && number <= range.until; });
        if (counted && !told) fault << "number " << number << " was not told as lost; ";
    }
    if ((missing > 0) != has_alarm(AlarmKind::passings_lost)) fault << "the alarm tells otherwise; ";
    return fault.str();
}

/// What nobody was there to hear was said in a time that health tells of.
std::string HeardRace::check_told_down() const {
    for (const Wire::Gone& gone : heard_.front()->wire->gone()) {
        const bool told = std::ranges::any_of(down_, [&](const Span& span) {
            return span.from_us - transit_max_us <= gone.at_us && gone.at_us <= span.until_us;
        });
        if (!told) return "nothing tells that nobody was connected at " + std::to_string(gone.at_us) + "; ";
    }
    return "";
}

bool HeardRace::has_alarm(AlarmKind kind) const {
    const auto& alarms = sink_.views.at("main")->alarms;
    return std::ranges::find(alarms, kind, &Alarm::kind) != alarms.end();
}

std::string HeardRace::check_crossings() const {
    const Heard& cell = *heard_.back();
    // A pulse that is none of the truth's own is of a kart that is heard again: as far from it on both clocks.
    std::map<std::int64_t, std::int64_t> time_of;
    for (const sim::Truth& line : cell.truth)
        if (line.number) time_of.emplace(line.clock_us, line.time_us);
    std::vector<Pulse> expected;
    std::optional<std::int64_t> before;
    for (const auto& [clock_us, tag] : cell.wire->arrived()) {
        if (before == clock_us) continue;
        before = clock_us;
        const auto own = time_of.upper_bound(clock_us);
        timing::ensure(own != time_of.begin(), "the first pulse is of the truth");
        const auto& [own_clock_us, own_time_us] = *std::prev(own);
        std::int64_t apart_us = std::numeric_limits<std::int64_t>::max();
        const std::int64_t time_us = own_time_us + clock_us - own_clock_us;
        for (const sim::Truth& tagged : heard_.front()->truth)
            if (options_.backup && tagged.number) apart_us = std::min(apart_us, std::abs(tagged.time_us - time_us));
        if (apart_us > crossing_window_us - placed_us)
            expected.push_back({time_us, apart_us < crossing_window_us + placed_us});
    }
    std::ranges::sort(expected, {}, &Pulse::time_us);
    if (expected.size() > crossings_max) expected.erase(expected.begin(), expected.end() - crossings_max);
    std::ostringstream fault;
    for (const OpenCrossing& open : sink_.views.at("main")->crossings) {
        const auto known = std::ranges::min_element(
            expected, {}, [&](const Pulse& pulse) { return std::abs(pulse.time_us - open.time.us); });
        if (known == expected.end() || std::abs(known->time_us - open.time.us) > placed_us)
            fault << "nothing crossed at " << open.time.us << "; ";
        else
            expected.erase(known);
    }
    for (const Pulse& pulse : expected)
        if (!pulse.may_be_absent) fault << "the crossing at " << pulse.time_us << " is not shown; ";
    return fault.str();
}

}  // namespace chicane::simulation
