// How each of our TCP connections to a decoder is set: no waiting to fill segments, and a pulled cable shows within half a minute,
// although TCP itself would wait for hours.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace chicane::decoders::link {

inline constexpr int keep_alive_after_s = 10;
inline constexpr int keep_alive_every_s = 5;
inline constexpr int keep_alive_tries = 3;
inline constexpr int unanswered_max_ms = 25'000;  ///< what we sent and nobody confirmed

/// What the system refuses stays as it is.
inline void tune(boost::asio::ip::tcp::socket& socket) {
    boost::system::error_code ignored;
    socket.set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    socket.set_option(boost::asio::socket_base::keep_alive(true), ignored);
    const auto set = [&](int option, int value) {
        ::setsockopt(socket.native_handle(), IPPROTO_TCP, option, &value, sizeof value);
    };
    set(TCP_KEEPIDLE, keep_alive_after_s);
    set(TCP_KEEPINTVL, keep_alive_every_s);
    set(TCP_KEEPCNT, keep_alive_tries);
    set(TCP_USER_TIMEOUT, unanswered_max_ms);
}

}  // namespace chicane::decoders::link
