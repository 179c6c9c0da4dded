// Who watches a feed, as those see it who send: a WebSocket or a stream of server-sent events. Messages are encoded once for each
// wire and shared by all viewers; one write is in flight at a time. While it is, the sender waits for on_drained and then gathers
// what has come since. Lives on the web thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace chicane::web::http {

using SharedFrame = std::shared_ptr<const std::string>;

/// How a viewer's bytes are framed.
enum class Wire { websocket, event_stream };

class Viewer {
  public:
    virtual ~Viewer() = default;
    virtual Wire wire() const { return Wire::websocket; }
    /// A write is in flight: nothing may be sent until on_drained.
    virtual bool busy() const = 0;
    /// Sends one frame, or several in one string, at once; what the kernel does not take follows by itself, and until then busy.
    virtual void send(SharedFrame frames) = 0;
    /// Says good-bye and closes.
    virtual void close() = 0;

    // What the owner of the feed sets before it returns from taking the viewer.
    std::function<void()> on_drained;
    std::function<void(std::string_view text)> on_text;  ///< WebSockets only
    std::function<void()> on_closed;
};

}  // namespace chicane::web::http
