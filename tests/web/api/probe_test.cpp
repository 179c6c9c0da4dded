// Finding a decoder over HTTP: real sockets on the loop's addresses play decoders, and the API says what speaks there.
#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <future>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "tests/web/api/centre_case.hpp"

using namespace chicane::web::api;

namespace {

/// Takes one connection and says the bytes of a P3 decoder, or nothing.
class Decoder {
  public:
    explicit Decoder(bool speaks, const char* address = "127.0.0.1", std::uint16_t port = 0)
        : listening_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_port = htons(port);
        inet_pton(AF_INET, address, &here.sin_addr);
        socklen_t size = sizeof here;
        if (bind(listening_, reinterpret_cast<sockaddr*>(&here), size) != 0 || listen(listening_, 8) != 0)
            throw std::runtime_error("listen");
        getsockname(listening_, reinterpret_cast<sockaddr*>(&here), &size);
        port_ = ntohs(here.sin_port);
        serving_ = std::thread([this, speaks] { serve(speaks); });
    }
    ~Decoder() {
        shutdown(listening_, SHUT_RDWR);
        serving_.join();
        close(listening_);
    }
    std::uint16_t port() const { return port_; }
    std::string uri() const { return "tcp://127.0.0.1:" + std::to_string(port_); }
    int connections() const { return connections_; }
    void wait_for_connection() { connected_.get_future().wait_for(std::chrono::seconds(20)); }

  private:
    /// Each connection is held until the other side ends it: a probe ends within its time.
    void serve(bool speaks) {
        for (;;) {
            const int peer = accept(listening_, nullptr, nullptr);
            if (peer < 0) return;
            if (connections_++ == 0) connected_.set_value();
            const auto bytes = CentreCase::last_bytes();
            for (int times = 0; speaks && times < 10; ++times) send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            char heard = 0;
            while (recv(peer, &heard, 1, 0) > 0) ++heard_bytes_;
            close(peer);
        }
    }
    int listening_;
    std::uint16_t port_ = 0;
    std::atomic<int> connections_ = 0, heard_bytes_ = 0;
    std::promise<void> connected_;
    std::thread serving_;

  public:
    int heard_bytes() const { return heard_bytes_; }
};

std::string asking(const std::string& uri) { return R"({"uri":")" + uri + "\"}"; }

}  // namespace

TEST_CASE_METHOD(CentreCase, "a probe names the protocol that speaks at a place and its health, and sends nothing") {
    Decoder decoder(true);
    const auto found = admin("POST", "devices/probe", asking(decoder.uri()));
    INFO(found.body);
    REQUIRE(found.status == 200);
    CHECK(found.at("/protocol") == "p3");
    CHECK(found.at("/certain") == "true");
    CHECK(found.at("/uri") == decoder.uri() + "?protocol=p3");
    CHECK(found.at("/health/passings") == "10");
    CHECK(found.at("/health/noise") == "31");
    CHECK(found.at("/health/good_permille") == "1000");
    CHECK(decoder.heard_bytes() == 0);
}

TEST_CASE_METHOD(CentreCase, "an active probe says first what its protocol says, and only when it is asked to") {
    Decoder decoder(true);
    const auto found =
        admin("POST", "devices/probe", R"({"active":true,"uri":")" + decoder.uri() + R"(?protocol=p3"})");
    CHECK(found.at("/protocol") == "p3");
    CHECK(decoder.heard_bytes() > 0);
}

TEST_CASE_METHOD(CentreCase, "a silent place and one that is not there are told apart") {
    std::string gone;
    {
        Decoder silent(false);
        gone = silent.uri();
        const auto heard = admin("POST", "devices/probe", asking(silent.uri()));
        CHECK(heard.at("/opened") == "true");
        CHECK(heard.at("/protocol") == "null");
        CHECK(heard.at("/health") == "null");
    }
    const auto heard = admin("POST", "devices/probe", asking(gone));
    CHECK(heard.status == 200);
    CHECK(heard.at("/opened") == "false");
    CHECK(heard.at("/closed") != "null");
}

TEST_CASE_METHOD(CentreCase, "one look at a time: the second is told so, and has its turn afterwards") {
    Decoder silent(false);
    auto first = std::async(std::launch::async,
                            [&] { return client("mechanic")->ask("POST", "devices/probe", asking(silent.uri())); });
    silent.wait_for_connection();
    const auto second = admin("POST", "devices/probe", asking(silent.uri()));
    CHECK(second.status == 503);
    CHECK(second.code() == "busy");
    CHECK(admin("POST", "devices/scan", R"({"network":"127.0.0.1/32"})").code() == "busy");
    CHECK(first.get().status == 200);
    CHECK(admin("POST", "devices/probe", asking(silent.uri())).status == 200);
}

