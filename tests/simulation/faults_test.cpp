// Each fault on each protocol where it makes sense: at the end the board is the truth, or what is missing is what no software could know,
// by a cause that has a name, and a centre is told of it. Method: races in simulated time, two seeds a cell and with CHICANE_LONG=1
// ten; the matrix is printed. CHICANE_SEED=n runs that seed alone.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <iomanip>
#include <iostream>

#include "tests/simulation/heard_race.hpp"

using namespace chicane;
using decoders::codec::ClockBase;
using simulation::HeardRace;
using simulation::Unavoidable;

namespace {

constexpr std::uint64_t seeds_long = 10;
constexpr std::uint64_t seeds_short = 2;

std::vector<std::uint64_t> seeds() {
    if (const char* chosen = std::getenv("CHICANE_SEED")) return {std::strtoull(chosen, nullptr, 10)};
    std::vector<std::uint64_t> seeds(std::getenv("CHICANE_LONG") ? seeds_long : seeds_short);
    for (std::size_t at = 0; at < seeds.size(); ++at) seeds[at] = at + 1;
    return seeds;
}

/// Every one often enough that a short race meets it.
constexpr const char* faults[] = {
    "drop=0.06",       "duplicate=0.06",  "crc=0.06",           "noise=0.06",      "split=0.2",
    "disconnect=0.04", "restart=0.03",    "miss=0.06",          "double=0.06",     "weak=0.06",
    "unknown=0.06",    "late=0.06",       "stall=0.02",         "clock_jump=0.02", "parked=0.04",
    "battery_low=0.1", "backup_only=0.1", "clock_drift=0.0001", "rollover=0.04",
};

struct Cause {
    Unavoidable cause;
    char letter;
    const char* why;
};
constexpr Cause causes[] = {
    {Unavoidable::unheard, 'h', "no loop heard it"},
    {Unavoidable::spoilt, 'b', "its bytes were lost or damaged on the way, and its decoder says a passing once"},
    {Unavoidable::gone, 'c', "said while nobody was connected, by a decoder that says a passing once"},
    {Unavoidable::swallowed, 'n',
     "noise stuck to a record that has neither a mark nor a sum, so that nothing tells them apart"},
    {Unavoidable::misdated, 't', "an exporter's clock was set back, and its pace has not shown it yet"},
};

std::string word_of(std::string_view fault) { return std::string(fault.substr(0, fault.find('='))); }

bool is_photocell(std::string_view protocol) { return protocol == "thcom" || protocol == "alge"; }

/// Where a fault means something: a clock that nobody can set does not jump, one without an end does not pass it, and a photocell
/// neither knows a tag nor has a second decoder that does.
bool makes_sense(std::string_view fault, const decoders::sim::Manner& manner, std::string_view protocol) {
    const bool moments = manner.clock == ClockBase::utc || manner.clock == ClockBase::local;
    if (fault == "clock_jump") return moments || manner.clock == ClockBase::day;
    if (fault == "clock_drift") return manner.clock != ClockBase::none;
    if (fault == "rollover") return manner.clock_end_us > 0 || manner.clock == ClockBase::day;
    if (fault == "battery_low") return protocol == "chronelec" || protocol == "raceresult" || protocol == "wiclax";
    if (fault == "backup_only" || fault == "unknown" || fault == "weak") return !is_photocell(protocol);
    return true;
}

/// Whether a fault may cost anything of that cause. What a stall holds back is gone where we opened a connection anew that seemed dead.
bool may_cost(std::string_view fault, Unavoidable cause) {
    switch (cause) {
        case Unavoidable::unheard:
            return fault == "miss" || fault == "backup_only";
        case Unavoidable::spoilt:
            return fault == "drop" || fault == "crc";
        case Unavoidable::gone:
            return fault == "disconnect" || fault == "stall";
        case Unavoidable::swallowed:
            return fault == "noise";
        case Unavoidable::misdated:
            return fault == "clock_jump";
        case Unavoidable::forgotten:  // a restart alone loses nothing on the way
        case Unavoidable::none:
            break;
    }
    return false;
}

/// "ok", or what could not be known of all seeds, with its causes.
std::string run_cell(const std::string& protocol, const std::string& fault) {
    std::map<Unavoidable, std::size_t> lost;
    for (const std::uint64_t seed : seeds()) {
        INFO(protocol << ' ' << fault << " CHICANE_SEED=" << seed);
        // Of photocells not more than wait for an official at a time.
        HeardRace race({protocol, fault, seed, is_photocell(protocol) ? 6 : 8, 6, word_of(fault) == "backup_only"});
        race.run();
        CHECK((is_photocell(protocol) ? race.check_crossings() : race.check()) == "");
        CHECK(race.check_losses() == "");
        for (const auto& [cause, count] : race.unavoidable()) {
            CHECK(may_cost(word_of(fault), cause));
            lost[cause] += count;
        }
    }
    std::string cell;
    for (const Cause& cause : causes)
        if (lost.contains(cause.cause)) cell += '-' + std::to_string(lost.at(cause.cause)) + cause.letter;
    return cell.empty() ? "ok" : cell;
}

int width_of(const std::string& word) { return std::max<int>(6, static_cast<int>(word.size()) + 1); }

}  // namespace

TEST_CASE("with every fault on every protocol the board ends as the truth that could be known", "[faults]") {
    std::vector<std::string> words;
    for (const std::string_view word : decoders::sim::voices()) words.emplace_back(word);
    std::cout << "crossings that no software could know, of " << seeds().size()
              << " races a cell; ok: none; blank: makes no sense; thcom, alge: crossings that wait for an official\n";
    for (const Cause& cause : causes) std::cout << "  " << cause.letter << ": " << cause.why << '\n';
    std::cout << std::left << std::setw(12) << "";
    for (const std::string& word : words) std::cout << std::setw(width_of(word)) << word;
    std::cout << '\n';
    for (const std::string fault : faults) {
        std::cout << std::setw(12) << word_of(fault);
        for (const std::string& word : words) {
            const bool runs = makes_sense(word_of(fault), decoders::sim::make_voice(word)->manner(), word);
            std::cout << std::setw(width_of(word)) << (runs ? run_cell(word, fault) : "");
        }
        std::cout << std::endl;
    }
}

TEST_CASE("a crossing that the tag decoder missed stays open beside it where a photocell saw it", "[faults]") {
    const std::string protocol = GENERATE("thcom", "alge");
    for (const std::uint64_t seed : seeds()) {
        INFO(protocol << " CHICANE_SEED=" << seed);
        HeardRace race({"p3", "miss=0.2", seed, 8, 6, true, 0, protocol});
        race.run();
        CHECK(race.check() == "");
        CHECK(race.check_crossings() == "");
    }
}
