#include "decoders/link/scan.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <charconv>
#include <chrono>

#include "decoders/codec/codec.hpp"
#include "decoders/link/protocol_defaults.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;
using Error = boost::system::error_code;

std::expected<Network, std::string> parse_network(std::string_view text) {
    constexpr int bits = 32;
    const auto wrong = [&] {
        return std::unexpected("expected a network of IPv4 with a prefix from 22 to 32, e.g. 192.0.2.0/24, found \"" +
                               std::string(text) + "\"");
    };
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return wrong();
    Error error;
    const auto address = asio::ip::make_address_v4(text.substr(0, slash), error);
    const std::string_view digits = text.substr(slash + 1);
    int prefix = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
    if (error || read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return wrong();
    if (prefix < scan_prefix_min || prefix > bits) return wrong();
    const std::uint32_t size = std::uint32_t{1} << (bits - prefix);
    const std::uint32_t base = address.to_uint() & ~(size - 1);
    if (size <= 2) return Network{base, size};
    return Network{base + 1, size - 2};  // without the network's own address and the broadcast
}

std::vector<std::uint16_t> decoder_ports() {
    std::vector<std::uint16_t> ports;
    for (const codec::Protocol& protocol : codec::protocols()) {
        const ProtocolDefaults usual = defaults_of(protocol.word);
        for (const std::uint16_t port : {usual.tcp_port, usual.zmq_port})
            if (port != 0 && std::ranges::find(ports, port) == ports.end()) ports.push_back(port);
    }
    return ports;
}

struct Scan::Attempt {
    explicit Attempt(asio::io_context& io) : socket(io), limit(io) {}
    Tcp::socket socket;
    asio::steady_timer limit;
};

Scan::Scan(asio::io_context& io, Network network, std::vector<std::uint16_t> ports, Events events,
           std::vector<TcpTarget> left_out)
    : io_(io),
      limit_(io),
      network_(network),
      ports_(std::move(ports)),
      left_out_(std::move(left_out)),
      events_(std::move(events)),
      here_(std::make_shared<Scan*>(this)) {}

void Scan::start() {
    limit_.expires_after(std::chrono::milliseconds(scan_time_max_ms));
    limit_.async_wait([here = std::weak_ptr(here_)](const Error& error) {
        const auto scan = here.lock();
        if (!scan || error) return;
        const auto done = (*scan)->events_.done;
        (*scan)->stop();
        done(false);
    });
    go_on();
}

void Scan::stop() {
    here_.reset();
    limit_.cancel();
    for (auto& [number, attempt] : knocking_) {
        Error ignored;
        attempt->socket.close(ignored);
        attempt->limit.cancel();
    }
    knocking_.clear();
    listening_.clear();
    ended_.clear();
    open_.clear();
}

void Scan::go_on() {
    ended_.clear();
    const std::size_t all = network_.hosts * ports_.size();
    while (next_ < all && knocking_.size() < scan_connections_max) {
        const std::size_t number = next_++;
        if (std::ranges::find(left_out_, place(number)) == left_out_.end()) knock(number);
    }
    while (!open_.empty() && listening_.size() < scan_probes_max) {
        const std::size_t number = open_.front();
        open_.pop_front();
        listen(number);
    }
    if (next_ < all || !knocking_.empty() || !listening_.empty()) return;
    const auto done = events_.done;
    here_.reset();
    limit_.cancel();
    done(true);
}

TcpTarget Scan::place(std::size_t number) const {
    const auto host = static_cast<std::uint32_t>(number / ports_.size());
    return {asio::ip::address_v4(network_.first + host).to_string(), ports_[number % ports_.size()]};
}

void Scan::knock(std::size_t number) {
    const auto attempt = std::make_shared<Attempt>(io_);
    knocking_.emplace(number, attempt);
    const TcpTarget target = place(number);
    attempt->limit.expires_after(std::chrono::milliseconds(scan_connect_max_ms));
    attempt->limit.async_wait([attempt](const Error& error) {
        Error ignored;
        if (!error) attempt->socket.close(ignored);
    });
    attempt->socket.async_connect({asio::ip::make_address(target.host), target.port},
                                  [here = std::weak_ptr(here_), attempt, number](const Error& error) {
                                      attempt->limit.cancel();
                                      Error ignored;
                                      attempt->socket.close(ignored);
                                      if (const auto scan = here.lock()) (*scan)->answered(number, !error);
                                  });
}

void Scan::answered(std::size_t number, bool open) {
    knocking_.erase(number);
    if (open) open_.push_back(number);
    go_on();
}

void Scan::listen(std::size_t number) {
    ProbeOptions options;
    const TcpTarget target = place(number);
    options.uri.target = target;
    if (target.port == defaults_of("openstint").zmq_port) options.uri.target = ZmqTarget{target.host, target.port};
    options.time_ms = scan_listen_ms;
    options.until_certain = true;
    const auto heard = [here = std::weak_ptr(here_), number](const ProbeResult& result) {
        const auto scan = here.lock();
        if (!scan) return;
        (*scan)->events_.found(result);
        auto ended = (*scan)->listening_.extract(number);
        (*scan)->ended_.push_back(std::move(ended.mapped()));
        // From the loop, so that the probe's own call is over when the probe goes.
        asio::post((*scan)->io_, [here] {
            if (const auto again = here.lock()) (*again)->go_on();
        });
    };
    auto probe = std::make_unique<Probe>(io_, std::move(options), heard);
    Probe& started = *probe;
    listening_.emplace(number, std::move(probe));
    started.start();
}

}  // namespace chicane::decoders::link
