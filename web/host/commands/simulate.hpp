// `chicane simulate`: a simulated track, or a recording, as a decoder that speaks any protocol, on a port or a pseudo-terminal.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

namespace chicane::web::host {

/// As the options of the command line are called; what is text there is still text here, and is checked by simulate().
struct SimulateOptions {
    std::string protocol;
    /// `HOST:PORT`, `udp:HOST:PORT`, `zmq://HOST:PORT`, `pty` or `pty:PATH`; port 0: any free one, which is printed; PATH: a link to
    /// the terminal
    std::string listen = "127.0.0.1:5403";
    std::string connect;  ///< `HOST:PORT` of a centre that serves, instead of listening; empty: it listens
    std::int32_t karts = 12;
    std::int32_t laps = 0;  ///< each kart's, behind the crossing that starts the first; 0: without end
    std::uint64_t seed = 1;
    double speed = 1;                      ///< how many times faster than real simulated time runs
    std::string faults;                    ///< `drop,crc=0.05`
    std::string truth;                     ///< file, one JSON a line for every crossing; empty: none
    std::int32_t grid_s = 5;               ///< simulated seconds from the first client to the first crossing
    std::int32_t lap_ms = 42'000;          ///< of an ordinary kart with an ordinary driver
    std::int32_t first_kart = 1;           ///< number of the first kart
    std::optional<std::int64_t> start_us;  ///< simulated time at the begin; absent: the host's
    std::string from;                      ///< a capture whose passings are played instead of a simulated field
};

/// What `--help` says about the run: when it begins, when it ends.
inline constexpr const char* simulate_help =
    "Simulated time begins when the first client is there. Prints `listening WHERE` once it can be reached (on "
    "standard\n"
    "error: what to write into chicane.toml), and `done` when every kart has done its laps; then it goes on sending\n"
    "statuses and answering until SIGTERM or SIGINT, and exits with 0.\n"
    "WHERE: HOST:PORT, udp:HOST:PORT, zmq://HOST:PORT (openstint's publisher), pty (a pseudo-terminal) or pty:PATH "
    "(with\n"
    "a link to it that stays). Exporters and readers that call the centre: --connect HOST:PORT.\n"
    "Faults, each NAME or NAME=SHARE: drop duplicate crc noise split disconnect restart miss double weak unknown late\n"
    "stall clock_jump battery_low parked backup_only; for the whole run clock_drift (share of time) and rollover "
    "(share\n"
    "of an hour until the clock's end).\n"
    "Example: chicane simulate --protocol p3 --listen 127.0.0.1:5403 --karts 40 --laps 10 --seed 7 --speed 50 "
    "--faults drop,disconnect --truth truth.jsonl";

/// Runs until SIGTERM or SIGINT. The exit status: 0, or 2 with one line on `err`.
int simulate(const SimulateOptions& options, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
