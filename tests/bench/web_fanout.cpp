// What a live message costs the server for each viewer, beside a loop that only calls send(): the same bytes, the same number of
// sockets, the same pace, in turns. The viewers are another process, so that their reading is on nobody's bill.
#include "tests/bench/web_fanout.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstdio>
#include <ctime>
#include <functional>
#include <memory>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "tests/bench/sockets.hpp"
#include "web/feed/track_feed.hpp"
#include "web/http/problem.hpp"
#include "web/http/server.hpp"

namespace chicane::bench {
namespace {

namespace asio = boost::asio;
namespace feed = web::feed;
namespace http = web::http;

constexpr int viewers = 1000;
constexpr int messages = 60;
constexpr auto pace = std::chrono::milliseconds(50);
constexpr std::uint32_t karts = 40;

double cpu_us() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

std::shared_ptr<const timing::Board> board(int crossing) {
    timing::Board made;
    made.session = timing::SessionHead{"ses_1", "Heat 1", timing::Kind::race, timing::Ranking::laps,
                                       timing::SessionState::running};
    for (std::uint32_t kart = 1; kart <= karts; ++kart) {
        timing::Row& row = made.rows.emplace_back();
        row.id = {kart};
        row.position = static_cast<std::int32_t>(kart);
        row.number = std::to_string(kart);
        row.name = "Driver " + std::to_string(kart);
        row.laps = (crossing + static_cast<int>(karts - kart)) / static_cast<int>(karts);
        row.last_us = 45'000'000 + row.laps * 1000;  // one row changes with each crossing
    }
    return std::make_shared<const timing::Board>(std::move(made));
}

/// Reads all of all sockets until the server closes them.
void drain(std::vector<Socket> sockets) {
    const int epoll = epoll_create1(0);
    for (const Socket& socket : sockets) {
        epoll_event event{.events = EPOLLIN, .data = {.fd = socket.fd()}};
        epoll_ctl(epoll, EPOLL_CTL_ADD, socket.fd(), &event);
    }
    std::vector<char> bytes(1 << 16);
    epoll_event ready[64];
    for (std::size_t open = sockets.size(); open > 0;) {
        const int count = epoll_wait(epoll, ready, 64, -1);
        for (int i = 0; i < count; ++i) {
            if (recv(ready[i].data.fd, bytes.data(), bytes.size(), 0) > 0) continue;
            epoll_ctl(epoll, EPOLL_CTL_DEL, ready[i].data.fd, nullptr);
            --open;
        }
    }
}

/// `viewers` sockets in a process of their own.
class Audience {
  public:
    explicit Audience(const std::function<Socket()>& open) : pid_(fork()) {
        if (pid_ != 0) return;
        std::vector<Socket> sockets;
        for (int i = 0; i < viewers; ++i) sockets.push_back(open());
        drain(std::move(sockets));
        std::_Exit(0);
    }
    ~Audience() { waitpid(pid_, nullptr, 0); }

  private:
    pid_t pid_;
};

/// Microseconds of processor for a message to a viewer.
double each(double used_us) { return used_us / messages / viewers; }

double feed_us() {
    asio::io_context io{1};
    const http::Router router;
    feed::TrackFeed track("bench");
    track.publish(board(0));
    http::Server server(io, {.host = "127.0.0.1"}, router, [](const http::Request&, const http::Reply&) {});
    server.add_live(
        http::Wire::websocket, "/live", [](const http::Request&) { return std::nullopt; },
        [&](const http::Request&, std::shared_ptr<http::Viewer> viewer) {
            track.join(std::move(viewer), std::nullopt);
        });
    if (!server.listen()) give_up("listen");
    const Audience audience([port = server.port()] { return open_websocket(port, "/live"); });
    while (track.viewers() < viewers) io.run_one();

    asio::steady_timer tick(io);
    int sent = 0;
    const double before_us = cpu_us();
    const std::function<void()> next = [&] {
        if (sent == messages) return server.stop();
        track.publish(board(++sent));
        tick.expires_at(tick.expiry() + pace);
        tick.async_wait([&](const boost::system::error_code&) { next(); });
    };
    tick.expires_after(pace);
    tick.async_wait([&](const boost::system::error_code&) { next(); });
    while (sent < messages) io.run_one();
    const double used_us = cpu_us() - before_us;
    track.close_all();
    server.stop();
    io.run_for(std::chrono::seconds(2));
    return each(used_us);
}

/// One delta as it lies on the wire.
std::string frame() {
    struct Catcher : http::Viewer {
        bool busy() const override { return false; }
        void send(http::SharedFrame frames) override { last = *frames; }
        void close() override {}
        std::string last;
    };
    feed::TrackFeed track("bench");
    track.publish(board(0));
    const auto catcher = std::make_shared<Catcher>();
    track.join(catcher, std::nullopt);
    track.publish(board(1));
    return catcher->last;
}

double bare_us(const std::string& bytes) {
    const Socket listener = listen_anywhere();
    const Audience audience([port = port_of(listener)] { return connect_to(port); });
    std::vector<Socket> sockets;
    for (int i = 0; i < viewers; ++i) sockets.push_back(accept_one(listener));
    auto due = std::chrono::steady_clock::now();
    const double before_us = cpu_us();
    for (int i = 0; i < messages; ++i) {
        std::this_thread::sleep_until(due += pace);
        for (const Socket& socket : sockets) write_all(socket, bytes);
    }
    const double used_us = cpu_us() - before_us;
    sockets.clear();
    return each(used_us);
}

}  // namespace

void run_fanout() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const std::string bytes = frame();
    std::printf("fan-out: %d viewers, %zu bytes, 20 messages/s, µs of processor for a message to a viewer\n", viewers,
                bytes.size());
    double feed = 1e9, bare = 1e9;
    for (int turn = 1; turn <= turns; ++turn) {
        const double one_feed = feed_us(), one_bare = bare_us(bytes);
        feed = std::min(feed, one_feed), bare = std::min(bare, one_bare);
        std::printf("  turn %d: live feed %.2f, bare send loop %.2f\n", turn, one_feed, one_bare);
    }
    std::printf("  best of each: %.2f / %.2f = %.2f (aim: at most 1.50)\n", feed, bare, feed / bare);
}

}  // namespace chicane::bench
