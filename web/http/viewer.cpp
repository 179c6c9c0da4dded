// A viewer on its socket: frames go straight to the kernel, and by the loop only where it does not take them at once.
#include "web/http/viewer.hpp"

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <cerrno>
#include <sys/socket.h>

#include "web/http/shared.hpp"
#include "web/http/websocket_frame.hpp"

namespace chicane::web::http {
namespace {

using tcp = boost::asio::ip::tcp;
using boost::system::error_code;

/// Keeps proxies from closing; a WebSocket that is silent from one to the next is gone.
constexpr auto ping_every = std::chrono::seconds(30);
/// Pongs that wait behind a write; a client that floods is closed.
constexpr std::size_t replies_bytes_max = 16 * 1024;

/// A comment: clients pass over it.
constexpr std::string_view event_stream_ping = ":\n\n";

class SocketViewer : public Viewer, public Closable, public std::enable_shared_from_this<SocketViewer> {
  public:
    SocketViewer(std::shared_ptr<Server::Shared> shared, Wire wire, tcp::socket socket, std::string peer)
        : shared_(std::move(shared)),
          wire_(wire),
          socket_(std::move(socket)),
          timer_(shared_->io),
          seat_(shared_, this, std::move(peer)) {}

    void start(std::string_view early) {
        watch();
        take(early);
        read();
    }

    Wire wire() const override { return wire_; }
    bool busy() const override { return in_flight_ != nullptr || phase_ != Phase::open; }

    void send(SharedFrame frames) override {
        if (phase_ != Phase::open) return;
        const ssize_t sent =
            ::send(socket_.native_handle(), frames->data(), frames->size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent == static_cast<ssize_t>(frames->size())) return;
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return later_end();
        write_rest(std::move(frames), sent < 0 ? 0 : static_cast<std::size_t>(sent));
    }

    void close() override { part(CloseCode::going_away); }
    void shut() override {
        part(CloseCode::going_away);
        end();
    }

  private:
    /// parting: good-bye is said, and what the peer still sends is read away, so that the good-bye arrives.
    enum class Phase { open, parting, ended };

    void write_rest(SharedFrame frames, std::size_t from) {
        in_flight_ = std::move(frames);
        boost::asio::async_write(socket_, boost::asio::buffer(in_flight_->data() + from, in_flight_->size() - from),
                                 [self = shared_from_this()](error_code error, std::size_t) {
                                     self->in_flight_.reset();
                                     if (error) return self->end();
                                     self->written();
                                 });
    }

    void written() {
        if (!replies_.empty()) {
            send(std::make_shared<const std::string>(std::exchange(replies_, {})));
            if (in_flight_) return;
        }
        if (phase_ == Phase::open && on_drained) on_drained();
    }

    /// A reply to the client itself: behind what is in flight, never inside it.
    void say(std::string frame) {
        if (phase_ != Phase::open) return;
        if (!in_flight_) return send(std::make_shared<const std::string>(std::move(frame)));
        replies_ += frame;
        if (replies_.size() > replies_bytes_max) later_end();
    }

    void read() {
        if (phase_ == Phase::ended) return;
        socket_.async_read_some(boost::asio::buffer(input_),
                                [self = shared_from_this()](error_code error, std::size_t size) {
                                    if (error) return self->end();
                                    self->take({self->input_.data(), size});
                                    self->read();
                                });
    }

    void take(std::string_view bytes) {
        if (phase_ != Phase::open || wire_ == Wire::event_stream) return;
        heard_ = true;
        for (ClientEvent& event : parser_.feed(bytes)) {
            if (phase_ != Phase::open) return;
            if (auto* text = std::get_if<TextMessage>(&event)) {
                // A copy: who hears may hand the viewer on to somebody with other functions.
                if (const auto hear = on_text) hear(text->text);
            } else if (auto* ping = std::get_if<Ping>(&event)) {
                say(pong_frame(ping->payload));
            } else if (std::holds_alternative<Closed>(event)) {
                part(CloseCode::normal);
            } else if (auto* violation = std::get_if<Violation>(&event)) {
                part(violation->code);
            }
        }
    }

    void watch() {
        timer_.expires_after(ping_every);
        timer_.async_wait([self = shared_from_this()](error_code error) {
            if (error || self->phase_ != Phase::open) return;
            // Who reads events says nothing; that he is gone is found by the kernel, see peer_silence_ms.
            const bool must_answer = self->wire_ == Wire::websocket;
            if (must_answer && !std::exchange(self->heard_, false)) return self->end();
            if (!self->in_flight_) self->say(must_answer ? ping_frame() : std::string(event_stream_ping));
            self->watch();
        });
    }

    void part(CloseCode code) {
        if (phase_ != Phase::open) return;
        if (wire_ == Wire::websocket && !in_flight_) say(close_frame(code));
        if (phase_ != Phase::open) return;
        phase_ = Phase::parting;
        error_code ignored;  // the peer may be gone; then there is nothing to say
        if (!in_flight_) socket_.shutdown(tcp::socket::shutdown_send, ignored);
        timer_.expires_after(std::chrono::seconds(parting_s_max));
        timer_.async_wait([self = shared_from_this()](error_code) { self->end(); });
        boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->tell(); });
    }

    /// Ends after the running call: whoever sends is not told of the end from inside his own send.
    void later_end() {
        boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->end(); });
    }

    void end() {
        if (std::exchange(phase_, Phase::ended) == Phase::ended) return;
        timer_.cancel();
        error_code ignored;  // closing is all that is wanted
        socket_.shutdown(tcp::socket::shutdown_both, ignored);
        socket_.close(ignored);
        tell();
    }

    void tell() {
        on_drained = nullptr;
        on_text = nullptr;
        if (auto told = std::exchange(on_closed, nullptr)) told();
    }

    std::shared_ptr<Server::Shared> shared_;
    Wire wire_;
    tcp::socket socket_;
    boost::asio::steady_timer timer_;
    Seat seat_;
    FrameParser parser_;
    std::array<char, 2048> input_{};
    SharedFrame in_flight_;
    std::string replies_;
    bool heard_ = true;
    Phase phase_ = Phase::open;
};

}  // namespace

std::shared_ptr<Viewer> open_viewer(std::shared_ptr<Server::Shared> shared, Wire wire, tcp::socket socket,
                                    std::string peer) {
    return std::make_shared<SocketViewer>(std::move(shared), wire, std::move(socket), std::move(peer));
}

void start_viewer(const std::shared_ptr<Viewer>& viewer, std::string early) {
    std::static_pointer_cast<SocketViewer>(viewer)->start(early);
}

}  // namespace chicane::web::http
