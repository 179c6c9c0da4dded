// Frames of RFC 6455 as bytes: what we send is read by any client, and hostile bytes close the connection with the right code.
#include "web/http/websocket_frame.hpp"

#include <catch2/catch.hpp>

using namespace chicane::web::http;

namespace {

std::string masked(std::uint8_t first, std::string_view payload, bool mask = true) {
    const std::string key = "\x11\x22\x33\x44";
    std::string bytes(1, static_cast<char>(first));
    const auto bit = static_cast<char>(mask ? 0x80 : 0);
    if (payload.size() < 126) {
        bytes += static_cast<char>(payload.size() | static_cast<unsigned char>(bit));
    } else {
        bytes += static_cast<char>(126 | static_cast<unsigned char>(bit));
        bytes += static_cast<char>(payload.size() >> 8);
        bytes += static_cast<char>(payload.size() & 0xFF);
    }
    if (mask) bytes += key;
    for (std::size_t i = 0; i < payload.size(); ++i)
        bytes += mask ? static_cast<char>(payload[i] ^ key[i % 4]) : payload[i];
    return bytes;
}

CloseCode violation_of(const std::string& bytes) {
    FrameParser parser;
    const auto events = parser.feed(bytes);
    REQUIRE(events.size() == 1);
    REQUIRE(std::holds_alternative<Violation>(events.front()));
    return std::get<Violation>(events.front()).code;
}

}  // namespace

TEST_CASE("a short text is framed with its length in one byte, unmasked") {
    CHECK(text_frame("hi") == std::string("\x81\x02hi", 4));
}

TEST_CASE("a longer text has its length in two bytes, the longest in eight") {
    CHECK(text_frame(std::string(1000, 'x')).substr(0, 4) == std::string("\x81\x7E\x03\xE8", 4));
    CHECK(text_frame(std::string(70'000, 'x')).substr(0, 10) == std::string("\x81\x7F\0\0\0\0\0\x01\x11\x70", 10));
}

TEST_CASE("a masked text is read whole at any cut of the stream") {
    const std::string bytes = masked(0x81, "{\"type\":\"snapshot\"}");
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        FrameParser parser;
        auto events = parser.feed(bytes.substr(0, cut));
        for (auto& event : parser.feed(bytes.substr(cut))) events.push_back(event);
        REQUIRE(events.size() == 1);
        CHECK(std::get<TextMessage>(events.front()).text == "{\"type\":\"snapshot\"}");
    }
}

TEST_CASE("fragments make one message, with a ping between them") {
    FrameParser parser;
    const auto events = parser.feed(masked(0x01, "snap") + masked(0x89, "p") + masked(0x80, "shot"));
    REQUIRE(events.size() == 2);
    CHECK(std::get<Ping>(events[0]).payload == "p");
    CHECK(std::get<TextMessage>(events[1]).text == "snapshot");
}

TEST_CASE("an unmasked frame breaks the protocol") {
    CHECK(violation_of(masked(0x81, "hi", false)) == CloseCode::protocol_error);
}

TEST_CASE("reserved bits, unknown opcodes and 64-bit lengths break the protocol") {
    CHECK(violation_of(masked(0xC1, "hi")) == CloseCode::protocol_error);
    CHECK(violation_of(masked(0x83, "hi")) == CloseCode::protocol_error);
    CHECK(violation_of(std::string("\x81\xFF\0\0\0\0\0\0\0\x01", 10)) == CloseCode::protocol_error);
}

TEST_CASE("a control frame may not be cut or long") {
    CHECK(violation_of(masked(0x09, "p")) == CloseCode::protocol_error);
    CHECK(violation_of(masked(0x89, std::string(126, 'p'))) == CloseCode::protocol_error);
}

TEST_CASE("a continuation continues something, and nothing else may come between") {
    CHECK(violation_of(masked(0x80, "hi")) == CloseCode::protocol_error);
    FrameParser parser;
    CHECK(std::holds_alternative<Violation>(parser.feed(masked(0x01, "a") + masked(0x81, "b")).back()));
}

TEST_CASE("a message longer than the bound is too big, also in fragments") {
    CHECK(violation_of(masked(0x81, std::string(message_max + 1, 'x'))) == CloseCode::too_big);
    FrameParser parser;
    const auto events = parser.feed(masked(0x01, std::string(message_max, 'x')) + masked(0x80, "y"));
    CHECK(std::get<Violation>(events.back()).code == CloseCode::too_big);
}

TEST_CASE("after a close nothing is read any more") {
    FrameParser parser;
    CHECK(parser.feed(masked(0x88, "") + masked(0x81, "hi")).size() == 1);
    CHECK(parser.feed(masked(0x81, "hi")).empty());
}
