// Plain sockets for benchmarks: blocking, on 127.0.0.1, and a reader of a live feed that does as little as one can. What fails ends the program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chicane::bench {

/// A descriptor that is closed at the end of its life.
class Socket {
  public:
    explicit Socket(int fd) : fd_(fd) {}
    ~Socket();
    Socket(Socket&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
    Socket& operator=(Socket&&) = delete;
    int fd() const { return fd_; }

  private:
    int fd_;
};

Socket listen_anywhere();
std::uint16_t port_of(const Socket& socket);
Socket connect_to(std::uint16_t port);
Socket accept_one(const Socket& listener);
void write_all(const Socket& socket, std::string_view bytes);
/// What is there, at least one byte; empty: the other side has closed.
std::string read_some(const Socket& socket);

/// A WebSocket to a path of a server on a port.
Socket open_websocket(std::uint16_t port, std::string_view path);

/// Reads a server's frames one after the other.
class FrameReader {
  public:
    explicit FrameReader(const Socket& socket) : socket_(socket) {}
    std::string next();

  private:
    std::string take(std::size_t bytes);
    const Socket& socket_;
    std::string buffer_;
};

[[noreturn]] void give_up(std::string_view what);

}  // namespace chicane::bench
