#include "decoders/link/uri_fields.hpp"

namespace chicane::decoders::link {

namespace {

constexpr std::uint32_t baud_min = 50;
constexpr std::uint32_t baud_max = 4'000'000;

UriOutcome read_speed(std::string_view text, double& to) {
    const auto speed = number_in<double>(text);
    if (!speed || !(*speed > 0 && *speed <= speed_max))
        return refused("speed: expected a number above 0 and up to 1000, found " + quoted(text));
    to = *speed;
    return {};
}

UriOutcome read_switch(std::string_view key, std::string_view text, std::optional<bool>& to) {
    if (text != "on" && text != "off") return refused(std::string(key) + ": expected on or off, found " + quoted(text));
    to = text == "on";
    return {};
}

UriOutcome unknown(std::string_view key, std::string_view more) {
    return refused("unknown option " + quoted(key) + "; known: protocol, speed" + std::string(more));
}

struct TargetOption {
    std::string_view key, value;

    UriOutcome operator()(UdpTarget& target) const {
        if (key == "peer") return read_endpoint(value, "peer: expected HOST:PORT", target.peer.emplace(Endpoint{}));
        return unknown(key, ", peer");
    }
    UriOutcome operator()(SerialTarget& target) const {
        if (key == "baud") return read_number(key, value, baud_min, baud_max, target.baud);
        if (key == "rts") return read_switch(key, value, target.rts);
        if (key == "dtr") return read_switch(key, value, target.dtr);
        return unknown(key, ", baud, rts, dtr");
    }
    UriOutcome operator()(SimTarget& target) const {
        sim::TrackOptions& track = target.track;
        if (key == "karts") return read_number(key, value, 1, sim::karts_max, track.karts);
        if (key == "laps") return read_number(key, value, 0, sim::laps_max, track.laps);
        if (key == "first_kart") return read_number(key, value, 1, sim::first_kart_max, track.first_kart);
        if (key == "grid_s") return read_number(key, value, 0, sim::grid_s_max, track.grid_s);
        if (key == "backup") return read_number(key, value, 0, 1, track.backup);
        if (key == "lap_ms") return read_number(key, value, sim::lap_ms_min, sim::lap_ms_max, track.lap_ms);
        if (key == "seed") return read_number<std::uint64_t>(key, value, 0, UINT64_MAX, track.seed);
        if (key != "faults") return unknown(key, ", karts, laps, seed, first_kart, grid_s, lap_ms, faults, backup");
        auto shares = sim::parse_faults(value);
        if (!shares) return refused("faults: " + shares.error());
        track.faults = *shares;
        return {};
    }
    UriOutcome operator()(auto&) const { return unknown(key, ""); }
};

}  // namespace

UriOutcome read_option(std::string_view key, std::string_view value, DeviceUri& uri) {
    if (key == "protocol") {
        uri.protocol = value;
        return {};
    }
    if (key == "speed") return read_speed(value, uri.speed);
    return std::visit(TargetOption{key, value}, uri.target);
}

}  // namespace chicane::decoders::link
