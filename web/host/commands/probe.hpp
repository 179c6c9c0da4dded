// `chicane probe URI`: which protocol speaks there, and how healthy it is. `chicane probe --scan 192.0.2.0/24` looks for decoders in a
// network.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>

#include "decoders/link/probe.hpp"

namespace chicane::web::host {

struct ProbeCommand {
    std::string uri;
    std::string scan;   ///< a network in place of a URI
    std::string ports;  ///< of the scan, "5403,3601"; empty: those that decoders use
    bool active = false;
    bool json = false;
    std::int64_t seconds = decoders::link::probe_time_ms / 1'000;
};

/// One line with `json`, else some for people.
void print_probe(const decoders::link::ProbeResult& result, bool json, std::ostream& out);

/// The exit status: 0 when a protocol was named, 1 when not, 2 with one line on `err` for a wrong option.
int probe(const ProbeCommand& command, std::ostream& out, std::ostream& err);

}  // namespace chicane::web::host
