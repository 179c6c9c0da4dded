#include "decoders/sim/speaker.hpp"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <utility>

#include "decoders/sim/pace.hpp"

namespace chicane::decoders::sim {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

constexpr std::size_t request_bytes = 4 * 1024;  ///< of one read

/// One connection: writes in order, one at a time.
struct Client : std::enable_shared_from_this<Client> {
    Client(ClientId id_, tcp::socket socket_) : id(id_), socket(std::move(socket_)) {}

    void send(codec::Bytes bytes) {
        waiting_bytes += bytes.size();
        waiting.push_back(std::move(bytes));
        if (waiting_bytes > client_waiting_bytes_max) return close();
        if (waiting.size() == 1) write();
    }

    void write() {
        asio::async_write(socket, asio::buffer(waiting.front()),
                          [self = shared_from_this()](const Error& error, std::size_t bytes) {
                              if (error) return self->close();
                              self->waiting_bytes -= bytes;
                              self->waiting.pop_front();
                              if (!self->waiting.empty()) return self->write();
                              if (self->hanging_up) self->close();
                          });
    }

    /// Closes once what waits is written.
    void hang_up() {
        hanging_up = true;
        if (waiting.empty()) close();
    }

    void close() {
        Error ignored;
        socket.shutdown(tcp::socket::shutdown_both, ignored);
        socket.close(ignored);
    }

    ClientId id;
    tcp::socket socket;
    std::deque<codec::Bytes> waiting;  ///< the first one is being written
    std::size_t waiting_bytes = 0;
    bool hanging_up = false;
    std::array<std::byte, request_bytes> received;
};

}  // namespace

struct Speaker::Impl : std::enable_shared_from_this<Impl> {
    Impl(asio::io_context& io, SpeakerOptions options_)
        : options(std::move(options_)), acceptor(io), resolver(io), timer(io) {}

    std::expected<std::string, std::string> listen();
    void accept();
    void welcome(tcp::socket socket);
    void read(const std::shared_ptr<Client>& client);
    void left(ClientId id);
    void wait();
    void run();
    void deliver();
    void stop();

    SpeakerOptions options;
    tcp::acceptor acceptor;
    tcp::resolver resolver;
    asio::steady_timer timer;
    std::unique_ptr<P3Decoder> decoder;  ///< null: nobody has come yet
    std::optional<Pace> pace;
    std::map<ClientId, std::shared_ptr<Client>> clients;  ///< at most clients_max
    ClientId last_id = 0;
    std::vector<Outgoing> outgoing;
    bool told = false;  ///< that it is finished
};

std::expected<std::string, std::string> Speaker::Impl::listen() {
    const std::string place = options.host + ":" + std::to_string(options.port);
    Error error;
    const auto found = resolver.resolve(options.host, std::to_string(options.port), error);
    if (error || found.empty()) return std::unexpected(place + ": " + error.message());
    const tcp::endpoint endpoint = found.begin()->endpoint();
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return std::unexpected(place + ": " + error.message());
    accept();
    return options.host + ":" + std::to_string(acceptor.local_endpoint().port());
}

void Speaker::Impl::accept() {
    acceptor.async_accept([self = shared_from_this()](const Error& error, tcp::socket socket) {
        if (!self->acceptor.is_open()) return;
        if (!error && self->clients.size() < clients_max) self->welcome(std::move(socket));
        self->accept();
    });
}

void Speaker::Impl::welcome(tcp::socket socket) {
    Error ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const auto client = std::make_shared<Client>(++last_id, std::move(socket));
    clients.emplace(client->id, client);
    read(client);
    if (decoder) return;
    decoder = options.make_decoder();
    pace.emplace(decoder->now_us(), options.speed);
    run();
}

void Speaker::Impl::read(const std::shared_ptr<Client>& client) {
    client->socket.async_read_some(
        asio::buffer(client->received), [self = shared_from_this(), client](const Error& error, std::size_t bytes) {
            if (error || !self->clients.contains(client->id)) return self->left(client->id);
            // Only after advancing: an answer tells the decoder's time.
            self->decoder->advance(self->pace->now_us(), self->outgoing);
            self->decoder->received(client->id, std::span(client->received).first(bytes), self->outgoing);
            self->deliver();
            self->read(client);
        });
}

void Speaker::Impl::left(ClientId id) {
    const auto at = clients.find(id);
    if (at == clients.end()) return;
    at->second->close();
    clients.erase(at);
    decoder->left(id);
}

void Speaker::Impl::wait() {
    timer.expires_at(pace->at(decoder->next_us()));
    timer.async_wait([self = shared_from_this()](const Error& error) {
        if (!error && self->acceptor.is_open()) self->run();
    });
}

void Speaker::Impl::run() {
    decoder->advance(pace->now_us(), outgoing);
    deliver();
    if (decoder->finished() && !std::exchange(told, true)) options.finished();
    wait();
}

void Speaker::Impl::deliver() {
    for (const Outgoing& out : std::exchange(outgoing, {})) {
        if (const auto* send = std::get_if<Send>(&out)) {
            for (const auto& [id, client] : clients)
                if (!send->client || *send->client == id) client->send(send->bytes);
            continue;
        }
        for (const auto& [id, client] : clients) {
            client->hang_up();
            decoder->left(id);
        }
        clients.clear();
    }
}

void Speaker::Impl::stop() {
    Error ignored;
    acceptor.close(ignored);
    timer.cancel();
    for (const auto& [id, client] : clients) client->close();
    clients.clear();
}

Speaker::Speaker(asio::io_context& io, SpeakerOptions options)
    : impl_(std::make_shared<Impl>(io, std::move(options))) {}

Speaker::~Speaker() { stop(); }

std::expected<std::string, std::string> Speaker::start() { return impl_->listen(); }
void Speaker::stop() { impl_->stop(); }

}  // namespace chicane::decoders::sim
