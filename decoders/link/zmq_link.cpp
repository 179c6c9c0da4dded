#include "decoders/link/zmq_link.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <cerrno>
#include <cstring>
#include <zmq.h>

#include "decoders/link/closed_reason.hpp"
#include "decoders/link/tcp_options.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;

namespace {

constexpr std::string_view no_publisher = "no publisher of ZeroMQ 4 or newer: is the port right?";
constexpr int events_heard = ZMQ_EVENT_CONNECTED | ZMQ_EVENT_CLOSED | ZMQ_EVENT_DISCONNECTED |
                             ZMQ_EVENT_HANDSHAKE_SUCCEEDED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                             ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;

class Frame {
  public:
    Frame() { zmq_msg_init(&message_); }
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;
    ~Frame() { zmq_msg_close(&message_); }

    /// False: none is there.
    bool take_from(void* socket) {
        int result = 0;
        do result = zmq_msg_recv(&message_, socket, ZMQ_DONTWAIT);
        while (result < 0 && errno == EINTR);
        return result >= 0;
    }
    bool more() { return zmq_msg_more(&message_) != 0; }
    std::span<const std::byte> bytes() {
        return {static_cast<const std::byte*>(zmq_msg_data(&message_)), zmq_msg_size(&message_)};
    }

  private:
    zmq_msg_t message_;
};

}  // namespace

/// A socket with the descriptor by which it wakes the loop. The descriptor tells a change, not a state: it is waited on only after
/// everything was taken.
class ZmqLink::WakingSocket {
  public:
    WakingSocket(asio::io_context& io, void* context, int type) : socket_(zmq_socket(context, type)), ready_(io) {
        set(ZMQ_LINGER, 0);
    }
    WakingSocket(const WakingSocket&) = delete;
    WakingSocket& operator=(const WakingSocket&) = delete;
    ~WakingSocket() {
        if (ready_.is_open()) ready_.release();  // the descriptor is libzmq's
        if (socket_) zmq_close(socket_);
    }

    void* get() const { return socket_; }
    template <class Value>
    void set(int option, Value value) {
        zmq_setsockopt(socket_, option, &value, sizeof value);
    }
    template <class Then>
    void wait(Then then) {
        if (!ready_.is_open()) {
            int descriptor = -1;
            std::size_t size = sizeof descriptor;
            zmq_getsockopt(socket_, ZMQ_FD, &descriptor, &size);
            ready_.assign(descriptor);
        }
        if (waits_) return;
        waits_ = true;
        ready_.async_wait(asio::posix::stream_descriptor::wait_read, then);
    }
    void woke() { waits_ = false; }

  private:
    void* socket_;
    asio::posix::stream_descriptor ready_;
    bool waits_ = false;
};

/// One try: the subscriber, and what libzmq tells of its connection.
struct ZmqLink::Subscription {
    Subscription(asio::io_context& io, void* context)
        : subscriber(io, context, ZMQ_SUB), connection(io, context, ZMQ_PAIR) {}
    /// Before `connection` goes: libzmq would wait until somebody hears its events.
    ~Subscription() {
        if (subscriber.get()) zmq_socket_monitor(subscriber.get(), nullptr, 0);
    }

    /// 0, or what errno says.
    int connect(const std::string& to, const std::string& events_address) {
        if (!subscriber.get() || !connection.get()) return EMFILE;
        constexpr int no_reconnect = -1;
        subscriber.set(ZMQ_RECONNECT_IVL, no_reconnect);
        subscriber.set(ZMQ_RCVHWM, zmq_messages_waiting_max);
        subscriber.set(ZMQ_MAXMSGSIZE, zmq_frame_bytes_max);
        subscriber.set(ZMQ_TCP_KEEPALIVE, 1);
        subscriber.set(ZMQ_TCP_KEEPALIVE_IDLE, keep_alive_after_s);
        subscriber.set(ZMQ_TCP_KEEPALIVE_INTVL, keep_alive_every_s);
        subscriber.set(ZMQ_TCP_KEEPALIVE_CNT, keep_alive_tries);
        subscriber.set(ZMQ_IPV6, 1);
        zmq_setsockopt(subscriber.get(), ZMQ_SUBSCRIBE, "", 0);
        const bool good = zmq_socket_monitor(subscriber.get(), events_address.c_str(), events_heard) == 0 &&
                          zmq_connect(connection.get(), events_address.c_str()) == 0 &&
                          zmq_connect(subscriber.get(), to.c_str()) == 0;
        return good ? 0 : errno;
    }

