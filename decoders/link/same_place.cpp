#include "decoders/link/same_place.hpp"

#include <algorithm>
#include <filesystem>

namespace chicane::decoders::link {

namespace {

std::string real_path(const std::string& path) {
    std::error_code gone;
    const auto real = std::filesystem::canonical(path, gone);
    return gone ? path : real.string();
}

/// Empty: nothing is plugged in there.
std::string path_of(const SerialTarget& target, std::span<const SerialPort> ports) {
    if (const auto* usb = std::get_if<UsbPort>(&target.place)) return real_path(find_port(*usb, ports).value_or(""));
    return real_path(std::get<std::string>(target.place));
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Where we connect to.
std::optional<Endpoint> far_end(const DeviceUri& uri) {
    if (const auto* tcp = std::get_if<TcpTarget>(&uri.target)) return Endpoint{lower(tcp->host), tcp->port};
    if (const auto* zmq = std::get_if<ZmqTarget>(&uri.target)) return Endpoint{lower(zmq->host), zmq->port};
    return std::nullopt;
}

}  // namespace

bool same_place(const DeviceUri& left, const DeviceUri& right, std::span<const SerialPort> ports) {
    if (const auto far = far_end(left)) return far == far_end(right);
    if (left.target.index() != right.target.index()) return false;
    if (const auto* serial = std::get_if<SerialTarget>(&left.target)) {
        const auto& other = std::get<SerialTarget>(right.target);
        const std::string path = path_of(*serial, ports);
        return serial->place == other.place || (!path.empty() && path == path_of(other, ports));
    }
    if (const auto* udp = std::get_if<UdpTarget>(&left.target))
        return udp->port == std::get<UdpTarget>(right.target).port;
    if (const auto* served = std::get_if<TcpListenTarget>(&left.target))
        return served->port == std::get<TcpListenTarget>(right.target).port;
    return left == right;
}

}  // namespace chicane::decoders::link
