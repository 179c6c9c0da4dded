// A source is all of one decoder connection: a link that moves bytes, the codec that reads them, the recorder that
// keeps them, the watchdog, the clock's offset, and the recovery of passings whose numbers are missing. It reports to
// SourceEvents. Everything runs on the thread of the io_context that it is given: the timing thread. start() and
// stop() are called there, too, or while it does not run.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decoders/link/device_uri.hpp"
#include "decoders/link/source_events.hpp"
#include "timing/time.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::decoders::link {

/// The newest passing of a decoder that the owner has kept, from its journal: what was missed since is asked for.
struct Resume {
    std::uint32_t decoder = 0;  ///< as it calls itself; 0: it does not say
    std::uint32_t last_number = 0;
    std::int64_t last_time_us = 0;
    std::uint32_t epoch = 0;
};

struct SourceOptions {
    std::string device;  ///< its id in chicane.toml
    DeviceUri uri;
    std::vector<Resume> resume;        ///< one a decoder; empty: a fresh start
    std::filesystem::path recordings;  ///< folder for the raw bytes, made if missing; empty: nothing is recorded
};

class Source {
  public:
    /// `events` outlives the source. Nothing is opened before start().
    Source(boost::asio::io_context& io, SourceOptions options, SourceEvents& events);
    ~Source();
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;

    void start();
    /// Closes the link; no event comes any more.
    void stop();

    const std::string& device() const;
    const SourceHealth& health() const;
    /// The decoder's clock at a time of ours, from the reading with the smallest delay; absent: no reading yet.
    std::optional<timing::DecoderTime> decoder_time_at(timing::HostTime host) const;

  private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace chicane::decoders::link
