#include "decoders/link/protocol_defaults.hpp"

#include <algorithm>

namespace chicane::decoders::link {

namespace {

/// MYLAPS and AMB by their manuals; Chronelec, RACE RESULT, JChip, Ultra and the exporter by CrossMgr and metarace; Robitronic,
/// I-Lap and ZRound by their public descriptions; OpenStint and LapRF by their projects; LLRP by GS1.
// clang-format off
constexpr ProtocolDefaults table[] = {
    {.word = "p3", .transport = Transport::tcp, .tcp_port = 5403, .baud = 9600},
    {.word = "p98", .transport = Transport::tcp, .tcp_port = 5100, .baud = 9600},
    {.word = "rc2", .transport = Transport::serial, .baud = 9600},
    {.word = "ilap", .transport = Transport::serial, .baud = 9600, .rts = false},
    {.word = "chronelec", .transport = Transport::udp, .tcp_port = 2009, .udp_port = 2008, .baud = 19200},
    {.word = "thcom", .transport = Transport::serial, .baud = 9600, .rts = true},
    {.word = "alge", .transport = Transport::serial, .baud = 9600},
    {.word = "robitronic", .transport = Transport::serial, .baud = 38400},
    {.word = "zround", .transport = Transport::serial, .baud = 19200},
    {.word = "raceresult", .transport = Transport::tcp, .tcp_port = 3601},
    {.word = "toolkit", .transport = Transport::tcp_listen, .listen_port = 3097},
    {.word = "jchip", .transport = Transport::tcp_listen, .listen_port = 53135},
    {.word = "ultra", .transport = Transport::tcp, .tcp_port = 23},
    {.word = "wiclax", .transport = Transport::tcp_listen},
    {.word = "llrp", .transport = Transport::tcp, .tcp_port = 5084},
    {.word = "laprf", .transport = Transport::tcp, .tcp_port = 5403, .baud = 115200},
    {.word = "openstint", .transport = Transport::zmq, .zmq_port = 5556},
    {.word = "vstm", .transport = Transport::serial},
    {.word = "lines", .transport = Transport::serial},
};
// clang-format on

}  // namespace

ProtocolDefaults defaults_of(std::string_view protocol) {
    const auto* known = std::ranges::find(table, protocol, &ProtocolDefaults::word);
    return known == std::end(table) ? ProtocolDefaults{.word = protocol} : *known;
}

}  // namespace chicane::decoders::link
