#include "decoders/link/probe.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace chicane::decoders::link {

namespace {

constexpr auto look_every = std::chrono::milliseconds(100);
/// In the order of how often decoders of karts have them, the last first.
constexpr std::array<std::uint32_t, 7> usual_bauds{2'400, 4'800, 57'600, 115'200, 38'400, 19'200, 9'600};

struct Said {
    std::string_view word, what;
};

constexpr Said said[] = {
    {"p3", "asks for version and clock; changes nothing"},
    {"ilap", "its init, which sets the decoder's clock to 0: a running race loses its times"},
    {"chronelec", "asks for configuration and status; changes nothing, acknowledges nothing"},
    {"thcom", "asks who it is and for its clock; changes nothing"},
    {"robitronic", "its init, which wakes the decoder up"},
    {"zround", "its handshake, which sets the decoder's clock to 0 unless it counts already"},
    {"raceresult", "agrees on a protocol and asks for new passings; changes no file and no clock"},
    {"toolkit", "asks for the names of the locations; acknowledges nothing"},
    {"jchip", "asks for its clock and lets it send"},
    {"ultra", "lets it read"},
    {"wiclax", "lets it read and asks for its clock"},
    {"laprf", "asks for its clock; changes nothing"},
    {"llrp", "lets the reader report its tags; another program that reads it may lose them"},
};

/// Steps of a handshake without which nothing is heard. Of the others, answers could acknowledge what is in nobody's journal.
bool answers(std::string_view word) {
    return word == "raceresult" || word == "jchip" || word == "zround" || word == "llrp";
}

bool is_better(const codec::Guess& left, const codec::Guess& right) {
    if (left.sureness != right.sureness) return left.sureness > right.sureness;
    return left.bytes > right.bytes;
}

}  // namespace

std::string_view said_by_probe(std::string_view protocol) {
    const auto* known = std::ranges::find(said, protocol, &Said::word);
    return known == std::end(said) ? "" : known->what;
}

Probe::Probe(boost::asio::io_context& io, ProbeOptions options, Done done)
    : io_(io), timer_(io), options_(std::move(options)), done_(std::move(done)), here_(std::make_shared<Probe*>(this)) {
    const auto* serial = std::get_if<SerialTarget>(&options_.uri.target);
    if (serial && serial->baud == 0) bauds_.assign(usual_bauds.begin(), usual_bauds.end());
}

Probe::~Probe() { stop(); }

void Probe::start() {
    if (bauds_.empty())
        open();
    else
        next_baud();
}

void Probe::stop() {
    timer_.cancel();
    if (link_) link_->stop();
    link_.reset();
}

void Probe::next_baud() {
    std::get<SerialTarget>(options_.uri.target).baud = bauds_.back();
    bauds_.pop_back();
    open();
}

void Probe::open() {
    guesser_ = codec::Guesser();
    opened_us_ = 0;
    closed_.clear();
    begun_us_ = host_moment().steady_us;
    if (options_.active && !options_.uri.protocol.empty())
        speaks_ = std::move(*codec::make_codec(options_.uri.protocol));
    link_ = make_link(io_, options_.uri, *this);
    link_->start();
    look();
}

void Probe::send(codec::Bytes bytes) {
    if (link_ && !bytes.empty()) link_->send(std::move(bytes));
}

void Probe::on_open() {
    if (opened_us_ == 0) opened_us_ = host_moment().steady_us;
    if (!speaks_) return;
    send(speaks_->greet());
    send(speaks_->ask_version());
    send(speaks_->ask_clock());
}

void Probe::on_bytes(std::span<const std::byte> bytes, const HostMoment&) {
    guesser_.feed(bytes);
    if (!speaks_ || !answers(options_.uri.protocol)) return;
    std::vector<codec::Record> unused;
    speaks_->feed(bytes, unused);
    send(speaks_->take_replies());
}

void Probe::on_closed(std::string_view why) {
    guesser_.finish();
    closed_ = why;
}

std::int64_t Probe::listened_ms() const { return opened_us_ == 0 ? 0 : (host_moment().steady_us - opened_us_) / 1'000; }

/// Whether to go on listening, from time to time.
void Probe::look() {
    const auto guess = guesser_.guess();
    const bool certain = guess.sureness == codec::Sureness::certain;
    const bool found = guess.sureness >= codec::Sureness::likely;
    const std::int64_t passed_ms = (host_moment().steady_us - begun_us_) / 1'000;
    if (certain && options_.until_certain) return finish();
    if (!bauds_.empty() && !found &&
        (passed_ms >= std::min(baud_time_ms_max, options_.time_ms) ||
         (guess.readings.empty() && guess.bytes > strange_bytes_max))) {
        const ProbeResult here = result();
        if (is_better(here.guess, best_.guess) || !best_.opened) best_ = here;
        link_->stop();
        return next_baud();
    }
    if (passed_ms >= options_.time_ms) return finish();
    timer_.expires_after(look_every);
    timer_.async_wait([here = std::weak_ptr(here_)](const boost::system::error_code& error) {
        if (const auto probe = here.lock(); probe && !error && (*probe)->link_) (*probe)->look();
    });
}

ProbeResult Probe::result() const {
    ProbeResult here{options_.uri, guesser_.guess(), listened_ms(), opened_us_ != 0, closed_};
    if (!here.guess.word.empty()) here.uri.protocol = here.guess.word;
    return is_better(best_.guess, here.guess) ? best_ : here;
}

void Probe::finish() {
    const ProbeResult last = result();
    const Done done = std::exchange(done_, nullptr);
    stop();
    if (done) done(last);
}

}  // namespace chicane::decoders::link
