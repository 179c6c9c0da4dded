// A WebSocket on its socket: frames go straight to the kernel, and by the loop only where it does not take them at once.
#include "web/http/viewer.hpp"

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

constexpr auto ping_every =
    std::chrono::seconds(30);  ///< keeps proxies from closing; two unanswered: the viewer is gone
constexpr std::size_t replies_bytes_max =
    16 * 1024;  ///< pongs that wait behind a write; a client that floods is closed

class SocketViewer : public Viewer, public Closable, public std::enable_shared_from_this<SocketViewer> {
  public:
    SocketViewer(std::shared_ptr<Server::Shared> shared, tcp::socket socket, std::string peer)
        : shared_(std::move(shared)),
          socket_(std::move(socket)),
          timer_(shared_->io),
          seat_(shared_, this, std::move(peer)) {}

    void start(std::string_view early) {
        watch();
        take(early);
        read();
    }

    bool busy() const override { return in_flight_ != nullptr || closed_; }

    void send(SharedFrame frames) override {
        if (closed_) return;
        const ssize_t sent =
            ::send(socket_.native_handle(), frames->data(), frames->size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent == static_cast<ssize_t>(frames->size())) return;
        if (sent < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR) return later_end();
        write_rest(std::move(frames), sent < 0 ? 0 : static_cast<std::size_t>(sent));
    }

    void close() override { say(close_frame(CloseCode::going_away)), later_end(); }
    void shut() override {
        if (!closed_ && !in_flight_) say(close_frame(CloseCode::going_away));
        end();
    }

  private:
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
        if (!replies_.empty()) return send(std::make_shared<const std::string>(std::exchange(replies_, {})));
        if (!closed_ && on_drained) on_drained();
    }

    /// A reply to the client itself: behind what is in flight, never inside it.
    void say(std::string frame) {
        if (closed_) return;
        if (!in_flight_) return send(std::make_shared<const std::string>(std::move(frame)));
        replies_ += frame;
        if (replies_.size() > replies_bytes_max) end();
    }

    void read() {
        if (closed_) return;
        socket_.async_read_some(boost::asio::buffer(input_),
                                [self = shared_from_this()](error_code error, std::size_t size) {
                                    if (error) return self->end();
                                    self->take({self->input_.data(), size});
                                    self->read();
                                });
    }

    void take(std::string_view bytes) {
        heard_ = true;
        for (ClientEvent& event : parser_.feed(bytes)) {
            if (auto* text = std::get_if<TextMessage>(&event)) {
                if (on_text) on_text(text->text);
            } else if (auto* ping = std::get_if<Ping>(&event)) {
                say(pong_frame(ping->payload));
            } else if (std::holds_alternative<Closed>(event)) {
                say(close_frame(CloseCode::normal));
                return later_end();
            } else if (auto* violation = std::get_if<Violation>(&event)) {
                say(close_frame(violation->code));
                return later_end();
            }
        }
    }

    void watch() {
        timer_.expires_after(ping_every);
        timer_.async_wait([self = shared_from_this()](error_code error) {
            if (error || self->closed_) return;
            if (!std::exchange(self->heard_, false)) return self->end();
            if (!self->in_flight_) self->say(ping_frame());
            self->watch();
        });
    }

    /// Ends after the running call: whoever sends is not told of the end from inside his own send.
    void later_end() {
        boost::asio::post(socket_.get_executor(), [self = shared_from_this()] { self->end(); });
    }

    void end() {
        if (std::exchange(closed_, true)) return;
        timer_.cancel();
        error_code ignored;  // closing is all that is wanted
        socket_.shutdown(tcp::socket::shutdown_both, ignored);
        socket_.close(ignored);
        auto told = std::move(on_closed);
        on_drained = nullptr;
        on_text = nullptr;
        if (told) told();
    }

    std::shared_ptr<Server::Shared> shared_;
    tcp::socket socket_;
    boost::asio::steady_timer timer_;
    Seat seat_;
    FrameParser parser_;
    std::array<char, 2048> input_{};
    SharedFrame in_flight_;
    std::string replies_;
    bool heard_ = true;
    bool closed_ = false;
};

}  // namespace

std::shared_ptr<Viewer> open_viewer(std::shared_ptr<Server::Shared> shared, tcp::socket socket, std::string peer) {
    return std::make_shared<SocketViewer>(std::move(shared), std::move(socket), std::move(peer));
}

void start_viewer(const std::shared_ptr<Viewer>& viewer, std::string early) {
    std::static_pointer_cast<SocketViewer>(viewer)->start(early);
}

}  // namespace chicane::web::http
