#include "decoders/link/device_uri.hpp"

#include <boost/asio/ip/address.hpp>

#include "decoders/codec/codec.hpp"
#include "decoders/link/protocol_defaults.hpp"
#include "decoders/link/uri_fields.hpp"
#include "decoders/recording/files.hpp"
#include "decoders/sim/voice.hpp"

namespace chicane::decoders::link {

namespace {

enum class Purpose { device, probe };

constexpr std::string_view any_address = "0.0.0.0";
constexpr std::string_view manual_word = "manual";

/// A target with an address, at first perhaps without its port.
template <class Target>
UriOutcome read_place(std::string_view text, std::string_view expected, DeviceUri& uri) {
    Endpoint place;
    if (auto good = read_endpoint(text, expected, place); !good) return good;
    auto& target = uri.target.emplace<Target>();
    target.host = std::move(place.host);
    target.port = place.port;
    return {};
}

/// `usb:0403:6001` or `usb:0403:6001:A9007QZW`, or a path.
UriOutcome read_serial(std::string_view place, SerialTarget& target) {
    if (place.starts_with('/')) {
        target.place = std::string(place);
        return {};
    }
    constexpr std::string_view usb = "usb:";
    constexpr std::size_t id_digits = 4, serial_at = 10;  // 0403:6001:
    const auto wrong = [&] {
        return refused("expected serial:///dev/NAME or serial://usb:VENDOR:PRODUCT[:SERIAL], found " + quoted(place));
    };
    if (!place.starts_with(usb)) return wrong();
    const std::string_view id = place.substr(usb.size());
    if (id.size() < serial_at - 1 || id[id_digits] != ':') return wrong();
    if (id.size() > serial_at - 1 && (id[serial_at - 1] != ':' || id.size() == serial_at)) return wrong();
    UsbPort port;
    for (auto [at, to] : {std::pair{std::size_t{0}, &port.vendor}, std::pair{id_digits + 1, &port.product}}) {
        const char* begin = id.data() + at;
        const auto read = std::from_chars(begin, begin + id_digits, *to, 16);
        if (read.ec != std::errc{} || read.ptr != begin + id_digits) return wrong();
    }
    if (id.size() > serial_at) port.serial = id.substr(serial_at);
    target.place = std::move(port);
    return {};
}

/// Without a scheme: as the protocol is usually heard.
UriOutcome read_bare(std::string_view text, std::string_view protocol, DeviceUri& uri) {
    if (text.starts_with("/dev/")) return read_serial(text, uri.target.emplace<SerialTarget>());
    if (text.find("//") == std::string_view::npos && !text.empty() && !text.ends_with(':')) {
        switch (defaults_of(protocol).transport) {
            case Transport::tcp:
                return read_place<TcpTarget>(text, "expected HOST:PORT", uri);
            case Transport::tcp_listen:
                return read_place<TcpListenTarget>(text, "expected HOST:PORT", uri);
            case Transport::udp:
                return read_place<UdpTarget>(text, "expected HOST:PORT", uri);
            case Transport::zmq:
                return read_place<ZmqTarget>(text, "expected HOST:PORT", uri);
            case Transport::serial:
            case Transport::none:
                break;
        }
    }
    return refused(
        "expected tcp://HOST:PORT, tcp-listen://, udp://, serial://, zmq://, file:PATH, sim: or manual:, found " +
        quoted(text));
}

/// Where it leads, without the options.
UriOutcome read_target(std::string_view text, std::string_view protocol, DeviceUri& uri) {
    const auto takes = [&, whole = text](std::string_view scheme) {
        if (!whole.starts_with(scheme)) return false;
        text = whole.substr(scheme.size());
        return true;
    };
    if (takes("tcp://")) return read_place<TcpTarget>(text, "expected tcp://HOST:PORT", uri);
    if (takes("tcp-listen://")) return read_place<TcpListenTarget>(text, "expected tcp-listen://HOST:PORT", uri);
    if (takes("udp://")) return read_place<UdpTarget>(text, "expected udp://HOST:PORT", uri);
    if (takes("zmq://")) return read_place<ZmqTarget>(text, "expected zmq://HOST:PORT", uri);
    if (takes("serial://")) return read_serial(text, uri.target.emplace<SerialTarget>());
    if (takes("file:")) {
        if (text.starts_with("//")) text.remove_prefix(2);
        if (text.empty()) return refused("expected file:PATH, found \"file:\"");
        uri.target.emplace<FileTarget>().path = text;
        return {};
    }
    if (text == "sim:") {
        uri.target.emplace<SimTarget>();
        return {};
    }
    if (text == "manual:") {
        uri.target.emplace<ManualTarget>();
        uri.protocol = manual_word;
        return {};
    }
    return read_bare(text, protocol, uri);
}

template <class Sink>
UriOutcome for_options(std::string_view query, Sink sink) {
    while (!query.empty()) {
        const std::string_view item = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), item.size() + 1));
        const std::size_t equals = item.find('=');
        if (equals == std::string_view::npos) return refused("expected name=value, found " + quoted(item));
        if (auto good = sink(item.substr(0, equals), item.substr(equals + 1)); !good) return good;
    }
    return {};
}

