#include "web/http/websocket_frame.hpp"

#include <array>

namespace chicane::web::http {
namespace {

constexpr std::uint8_t op_continuation = 0x0, op_text = 0x1, op_binary = 0x2, op_close = 0x8, op_ping = 0x9,
                       op_pong = 0xA;
constexpr std::uint8_t final_bit = 0x80, reserved_bits = 0x70, mask_bit = 0x80;
constexpr std::uint8_t length_16 = 126, length_64 = 127;
constexpr std::size_t control_max = 125;

/// A server does not mask.
std::string frame(std::uint8_t opcode, std::string_view payload) {
    std::string bytes;
    bytes.reserve(payload.size() + 10);
    bytes += static_cast<char>(final_bit | opcode);
    if (payload.size() < length_16) {
        bytes += static_cast<char>(payload.size());
    } else {
        const bool small = payload.size() <= 0xFFFF;
        bytes += static_cast<char>(small ? length_16 : length_64);
        for (int shift = small ? 8 : 56; shift >= 0; shift -= 8)
            bytes += static_cast<char>(payload.size() >> shift & 0xFF);
    }
    bytes += payload;
    return bytes;
}

}  // namespace

std::string text_frame(std::string_view payload) { return frame(op_text, payload); }
std::string pong_frame(std::string_view payload) { return frame(op_pong, payload.substr(0, control_max)); }
std::string ping_frame() { return frame(op_ping, {}); }

std::string close_frame(CloseCode code) {
    const auto number = static_cast<std::uint16_t>(code);
    const std::array<char, 2> payload{static_cast<char>(number >> 8), static_cast<char>(number & 0xFF)};
    return frame(op_close, {payload.data(), payload.size()});
}

std::vector<ClientEvent> FrameParser::feed(std::string_view bytes) {
    std::vector<ClientEvent> events;
    if (done_) return events;
    buffer_ += bytes;
    while (!done_ && next(events)) {
    }
    if (!events.empty() && std::holds_alternative<Violation>(events.back())) done_ = true;
    return events;
}

/// Takes one frame out of the buffer; false where none is whole yet.
bool FrameParser::next(std::vector<ClientEvent>& events) {
    constexpr std::size_t mask_bytes = 4;
    if (buffer_.size() < 2) return false;
    const auto at = [this](std::size_t i) { return static_cast<std::uint8_t>(buffer_[i]); };
    const std::uint8_t opcode = at(0) & 0x0FU;
    const bool last = (at(0) & final_bit) != 0;
    std::size_t length = at(1) & 0x7FU;
    const bool control = opcode >= op_close;
    if ((at(0) & reserved_bits) != 0 || (at(1) & mask_bit) == 0 || length == length_64 ||
        (control && (!last || length > control_max))) {
        events.emplace_back(Violation{CloseCode::protocol_error});
        return done_ = true, false;
    }
    std::size_t head = 2;
    if (length == length_16) {
        if (buffer_.size() < 4) return false;
        length = static_cast<std::size_t>(at(2)) << 8U | at(3);
        head = 4;
    }
    if (length + message_.size() > message_max) {
        events.emplace_back(Violation{CloseCode::too_big});
        return done_ = true, false;
    }
    if (buffer_.size() < head + mask_bytes + length) return false;
    std::string payload = buffer_.substr(head + mask_bytes, length);
    for (std::size_t i = 0; i < length; ++i)
        payload[i] = static_cast<char>(payload[i] ^ buffer_[head + i % mask_bytes]);
    buffer_.erase(0, head + mask_bytes + length);
    take(opcode, last, std::move(payload), events);
    return true;
}

void FrameParser::take(std::uint8_t opcode, bool last, std::string payload, std::vector<ClientEvent>& events) {
    switch (opcode) {
        case op_ping:
            events.emplace_back(Ping{std::move(payload)});
            return;
        case op_pong:
            events.emplace_back(Pong{});
            return;
        case op_close:
            done_ = true;
            events.emplace_back(Closed{});
            return;
        case op_text:
        case op_binary:
        case op_continuation:
            break;
        default:
            opcode = op_binary + 1;
    }
    // A continuation continues something, and nothing else may come between.
    if (opcode > op_binary || (opcode == op_continuation) != in_message_) {
        done_ = true;
        events.emplace_back(Violation{CloseCode::protocol_error});
        return;
    }
    message_ += payload;
    in_message_ = !last;
    if (!last) return;
    events.emplace_back(TextMessage{std::move(message_)});
    message_.clear();
}

}  // namespace chicane::web::http
