// How listeners come to a simulated decoder: they connect to it, it connects to the centre, they send it datagrams, they subscribe to
// it over ZeroMQ, or they open the other side of a pseudo-terminal. A door tells who came, what they said and who left; a client is written to in order.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <variant>

#include "decoders/sim/decoder.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::decoders::sim {

/// A client that does not read is cut off: a real decoder has no more memory for it either.
inline constexpr std::size_t client_waiting_bytes_max = 8 * 1024 * 1024;
inline constexpr std::size_t request_read_bytes = 4 * 1024;
inline constexpr std::int64_t come_again_ms =
    500;  ///< from a hang-up until it dials again, or until the terminal is there again
inline constexpr std::int64_t terminal_look_ms = 20;  ///< between looks whether somebody has opened the terminal

/// Clients connect to us; port 0: any free one.
struct TcpServe {
    std::string host;
    std::uint16_t port = 0;
};
/// We connect, again and again.
struct TcpDial {
    std::string host;
    std::uint16_t port = 0;
};
/// Who sends a datagram is a client.
struct UdpServe {
    std::string host;
    std::uint16_t port = 0;
};
/// A pseudo-terminal; `path`: a link to it that stays when it is plugged out and in again, empty: none.
struct Terminal {
    std::string path;
};
/// Who subscribes over ZeroMQ hears; port 0: any free one.
struct ZmqServe {
    std::string host;
    std::uint16_t port = 0;
};
using Place = std::variant<TcpServe, TcpDial, UdpServe, Terminal, ZmqServe>;

class Client {
  public:
    virtual ~Client() = default;
    virtual void send(codec::Bytes bytes) = 0;
    /// Breaks the connection once what waits is written. False: there is none that could break.
    virtual bool hang_up() = 0;
    virtual void close() = 0;
};

class DoorEvents {
  public:
    virtual ~DoorEvents() = default;
    /// Its id; absent: there are clients_max already.
    virtual std::optional<ClientId> came(std::shared_ptr<Client> client) = 0;
    virtual void said(ClientId client, std::span<const std::byte> bytes) = 0;
    virtual void left(ClientId client) = 0;
};

class Door {
  public:
    virtual ~Door() = default;
    /// Where it is: `host:port`, or a terminal's path; or why not.
    virtual std::expected<std::string, std::string> open() = 0;
    virtual void close() = 0;
};

/// `events` outlives the door, or it is closed before.
std::shared_ptr<Door> make_door(boost::asio::io_context& io, const Place& place, DoorEvents& events);

}  // namespace chicane::decoders::sim
