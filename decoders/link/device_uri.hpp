// Where a decoder is heard, as one URI: `tcp://192.0.2.10:5403?protocol=p3`, `file:capture.bin?protocol=p3&speed=10`,
// `sim:?protocol=p3&karts=12&seed=7`. Parsing is pure; nothing is opened.
#pragma once

#include <cstdint>
#include <expected>
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

struct DeviceUri {
    std::variant<TcpTarget, FileTarget, SimTarget> target;
    std::string protocol;  ///< a word that codec::make_codec knows; empty: what a recording says of itself
    double speed = 1;      ///< how many times faster than real the decoder's clock runs
    friend bool operator==(const DeviceUri&, const DeviceUri&) = default;
};

/// What is wrong and what was expected, in one line: `port: expected 1 to 65535, found "70000"`.
struct UriError {
    std::string detail;
};

std::expected<DeviceUri, UriError> parse_device_uri(std::string_view text);

}  // namespace chicane::decoders::link
