// How a simulated decoder speaks: one voice a protocol. It says passings and statuses in the protocol's bytes, and understands what
// clients ask. Numbers, memory, clock and faults are the decoder's own, and the same for all; a voice reaches them over the Desk.
// A table in voices.cpp maps a protocol's word to its voice.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "decoders/codec/codec.hpp"

namespace chicane::decoders::sim {

using ClientId = std::uint32_t;

/// What a protocol's decoders are like.
struct Manner {
    codec::ClockBase clock = codec::ClockBase::utc;
    std::int64_t resolution_us = 1'000;
    std::int64_t clock_end_us = 0;     ///< where its clock begins anew; 0: it never does
    std::int64_t status_every_us = 0;  ///< 0: it says nothing by itself
    bool counts_statuses = false;      ///< one count runs over passings and statuses
    bool remembers = false;            ///< what it said can be asked for again
    std::size_t batch_max =
        0;  ///< passings in a message that is repeated until it is acknowledged; 0: each is said once
    std::int64_t repeat_us = 0;    ///< after so long without an acknowledgement
    bool waits_for_leave = false;  ///< passings are kept until a client on this connection lets them come
    bool dials = false;            ///< it connects to the centre, which serves
};

/// What a status tells.
struct StatusNow {
    std::int64_t clock_us = 0;
    std::int32_t noise = 0;
    std::uint32_t number = 0;  ///< of the latest passing or counted status
    std::uint32_t decoder = 0;
    std::uint32_t starts = 1;  ///< so often it has started
};

/// What a voice may do with its decoder while it hears a client.
class Desk {
  public:
    virtual ~Desk() = default;
    virtual void answer(codec::Bytes bytes) = 0;
    virtual StatusNow now() = 0;
    virtual const std::deque<codec::Passing>& remembered() const = 0;
    virtual void forget() = 0;
    /// The message that waits is safe, if it is this one; absent: the protocol does not say which.
    virtual void acknowledged(std::optional<std::uint32_t> receipt) = 0;
    virtual void repeat() = 0;
    virtual void let_come(bool leave) = 0;
    /// The clock counts from 0 again.
    virtual void zero_clock() = 0;
    /// Somebody sets the clock: this is what it shows.
    virtual void set_clock(std::int64_t shown_us) = 0;
    /// A new file of passings: numbers begin with 1, and those of before cannot be asked for any more.
    virtual void begin_count() = 0;
};

class Voice {
  public:
    virtual ~Voice() = default;
    virtual const Manner& manner() const = 0;
    /// Of a passing what the protocol can carry, its tag as the protocol can name it: what a codec reads from say().
    virtual codec::Passing fit(codec::Passing heard) const = 0;
    /// One passing, or a message of several with its receipt.
    virtual codec::Bytes say(std::span<const codec::Passing> passings, std::uint32_t receipt) const = 0;
    virtual codec::Bytes say_status(const StatusNow& /*now*/) const { return {}; }
    /// The first thing said on a connection.
    virtual codec::Bytes hello(const StatusNow& /*now*/) const { return {}; }
    virtual void hear(ClientId /*client*/, std::span<const std::byte> /*bytes*/, Desk& /*desk*/) {}
    virtual void left(ClientId /*client*/) {}
    /// A message with a byte that its reader must notice: a wrong sum, or where there is none a sign that stands nowhere.
    virtual codec::Bytes damaged(codec::Bytes message) const;
};

/// All words that can be simulated, in the table's order.
std::span<const std::string_view> voices();

/// Of a word that the table knows; null otherwise.
std::unique_ptr<Voice> make_voice(std::string_view protocol);

}  // namespace chicane::decoders::sim
