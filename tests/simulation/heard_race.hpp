// A race as a centre hears it: a simulated field, decoders that speak a protocol with faults, lines, sources, and the conductor, all in
// simulated time. At the end the conductor's result is held against a naive twin that is told the truth.
#pragma once

#include <boost/asio/io_context.hpp>
#include <limits>
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
    bool backup = false;      ///< a second decoder of the loop that hears everything
    std::int64_t for_us = 0;  ///< the race ends by time; 0: by laps
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
    std::uint32_t reported_lost() const { return reported_lost_; }
    const decoders::link::SourceHealth& health() const { return sources_.front()->health(); }
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
    };

    void add_decoder(const std::string& device, const std::string& faults, std::uint32_t number);
    void open_conductor();
    void plan_race();
    void step();
    bool over() const;
    bool asks_again() const;
    timing::TransponderId tag(std::int32_t kart) const;
    std::vector<sessions::RawPassing> knowable() const;
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
    std::int64_t tick_at_us_;
    std::int64_t end_us_ = std::numeric_limits<std::int64_t>::max();  ///< known once the last kart is home
};

}  // namespace chicane::simulation
