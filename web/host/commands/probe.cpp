#include "web/host/commands/probe.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <charconv>
#include <optional>
#include <ostream>

#include "decoders/link/capture_file.hpp"
#include "decoders/link/scan.hpp"

namespace chicane::web::host {

namespace {

namespace link = decoders::link;
constexpr std::int64_t seconds_max = 3'600;
constexpr int bad_input = 2;

int refuse(std::ostream& err, std::string_view why) {
    err << "chicane probe: " << why << '\n';
    return bad_input;
}

/// A capture is all there: read at once.
int probe_file(const link::DeviceUri& uri, const std::string& path, bool json, std::ostream& out, std::ostream& err) {
    decoders::codec::Guesser guesser;
    const auto read = link::read_capture(path, [&](const link::CapturePiece& piece) {
        guesser.feed(piece.bytes);
        if (piece.ends) guesser.finish();
    });
    if (!read) return refuse(err, read.error().detail);
    if (const std::string gaps = link::gaps_text(*read); !gaps.empty())
        err << "chicane probe: " << path << ": " << gaps << '\n';
    guesser.finish();
    link::ProbeResult result{uri, guesser.guess(), 0, true, ""};
    result.uri.protocol = result.guess.word;
    print_probe(result, json, out);
    return result.guess.word.empty() ? 1 : 0;
}

int probe_link(link::ProbeOptions options, bool json, std::ostream& out) {
    boost::asio::io_context io;
    link::ProbeResult found;
    link::Probe probe(io, std::move(options), [&](const link::ProbeResult& result) {
        found = result;
        io.stop();
    });
    probe.start();
    io.run();
    print_probe(found, json, out);
    return found.guess.word.empty() ? 1 : 0;
}

std::optional<std::vector<std::uint16_t>> ports_in(std::string_view list) {
    constexpr std::size_t ports_max = 64;
    std::vector<std::uint16_t> ports;
    while (!list.empty() && ports.size() < ports_max) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        std::uint16_t port = 0;
        const auto read = std::from_chars(item.data(), item.data() + item.size(), port);
        if (read.ec != std::errc{} || read.ptr != item.data() + item.size() || port == 0) return std::nullopt;
        ports.push_back(port);
    }
    return ports;
}

int scan(const ProbeCommand& command, std::ostream& out, std::ostream& err) {
    const auto network = link::parse_network(command.scan);
    if (!network) return refuse(err, "--scan: " + network.error());
    if (!command.uri.empty() || command.active) return refuse(err, "--scan: takes neither a URI nor --active");
    auto ports = ports_in(command.ports);
    if (!ports)
        return refuse(err, "--ports: expected port numbers with commas between, found \"" + command.ports + "\"");
    if (ports->empty()) ports = link::decoder_ports();
    boost::asio::io_context io;
    bool any = false;
    bool whole = true;
    link::Scan scan(io, *network, *ports,
                    {[&](const link::ProbeResult& result) {
                         print_probe(result, command.json, out);
                         out.flush();
                         any = true;
                     },
                     [&](bool in_time) {
                         whole = in_time;
                         io.stop();
                     }});
    scan.start();
    io.run();
    if (!whole) err << "chicane probe: the scan's time was over before all was looked at: take a smaller network\n";
    return any ? 0 : 1;
}

}  // namespace

int probe(const ProbeCommand& command, std::ostream& out, std::ostream& err) {
    if (!command.scan.empty()) return scan(command, out, err);
    if (command.uri.empty()) return refuse(err, "a URI is missing, or --scan NETWORK; see chicane probe --help");
    const auto uri = link::parse_probe_uri(command.uri);
    if (!uri) return refuse(err, uri.error().detail);
    if (command.seconds < 1 || command.seconds > seconds_max)
        return refuse(err, "--seconds: expected a whole number from 1 to 3600");
    if (const auto* file = std::get_if<link::FileTarget>(&uri->target))
        return probe_file(*uri, file->path, command.json, out, err);
    if (std::holds_alternative<link::SimTarget>(uri->target))
        return refuse(err, "sim: needs no probe: it speaks as told");
    if (std::holds_alternative<link::ManualTarget>(uri->target))
        return refuse(err, "manual: needs no probe: people tell of passings, and no bytes come");
    if (command.active) {
        const auto said = link::said_by_probe(uri->protocol);
        if (uri->protocol.empty()) return refuse(err, "--active: say which protocol to speak, e.g. ?protocol=p3");
        if (said.empty()) return refuse(err, "--active: " + uri->protocol + " has nothing that could be asked");
        err << "chicane probe: sends what " << uri->protocol << " says first: " << said << '\n';
    }
    constexpr std::int64_t second_ms = 1'000;
    return probe_link({*uri, command.active, command.seconds * second_ms, false}, command.json, out);
}

}  // namespace chicane::web::host
