// ZeroMQ's wire protocol as far as a subscriber needs it: ZMTP 3.0 of rfc.zeromq.org/spec/23, without encryption. Bytes of a publisher
// in, its messages out. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::link {

inline constexpr std::size_t zmtp_message_bytes_max = 4 * 1024;  ///< a line of text is far shorter

class Zmtp {
  public:
    enum class State { greeting, handshake, subscribed, refused };

    /// What we say first.
    static codec::Bytes greeting();

    /// Appends whole messages, each ended with LF; a message of several frames is one, without borders.
    void feed(std::span<const std::byte> bytes, codec::Bytes& messages);
    /// What is owed for the bytes fed: behind its greeting, that we are a subscriber and want all messages. libzmq 4.3 hangs up on who
    /// says it in one go with the greeting.
    codec::Bytes take_replies() { return std::exchange(replies_, {}); }
    State state() const { return state_; }
    /// Why it is refused, for people.
    const std::string& reason() const { return reason_; }

  private:
    bool take_greeting();
    bool take_frame(codec::Bytes& messages);
    void take_command(std::span<const std::byte> body);
    void refuse(std::string_view why);

    codec::Bytes kept_;  ///< of what is unfinished: at most a frame
    codec::Bytes replies_;
    codec::Bytes message_;  ///< frames of the message that is not whole
    State state_ = State::greeting;
    std::string reason_;
};

}  // namespace chicane::decoders::link
