// Whether two URIs mean the same decoder, so that nobody listens where a source does: many decoders talk to one at a time. Follows
// links in /dev; opens nothing.
#pragma once

#include <span>

#include "decoders/link/device_uri.hpp"
#include "decoders/link/serial_ports.hpp"

namespace chicane::decoders::link {

/// The same serial port by whichever of its names; the same host and port, over TCP or ZeroMQ; the same port that is served, at
/// whichever address of ours. Host names are compared as they are written, none is looked up. `ports`: what is plugged in.
bool same_place(const DeviceUri& left, const DeviceUri& right, std::span<const SerialPort> ports);

}  // namespace chicane::decoders::link
