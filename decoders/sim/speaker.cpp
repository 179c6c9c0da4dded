#include "decoders/sim/speaker.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <utility>

#include "decoders/sim/pace.hpp"

namespace chicane::decoders::sim {

using Error = boost::system::error_code;

struct Speaker::Impl final : DoorEvents, std::enable_shared_from_this<Impl> {
    Impl(boost::asio::io_context& io, SpeakerOptions options_)
        : options(std::move(options_)), door(make_door(io, options.place, *this)), timer(io) {}

    std::optional<ClientId> came(std::shared_ptr<Client> client) override;
    void said(ClientId client, std::span<const std::byte> bytes) override;
    void left(ClientId client) override;

    void begin();
    void wait();
    void run();
    void deliver();
    void hang_up();
    void stop();

    SpeakerOptions options;
    std::shared_ptr<Door> door;
    boost::asio::steady_timer timer;
    std::unique_ptr<Decoder> decoder;  ///< null: nobody has come yet
    std::optional<Pace> pace;
    std::map<ClientId, std::shared_ptr<Client>> clients;  ///< at most clients_max
    ClientId last_id = 0;
    std::vector<Outgoing> outgoing;
    bool told = false;  ///< that it is finished
    bool stopped = false;
};

std::optional<ClientId> Speaker::Impl::came(std::shared_ptr<Client> client) {
    if (clients.size() >= clients_max) return std::nullopt;
    const ClientId id = ++last_id;
    clients.emplace(id, std::move(client));
    if (!decoder) begin();
    decoder->advance(pace->now_us(), outgoing);
    decoder->joined(id, outgoing);
    deliver();
    wait();
    return id;
}

void Speaker::Impl::begin() {
    decoder = options.make_decoder();
    pace.emplace(decoder->now_us(), options.speed);
}

void Speaker::Impl::said(ClientId client, std::span<const std::byte> bytes) {
    if (!clients.contains(client)) return;
    // Only after advancing: an answer tells the decoder's time.
    decoder->advance(pace->now_us(), outgoing);
    decoder->received(client, bytes, outgoing);
    deliver();
    wait();
}

void Speaker::Impl::left(ClientId client) {
    const auto at = clients.find(client);
    if (at == clients.end()) return;
    at->second->close();
    clients.erase(at);
    decoder->left(client);
}

/// Anew after each change: what was asked or acknowledged may make the next thing due sooner.
void Speaker::Impl::wait() {
    if (stopped) return;
    if (decoder->finished() && !std::exchange(told, true)) options.finished();
    if (decoder->next_us() == never_us) return;
    timer.expires_at(pace->at(decoder->next_us()));
    timer.async_wait([self = shared_from_this()](const Error& error) {
        if (!error && !self->stopped) self->run();
    });
}

void Speaker::Impl::run() {
    decoder->advance(pace->now_us(), outgoing);
    deliver();
    wait();
}

void Speaker::Impl::deliver() {
    for (const Outgoing& out : std::exchange(outgoing, {})) {
        const auto* send = std::get_if<Send>(&out);
        if (!send) {
            hang_up();
            continue;
        }
        for (const auto& [id, client] : clients)
            if (!send->client || *send->client == id) client->send(send->bytes);
    }
}

void Speaker::Impl::hang_up() {
    for (auto at = clients.begin(); at != clients.end();) {
        const bool breaks = at->second->hang_up();
        if (breaks) decoder->left(at->first);
        at = breaks ? clients.erase(at) : std::next(at);
    }
}

void Speaker::Impl::stop() {
    stopped = true;
    door->close();
    timer.cancel();
    for (const auto& [id, client] : clients) client->close();
    clients.clear();
}

Speaker::Speaker(boost::asio::io_context& io, SpeakerOptions options)
    : impl_(std::make_shared<Impl>(io, std::move(options))) {}

Speaker::~Speaker() { stop(); }

std::expected<std::string, std::string> Speaker::start() { return impl_->door->open(); }
void Speaker::stop() { impl_->stop(); }

}  // namespace chicane::decoders::sim
