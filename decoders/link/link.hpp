// A link moves bytes and knows nothing of their meaning. It keeps trying to be open until it is stopped. All calls, both
// ways, are on the thread of its io_context.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "decoders/codec/codec.hpp"
#include "decoders/link/device_uri.hpp"
#include "decoders/link/host_clock.hpp"

namespace boost::asio {
class io_context;
}

namespace chicane::decoders::link {

/// Messages waiting to be written; a link that is stuck for so long loses the newest, and who asked asks again.
inline constexpr std::size_t sends_waiting_max = 64;

class LinkEvents {
  public:
    virtual ~LinkEvents() = default;
    virtual void on_open() = 0;
    /// `read_at` was taken at the read: work on earlier bytes of the same turn does not shift it.
    virtual void on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) = 0;
    /// It is closed, or could not be opened; the link tries again by itself, unless nothing more can come.
    virtual void on_closed(std::string_view why) = 0;
};

class Link {
  public:
    virtual ~Link() = default;
    virtual void start() = 0;
    /// No event comes any more.
    virtual void stop() = 0;
    /// Breaks a connection that seems dead and opens a new one.
    virtual void reopen() = 0;
    virtual void send(codec::Bytes bytes) = 0;
};

/// The link that a URI leads to. `events` outlives it, or it is stopped before.
std::shared_ptr<Link> make_link(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events);

}  // namespace chicane::decoders::link
