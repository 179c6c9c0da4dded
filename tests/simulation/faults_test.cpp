// Each fault on each protocol where it makes sense: at the end the board is the truth, or what is missing is what no software could know,
// and then it is counted. Method: races in simulated time, two seeds a cell and with CHICANE_LONG=1
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

namespace {

constexpr std::uint64_t seeds_long = 10;
constexpr std::uint64_t seeds_short = 2;

std::uint64_t seeds() { return std::getenv("CHICANE_LONG") ? seeds_long : seeds_short; }

/// Every one often enough that a short race meets it.
constexpr const char* faults[] = {
    "drop=0.06",       "duplicate=0.06",  "crc=0.06",           "noise=0.06",      "split=0.2",
    "disconnect=0.04", "restart=0.03",    "miss=0.06",          "double=0.06",     "weak=0.06",
    "unknown=0.06",    "late=0.06",       "stall=0.02",         "clock_jump=0.02", "parked=0.04",
    "battery_low=0.1", "backup_only=0.1", "clock_drift=0.0001", "rollover=0.04",
};

std::string word_of(std::string_view fault) { return std::string(fault.substr(0, fault.find('='))); }

/// Where a fault means something: a clock that nobody can set does not jump, one without an end does not pass it, and what has no time
/// of its own cannot be told late.
bool makes_sense(std::string_view fault, const decoders::sim::Manner& manner, std::string_view protocol) {
    const bool moments = manner.clock == ClockBase::utc || manner.clock == ClockBase::local;
    if (fault == "clock_jump") return moments || manner.clock == ClockBase::day;
    if (fault == "clock_drift") return manner.clock != ClockBase::none;
    if (fault == "rollover") return manner.clock_end_us > 0;
    if (fault == "late" || fault == "stall") return manner.clock != ClockBase::none;
    if (fault == "battery_low") return protocol == "chronelec" || protocol == "raceresult" || protocol == "wiclax";
    return true;
}

/// Where the board is not the truth yet; printed as "open", and no passing is lost there. Times without a number that are set ahead are
/// taken for the future; a number that is late, where it cannot be asked for, for a new beginning; and laps without a clock come out too long.
bool is_open(std::string_view fault, std::string_view protocol) {
    const auto among = [protocol](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, protocol) != words.end();
    };
    if (protocol == "lines") return true;
    if (fault == "clock_jump") return among({"toolkit", "jchip", "ultra", "wiclax", "llrp"});
    if (fault == "late" || fault == "restart" || fault == "stall") return among({"p98", "laprf"});
    return fault == "backup_only";
}

/// "ok", or what was lost for good of all seeds.
std::string run_cell(const std::string& protocol, const std::string& fault) {
    std::size_t lost = 0;
    const char* chosen = std::getenv("CHICANE_SEED");
    const std::uint64_t first = chosen ? std::strtoull(chosen, nullptr, 10) : 1;
    for (std::uint64_t seed = first; seed < first + (chosen ? 1 : seeds()); ++seed) {
        INFO(protocol << ' ' << fault << " CHICANE_SEED=" << seed);
        HeardRace race({protocol, fault, seed, 8, 6, word_of(fault) == "backup_only"});
        race.run();
        if (is_open(word_of(fault), protocol)) return "open";
        CHECK(race.check() == "");
        if (protocol == "p98") CHECK(race.reported_lost() >= race.lost());
        lost += word_of(fault) == "backup_only" ? 0 : race.lost() + race.missed();
    }
    return lost == 0 ? "ok" : "-" + std::to_string(lost);
}

}  // namespace

TEST_CASE("with every fault on every protocol the board ends as the truth that could be known", "[faults]") {
    std::vector<std::string> words;
    for (const std::string_view word : decoders::sim::voices())
        if (decoders::codec::check_live(word) && word != "thcom" && word != "alge") words.emplace_back(word);
    std::cout << "crossings lost for good in " << seeds()
              << " races; ok: none; blank: makes no sense; open: misjudged\n"
              << std::left << std::setw(12) << "";
    for (const std::string& word : words)
        std::cout << std::setw(std::max<int>(5, static_cast<int>(word.size()) + 1)) << word;
    std::cout << '\n';
    for (const std::string fault : faults) {
        std::cout << std::setw(12) << word_of(fault);
        for (const std::string& word : words) {
            const bool runs = makes_sense(word_of(fault), decoders::sim::make_voice(word)->manner(), word);
            std::cout << std::setw(std::max<int>(5, static_cast<int>(word.size()) + 1))
                      << (runs ? run_cell(word, fault) : "");
        }
        std::cout << std::endl;
    }
}
