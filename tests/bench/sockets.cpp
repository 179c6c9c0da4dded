#include "tests/bench/sockets.hpp"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace chicane::bench {
namespace {

sockaddr_in local(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Socket no_delay(Socket socket) {
    const int on = 1;
    setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

std::size_t byte_at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

}  // namespace

void give_up(std::string_view what) {
    std::fprintf(stderr, "bench: %.*s: %s\n", static_cast<int>(what.size()), what.data(), std::strerror(errno));
    std::_Exit(1);
}

Socket::~Socket() {
    if (fd_ >= 0) close(fd_);
}

Socket listen_anywhere() {
    Socket socket(::socket(AF_INET, SOCK_STREAM, 0));
    const sockaddr_in address = local(0);
    if (bind(socket.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        listen(socket.fd(), 1024) != 0)
        give_up("listen");
    return socket;
}

std::uint16_t port_of(const Socket& socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    getsockname(socket.fd(), reinterpret_cast<sockaddr*>(&address), &size);
    return ntohs(address.sin_port);
}

Socket connect_to(std::uint16_t port) {
    Socket socket(::socket(AF_INET, SOCK_STREAM, 0));
    const sockaddr_in address = local(port);
    if (connect(socket.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) give_up("connect");
    return no_delay(std::move(socket));
}

Socket accept_one(const Socket& listener) {
    const int fd = accept(listener.fd(), nullptr, nullptr);
    if (fd < 0) give_up("accept");
    return no_delay(Socket(fd));
}

void write_all(const Socket& socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = send(socket.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) give_up("send");
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

std::string read_some(const Socket& socket) {
    std::string bytes(16'384, '\0');
    const ssize_t got = recv(socket.fd(), bytes.data(), bytes.size(), 0);
    if (got < 0) give_up("recv");
    bytes.resize(static_cast<std::size_t>(got));
    return bytes;
}

Socket open_websocket(std::uint16_t port, std::string_view path) {
    Socket socket = connect_to(port);
    write_all(socket, "GET " + std::string(path) +
                          " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    std::string answer;
    char byte = 0;
    while (!answer.ends_with("\r\n\r\n")) {
        if (recv(socket.fd(), &byte, 1, 0) != 1) give_up("upgrade");
        answer += byte;
    }
    if (!answer.starts_with("HTTP/1.1 101")) give_up(answer);
    return socket;
}

std::string FrameReader::take(std::size_t bytes) {
    while (buffer_.size() < bytes) {
        const std::string more = read_some(socket_);
        if (more.empty()) give_up("the server has closed");
        buffer_ += more;
    }
    std::string taken = buffer_.substr(0, bytes);
    buffer_.erase(0, bytes);
    return taken;
}

std::string FrameReader::next() {
    const std::string head = take(2);
    std::size_t length = byte_at(head, 1) & 0x7F;
    std::size_t more = length == 126 ? 2 : length == 127 ? 8 : 0;
    if (more > 0) length = 0;
    const std::string wide = take(more);
    for (std::size_t i = 0; i < more; ++i) length = length << 8 | byte_at(wide, i);
    return take(length);
}

}  // namespace chicane::bench
