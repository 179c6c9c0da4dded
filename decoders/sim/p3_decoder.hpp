// A P3 decoder in the ground, as its clients see it: numbers the crossings that it hears, reports them with a status
// every few seconds, remembers them for RESEND, answers questions, and has the faults that it is told to have. Pure:
// simulated time is passed in and never runs back; what is to be sent is handed out. decoders.md §1.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "decoders/codec/p3_framer.hpp"
#include "decoders/sim/chance.hpp"
#include "decoders/sim/crossing.hpp"

namespace chicane::decoders::sim {

inline constexpr std::size_t clients_max = 4;               ///< as the real ones
inline constexpr std::size_t remembered_max = 100'000;      ///< a day of a full track
inline constexpr std::int64_t status_every_us = 4'300'000;  ///< mean of 1,304 recorded statuses
inline constexpr std::int64_t double_after_us = 250'000;    ///< a second hearing in one crossing

using ClientId = std::uint32_t;

/// Bytes for one client, or for all.
struct Send {
    std::optional<ClientId> client;
    codec::Bytes bytes;
};
/// All connections break; what was sent before this still arrives.
struct HangUp {};
using Outgoing = std::variant<Send, HangUp>;

struct DecoderOptions {
    std::uint32_t decoder = 0;
    std::uint32_t first_number = 1;
    std::uint64_t seed = 1;  ///< of the faults
    FaultShares faults;
    std::int64_t start_us = 0;  ///< where simulated time begins
    std::function<void(const Truth&)> truth = [](const Truth&) {};
};

class P3Decoder final : private codec::p3::FrameSink {
  public:
    P3Decoder(std::unique_ptr<CrossingSource> crossings, DecoderOptions options);

    /// Moves simulated time on, and hands out what is due until then.
    void advance(std::int64_t now_us, std::vector<Outgoing>& outgoing);
    std::int64_t now_us() const { return now_us_; }
    /// When something happens next.
    std::int64_t next_us() const;
    /// Every crossing has happened; statuses and answers go on.
    bool finished() const { return !crossing_ && pending_.empty(); }

    /// Bytes from a client; the answers are handed out.
    void received(ClientId client, std::span<const std::byte> bytes, std::vector<Outgoing>& outgoing);
    void left(ClientId client) { framers_.erase(client); }

  private:
    /// What waits for its time: a second hearing, or a frame that is late.
    using Pending = std::variant<codec::Passing, codec::Bytes>;

    void on_frame(const codec::p3::Frame& frame) override;
    void on_garbage(const codec::Garbage& garbage) override;
    void answer(codec::Bytes bytes);
    void resend(const codec::p3::Frame& frame);

    void happen(const Crossing& crossing);
    void pass_on(Pending pending);
    void report_status();
    Fault roll();
    codec::Passing number(codec::Passing passing);
    void report(const codec::Passing& passing, Fault fault);
    void send(codec::Bytes bytes);

    std::unique_ptr<CrossingSource> crossings_;
    DecoderOptions options_;
    Chance chance_;
    std::optional<Crossing> crossing_;  ///< the next
    std::multimap<std::int64_t, Pending> pending_;
    std::int64_t now_us_ = 0;
    std::int64_t status_us_ = 0;
    std::uint32_t number_ = 0;  ///< of the latest passing
    std::deque<codec::Passing> remembered_;
    std::map<ClientId, codec::p3::Framer> framers_;
    ClientId asking_ = 0;                        ///< whose bytes are being read
    std::vector<Outgoing>* outgoing_ = nullptr;  ///< of the call that runs
};

}  // namespace chicane::decoders::sim
