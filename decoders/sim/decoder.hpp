// A decoder in the ground, as its clients see it: numbers the crossings that it hears, reports them in its protocol's voice with a
// status every few seconds, remembers or repeats them as the protocol has it, answers questions, and has the faults that it is told
// to have. Pure: simulated time is passed in and never runs back; what is to be sent is handed out.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "decoders/sim/chance.hpp"
#include "decoders/sim/crossing.hpp"
#include "decoders/sim/decoder_clock.hpp"
#include "decoders/sim/outbox.hpp"
#include "decoders/sim/voice.hpp"

namespace chicane::decoders::sim {

inline constexpr std::size_t clients_max = 4;           ///< as the real ones
inline constexpr std::size_t remembered_max = 100'000;  ///< a day of a full track
inline constexpr std::size_t kept_back_max = 10'000;  ///< messages for want of leave; beyond, the oldest are forgotten
inline constexpr std::int64_t double_after_us = 250'000;  ///< a second hearing in one crossing
inline constexpr int parked_hearings = 10;                ///< of a kart that stands on the loop, one a second

/// Bytes for one client, or for all.
struct Send {
    std::optional<ClientId> client;
    codec::Bytes bytes;
};
/// All connections break; what was sent before this still arrives.
struct HangUp {};
using Outgoing = std::variant<Send, HangUp>;

struct DecoderOptions {
    std::string protocol = "p3";  ///< a word that make_voice knows
    std::uint32_t decoder = 0;
    std::uint32_t first_number = 1;
    std::uint64_t seed = 1;  ///< of the faults
    FaultShares faults;
    std::int64_t start_us = 0;         ///< where simulated time begins
    std::int64_t local_offset_us = 0;  ///< what a decoder with a wall clock shows beyond UTC
    std::size_t memory = remembered_max;
    std::function<void(const Truth&)> truth = [](const Truth&) {};
};

class Decoder final : private Desk {
  public:
    Decoder(std::unique_ptr<CrossingSource> crossings, DecoderOptions options);

    /// Moves simulated time on, and hands out what is due until then.
    void advance(std::int64_t now_us, std::vector<Outgoing>& outgoing);
    std::int64_t now_us() const { return now_us_; }
    /// When something happens next.
    std::int64_t next_us() const;
    /// Every crossing has happened and was said; statuses and answers go on.
    bool finished() const { return !crossing_ && pending_.empty() && outbox_.empty(); }
    const Manner& manner() const { return voice_->manner(); }

    /// A client is there: it connected, or we did.
    void joined(ClientId client, std::vector<Outgoing>& outgoing);
    /// Bytes from a client; the answers are handed out.
    void received(ClientId client, std::span<const std::byte> bytes, std::vector<Outgoing>& outgoing);
    void left(ClientId client);

  private:
    /// What waits for its time: a second hearing, or a message that is late.
    using Pending = std::variant<codec::Passing, codec::Bytes>;

    void answer(codec::Bytes bytes) override;
    StatusNow now() override;
    const std::deque<codec::Passing>& remembered() const override { return remembered_; }
    void forget() override { remembered_.clear(); }
    void acknowledged(std::optional<std::uint32_t> receipt) override;
    void repeat() override;
    void let_come(bool leave) override;
    void zero_clock() override { clock_.restart(now_us_); }
    void set_clock(std::int64_t shown_us) override { clock_.show(now_us_, shown_us); }
    void begin_count() override;

    void happen(const Crossing& crossing);
    bool too_soon(Fault fault, bool at_an_end) const;
    codec::Passing change(codec::Passing heard, Fault fault);
    void hear_again(const codec::Passing& heard, Fault fault);
    void pass_on(Pending pending);
    void report_status();
    Fault roll();
    codec::Passing number(codec::Passing heard);
    void report(const codec::Passing& passing, Fault fault);
    void say_waiting();
    void say(codec::Bytes message, Fault fault);
    void say_noisily(codec::Bytes message);
    void say_cut(const codec::Bytes& message);
    void send(codec::Bytes bytes);
    void send_passing(codec::Bytes bytes);

    std::unique_ptr<CrossingSource> crossings_;
    DecoderOptions options_;
    std::unique_ptr<Voice> voice_;
    Chance chance_;
    DecoderClock clock_;
    Outbox outbox_;
    std::optional<Crossing> crossing_;  ///< the next
    std::multimap<std::int64_t, Pending> pending_;
    std::int64_t now_us_ = 0;
    std::int64_t started_us_ = 0;
    std::int64_t crossed_us_ = 0;  ///< when it heard a crossing last
    std::int64_t status_us_ = 0;
    std::int64_t silent_until_us_ = 0;
    std::int64_t rounds_ = 0;   ///< of the clock, at the latest crossing
    std::int32_t noise_ = 30;   ///< as the latest status told it
    std::uint32_t starts_ = 1;  ///< of the decoder
    std::uint32_t number_ = 0;  ///< of the latest passing
    std::deque<codec::Passing> remembered_;
    std::set<ClientId> clients_;
    bool leave_ = false;                         ///< passings may come on this connection
    std::deque<codec::Bytes> kept_back_ = {};    ///< until then
    ClientId asking_ = 0;                        ///< whose bytes are being read
    std::vector<Outgoing>* outgoing_ = nullptr;  ///< of the call that runs
};

}  // namespace chicane::decoders::sim
