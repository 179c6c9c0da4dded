// A line between a simulated decoder and a source, in simulated time: bytes take some milliseconds, in order; what the decoder says while
// nobody is connected is gone. A witness beside the line reads what truly went over it.
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

  private:
    void connect_later();
    void connect();
    void break_off();
    void deliver();
    void arrive(const decoders::codec::Bytes& bytes);
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
};

}  // namespace chicane::simulation
