// How the makers of decoders set them up: over what a protocol is usually heard, at which port and baud, and what it wants of a
// serial port's lines. What a URI leaves out is taken from here.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace chicane::decoders::link {

enum class Transport { none, tcp, tcp_listen, udp, serial, zmq };

struct ProtocolDefaults {
    std::string_view word;
    Transport transport = Transport::none;  ///< where the URI says none
    std::uint16_t tcp_port = 0;             ///< 0: there is no usual one; so below
    std::uint16_t listen_port = 0;
    std::uint16_t udp_port = 0;
    std::uint16_t zmq_port = 0;
    std::uint32_t baud = 0;
    std::optional<bool> rts = {};
};

/// Of an unknown word: nothing is usual.
ProtocolDefaults defaults_of(std::string_view protocol);

}  // namespace chicane::decoders::link
