// Goal: what the server promises to those who answer from elsewhere. Method: a real server on a free port, its web thread, and a
// client's socket; the test is the worker that keeps a reply.
#include "web/http/server.hpp"

#include <arpa/inet.h>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace chicane::web::http {
namespace {

constexpr auto patience = std::chrono::seconds(20);

/// A server with one route, /later, whose replies are the test's to give.
class Later {
  public:
    explicit Later(int work_s_max = 30) : work_s_max_(work_s_max) {
        router_.add(Method::get, "/later", [this](const Request&, Reply reply) { asked_.set_value(std::move(reply)); });
        REQUIRE(server_.listen().has_value());
    }
    ~Later() {
        boost::asio::post(io_, [this] { server_.stop(); });
        work_.reset();
        web_.join();
    }

    /// A client that has asked and waits.
    int ask() const {
        const int client = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server_.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        const std::string request = "GET /later HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
        REQUIRE(send(client, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size()));
        return client;
    }

    Reply reply() {
        auto given = asked_.get_future();
        REQUIRE(given.wait_for(patience) == std::future_status::ready);
        return given.get();
    }

    std::size_t connections() {
        std::promise<std::size_t> counted;
        boost::asio::post(io_, [&] { counted.set_value(server_.connections()); });
        return counted.get_future().get();
    }

    bool comes_to_no_connection() {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < deadline)
            if (connections() == 0) return true;
        return false;
    }

  private:
    int work_s_max_;
    std::promise<Reply> asked_;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{io_.get_executor()};
    Router router_;
    Server server_{io_, {.host = "127.0.0.1", .work_s_max = work_s_max_}, router_, [](const Request&, Reply) {}};
    std::thread web_{[this] { io_.run(); }};
};

std::string all_of(int client) {
    const timeval longest{20, 0};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
    std::string got;
    char buffer[4096];
    for (ssize_t size = 1; (size = recv(client, buffer, sizeof buffer, 0)) > 0;)
        got.append(buffer, static_cast<std::size_t>(size));
    close(client);
    return got;
}

}  // namespace

TEST_CASE("a reply that is kept after its answer keeps no connection") {
    Later later;
    const int client = later.ask();
    const Reply kept = later.reply();
    kept({.status = 200, .content_type = "text/plain", .headers = {}, .body = "done"});
    CHECK(all_of(client).ends_with("done"));
    CHECK(later.comes_to_no_connection());
}

TEST_CASE("a reply that is dropped unanswered says busy") {
    Later later;
    const int client = later.ask();
    Reply dropped = later.reply();
    dropped = nullptr;
    const std::string answer = all_of(client);
    CHECK(answer.starts_with("HTTP/1.1 503"));
    CHECK(answer.find("Retry-After: 1\r\n") != std::string::npos);
    CHECK(later.comes_to_no_connection());
}

TEST_CASE("a reply that comes too late was answered with busy, and is dropped") {
    Later later(1);
    const int client = later.ask();
    const Reply late = later.reply();
    CHECK(all_of(client).starts_with("HTTP/1.1 503"));
    late({.status = 200, .content_type = "text/plain", .headers = {}, .body = "late"});
    CHECK(later.comes_to_no_connection());
}

TEST_CASE("a second answer to one request is dropped") {
    Later later;
    const int client = later.ask();
    const Reply twice = later.reply();
    twice({.status = 200, .content_type = "text/plain", .headers = {}, .body = "first"});
    twice({.status = 500, .content_type = "text/plain", .headers = {}, .body = "second"});
    CHECK(all_of(client).ends_with("first"));
}

}  // namespace chicane::web::http
