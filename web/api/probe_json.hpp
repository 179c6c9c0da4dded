// What was found at a place where a decoder may be, as JSON text. Pure.
#pragma once

#include <string>

#include "decoders/link/probe.hpp"
#include "decoders/link/serial_ports.hpp"

namespace chicane::web::api {

/// Which protocol speaks there, how sure that is, and how healthy it looks.
std::string probe_json(const decoders::link::ProbeResult& result);
/// The same, short: for one of many.
std::string scanned_json(const decoders::link::ProbeResult& result);
/// `device`: the source that has the port; empty: nobody.
std::string port_json(const decoders::link::SerialPort& port, const std::string& device);

}  // namespace chicane::web::api
