#include "web/host/config.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <date/tz.h>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include "decoders/link/device_uri.hpp"
#include "timing/limits.hpp"
#include "web/host/toml_table.hpp"

namespace chicane::web::host {
namespace {

using sessions::conductor::DeviceLoop;
using sessions::conductor::sectors_max;
using timing::LoopRole;

bool known_timezone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {  // the library's way of saying no
        return false;
    }
}

constexpr std::array<std::string_view, 2> locales{"fr", "en"};

bool is_currency(std::string_view code) {
    return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Ids stand in URLs and file names.
bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 32 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

std::string id_of(TomlTable& table) {
    std::string id = table.text("id");
    if (!id.empty() && !is_id(id))
        table.fault("id", fmt::format("expected at most 32 of a-z, 0-9, - and _, found \"{}\"", id));
    return id;
}

/// Of this machine, so in numbers: a name may mean several.
bool is_address(const std::string& host) {
    in6_addr ignored{};
    return host == "localhost" || inet_pton(AF_INET, host.c_str(), &ignored) == 1 ||
           inet_pton(AF_INET6, host.c_str(), &ignored) == 1;
}

std::optional<Endpoint> endpoint_of(TomlTable& table, std::string_view key, std::optional<std::string> fallback = {}) {
    const std::string text = table.text(key, std::move(fallback));
    const auto endpoint = parse_endpoint(text);
    if (!endpoint || !is_address(endpoint->host))
        table.fault(key, fmt::format("expected an address and a port: \"127.0.0.1:8080\", found \"{}\"", text));
    return endpoint;
}

/// 0 but for a sector's loop.
std::int32_t sector_of(TomlTable& table, LoopRole role) {
    const bool sector = role == LoopRole::sector;
    return static_cast<std::int32_t>(table.integer("sector", sector ? 1 : 0, sector ? sectors_max : 0,
                                                   sector ? std::nullopt : std::optional<std::int64_t>{0}));
}

std::vector<DeviceLoop> loops_of(TomlTable& decoder) {
    std::vector<TomlTable> tables = decoder.tables("loop");
    std::vector<DeviceLoop> loops;
    for (TomlTable& table : tables) {
        DeviceLoop& loop = loops.emplace_back();
        loop.name = table.text("name");
        loop.role = table.word<LoopRole>("role");
        loop.sector = sector_of(table, loop.role);
    }
    if (const auto at = sessions::conductor::first_of_a_taken_name(loops); at < loops.size())
        tables[at].fault("name", fmt::format("two loops are called \"{}\"", loops[at].name));
    return loops;
}

DecoderConfig decoder_of(TomlTable& table) {
    DecoderConfig decoder;
    decoder.id = id_of(table);
    decoder.uri = table.text("uri");
    if (const auto uri = decoders::link::parse_device_uri(decoder.uri); !uri && !decoder.uri.empty())
        table.fault("uri", uri.error().detail);
    decoder.role = table.word<LoopRole>("role", LoopRole::finish);
    decoder.sector = sector_of(table, decoder.role);
    if (table.has("loop")) decoder.loops = loops_of(table);
    return decoder;
}

/// Each word once, in the order of the file.
std::vector<sheets::Kind> print_at_end_of(TomlTable& table) {
    std::vector<sheets::Kind> kinds;
    for (const std::string& word : table.texts("print_at_end")) {
        const auto kind = sheets::kind_of(word);
        if (!kind)
            table.fault("print_at_end",
                        fmt::format("unknown sheet \"{}\"; known: {}", word, fmt::join(sheets::kind_words, ", ")));
        else if (std::ranges::find(kinds, *kind) == kinds.end())
            kinds.push_back(*kind);
    }
    return kinds;
}

/// No protocol of lights or kart control is public: the simulator is the one driver so far.
bool is_sim(TomlTable& output) {
    const std::string driver = output.text("driver");
    if (driver != "sim" && !driver.empty())
        output.fault("driver", fmt::format("unknown driver \"{}\"; known: sim", driver));
    return driver == "sim";
}

sessions::outputs::SimKartOptions kart_speed_of(TomlTable& output) {
    (void)is_sim(output);
    sessions::outputs::SimKartOptions options;
    options.seed = static_cast<std::uint64_t>(output.integer("seed", 0, INT64_MAX, 1));
    options.lost_percent = static_cast<std::int32_t>(output.integer("lost_percent", 0, 100, 0));
    options.silent_percent = static_cast<std::int32_t>(output.integer("silent_percent", 0, 100, 0));
    return options;
}

TrackConfig track_of(TomlTable& table) {
    TrackConfig track;
    track.id = id_of(table);
    track.name = table.text("name", track.id.empty() ? "-" : track.id);
    track.length_m = static_cast<std::int32_t>(table.integer("length_m", 0, 100'000, 0));
    track.min_lap_us = table.integer("min_lap_ms", 0, 3'600'000, 0) * 1000;
    track.protest_min = static_cast<std::int32_t>(table.integer("protest_min", 0, 1440, 0));
    track.open_practice_hide_min = static_cast<std::int32_t>(table.integer("open_practice_hide_min", 0, 1440, 10));
    if (table.has("sync_transponder"))
        track.sync_transponder = static_cast<std::uint64_t>(table.integer("sync_transponder", 1, INT64_MAX));
    track.print_at_end = print_at_end_of(table);
    if (table.has("lights")) {
        TomlTable lights = table.table("lights");
        track.sim_lights = is_sim(lights);
    }
    if (table.has("kart_speed")) {
        TomlTable kart_speed = table.table("kart_speed");
        track.sim_kart_speed = kart_speed_of(kart_speed);
    }
    for (TomlTable& decoder : table.tables("decoder")) track.decoders.push_back(decoder_of(decoder));
    if (table.has("rmonitor")) {
        TomlTable rmonitor = table.table("rmonitor");
        track.rmonitor = endpoint_of(rmonitor, "listen");
    }
    if (table.has("apex")) {
        // The WebSocket lies two ports above, polling four.
        track.apex_port = static_cast<std::uint16_t>(table.table("apex").integer("port", 1, 65'531));
    }
    return track;
}

void refuse_twice(const std::vector<TomlTable>& tables, const std::vector<TrackConfig>& tracks) {
    std::set<std::string> track_ids, decoder_ids;
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        TomlTable table = tables[i];
        if (!track_ids.insert(tracks[i].id).second)
            table.fault("id", fmt::format("two tracks are called \"{}\"", tracks[i].id));
        std::size_t at = 0;
        for (TomlTable& decoder : table.tables("decoder")) {
            const std::string& id = tracks[i].decoders[at++].id;
            if (!decoder_ids.insert(id).second) decoder.fault("id", fmt::format("two decoders are called \"{}\"", id));
        }
    }
    if (decoder_ids.size() > timing::decoders_max)
        TomlTable{tables.front()}.fault("", fmt::format("at most {} decoders", timing::decoders_max));
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        std::size_t loops = tracks[i].decoders.size();
        for (const DecoderConfig& decoder : tracks[i].decoders) loops += decoder.loops.size();
        if (loops > timing::loops_max)
            TomlTable{tables[i]}.fault("",
                                       fmt::format("at most {} loops, a decoder's own included", timing::loops_max));
    }
}

/// As the kernel writes an address, so that a proxy is known however it stands in the file. A name or a range would trust nobody,
/// and nobody would see why.
std::vector<std::string> proxies_of(TomlTable& web) {
    std::vector<std::string> proxies;
    for (const std::string& text : web.texts("trusted_proxies")) {
        std::array<unsigned char, sizeof(in6_addr)> bytes{};
        std::array<char, INET6_ADDRSTRLEN> plain{};
        const int family = text.find(':') == std::string::npos ? AF_INET : AF_INET6;
        if (inet_pton(family, text.c_str(), bytes.data()) != 1)
            web.fault("trusted_proxies",
                      fmt::format("expected addresses: [\"127.0.0.1\", \"::1\"], found \"{}\"", text));
        else if (inet_ntop(family, bytes.data(), plain.data(), plain.size()))
            proxies.emplace_back(plain.data());
    }
    return proxies;
}

Config config_of(TomlTable& root) {
    Config config;
    TomlTable centre = root.table("centre");
    config.name = centre.text("name", "Chicane");
    config.logo = centre.text_or_nothing("logo");
    if (std::error_code error; !config.logo.empty() && !std::filesystem::is_regular_file(config.logo, error))
        centre.fault("logo", fmt::format("no file \"{}\"; expected the whole path of a PNG or JPEG", config.logo));
    config.timezone = centre.text("timezone", "Europe/Paris");
    if (!known_timezone(config.timezone))
        centre.fault("timezone", "unknown time zone; expected a name such as \"Europe/Paris\"");
    config.currency = centre.text("currency", "EUR");
    if (!is_currency(config.currency)) centre.fault("currency", "expected a code of three capital letters: \"EUR\"");
    config.locale = centre.text("locale", "fr");
    if (std::ranges::find(locales, config.locale) == locales.end())
        centre.fault("locale",
                     fmt::format("unknown language \"{}\"; known: {}", config.locale, fmt::join(locales, ", ")));

    TomlTable web = root.table("web");
    config.web = endpoint_of(web, "listen", "127.0.0.1:8080").value_or(Endpoint{});
    config.trusted_proxies = proxies_of(web);

    auto tables = root.tables("track");
    if (tables.empty()) root.fault("track", "is missing; a centre has at least one [[track]]");
    if (tables.size() > tracks_max) root.fault("track", fmt::format("at most {} tracks", tracks_max));
    for (TomlTable& table : tables) config.tracks.push_back(track_of(table));
    if (!tables.empty()) refuse_twice(tables, config.tracks);

    if (root.has("rmonitor")) {
        TomlTable rmonitor = root.table("rmonitor");
        const auto listen = endpoint_of(rmonitor, "listen");
        if (!config.tracks.empty() && config.tracks.front().rmonitor)
            rmonitor.fault("listen", "the first track has [track.rmonitor] of its own; keep one of the two");
        else if (!config.tracks.empty())
            config.tracks.front().rmonitor = listen;
    }
    root.finish();
    return config;
}

std::expected<Config, std::string> checked(TomlFile file) {
    TomlTable root = file.root();
    Config config = config_of(root);
    if (file.first_fault()) return std::unexpected(*file.first_fault());
    return config;
}

}  // namespace

std::optional<Endpoint> parse_endpoint(std::string_view text) {
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view host = text.substr(0, colon);
    const std::string_view port = text.substr(colon + 1);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    Endpoint endpoint{std::string(host), 0};
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), endpoint.port);
    if (host.empty() || port.empty() || error != std::errc{} || end != port.data() + port.size()) return std::nullopt;
    return endpoint;
}

std::expected<Config, std::string> read_config(const std::string& path) {
    auto file = TomlFile::read(path);
    return file ? checked(*file) : std::unexpected(file.error());
}

std::expected<Config, std::string> parse_config(std::string_view text, const std::string& name) {
    auto file = TomlFile::parse(text, name);
    return file ? checked(*file) : std::unexpected(file.error());
}

}  // namespace chicane::web::host
