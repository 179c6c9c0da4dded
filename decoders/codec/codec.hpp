// The one face of every protocol: bytes in, records out, and the commands that the protocol knows. Pure: no socket, no
// clock. One table, in codec.cpp, maps a protocol's word to its codec; a new protocol adds one line there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "decoders/codec/record.hpp"

namespace chicane::decoders::codec {

using Bytes = std::vector<std::byte>;

/// What shows that a device lives: a record that is no garbage; any byte, where nothing is known of what comes; or nothing, where it speaks
/// when it likes, and silence is no fault.
enum class SignOfLife { record, byte, none };

/// Holds what the last cut of the stream left unfinished; one codec a stream. Any cut of a stream gives the same records.
class Codec {
  public:
    virtual ~Codec() = default;

    /// Appends to `records` what these bytes complete.
    virtual void feed(std::span<const std::byte> bytes, std::vector<Record>& records) = 0;

    /// The stream has ended: what is unfinished becomes garbage, and the codec is as new.
    virtual void finish(std::vector<Record>& records) = 0;

    /// Bytes fed that belong to no record yet: of an unfinished frame, or garbage whose end has not come.
    virtual std::size_t pending() const = 0;

    virtual SignOfLife shows_life_by() const { return SignOfLife::record; }

    /// What is said when a connection opens, before anything is heard. Changes nothing that was measured. Empty, as below: nothing.
    virtual Bytes greet() { return {}; }
    /// What the protocol owes for the bytes fed since the last call: a pong, the next step of a handshake, the next poll.
    virtual Bytes take_replies() { return {}; }
    /// Whether it may be asked: a handshake that greet() began first agrees on how answers are written.
    virtual bool ready() const { return true; }
    /// Tells the decoder that a passing is safe, so that it may forget it: to be sent only once it is on disk.
    virtual Bytes acknowledge(const Passing& /*kept*/) const { return {}; }

    /// Asks who the decoder is. Empty, as below: the protocol has no such command.
    virtual Bytes ask_version() const { return {}; }
    /// Asks for the decoder's clock; the answer is a ClockReading.
    virtual Bytes ask_clock() const { return {}; }
    /// Asks for passings from..until once more.
    virtual Bytes ask_again(std::uint32_t /*from*/, std::uint32_t /*until*/) const { return {}; }
};

struct Protocol {
    std::string_view word;  ///< as in contract.md, protocol words
    std::unique_ptr<Codec> (*make)();
    /// A decoder that is well is never silent for longer: three of its signs of life, or two answers to what is asked regularly.
    /// 0: between passings it says nothing, so that silence tells nothing.
    std::int64_t quiet_max_us = 0;
    /// Its times begin again at 0 here; 0: not known to, or from midnight each day.
    std::int64_t rolls_over_us = 0;
    /// Its times name moments, and on one connection they come in order unless somebody sets its clock. What was held back comes first.
    bool in_order = false;
};

/// All protocols that have a codec.
std::span<const Protocol> protocols();

/// The protocol of a word; null: none has it.
const Protocol* find_protocol(std::string_view word);

struct UnknownProtocol {
    std::string word;
    std::string detail;  ///< names the known ones: unknown protocol "p4"; known: p3, p98
};

/// A new codec for a protocol's word.
std::expected<std::unique_ptr<Codec>, UnknownProtocol> make_codec(std::string_view word);

}  // namespace chicane::decoders::codec
