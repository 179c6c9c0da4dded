// The serial ports of this computer, by what their adapters say of themselves. Reads the system; find_port and guess_of are pure.
#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decoders/link/device_uri.hpp"

namespace chicane::decoders::link {

struct SerialPort {
    std::string path;   ///< /dev/ttyUSB0: may be another one after the next start
    std::string by_id;  ///< /dev/serial/by-id/…: stays; empty: it has none, or nobody looked
    std::optional<UsbPort> usb;
    std::string maker;
    std::string product;
    friend bool operator==(const SerialPort&, const SerialPort&) = default;
};

inline constexpr std::size_t serial_ports_max = 64;  ///< more are not looked at

/// In order of their paths, without the lasting names: a link that waits for its port looks every few seconds.
std::vector<SerialPort> list_serial_ports();

/// The same with the names that udev gives them for good.
std::vector<SerialPort> with_lasting_names(std::vector<SerialPort> ports,
                                           const std::filesystem::path& by_id = "/dev/serial/by-id");

/// The path of the port that is meant; the error says what is there instead.
std::expected<std::string, std::string> find_port(const UsbPort& wanted, std::span<const SerialPort> ports);

/// What it may be, in words: the decoder that its USB name tells of, or the chip of the adapter that one may hang behind.
std::string guess_of(const SerialPort& port);

/// How a configuration names it so that it is found wherever it is plugged in.
std::string uri_of(const SerialPort& port);

}  // namespace chicane::decoders::link
