// A simulated track inside this process, heard over a link like any other. It begins when the link starts, at the
// host's time, and goes on while a fault of its own has the link closed.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <vector>

#include "decoders/link/link.hpp"
#include "decoders/sim/decoder.hpp"
#include "decoders/sim/pace.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t sim_reopen_ms = 500;  ///< after a simulated disconnect

class SimLink final : public Link, public std::enable_shared_from_this<SimLink> {
  public:
    SimLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events);

    void start() override;
    void stop() override;
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    SimLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events, std::int64_t start_us);

    void run();
    void wait();
    void deliver();
    void closed(std::string_view why, std::chrono::milliseconds pause);

    boost::asio::steady_timer timer_;
    LinkEvents* events_;  ///< null: stopped
    sim::Pace pace_;
    sim::Decoder decoder_;
    std::vector<sim::Outgoing> outgoing_;
    bool open_ = false;
    std::chrono::steady_clock::time_point open_from_;
};

}  // namespace chicane::decoders::link
