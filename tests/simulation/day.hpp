// A simulated day at a centre: sessions and practice on one track with a main and a backup decoder, on the conductor itself,
// with a disk that lags, a server that is killed, and a network that delays, doubles and reorders. One seed, one day.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/sessions/conductor_case.hpp"
#include "tests/simulation/field.hpp"

namespace chicane::simulation {

class Day {
  public:
    explicit Day(std::uint64_t seed);

    /// Plans a session, drives it with all that can go wrong, and holds it against the truth. What differs; empty: nothing.
    std::string run_session(int number);
    /// At the end: every passing that happened is in the journal, and in one window.
    std::string check_whole();

  private:
    struct Arrival {
        timing::HostTime at;
        TruePassing passing;
    };
    void open();
    void kill();
    std::string restart_in_peace();
    void move_to(timing::HostTime at);
    void deliver(const TruePassing& passing);
    bool ask(sessions::conductor::Ask what);
    std::vector<Arrival> arrivals_of(const std::vector<TruePassing>& passings);
    void run(std::vector<Arrival> arrivals, const std::string& session);
    void act(const std::string& session, std::size_t done, std::size_t of);
    std::string check_session(const std::string& session);

    Dice dice_;
    std::int64_t clock_off_us_;  ///< the decoders' clock minus the host's
    sessions::conductor::MemoryJournal journal_;
    sessions::conductor::FakeClock clock_;
    sessions::conductor::MemorySink sink_;
    std::unique_ptr<sessions::conductor::Conductor> conductor_;
    std::vector<std::uint32_t> numbers_{0, 0};
    std::vector<TruePassing> happened_;   ///< all of the day
    std::vector<TruePassing> delivered_;  ///< what decoders have sent and can send again
    std::vector<std::string> sessions_;
    std::string fault_;
    bool assigned_ = false;
};

}  // namespace chicane::simulation
