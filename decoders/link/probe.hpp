// Listens at a place and says which protocol speaks there and how healthy it is. It sends nothing, unless it is active: then what the
// protocol that the URI names says when it connects, and never an acknowledgement: no decoder forgets a passing because of a probe. A serial port whose
// baud is not named is tried at one after the other. All runs on the thread of the io_context, over a Link like any device.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "decoders/codec/guess.hpp"
#include "decoders/link/link.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t probe_time_ms = 10'000;
inline constexpr std::int64_t baud_time_ms_max =
    6'000;  ///< of each that is tried: a decoder's sign of life comes each five seconds
/// So many bytes without a record, and it is not this baud.
inline constexpr std::uint64_t strange_bytes_max = 200;

struct ProbeOptions {
    DeviceUri uri;  ///< from parse_probe_uri
    bool active = false;
    std::int64_t time_ms = probe_time_ms;  ///< at the place, or at the baud that was found
    bool until_certain = false;            ///< ends as soon as the protocol is certain
};

struct ProbeResult {
    DeviceUri uri;  ///< with the protocol and the baud that were found
    codec::Guess guess;
    std::int64_t listened_ms = 0;  ///< while it was open, at this baud
    bool opened = false;
    std::string closed;  ///< why it is, or was last; empty: never closed
};

class Probe final : private LinkEvents {
  public:
    using Done = std::function<void(const ProbeResult&)>;

    /// `done` is called once, on the thread of `io`, and may destroy the probe.
    Probe(boost::asio::io_context& io, ProbeOptions options, Done done);
    ~Probe();
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;

    void start();
    /// Ends without calling `done`.
    void stop();
    /// What is known by now.
    ProbeResult result() const;

  private:
    void on_open() override;
    void on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void on_closed(std::string_view why) override;

    void open();
    void look();
    void next_baud();
    void finish();
    void send(codec::Bytes bytes);
    std::int64_t listened_ms() const;

    boost::asio::io_context& io_;
    boost::asio::steady_timer timer_;
    ProbeOptions options_;
    Done done_;
    std::vector<std::uint32_t> bauds_;  ///< still to be tried, the next one last
    std::shared_ptr<Link> link_;
    std::unique_ptr<codec::Codec> speaks_;  ///< active: what is said
    codec::Guesser guesser_;                ///< of this baud
    ProbeResult best_;                      ///< of the bauds that were tried
    std::int64_t begun_us_ = 0;             ///< steady time: the link was started
    std::int64_t opened_us_ = 0;            ///< 0: it was not open yet
    std::string closed_;
    std::shared_ptr<Probe*> here_;  ///< gone with the probe: a handler that comes later finds nobody
};

/// What an active probe sends, and what that changes at the decoder, in words; empty: the protocol has nothing to say.
std::string_view said_by_probe(std::string_view protocol);

}  // namespace chicane::decoders::link
