// Looks for decoders in the LAN, when the owner asks for it: which addresses of a network take a connection at a port that decoders
// use, and what speaks there. Bounded in addresses, connections at a time and time; it sends nothing.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address_v4.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <expected>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "decoders/link/probe.hpp"

namespace chicane::decoders::link {

inline constexpr int scan_prefix_min = 22;  ///< 1,022 addresses: more than the LAN of any track
inline constexpr std::size_t scan_connections_max =
    64;                                            ///< at a time: a /24 in 15 s, and no switch takes it for an attack
inline constexpr std::size_t scan_probes_max = 8;  ///< at a time
inline constexpr std::int64_t scan_connect_max_ms = 500;  ///< in a LAN an answer takes one
inline constexpr std::int64_t scan_listen_ms = 6'000;     ///< a decoder's sign of life comes each five seconds
inline constexpr std::int64_t scan_time_max_ms = 180'000;

struct Network {
    std::uint32_t first = 0;  ///< address of the first host
    std::uint32_t hosts = 0;
    friend bool operator==(const Network&, const Network&) = default;
};

/// `192.0.2.0/24`, at most a /22. The error says what was expected.
std::expected<Network, std::string> parse_network(std::string_view text);

/// Where decoders of the table are usually reached over TCP, each port once.
std::vector<std::uint16_t> decoder_ports();

class Scan {
  public:
    /// They may not stop the scan from inside.
    struct Events {
        std::function<void(const ProbeResult&)> found;  ///< somebody listens there; the guess may be nothing
        std::function<void(bool in_time)> done;
    };

    /// `left_out`: where nobody may knock, e.g. a decoder of a running source, which may talk to one at a time.
    Scan(boost::asio::io_context& io, Network network, std::vector<std::uint16_t> ports, Events events,
         std::vector<TcpTarget> left_out = {});
    ~Scan() { stop(); }
    Scan(const Scan&) = delete;
    Scan& operator=(const Scan&) = delete;

    void start();
    void stop();

  private:
    using Tcp = boost::asio::ip::tcp;
    struct Attempt;

    void go_on();
    void knock(std::size_t number);
    void answered(std::size_t number, bool open);
    void listen(std::size_t number);
    TcpTarget place(std::size_t number) const;

    boost::asio::io_context& io_;
    boost::asio::steady_timer limit_;
    Network network_;
    std::vector<std::uint16_t> ports_;
    std::vector<TcpTarget> left_out_;
    Events events_;
    std::size_t next_ = 0;  ///< address and port, counted together
    std::map<std::size_t, std::shared_ptr<Attempt>> knocking_;
    std::deque<std::size_t> open_;  ///< still to be listened at
    std::map<std::size_t, std::unique_ptr<Probe>> listening_;
    std::vector<std::unique_ptr<Probe>> ended_;  ///< a probe cannot end inside its own call
    std::shared_ptr<Scan*> here_;                ///< gone with the scan, or when it has ended
};

}  // namespace chicane::decoders::link