TEST_CASE_METHOD(CentreCase, "where a source listens nobody else does") {
    Decoder decoder(true);
    const std::string device = R"({"id":"pit","track":"main","uri":")" + decoder.uri() + R"(?protocol=p3"})";
    REQUIRE(admin("POST", "devices", device, {key()}).status == 201);
    const auto refused = admin("POST", "devices/probe", asking(decoder.uri()));
    CHECK(refused.status == 409);
    CHECK(refused.code() == "in_use");
    CHECK(refused.at("/device") == "pit");
    CHECK(refused.at("/detail") == "pit has it; look at its last bytes.");
    const auto scanned =
        admin("POST", "devices/scan", R"({"network":"127.0.0.1/32","ports":[)" + std::to_string(decoder.port()) + "]}");
    CHECK(scanned.at("/items") == "[]");
    CHECK(scanned.at("/whole") == "true");
    CHECK(decoder.connections() == 0);
}

TEST_CASE_METHOD(CentreCase, "no scan knocks where a source listens whose address is a host's name") {
    Decoder decoder(true);
    const std::string port = std::to_string(decoder.port());
    const auto scan_beside = [&](const std::string& host) {
        const std::string uri = "tcp://" + host + ":" + port + "?protocol=p3";
        const auto put = admin("POST", "devices", R"({"id":"pit","track":"main","uri":")" + uri + "\"}", {key()});
        REQUIRE(put.status == 201);
        const auto scanned = admin("POST", "devices/scan", R"({"network":"127.0.0.1/32","ports":[)" + port + "]}");
        CHECK(scanned.at("/items") == "[]");
        CHECK(scanned.at("/whole") == "true");
        CHECK(decoder.connections() == 0);
    };
    SECTION("that is known") { scan_beside("localhost"); }
    SECTION("that nobody knows: it may be anywhere") { scan_beside("decoder.invalid"); }
}

TEST_CASE_METHOD(CentreCase, "a scan tells who speaks in a network") {
    Decoder one(true, "127.0.0.9");
    Decoder two(true, "127.0.0.12", one.port());
    const std::string port = std::to_string(one.port());
    const auto found = admin("POST", "devices/scan", R"({"network":"127.0.0.8/29","ports":[)" + port + "]}");
    INFO(found.body);
    CHECK(found.at("/whole") == "true");
    CHECK(found.body.find("tcp://127.0.0.9:" + port + "?protocol=p3") != std::string::npos);
    CHECK(found.body.find("tcp://127.0.0.12:" + port + "?protocol=p3") != std::string::npos);
    CHECK(found.at("/items/1/protocol") == "p3");
    CHECK(found.at("/items/2").empty());
}

TEST_CASE_METHOD(CentreCase, "what cannot be looked at is said, and no file of the server is read") {
    const auto code = [&](const std::string& body) { return admin("POST", "devices/probe", body).code(); };
    for (const auto* uri : {"file:/etc/hostname", "sim:?protocol=p3", "manual:", "tcp://", "", "x"})
        CHECK(code(asking(uri)) == "invalid");
    CHECK(code("{}") == "invalid");
    CHECK(code(R"({"uri":"tcp://127.0.0.1:1","active":true})") == "invalid");
    CHECK(code(R"({"uri":"tcp://127.0.0.1:1?protocol=lines","active":true})") == "invalid");
    CHECK(code(R"({"uri":"tcp://127.0.0.1:1","seconds":9})") == "invalid");
    for (const auto* body :
         {"{}", R"({"network":"10.0.0.0/23"})", R"({"network":"x"})", R"({"network":"127.0.0.1/32","ports":[0]})"})
        CHECK(admin("POST", "devices/scan", body).code() == "invalid");
}

TEST_CASE_METHOD(CentreCase, "only who sets devices up looks for them") {
    for (const auto* role : {"viewer", "cashier"}) {
        const auto who = client(role);
        CHECK(who->ask("POST", "devices/probe", asking("tcp://127.0.0.1:1")).status == 403);
        CHECK(who->ask("POST", "devices/scan", R"({"network":"127.0.0.1/32"})").status == 403);
        CHECK(who->ask("GET", "devices/ports").status == 403);
    }
    CHECK(client("mechanic")->ask("GET", "devices/ports").status == 200);
    CHECK(client("")->ask("GET", "devices/ports").status == 401);
    const std::string device = R"({"id":"ports","track":"main","uri":"sim:?protocol=p3"})";
    CHECK(admin("POST", "devices", device, {key()}).code() == "invalid");
}
