// When a link tries again: the one policy of all links. The wait grows with each failure, and a byte from the other end ends it.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <random>

#include "decoders/link/back_off.hpp"

namespace chicane::decoders::link {

class Retry {
  public:
    explicit Retry(boost::asio::io_context& io) : timer_(io), chance_(std::random_device{}()) {}

    /// Calls `then` after the wait, unless cancelled; one at a time.
    template <class Then>
    void later(Then then) {
        timer_.expires_after(std::chrono::milliseconds(back_off_.next_wait_ms(chance_())));
        timer_.async_wait([then](const boost::system::error_code& error) {
            if (!error) then();
        });
    }
    void heard() { back_off_.heard(); }
    void cancel() { timer_.cancel(); }

  private:
    boost::asio::steady_timer timer_;
    BackOff back_off_;
    std::minstd_rand chance_;  ///< of the back-off: not for results
};

}  // namespace chicane::decoders::link
