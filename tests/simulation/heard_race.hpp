// A race as a centre hears it: a simulated field, decoders that speak a protocol with faults, lines, sources, and the conductor, all in
// simulated time. At the end the conductor's result is held against a naive twin that is told the truth.
#pragma once

#include <boost/asio/io_context.hpp>
#include <limits>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "decoders/link/source.hpp"
#include "sessions/log_event.hpp"
#include "tests/sessions/conductor_case.hpp"
#include "tests/simulation/wire.hpp"

namespace chicane::simulation {

struct RaceOptions {
    std::string protocol = "p3";
    std::string faults;
    std::uint64_t seed = 1;
    std::int32_t karts = 8;
    std::int32_t laps = 6;
    bool backup = false;               ///< a second decoder of the loop that hears everything
    std::int64_t for_us = 0;           ///< the race ends by time; 0: by laps
    std::string backup_protocol = {};  ///< empty: the same
};

/// Their records begin with no mark and end with no sum, so that a sign before one may be its own.
inline constexpr std::string_view bare_protocols[] = {"alge", "jchip", "ultra", "wiclax", "openstint", "lines"};

/// Why no software can know a crossing, or when it was.
enum class Unavoidable {
    none,
    unheard,    ///< no loop heard it
    spoilt,     ///< its bytes were lost or damaged on the way, and its decoder says a passing once
    gone,       ///< said while nobody was connected, by a decoder that says a passing once
    swallowed,  ///< noise became part of a record that has neither a mark nor a sum
    forgotten,  ///< its bytes were lost seconds before its decoder restarted, which remembers nothing and counts anew
    misdated,   ///< an exporter's clock was set back: until its pace shows that, it may be telling what it held back
};

/// On disk at once, and then only counted: a day of entries is no load on the test's memory.
class CountingJournal final : public sessions::conductor::MemoryJournal {
  public:
    bool append(const sessions::conductor::Entry& entry) override {
        durable_seq = entry.seq;
        passings += std::holds_alternative<sessions::conductor::PassingKept>(entry.body);
        return true;
    }
    std::size_t passings = 0;
};

class HeardRace final : public decoders::link::SourceEvents {
  public:
    explicit HeardRace(RaceOptions options);
    ~HeardRace() override;

    void run() { run_until(std::numeric_limits<std::int64_t>::max()); }
    /// Until so long after its begin, or its end; false: it has ended.
    bool run_until(std::int64_t after_us);
    /// What differs from the truth, of all that any software could know; empty: nothing.
    std::string check() const;
    /// The same for a long race, in one pass over the truth: laps and their times.
    std::string check_laps() const;

    std::size_t lost() const;    ///< crossings that the decoder heard and whose bytes never came whole
    std::size_t missed() const;  ///< crossings that no decoder heard
    std::size_t faults() const;
    std::map<Unavoidable, std::size_t> unavoidable() const;
    /// Times of crossings.
    std::set<std::int64_t> forgotten() const;
    /// What was lost though it could have been known, or was not reported; empty: nothing.
    std::string check_losses() const;
    /// Of photocells, whose crossings are nobody's: what differs between those that wait for an official and the truth.
    std::string check_crossings() const;
    bool has_alarm(sessions::conductor::AlarmKind kind) const;
    std::uint32_t reported_lost() const { return reported_lost_; }
    const decoders::link::SourceHealth& health() const { return sources_.front()->health(); }
    /// What the test itself keeps of what happened; no part of a centre.
    std::size_t truth_bytes() const;
    std::size_t kept() const { return journal_.passings; }
    std::size_t crossings() const { return heard_.front()->truth.size(); }

    void on_passing(const std::string& device, const decoders::link::ReceivedPassing& received) override;
    void on_health(const std::string& device, const decoders::link::SourceHealth& health) override;
    void on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) override;

  private:
    struct Heard {
        std::unique_ptr<decoders::sim::Decoder> decoder;
        std::vector<decoders::sim::Truth> truth;
        std::shared_ptr<Wire> wire;
        std::string protocol;
    };
    struct Span {
        std::int64_t from_us = 0;
        std::int64_t until_us = std::numeric_limits<std::int64_t>::max();
    };

    void add_decoder(const std::string& device, const std::string& protocol, const std::string& faults,
                     std::uint32_t number);
    void open_conductor();
    void plan_race();
    void step();
    bool over() const;
    bool asks_again() const;
    bool tells_again() const;
    timing::TransponderId tag(std::int32_t kart) const;
    std::vector<sessions::RawPassing> knowable() const;
    const Heard& best() const;
    Unavoidable cause_of(const decoders::sim::Truth& line) const;
    std::string check_told_by_number(const std::vector<std::uint32_t>& lost) const;
    std::string check_told_down() const;
    std::set<std::int64_t> misdated() const;
    std::multiset<Wire::Said>::const_iterator arrival_of(const decoders::sim::Truth& line,
                                                         const std::multiset<Wire::Said>& arrived) const;

    RaceOptions options_;
    Agenda agenda_;
    boost::asio::io_context never_run_;
    std::vector<std::unique_ptr<Heard>> heard_;
    std::vector<std::unique_ptr<decoders::link::Source>> sources_;
    CountingJournal journal_;
    sessions::conductor::FakeClock clock_;
    sessions::conductor::MemorySink sink_;
    std::unique_ptr<sessions::conductor::Conductor> conductor_;
    sessions::Setup setup_;
    std::uint32_t reported_lost_ = 0;
    std::vector<decoders::link::NumberRange> reported_;
    std::vector<Span> down_;  ///< as the first decoder's health told it
    std::int64_t tick_at_us_;
    std::int64_t end_us_ = std::numeric_limits<std::int64_t>::max();  ///< known once the last kart is home
};

}  // namespace chicane::simulation
