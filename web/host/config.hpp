// A centre's configuration, `chicane.toml`, read and checked whole before anything is touched. contract.md, Configuration.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/device_loop.hpp"
#include "sessions/outputs/sim_kart_speed.hpp"
#include "timing/passing.hpp"
#include "web/sheets/facts.hpp"

namespace chicane::web::host {

/// Where a server listens; port 0: the system chooses one.
struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

struct DecoderConfig {
    std::string id;
    std::string uri;
    timing::LoopRole role = timing::LoopRole::finish;
    std::int32_t sector = 0;
    std::vector<sessions::conductor::DeviceLoop> loops;
};

struct TrackConfig {
    std::string id;
    std::string name;
    std::int32_t length_m = 0;
    std::int64_t min_lap_us = 0;
    std::int32_t protest_min = 0;                   ///< after the end of a session; 0: nobody says how long
    std::int32_t open_practice_hide_min = 10;       ///< 0: rows stay
    std::optional<std::uint64_t> sync_transponder;  ///< holds the clocks of its decoders together
    std::vector<DecoderConfig> decoders;
    std::vector<sheets::Kind> print_at_end;  ///< what is put into the data folder's prints/ when a session is over
    bool sim_lights = false;                 ///< the only driver of lights so far
    std::optional<sessions::outputs::SimKartOptions> sim_kart_speed;  ///< … and of what limits karts
    std::optional<Endpoint> rmonitor;
    std::optional<std::uint16_t> apex_port;
};

struct Config {
    std::string name;
    std::string logo;  ///< of printed sheets; empty: the mark of the house
    std::string timezone;
    std::string currency;
    std::string locale;
    Endpoint web;
    std::vector<std::string> trusted_proxies;  ///< addresses whose forwarded headers count
    std::vector<TrackConfig> tracks;           ///< at least one
};

inline constexpr std::size_t tracks_max = 16;  ///< more circuits than any centre has

/// The configuration, or one line: file, line, key, what was expected.
std::expected<Config, std::string> read_config(const std::string& path);
std::expected<Config, std::string> parse_config(std::string_view text, const std::string& name);

/// `host:port`, `[::1]:port`; nothing where it is neither.
std::optional<Endpoint> parse_endpoint(std::string_view text);

}  // namespace chicane::web::host
