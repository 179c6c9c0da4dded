// `chicane ports`: the serial ports of this computer, by their USB identity.
#pragma once

#include <iosfwd>
#include <span>

#include "decoders/link/serial_ports.hpp"

namespace chicane::web::host {

/// A block of lines a port; with `json` one line each: path, by_id, vendor, product, serial, maker, name, guess, uri.
void print_ports(std::span<const decoders::link::SerialPort> ports, bool json, std::ostream& out);

int ports(bool json, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
