#include "decoders/link/zmtp.hpp"

#include <algorithm>

#include "decoders/codec/text_write.hpp"

namespace chicane::decoders::link {

namespace {

using codec::Bytes;

constexpr std::size_t greeting_bytes = 64;
constexpr std::size_t mechanism_at = 12, mechanism_bytes = 20;
constexpr std::byte signature_begin{0xff}, signature_end{0x7f};
constexpr std::size_t signature_end_at = 9, version_at = 10;
constexpr std::byte version_major{3};

constexpr std::byte flag_more{1}, flag_long{2}, flag_command{4};
constexpr std::size_t short_head = 2, long_head = 9;

bool has(std::byte flags, std::byte flag) { return (flags & flag) != std::byte{0}; }

Bytes frame(std::byte flags, std::string_view body) {
    Bytes bytes{flags, static_cast<std::byte>(body.size())};
    const Bytes text = codec::bytes_of(body);
    bytes.insert(bytes.end(), text.begin(), text.end());
    return bytes;
}

std::string_view text_of(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

Bytes Zmtp::greeting() {
    Bytes bytes(greeting_bytes);
    bytes[0] = signature_begin;
    bytes[signature_end_at] = signature_end;
    bytes[version_at] = version_major;
    std::ranges::copy(codec::bytes_of("NULL"), bytes.begin() + mechanism_at);
    return bytes;
}

void Zmtp::feed(std::span<const std::byte> bytes, Bytes& messages) {
    if (state_ == State::refused) return;
    kept_.insert(kept_.end(), bytes.begin(), bytes.end());
    while (state_ == State::greeting ? take_greeting() : state_ != State::refused && take_frame(messages)) {
    }
    if (state_ == State::refused) kept_.clear();
}

void Zmtp::refuse(std::string_view why) {
    state_ = State::refused;
    reason_ = why;
}

bool Zmtp::take_greeting() {
    if (!kept_.empty() && kept_[0] != signature_begin) refuse("no ZeroMQ publisher: is the port right?");
    if (state_ == State::refused || kept_.size() < greeting_bytes) return false;
    const auto mechanism = std::span(kept_).subspan(mechanism_at, mechanism_bytes);
    if (kept_[signature_end_at] != signature_end)
        refuse("no ZeroMQ publisher: is the port right?");
    else if (kept_[version_at] < version_major)
        refuse("its ZeroMQ is older than 4.0");
    else if (!text_of(mechanism).starts_with(std::string_view("NULL\0", 5)))
        refuse("it wants encryption, which is not known here");
    if (state_ == State::refused) return false;
    using namespace std::string_view_literals;
    state_ = State::handshake;
    replies_ = frame(flag_command, "\5READY\13Socket-Type\0\0\0\3SUB"sv);
    const Bytes subscribe = frame(std::byte{0}, "\1"sv);
    replies_.insert(replies_.end(), subscribe.begin(), subscribe.end());
    kept_.erase(kept_.begin(), kept_.begin() + greeting_bytes);
    return true;
}

bool Zmtp::take_frame(Bytes& messages) {
    if (kept_.size() < short_head) return false;
    const std::byte flags = kept_[0];
    const std::size_t head = has(flags, flag_long) ? long_head : short_head;
    if (kept_.size() < head) return false;
    std::uint64_t size = 0;
    for (std::size_t at = 1; at < head; ++at) size = size << 8 | std::to_integer<std::uint64_t>(kept_[at]);
    if (size > zmtp_message_bytes_max || size + message_.size() > zmtp_message_bytes_max) {
        refuse("its message is longer than any of a decoder");
        return false;
    }
    if (kept_.size() < head + size) return false;
    const auto body = std::span(kept_).subspan(head, size);
    if (has(flags, flag_command)) {
        take_command(body);
    } else if (state_ == State::subscribed) {
        message_.insert(message_.end(), body.begin(), body.end());
        if (!has(flags, flag_more)) {
            messages.insert(messages.end(), message_.begin(), message_.end());
            messages.push_back(std::byte{'\n'});
            message_.clear();
        }
    } else {
        refuse("it sends before it says what it is");
    }
    kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(head + size));
    return state_ != State::refused;
}

void Zmtp::take_command(std::span<const std::byte> body) {
    const std::string_view text = text_of(body);
    if (text.starts_with("\5READY")) state_ = State::subscribed;
    if (text.starts_with("\5ERROR")) refuse("it refuses us as a subscriber");
}

}  // namespace chicane::decoders::link
