// A centre for tests, from outside: the real API, store and conductor behind a real socket on a free port; only the journal is in
// memory. One account a role is there, signed in.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "decoders/link/command_refusal.hpp"
#include "web/api/ports.hpp"

namespace chicane::web::api {

struct Answer {
    int status = 0;
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;

    /// The value at a JSON pointer as text: strings without quotes, numbers and the rest as JSON; empty where there is none.
    std::string at(std::string_view pointer) const;
    std::string code() const;  ///< of a problem
};

/// One connection that is kept, as a desk has it.
class Client {
  public:
    explicit Client(std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    std::vector<std::string> headers;  ///< sent with every request: "Authorization: Bearer …"
    Answer ask(const std::string& method, const std::string& path, const std::string& body = {},
               const std::vector<std::string>& more = {});

  private:
    int socket_ = -1;
};

class CentreCase {
  public:
    CentreCase();
    ~CentreCase();

    std::uint16_t port() const;
    std::string token(const std::string& role) const { return tokens_.at(role); }
    /// A client that is signed in with a role; nobody where it is empty.
    std::unique_ptr<Client> client(const std::string& role) const;

    /// Shortcuts through an admin's client; they fail the test where the answer is a problem.
    std::string make_session(int capacity, const std::string& more = {}, std::int64_t at_us = start_us);  ///< its id
    std::string make_kart(const std::string& number, const std::string& transponders = "");
    Answer admin(const std::string& method, const std::string& path, const std::string& body = {},
                 const std::vector<std::string>& more = {});

    void set_now_us(std::int64_t now_us);
    /// A passing of `sf` that comes in now, twenty seconds after the last.
    void pass(std::uint64_t tag, std::int32_t hits);
    /// The same at a time of its own, never earlier than the last.
    void pass_at(std::uint64_t tag, std::int64_t time_us, std::int32_t hits = 40);
    /// While it is, the timing thread takes no device.
    void let_timing_be_busy(bool busy);
    /// Commands that reached the devices, oldest first: `main sf clear`.
    std::vector<std::string> told() const;
    /// From now on.
    void refuse_commands(const decoders::link::CommandRefusal& refusal);
    /// What the journal says of sessions that race control does not know; null: too many ask. Before the request that asks.
    using PastOf = std::function<PastResult(const std::string& session)>;
    void set_past(PastOf past);
    static decoders::codec::Bytes last_bytes();  ///< of `sf`: a passing and a status of P3
    std::string file() const;                    ///< centre.db
    struct RouteFacts {
        std::string method;
        std::string pattern;
        int access = 0;  ///< index in Access: anyone, signed in, a right
        int right = 0;
    };
    std::vector<RouteFacts> routes() const;

    static constexpr std::int64_t start_us = 1'795'608'000'000'000;  ///< a Wednesday, noon UTC
    static std::string key();                                        ///< a new Idempotency-Key header

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    std::map<std::string, std::string> tokens_;
    std::unique_ptr<Client> admin_;
    std::int64_t passed_ = 0;
};

}  // namespace chicane::web::api
