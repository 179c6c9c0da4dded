#include "decoders/link/device_uri.hpp"

#include <charconv>
#include <optional>

#include "decoders/codec/codec.hpp"
#include "decoders/recording/files.hpp"

namespace chicane::decoders::link {

namespace {

using Outcome = std::expected<void, UriError>;

std::unexpected<UriError> refused(std::string detail) { return std::unexpected(UriError{std::move(detail)}); }

std::string quoted(std::string_view text) {
    std::string marked = "\"";
    marked += text;
    marked += '"';
    return marked;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// A whole number from least to most, into `to`.
template <class Number>
Outcome read(std::string_view key, std::string_view text, Number least, Number most, Number& to) {
    const auto number = number_in<Number>(text);
    if (!number || *number < least || *number > most)
        return refused(std::string(key) + ": expected a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most) + ", found " + quoted(text));
    to = *number;
    return {};
}

Outcome read_speed(std::string_view text, double& to) {
    const auto speed = number_in<double>(text);
    if (!speed || !(*speed > 0 && *speed <= speed_max))
        return refused("speed: expected a number above 0 and up to 1000, found " + quoted(text));
    to = *speed;
    return {};
}

Outcome read_sim(std::string_view key, std::string_view value, sim::TrackOptions& track) {
    if (key == "karts") return read(key, value, 1, sim::karts_max, track.karts);
    if (key == "laps") return read(key, value, 0, sim::laps_max, track.laps);
    if (key == "first_kart") return read(key, value, 1, sim::first_kart_max, track.first_kart);
    if (key == "grid_s") return read(key, value, 0, sim::grid_s_max, track.grid_s);
    if (key == "lap_ms") return read(key, value, sim::lap_ms_min, sim::lap_ms_max, track.lap_ms);
    if (key == "seed") return read<std::uint64_t>(key, value, 0, UINT64_MAX, track.seed);
    if (key == "faults") {
        auto shares = sim::parse_faults(value);
        if (!shares) return refused("faults: " + shares.error());
        track.faults = *shares;
        return {};
    }
    return refused("unknown option " + quoted(key) +
                   "; known: protocol, speed, karts, laps, seed, first_kart, grid_s, lap_ms, faults");
}

Outcome read_option(std::string_view key, std::string_view value, DeviceUri& uri) {
    if (key == "protocol") {
        if (auto live = codec::check_live(value); !live) return refused(live.error().detail);
        uri.protocol = value;
        return {};
    }
    if (key == "speed") return read_speed(value, uri.speed);
    if (auto* target = std::get_if<SimTarget>(&uri.target)) return read_sim(key, value, target->track);
    return refused("unknown option " + quoted(key) + "; known: protocol, speed");
}

/// A recording says itself what its decoder spoke.
bool names_recording(const DeviceUri& uri) {
    const auto* file = std::get_if<FileTarget>(&uri.target);
    return file && file->path.ends_with(recording::file_suffix);
}

Outcome read_options(std::string_view query, DeviceUri& uri) {
    while (!query.empty()) {
        const std::string_view item = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), item.size() + 1));
        const std::size_t equals = item.find('=');
        if (equals == std::string_view::npos) return refused("expected name=value, found " + quoted(item));
        if (auto good = read_option(item.substr(0, equals), item.substr(equals + 1), uri); !good) return good;
    }
    if (uri.protocol.empty() && !names_recording(uri)) return refused("protocol is missing: add protocol=p3");
    return {};
}

/// `host:port`, or `[2001:db8::1]:port`.
Outcome read_tcp(std::string_view place, TcpTarget& target) {
    const std::size_t colon = place.rfind(':');
    std::string_view host = place.substr(0, colon);
    if (colon == std::string_view::npos || host.empty())
        return refused("expected tcp://HOST:PORT, found " + quoted(place));
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    target.host = host;
    return read<std::uint16_t>("port", place.substr(colon + 1), 1, 65535, target.port);
}

/// Where it leads, without the options.
Outcome read_target(std::string_view text, DeviceUri& uri) {
    const auto after = [text](std::string_view scheme) { return text.substr(scheme.size()); };
    if (text.starts_with("tcp://")) return read_tcp(after("tcp://"), uri.target.emplace<TcpTarget>());
    if (text.starts_with("file:")) {
        std::string_view path = after("file:");
        if (path.starts_with("//")) path.remove_prefix(2);
        if (path.empty()) return refused("expected file:PATH, found " + quoted(text));
        uri.target.emplace<FileTarget>().path = path;
        return {};
    }
    if (text == "sim:") {
        uri.target.emplace<SimTarget>();
        return {};
    }
    return refused("expected tcp://HOST:PORT, file:PATH or sim:, found " + quoted(text));
}

}  // namespace

std::expected<DeviceUri, UriError> parse_device_uri(std::string_view text) {
    DeviceUri uri;
    const std::size_t question = text.find('?');
    const std::string_view query = question == std::string_view::npos ? "" : text.substr(question + 1);
    if (auto good = read_target(text.substr(0, question), uri); !good) return std::unexpected(good.error());
    if (auto good = read_options(query, uri); !good) return std::unexpected(good.error());
    return uri;
}

}  // namespace chicane::decoders::link