    WakingSocket subscriber;
    WakingSocket connection;
    bool connected = false;
};

ZmqLink::ZmqLink(asio::io_context& io, const ZmqTarget& target, LinkEvents& events, std::chrono::milliseconds open_max)
    : io_(io),
      resolver_(io_),
      asker_(io_),
      limit_(io),
      retry_(io),
      target_(target),
      open_max_(open_max),
      events_(&events),
      context_(zmq_ctx_new(), zmq_ctx_term) {}

ZmqLink::~ZmqLink() { stop(); }

template <class Then>
auto ZmqLink::in_this_attempt(Then then) {
    return [weak = weak_from_this(), attempt = attempt_, then](const Error& error, auto&&... result) {
        const auto self = weak.lock();
        if (self && self->events_ && self->attempt_ == attempt) then(*self, error, result...);
    };
}

void ZmqLink::stop() {
    events_ = nullptr;
    end_attempt();
    retry_.cancel();
}

void ZmqLink::end_attempt() {
    ++attempt_;
    resolver_.cancel();
    asker_ = asio::ip::tcp::socket(io_);
    limit_.cancel();
    subscription_.reset();
    open_ = false;
}

void ZmqLink::reopen() {
    if (open_) closed(where() + ": nothing was heard for too long; connecting anew");
}

void ZmqLink::connect() {
    ++attempt_;
    limit_.expires_after(open_max_);
    limit_.async_wait(in_this_attempt([](ZmqLink& self, const Error& error) {
        if (error || self.open_) return;  // open: it ran out in the turn of the greeting, too late to cancel
        const bool silent = self.subscription_ && self.subscription_->connected;
        self.closed(silent ? self.where() + ": " + std::string(no_publisher)
                           : closed_reason(self.where(), "cannot connect", asio::error::timed_out));
    }));
    resolver_.async_resolve(target_.host, std::to_string(target_.port),
                            in_this_attempt([](ZmqLink& self, const Error& error, const Endpoints& endpoints) {
                                if (error) return self.closed(closed_reason(self.where(), "cannot connect", error));
                                self.subscribe(endpoints);
                            }));
}

/// To one of a name's addresses, to another at the next try.
void ZmqLink::subscribe(const Endpoints& endpoints) {
    chosen_ = std::next(endpoints.begin(), static_cast<std::ptrdiff_t>(attempt_ % endpoints.size()))->endpoint();
    subscription_ = std::make_unique<Subscription>(io_, context_.get());
    const int failed =
        subscription_->connect("tcp://" + to_text(Endpoint{chosen_.address().to_string(), chosen_.port()}),
                               "inproc://attempt-" + std::to_string(attempt_));
    const Error error(failed, boost::system::generic_category());
    if (error) return closed(closed_reason(where(), "cannot connect", error));
    turn();
}

/// Messages wait in libzmq until it is told that the connection is open.
void ZmqLink::turn() {
    const std::uint64_t attempt = attempt_;
    hear_events();
    const bool more = open_ && hear_messages();
    if (attempt != attempt_) return;
    const auto go_on = in_this_attempt([](ZmqLink& self, const Error&) { self.turn(); });
    if (more) return asio::post(io_, [go_on] { go_on({}); });
    wait_for(&Subscription::connection);
    if (open_) wait_for(&Subscription::subscriber);
}