/// A recording says itself what its decoder spoke.
bool names_recording(const DeviceUri& uri) {
    const auto* file = std::get_if<FileTarget>(&uri.target);
    return file && file->path.ends_with(recording::file_suffix);
}

UriOutcome check_protocol(const DeviceUri& uri, Purpose purpose) {
    const std::string& word = uri.protocol;
    if (word.empty() && names_recording(uri)) return {};
    if (std::holds_alternative<ManualTarget>(uri.target) != (word == manual_word))
        return refused("protocol: manual is that of manual:, which has no other");
    if (word.empty() && purpose == Purpose::probe) return {};
    if (word.empty()) return refused("protocol is missing: add protocol=p3");
    if (auto known = codec::make_codec(word); !known) return refused(known.error().detail);
    if (std::holds_alternative<SimTarget>(uri.target) && !sim::make_voice(word))
        return refused("protocol: " + quoted(std::string_view(word)) + " cannot be simulated");
    return {};
}

/// Datagrams are taken from an address; a name would have to be looked up again whenever it moves.
bool is_address(const std::string& host) {
    boost::system::error_code strange;
    boost::asio::ip::make_address(host, strange);
    return !strange;
}

/// What the URI left out, as usual for its protocol.
struct Filled {
    const ProtocolDefaults& usual;
    Purpose purpose;

    UriOutcome operator()(TcpTarget& target) const {
        if (target.host.empty()) return refused("expected tcp://HOST:PORT, found no host");
        return port(target.port, usual.tcp_port);
    }
    UriOutcome operator()(TcpListenTarget& target) const {
        if (target.host.empty()) target.host = any_address;
        return port(target.port, usual.listen_port);
    }
    UriOutcome operator()(UdpTarget& target) const {
        if (target.peer && target.peer->host.empty()) return refused("peer: expected HOST:PORT, found no host");
        if (target.peer && !is_address(target.peer->host))
            return refused("peer: expected an address, found " + quoted(std::string_view(target.peer->host)));
        if (target.host.empty()) target.host = any_address;
        if (auto good = port(target.port, usual.udp_port); !good) return good;
        if (target.peer && target.peer->port == 0) target.peer->port = target.port;
        return {};
    }
    UriOutcome operator()(ZmqTarget& target) const {
        if (target.host.empty()) return refused("expected zmq://HOST:PORT, found no host");
        return port(target.port, usual.zmq_port);
    }
    UriOutcome operator()(SerialTarget& target) const {
        if (target.baud == 0) target.baud = usual.baud;
        if (!target.rts) target.rts = usual.rts;
        if (target.baud == 0 && purpose == Purpose::device) return refused("baud is missing: add baud=9600 or so");
        return {};
    }
    UriOutcome operator()(auto&) const { return {}; }

    static UriOutcome port(std::uint16_t& given, std::uint16_t usual_port) {
        if (given == 0) given = usual_port;
        if (given == 0) return refused("port is missing: the protocol has no usual one, write HOST:PORT");
        return {};
    }
};

std::expected<DeviceUri, UriError> parse(std::string_view text, Purpose purpose) {
    DeviceUri uri;
    const std::size_t question = text.find('?');
    const std::string_view query = question == std::string_view::npos ? "" : text.substr(question + 1);
    std::string_view protocol;
    const auto split = for_options(query, [&](std::string_view key, std::string_view value) -> UriOutcome {
        if (key == "protocol") protocol = value;
        return {};
    });
    if (auto good = read_target(text.substr(0, question), protocol, uri); !good) return std::unexpected(good.error());
    if (!split) return std::unexpected(split.error());
    const auto into = [&](std::string_view key, std::string_view value) { return read_option(key, value, uri); };
    if (auto good = for_options(query, into); !good) return std::unexpected(good.error());
    if (auto good = check_protocol(uri, purpose); !good) return std::unexpected(good.error());
    const ProtocolDefaults usual = defaults_of(uri.protocol);
    if (auto good = std::visit(Filled{usual, purpose}, uri.target); !good) return std::unexpected(good.error());
    return uri;
}

}  // namespace

UriOutcome read_endpoint(std::string_view text, std::string_view expected, Endpoint& to) {
    std::string_view host = text, port;
    const std::size_t bracket = text.starts_with('[') ? text.find(']') : std::string_view::npos;
    const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const bool strange = text.starts_with('[') && bracket == std::string_view::npos;
    if (strange || host.find_first_of("/@ ") != std::string_view::npos)
        return refused(std::string(expected) + ", found " + quoted(text));
    if (colon != std::string_view::npos) {
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
        if (auto good = read_number<std::uint16_t>("port", port, 1, 65535, to.port); !good) return good;
    }
    if (bracket != std::string_view::npos) {
        if (bracket + 1 != host.size()) return refused(std::string(expected) + ", found " + quoted(text));
        host = host.substr(1, bracket - 1);
    }
    to.host = host;
    return {};
}

std::expected<DeviceUri, UriError> parse_device_uri(std::string_view text) { return parse(text, Purpose::device); }

std::expected<DeviceUri, UriError> parse_probe_uri(std::string_view text) { return parse(text, Purpose::probe); }

}  // namespace chicane::decoders::link
