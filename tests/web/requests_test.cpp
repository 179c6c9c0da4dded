// Goal: what the entrance refuses and how, before any route is asked. Method: a real server on a free port, bytes on its socket.
#include <arpa/inet.h>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "web/http/problem.hpp"
#include "web/http/server.hpp"

namespace chicane::web::http {
namespace {

/// A server whose route /echo answers with what it was sent, /me wants an account, and /live and /events are feeds.
class Entrance {
  public:
    Entrance() {
        router_.add(Method::post, "/echo", [](const Request& request, const Reply& reply) {
            reply({.status = 200, .content_type = "text/plain", .headers = {}, .body = request.body});
        });
        router_.add(Method::get, "/me", [](const Request& request, const Reply& reply) {
            reply(problem(request, 401, "login_required", ""));
        });
        const auto everybody = [](const Request&) { return std::optional<Response>{}; };
        const auto say_one = [](const Request&, const std::shared_ptr<Viewer>& viewer) {
            viewer->send(std::make_shared<const std::string>("data: 1\n\n"));
        };
        server_.add_live(Wire::websocket, "/live", everybody, say_one);
        server_.add_live(Wire::event_stream, "/events", everybody, say_one);
        REQUIRE(server_.listen().has_value());
    }
    ~Entrance() {
        boost::asio::post(io_, [this] { server_.stop(); });
        work_.reset();
        web_.join();
    }

    /// All that the server says to these bytes until it closes.
    std::string say(const std::string& bytes) const {
        const int client = socket(AF_INET, SOCK_STREAM, 0);
        const timeval longest{20, 0};
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server_.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(connect(client, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
        std::string got;
        char buffer[4096];
        for (ssize_t size = 1; (size = recv(client, buffer, sizeof buffer, 0)) > 0;) {
            got.append(buffer, static_cast<std::size_t>(size));
            // A client that was asked for its body sends it.
            if (got == "HTTP/1.1 100 Continue\r\n\r\n") send(client, "body", 4, MSG_NOSIGNAL);
        }
        close(client);
        return got;
    }
    std::string say(const std::string& line, const std::string& headers) const {
        return say(line + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n" + headers + "\r\n");
    }

  private:
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_{io_.get_executor()};
    Router router_;
    Server server_{io_, {"127.0.0.1", 0}, router_, [](const Request& request, const Reply& reply) {
                       reply(problem(request, 404, "not_found", ""));
                   }};
    std::thread web_{[this] { io_.run(); }};
};

bool is(const std::string& answer, int status) { return answer.starts_with("HTTP/1.1 " + std::to_string(status)); }
bool says(const std::string& answer, const std::string& text) { return answer.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("a request that a proxy could read as another one is refused, and what follows it is not read") {
    const Entrance entrance;
    const std::string next = "GET /me HTTP/1.1\r\nHost: test\r\n\r\n";
    for (const char* framing : {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: gzip\r\n",
                                "Transfer-Encoding: xchunked\r\n", "Content-Length: 4\r\nContent-Length: 5\r\n",
                                "Content-Length: -4\r\n", "Content-Length : 4\r\n"}) {
        INFO(framing);
        const auto answer =
            entrance.say("POST /echo HTTP/1.1\r\nHost: test\r\n" + std::string(framing) + "\r\n" + next);
        CHECK(is(answer, 400));
        CHECK_FALSE(says(answer, "login_required"));
    }
}

TEST_CASE("a request names one host") {
    const Entrance entrance;
    CHECK(is(entrance.say("GET /me HTTP/1.1\r\n\r\n"), 400));
    CHECK(is(entrance.say("GET /me", "Host: other\r\n"), 400));
    CHECK(is(entrance.say("GET /me HTTP/1.0\r\n\r\n"), 401));
}

TEST_CASE("a client that waits for a word before its body gets it") {
    const Entrance entrance;
    const auto answer = entrance.say("POST /echo", "Expect: 100-continue\r\nContent-Length: 4\r\n");
    CHECK(answer.starts_with("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200"));
    CHECK(answer.ends_with("\r\n\r\nbody"));
}

TEST_CASE("a method that a path has not is refused with those that it has, a live one too") {
    const Entrance entrance;
    for (const char* line : {"DELETE /echo", "OPTIONS /echo", "BREW /echo"}) {
        const auto answer = entrance.say(line, "");
        CHECK(is(answer, 405));
        CHECK(says(answer, "Allow: POST\r\n"));
    }
    for (const char* line : {"POST /live", "PUT /events"}) {
        const auto answer = entrance.say(line, "");
        CHECK(is(answer, 405));
        CHECK(says(answer, "Allow: GET\r\n"));
    }
}

TEST_CASE("a feed is opened by its own handshake and by nothing else") {
    const Entrance entrance;
    CHECK(is(entrance.say("GET /live", ""), 426));
    CHECK(is(entrance.say("GET /events", "Upgrade: websocket\r\n"), 404));
    CHECK(is(entrance.say("GET /live", "Upgrade: websocket\r\nSec-WebSocket-Version: 12\r\n"), 400));
}

TEST_CASE("the head of an event stream comes without events") {
    const auto answer = Entrance().say("HEAD /events", "");
    CHECK(is(answer, 200));
    CHECK(says(answer, "Content-Type: text/event-stream\r\n"));
    CHECK_FALSE(says(answer, "data:"));
}

TEST_CASE("who must sign in is told how, and every refusal has the security headers") {
    const Entrance entrance;
    CHECK(says(entrance.say("GET /me", ""), "WWW-Authenticate: Bearer\r\n"));
    for (const auto& answer :
         {entrance.say("GET /me", ""), entrance.say("GET /nothing", ""), entrance.say("no http\r\n\r\n"),
          entrance.say("GET /%ff", ""), entrance.say("GET /me", "X: " + std::string(20'000, 'x') + "\r\n")}) {
        INFO(answer.substr(0, 40));
        CHECK(says(answer, "Content-Security-Policy: default-src 'self'"));
        CHECK(says(answer, "X-Content-Type-Options: nosniff"));
        CHECK(says(answer, "Content-Type: application/problem+json"));
    }
}

}  // namespace chicane::web::http
