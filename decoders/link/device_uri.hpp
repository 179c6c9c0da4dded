// Where a decoder is heard, as one URI: `tcp://192.0.2.10:5403?protocol=p3`, `tcp-listen://0.0.0.0:3097?protocol=toolkit`,
// `udp://0.0.0.0:2008?protocol=chronelec&peer=192.0.2.20:2008`, `serial:///dev/ttyUSB0?protocol=chronelec&baud=19200`,
// `serial://usb:0403:6001:A9007QZW?protocol=rc2`, `zmq://192.0.2.30:5556?protocol=openstint`, `file:capture.bin?protocol=p3&speed=10`,
// `sim:?protocol=p3&karts=12&seed=7`, `manual:`. Port and baud may be left out where the protocol has usual ones; so may the transport:
// `192.0.2.10?protocol=raceresult`. Pure; nothing is opened.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "decoders/sim/options.hpp"

namespace chicane::decoders::link {

inline constexpr double speed_max = 1'000;  ///< beyond it a 4-second heartbeat comes every few ms

/// We connect.
struct TcpTarget {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const TcpTarget&, const TcpTarget&) = default;
};

/// We serve, at an address of this computer, or at all of them: 0.0.0.0. One sender at a time: one_sender.hpp.
struct TcpListenTarget {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const TcpListenTarget&, const TcpListenTarget&) = default;
};

struct Endpoint {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const Endpoint&, const Endpoint&) = default;
};

/// We hear datagrams at an address of this computer, or at all of them, and answer who sends; or only `peer`.
struct UdpTarget {
    std::string host;
    std::uint16_t port = 0;
    std::optional<Endpoint> peer;
    friend bool operator==(const UdpTarget&, const UdpTarget&) = default;
};

/// A port by what its adapter calls itself, wherever it is plugged in. Without a serial number: the only one of its kind.
struct UsbPort {
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    std::string serial;
    friend bool operator==(const UsbPort&, const UsbPort&) = default;
};

/// Raw, 8 bits, no parity, no flow control. Absent lines are left as the driver sets them.
struct SerialTarget {
    std::variant<std::string, UsbPort> place;  ///< a path, e.g. /dev/serial/by-id/…
    std::uint32_t baud = 0;                    ///< 0 only where a probe shall find it
    std::optional<bool> rts;
    std::optional<bool> dtr;
    friend bool operator==(const SerialTarget&, const SerialTarget&) = default;
};

/// We subscribe to all that a ZeroMQ publisher says.
struct ZmqTarget {
    std::string host;
    std::uint16_t port = 0;
    friend bool operator==(const ZmqTarget&, const ZmqTarget&) = default;
};

/// A capture, replayed once: a recording (`.cap`) as it came, bare bytes at the pace of their passings; `.hex`: a frame a line.
struct FileTarget {
    std::string path;
    friend bool operator==(const FileTarget&, const FileTarget&) = default;
};

/// A simulated track inside this process.
struct SimTarget {
    sim::TrackOptions track;
    friend bool operator==(const SimTarget&, const SimTarget&) = default;
};

/// Nothing is connected: people tell of passings.
struct ManualTarget {
    friend bool operator==(const ManualTarget&, const ManualTarget&) = default;
};

struct DeviceUri {
    std::variant<TcpTarget, TcpListenTarget, UdpTarget, SerialTarget, ZmqTarget, FileTarget, SimTarget, ManualTarget>
        target;
    std::string
        protocol;  ///< a word that codec::make_codec knows; empty: what a recording says of itself, what a probe finds
    double speed = 1;  ///< how many times faster than real the decoder's clock runs
    friend bool operator==(const DeviceUri&, const DeviceUri&) = default;
};

/// What is wrong and what was expected, in one line: `port: expected 1 to 65535, found "70000"`.
struct UriError {
    std::string detail;
};

/// Of a device that is to run: its protocol is named.
std::expected<DeviceUri, UriError> parse_device_uri(std::string_view text);

/// Of a place to listen at: which protocol speaks there may be left out, and a baud.
std::expected<DeviceUri, UriError> parse_probe_uri(std::string_view text);

/// As it is parsed, with what was left out filled in: parsing it again gives the same.
std::string to_text(const DeviceUri& uri);

/// A maker's or a product's number of USB as everybody writes it: `0403`.
std::string usb_text(std::uint16_t number);

/// `192.0.2.10:5403`, `[2001:db8::1]:5403`.
std::string to_text(const Endpoint& endpoint);

}  // namespace chicane::decoders::link
