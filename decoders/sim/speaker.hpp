// A simulated decoder on a TCP port, as the real ones are: it listens, at most clients_max connect, and data flows at
// once. Simulated time begins with the first client, so that nothing is missed before anybody listens. Everything runs
// on the thread of the io_context.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "decoders/sim/p3_decoder.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::decoders::sim {

/// A client that does not read is cut off: a real decoder has no more memory for it either.
inline constexpr std::size_t client_waiting_bytes_max = 8 * 1024 * 1024;

struct SpeakerOptions {
    std::string host;
    std::uint16_t port = 0;  ///< 0: any free one
    double speed = 1;        ///< how many times faster than real simulated time runs
    /// Makes the decoder when the first client has come.
    std::function<std::unique_ptr<P3Decoder>()> make_decoder;
    /// Called once, when every crossing has happened.
    std::function<void()> finished = [] {};
};

class Speaker {
  public:
    Speaker(boost::asio::io_context& io, SpeakerOptions options);
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Listens; gives `host:port`, or why not.
    std::expected<std::string, std::string> start();
    void stop();

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace chicane::decoders::sim