void ZmqLink::wait_for(WakingSocket Subscription::* socket) {
    ((*subscription_).*socket).wait(in_this_attempt([socket](ZmqLink& self, const Error&) {
        ((*self.subscription_).*socket).woke();
        self.turn();
    }));
}

/// True: there may be more.
bool ZmqLink::hear_messages() {
    const HostMoment read_at = host_moment();
    const std::uint64_t attempt = attempt_;
    codec::Bytes lines;
    int messages = 0;
    std::size_t whole = 0, message_bytes = 0;
    for (Frame frame; messages < zmq_messages_a_turn_max && message_bytes <= zmq_message_bytes_max &&
                      frame.take_from(subscription_->subscriber.get());) {
        const auto bytes = frame.bytes();
        message_bytes += bytes.size() + 1;
        if (message_bytes > zmq_message_bytes_max) break;
        lines.insert(lines.end(), bytes.begin(), bytes.end());
        if (frame.more()) continue;
        lines.push_back(std::byte{'\n'});
        whole = lines.size();
        message_bytes = 0;
        ++messages;
    }
    if (messages > 0) {
        retry_.heard();
        events_->on_bytes(std::span(lines).first(whole), read_at);
    }
    if (message_bytes > zmq_message_bytes_max && attempt == attempt_)
        closed(where() + ": a longer message than any of a decoder; connecting anew");
    return messages == zmq_messages_a_turn_max;
}

/// An event is two frames: a number of 16 bits with a value of 32, and the address.
void ZmqLink::hear_events() {
    const std::uint64_t attempt = attempt_;
    for (Frame frame; attempt == attempt_ && frame.take_from(subscription_->connection.get());) {
        std::uint16_t event = 0;
        std::uint32_t value = 0;
        const auto bytes = frame.bytes();
        if (!frame.more() || bytes.size() != sizeof event + sizeof value) continue;
        std::memcpy(&event, bytes.data(), sizeof event);
        std::memcpy(&value, bytes.data() + sizeof event, sizeof value);
        hear_event(event, value);
    }
}

void ZmqLink::hear_event(int event, std::uint32_t value) {
    if (event == ZMQ_EVENT_CONNECTED) {
        subscription_->connected = true;
    } else if (event == ZMQ_EVENT_HANDSHAKE_SUCCEEDED) {
        limit_.cancel();
        open_ = true;
        events_->on_open();
    } else if (!open_ && !subscription_->connected) {
        ask_why();
    } else {
        const std::uint64_t attempt = attempt_;
        while (open_ && hear_messages()) {  // what came before the end
        }
        if (attempt == attempt_) closed(where() + ": " + reason_of_failure(event, value));
    }
}

std::string ZmqLink::reason_of_failure(int event, std::uint32_t value) const {
    if (open_) return "connection lost; the other end hung up, or sent a longer message than any of a decoder";
    if (event == ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL && value == ZMQ_PROTOCOL_ERROR_ZMTP_MECHANISM_MISMATCH)
        return "it wants encryption, which is not known here";
    return std::string(no_publisher);
}

/// Of a connection that it could not make libzmq says that it closed it, and not why: a bare one of ours is told.
void ZmqLink::ask_why() {
    if (asker_.is_open()) return;
    asker_.async_connect(chosen_, in_this_attempt([](ZmqLink& self, const Error& error) {
                             self.closed(error ? closed_reason(self.where(), "cannot connect", error)
                                               : self.where() + ": it listens only now; connecting anew");
                         }));
}

/// Ends this attempt and arranges the next.
void ZmqLink::closed(const std::string& why) {
    const auto self = shared_from_this();
    end_attempt();
    events_->on_closed(why);
    if (!events_) return;
    retry_.later([weak = weak_from_this()] {
        if (const auto link = weak.lock(); link && link->events_) link->connect();
    });
}

}  // namespace chicane::decoders::link
