// Operators' commands on their way to decoders: what may not be told now is refused, what is to be told on the full second waits for it.
// On the timing thread.
#pragma once

#include <boost/asio/steady_timer.hpp>
#include <functional>
#include <map>
#include <string>

#include "decoders/link/source.hpp"
#include "sessions/conductor/conductor.hpp"
#include "web/api/ports.hpp"

namespace chicane::web::host {

/// What of the centre it asks and tells; all of it outlives it.
struct CommandWorld {
    const sessions::conductor::Conductor& conductor;
    const sessions::conductor::Journal& journal;
    /// Null: no such device.
    std::function<decoders::link::Source*(const std::string& device)> source;
    std::string timezone;  ///< whose wall clock decoders are given
};

class DeviceCommands {
  public:
    using Told = api::DevicePorts::Told;

    DeviceCommands(boost::asio::io_context& io, CommandWorld world) : io_(io), world_(std::move(world)) {}

    /// `done` is called once, when it was handed to the link or refused; at the latest a second later.
    void send(const std::string& track, const std::string& device, const decoders::codec::Command& command, Told done);

  private:
    std::expected<void, decoders::link::CommandRefusal> send_now(const std::string& track, const std::string& device,
                                                                 const decoders::codec::Command& command,
                                                                 std::int64_t local_us);
    std::int64_t local_us() const;

    boost::asio::io_context& io_;
    CommandWorld world_;
    std::map<std::string, boost::asio::steady_timer> waiting_;  ///< for the full second, one a device
};

}  // namespace chicane::web::host
