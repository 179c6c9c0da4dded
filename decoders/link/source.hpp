// A source is all of one decoder connection: a link that moves bytes, the codec that reads them, the recorder that
// keeps them, the watchdog, the clock's offset, and the recovery of passings whose numbers are missing. It reports to
// SourceEvents. Everything runs on the thread of the io_context that it is given: the timing thread. start() and
// stop() are called there, too, or while it does not run.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "decoders/codec/commands.hpp"
#include "decoders/link/command_refusal.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/heard_decoder.hpp"
#include "decoders/link/link.hpp"
#include "decoders/link/source_events.hpp"
#include "decoders/link/traffic.hpp"
#include "decoders/recording/recorder.hpp"
#include "timing/time.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::decoders::link {

inline constexpr std::int64_t source_tick_ms = 100;  ///< how exact its waiting times are
/// A decoder that agrees on nothing for so long is asked all the same: an answer takes one way there and back, twice.
inline constexpr std::int64_t ready_wait_us = 5'000'000;

struct SourceOptions {
    std::string device;  ///< its id in chicane.toml
    DeviceUri uri;
    std::vector<Resume> resume;                  ///< one a decoder; empty: a fresh start
    std::shared_ptr<recording::Line> recording;  ///< where the raw bytes are kept; null: nowhere
};

/// The world around a source where it is simulated: a day passes in seconds, and no thread and no socket is in it.
struct SimulatedWorld {
    std::function<timing::HostTime()> now;
    std::function<std::shared_ptr<Link>(LinkEvents&)> make_link;
};

class Source {
  public:
    /// `events` outlives the source. Nothing is opened before start().
    Source(boost::asio::io_context& io, SourceOptions options, SourceEvents& events);
    /// In a simulated world, whose owner calls tick() every source_tick_ms of its time. `io` is not run.
    Source(boost::asio::io_context& io, SourceOptions options, SourceEvents& events, SimulatedWorld world);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    void start();
    /// Closes the link; no event comes any more.
    void stop();
    /// A passing that was handed on as held out is on disk now: its decoder may forget it.
    void acknowledge(const codec::Passing& kept);
    /// Sends an operator's command now, or says why not: nobody is connected, or what it would erase was not fetched yet. `local_us`: the
    /// centre's wall clock, from 1970. What the decoder answers is among its last bytes.
    std::expected<void, CommandRefusal> tell(const codec::Command& command, std::int64_t local_us);
    /// Asks again, gives up, falls silent, publishes: what is due by now.
    void tick();

    /// The word of what it speaks.
    const std::string& protocol() const;
    const SourceHealth& health() const;
    /// The last bytes that came.
    const Traffic& traffic() const;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace chicane::decoders::link
