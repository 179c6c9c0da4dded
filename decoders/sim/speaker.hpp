// A simulated decoder where real ones are heard: at most clients_max listen, and data flows at once. Simulated time begins with the
// first client, so that nothing is missed before anybody listens. Everything runs on the thread of the io_context.
#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "decoders/sim/decoder.hpp"
#include "decoders/sim/door.hpp"

namespace chicane::decoders::sim {

struct SpeakerOptions {
    Place place;
    double speed = 1;  ///< how many times faster than real simulated time runs
    /// Makes the decoder when the first client has come.
    std::function<std::unique_ptr<Decoder>()> make_decoder;
    /// Called once, when every crossing has happened.
    std::function<void()> finished = [] {};
};

class Speaker {
  public:
    Speaker(boost::asio::io_context& io, SpeakerOptions options);
    ~Speaker();
    Speaker(const Speaker&) = delete;
    Speaker& operator=(const Speaker&) = delete;

    /// Opens its door; gives `host:port` or the terminal's path, or why not.
    std::expected<std::string, std::string> start();
    void stop();

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace chicane::decoders::sim
