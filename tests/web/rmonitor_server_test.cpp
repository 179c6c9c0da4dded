// Goal: a scoreboard that does not read costs a bounded amount and nobody else's time. Method: a real port, a board that changes
// whole again and again, and a client's socket that nobody reads.
#include "web/feed/rmonitor_server.hpp"

#include <arpa/inet.h>
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

using namespace chicane;
using namespace chicane::web::feed;

namespace {

constexpr auto patience = std::chrono::seconds(50);

/// A socket on the port that takes little by itself.
class Scoreboard {
  public:
    explicit Scoreboard(std::uint16_t port) {
        const int small = 4096;
        setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    }
    ~Scoreboard() { close(socket_); }
    Scoreboard(const Scoreboard&) = delete;
    Scoreboard& operator=(const Scoreboard&) = delete;

    /// What has come, without waiting; `over`: the server has closed.
    void read() {
        char buffer[65'536];
        ssize_t size = 0;
        while ((size = recv(socket_, buffer, sizeof buffer, MSG_DONTWAIT)) > 0) bytes += static_cast<std::size_t>(size);
        over = size == 0 || errno == ECONNRESET;
    }

    std::size_t bytes = 0;
    bool over = false;

  private:
    int socket_ = socket(AF_INET, SOCK_STREAM, 0);
};

std::shared_ptr<const timing::Board> board_of(std::int32_t lap) {
    auto board = std::make_shared<timing::Board>();
    for (std::uint32_t id = 1; id <= 250; ++id) {
        timing::Row row;
        row.id = timing::EntrantId{id};
        row.position = static_cast<std::int32_t>(id);
        row.laps = lap;
        row.last_us = 40'000'000;
        row.total_us = lap * 40'000'000LL;
        board->rows.push_back(row);
    }
    return board;
}

}  // namespace

TEST_CASE("a scoreboard that does not read is let go, and who reads gets everything") {
    boost::asio::io_context io;
    RmonitorServer server(io, {"Main", 650}, [] { return LocalClock{}; });
    REQUIRE(server.listen("127.0.0.1", 0).has_value());
    Scoreboard stuck(server.port()), reading(server.port());
    const auto deadline = std::chrono::steady_clock::now() + patience;
    // Far more than the kernel holds for one of them.
    for (std::int32_t lap = 1; lap <= 500; ++lap) {
        server.publish(board_of(lap));
        const std::size_t sent_so_far = static_cast<std::size_t>(lap - 1) * 250 * 40;
        do {
            io.poll();
            reading.read();
            REQUIRE_FALSE(reading.over);
            REQUIRE(std::chrono::steady_clock::now() < deadline);
        } while (reading.bytes < sent_so_far);
    }
    while (!stuck.over && std::chrono::steady_clock::now() < deadline) {
        io.poll();
        stuck.read();
    }
    CHECK(stuck.over);
    CHECK(stuck.bytes < reading.bytes / 2);
}
