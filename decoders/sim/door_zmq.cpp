// A publisher over ZeroMQ (libzmq): each line is a message, without its end, as OpenStint has it. All subscribers are one client: it comes
// with the first subscription and leaves with the last, so that nothing is said before somebody hears it.
#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cerrno>
#include <chrono>
#include <zmq.h>

#include "decoders/sim/door_parts.hpp"

namespace chicane::decoders::sim {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr int messages_waiting_max = 100'000;     ///< of one subscriber; beyond, libzmq drops what is new
constexpr int written_within_ms = 500;            ///< of what waits when it hangs up
constexpr int subscriptions_a_turn_max = 256;     ///< then the loop's other work comes
constexpr std::size_t line_bytes_max = 4 * 1024;  ///< said as it is once it is longer

/// What subscribers connect to, with the descriptor by which it wakes the loop. That tells a change, not a state.
class Publisher {
  public:
    Publisher(asio::io_context& io, void* context) : socket_(zmq_socket(context, ZMQ_XPUB)), ready_(io) {
        set(ZMQ_SNDHWM, messages_waiting_max);
        set(ZMQ_LINGER, written_within_ms);
        set(ZMQ_IPV6, 1);
    }
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;
    ~Publisher() {
        if (ready_.is_open()) ready_.release();  // the descriptor is libzmq's
        if (socket_) zmq_close(socket_);
    }

    AsioError bind(const std::string& endpoint) {
        const bool bound = socket_ && zmq_bind(socket_, endpoint.c_str()) == 0;
        return bound ? AsioError() : AsioError(errno, boost::system::generic_category());
    }
    std::string endpoint() const {
        char text[128] = {};
        std::size_t size = sizeof text;
        zmq_getsockopt(socket_, ZMQ_LAST_ENDPOINT, text, &size);
        return text;
    }
    void say(std::span<const std::byte> message) { zmq_send(socket_, message.data(), message.size(), ZMQ_DONTWAIT); }
    /// Whether a subscription came, or one ended; absent: neither waits.
    std::optional<bool> take() {
        char kind = 0;  // then follows what the messages begin with
        int size = 0;
        do size = zmq_recv(socket_, &kind, sizeof kind, ZMQ_DONTWAIT);
        while (size < 0 && errno == EINTR);
        if (size < 0) return std::nullopt;
        return kind == 1;
    }
    template <class Then>
    void wait(Then then) {
        if (!ready_.is_open()) {
            int descriptor = -1;
            std::size_t size = sizeof descriptor;
            zmq_getsockopt(socket_, ZMQ_FD, &descriptor, &size);
            ready_.assign(descriptor);
        }
        if (std::exchange(waits_, true)) return;
        ready_.async_wait(asio::posix::stream_descriptor::wait_read, then);
    }
    void woke() { waits_ = false; }

  private:
    void set(int option, int value) { zmq_setsockopt(socket_, option, &value, sizeof value); }

    void* socket_;
    asio::posix::stream_descriptor ready_;
    bool waits_ = false;
};

class ZmqDoor final : public Door, public std::enable_shared_from_this<ZmqDoor> {
  public:
    ZmqDoor(asio::io_context& io, ZmqServe place, DoorEvents& events)
        : io_(io), place_(std::move(place)), events_(&events), context_(zmq_ctx_new(), zmq_ctx_term), timer_(io) {}

    std::expected<std::string, std::string> open() override;
    void close() override {
        events_ = nullptr;
        publisher_.reset();
        timer_.cancel();
    }
    void publish(std::span<const std::byte> bytes);
    void hang_up();

  private:
    AsioError bind();
    void bind_later();
    void hear();
    void hear_soon();
    void counted(bool subscribed);

    asio::io_context& io_;
    ZmqServe place_;
    DoorEvents* events_;             ///< null: closed
    std::shared_ptr<void> context_;  ///< libzmq's, with its thread; outlives the publisher
    std::shared_ptr<Publisher> publisher_;
    asio::steady_timer timer_;
    std::string endpoint_;  ///< the same again after a hang-up
    codec::Bytes line_;     ///< the begin of one
    int subscriptions_ = 0;
    std::optional<ClientId> client_;
};

class ZmqClient final : public Client {
  public:
    explicit ZmqClient(std::weak_ptr<ZmqDoor> door) : door_(std::move(door)) {}
    void send(codec::Bytes bytes) override {
        if (const auto door = door_.lock()) door->publish(bytes);
    }
    bool hang_up() override {
        if (const auto door = door_.lock()) door->hang_up();
        return true;
    }
    void close() override {}

