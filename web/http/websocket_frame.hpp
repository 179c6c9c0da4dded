// WebSocket frames, RFC 6455: whole frames out, ready to be sent to any number of viewers, and a parser of the small frames that
// viewers send. Pure. A client must mask, may not use reserved bits, and has nothing to say that needs more than message_max.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chicane::web::http {

inline constexpr std::size_t message_max = 4096;  ///< a client asks for a snapshot or signs in; both are shorter

enum class CloseCode : std::uint16_t { normal = 1000, going_away = 1001, protocol_error = 1002, too_big = 1009 };

std::string text_frame(std::string_view payload);
std::string pong_frame(std::string_view payload);
std::string ping_frame();
std::string close_frame(CloseCode code);

struct TextMessage {
    std::string text;
};
struct Ping {
    std::string payload;
};
struct Pong {};
struct Closed {};
/// The stream is broken: send the close and read no more.
struct Violation {
    CloseCode code;
};
using ClientEvent = std::variant<TextMessage, Ping, Pong, Closed, Violation>;

/// Any cut of the stream gives the same events. After a Violation or Closed it gives none.
class FrameParser {
  public:
    std::vector<ClientEvent> feed(std::string_view bytes);

  private:
    bool next(std::vector<ClientEvent>& events);
    void take(std::uint8_t opcode, bool last, std::string payload, std::vector<ClientEvent>& events);

    std::string buffer_;
    std::string message_;  ///< the fragments so far of a message that is cut into several frames
    bool in_message_ = false;
    bool done_ = false;
};

}  // namespace chicane::web::http
