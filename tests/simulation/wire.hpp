// A line between a simulated decoder and a source, in simulated time: bytes take some milliseconds, in order; what the decoder says while
// nobody is connected is gone. Witnesses beside the line read what truly went over it, and what was gone.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "decoders/link/link.hpp"
#include "decoders/sim/decoder.hpp"
#include "tests/simulation/agenda.hpp"
#include "tests/simulation/field.hpp"

namespace chicane::simulation {

inline constexpr std::int64_t reconnect_us = 500'000;
inline constexpr std::int64_t transit_max_us = 20'000;

class Wire final : public decoders::link::Link, public std::enable_shared_from_this<Wire> {
  public:
    Wire(Agenda& agenda, decoders::sim::Decoder& decoder, std::string_view protocol, std::uint64_t seed,
         decoders::link::LinkEvents& events);

    void start() override;
    void stop() override { events_ = nullptr; }
    void reopen() override;
    void send(decoders::codec::Bytes bytes) override;

    /// Lets the decoder do what is due by now.
    void pump();

    using Said =
        std::pair<std::int64_t,
                  std::uint64_t>;  ///< what the decoder's clock showed, or without one when it came; and the tag
    const std::multiset<Said>& arrived() const { return arrived_; }
    /// Of those without a clock: as they came, also where several came at once.
    const std::vector<Said>& clockless() const { return clockless_; }
    struct Gone {
        Said said;
        std::int64_t at_us = 0;
    };
    /// Passings that were said while nobody was connected, and statuses that are counted with them.
    const std::vector<Gone>& gone() const { return gone_; }
    std::size_t gone_statuses() const { return gone_statuses_; }

  private:
    void connect_later();
    void connect();
    void break_off();
    void deliver();
    void arrive(const decoders::codec::Bytes& bytes);
    void vanish(const decoders::codec::Bytes& bytes);
    Said said(const decoders::codec::Passing& passing) const;
    std::int64_t transit();

    static constexpr decoders::sim::ClientId client = 1;

    Agenda& agenda_;
    decoders::sim::Decoder& decoder_;
    std::string protocol_;
    Dice dice_;
    decoders::link::LinkEvents* events_;  ///< null: stopped
    bool connected_ = false;              ///< as the decoder sees it
    std::int64_t last_arrival_us_ = 0;
    std::vector<decoders::sim::Outgoing> outgoing_;
    std::unique_ptr<decoders::codec::Codec> witness_;
    std::multiset<Said> arrived_;
    std::vector<Said> clockless_;
    std::vector<Gone> gone_;
    std::size_t gone_statuses_ = 0;
};

}  // namespace chicane::simulation