  private:
    std::weak_ptr<ZmqDoor> door_;
};

/// libzmq binds to addresses only: names are looked up here.
std::expected<std::string, std::string> ZmqDoor::open() {
    const std::string where = place_.host + ":" + std::to_string(place_.port);
    tcp::resolver resolver(io_);
    AsioError error;
    const auto found = resolver.resolve(place_.host, std::to_string(place_.port), error);
    if (error || found.empty()) return std::unexpected(where + ": " + error.message());
    const auto address = found.begin()->endpoint().address();
    endpoint_ = "tcp://" + (address.is_v6() ? "[" + address.to_string() + "]" : address.to_string()) + ":" +
                (place_.port ? std::to_string(place_.port) : "*");
    error = bind();
    if (error) return std::unexpected(where + ": " + error.message());
    return place_.host + endpoint_.substr(endpoint_.rfind(':'));
}

AsioError ZmqDoor::bind() {
    publisher_ = std::make_shared<Publisher>(io_, context_.get());
    const AsioError error = publisher_->bind(endpoint_);
    if (error) {
        publisher_.reset();
        return error;
    }
    endpoint_ = publisher_->endpoint();
    hear();
    return {};
}

/// Until the port is free: libzmq closes on its own thread.
void ZmqDoor::bind_later() {
    timer_.expires_after(std::chrono::milliseconds(come_again_ms));
    timer_.async_wait([self = shared_from_this()](const AsioError& error) {
        if (!error && self->events_ && self->bind()) self->bind_later();
    });
}

/// Messages are whole: what was cut into pieces comes in one.
void ZmqDoor::publish(std::span<const std::byte> bytes) {
    if (!publisher_) return;
    for (const std::byte byte : bytes) {
        const bool ends = byte == std::byte{'\n'};
        if (!ends) line_.push_back(byte);
        if (!ends && line_.size() < line_bytes_max) continue;
        publisher_->say(line_);
        line_.clear();
    }
    hear_soon();
}

void ZmqDoor::hang_up() {
    publisher_.reset();
    line_.clear();
    subscriptions_ = 0;
    client_.reset();
    bind_later();
}

void ZmqDoor::hear() {
    const std::weak_ptr<Publisher> heard = publisher_;
    for (int taken = 0; taken < subscriptions_a_turn_max; ++taken) {
        const auto subscribed = publisher_->take();
        if (!subscribed) {
            return publisher_->wait([self = shared_from_this(), heard](const AsioError& error) {
                const auto publisher = heard.lock();
                if (error || !publisher || publisher != self->publisher_) return;
                publisher->woke();
                self->hear();
            });
        }
        counted(*subscribed);
        if (heard.expired()) return;  // it hung up on who came
    }
    hear_soon();
}

/// In a turn of its own: after sending, the descriptor may be still although a subscription waits, and who sends is not to be told.
void ZmqDoor::hear_soon() {
    asio::post(io_, [self = shared_from_this(), heard = std::weak_ptr(publisher_)] {
        if (const auto publisher = heard.lock(); publisher && publisher == self->publisher_) self->hear();
    });
}

void ZmqDoor::counted(bool subscribed) {
    subscriptions_ = std::max(0, subscriptions_ + (subscribed ? 1 : -1));
    if (subscriptions_ > 0 && !client_) {
        client_ = events_->came(std::make_shared<ZmqClient>(weak_from_this()));
    } else if (subscriptions_ == 0 && client_) {
        events_->left(*std::exchange(client_, std::nullopt));
    }
}

}  // namespace

std::shared_ptr<Door> make_zmq(asio::io_context& io, const ZmqServe& place, DoorEvents& events) {
    return std::make_shared<ZmqDoor>(io, place, events);
}

}  // namespace chicane::decoders::sim
