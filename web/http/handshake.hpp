// The handshake of a WebSocket, RFC 6455 §4.2. Pure.
#pragma once

#include <optional>
#include <string>

#include "web/http/message.hpp"

namespace chicane::web::http {

/// Does the request ask for a WebSocket at all?
bool asks_for_websocket(const Request& request);

/// The value of Sec-WebSocket-Accept; nothing where the request is no handshake of version 13.
std::optional<std::string> accept_key(const Request& request);

}  // namespace chicane::web::http
