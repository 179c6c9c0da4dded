#include "decoders/link/source.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <map>
#include <variant>

#include "decoders/link/clock_offset.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/link/link.hpp"
#include "decoders/link/passing_numbers.hpp"
#include "decoders/link/recorded_link.hpp"
#include "decoders/link/watchdog.hpp"
#include "timing/ensure.hpp"

namespace chicane::decoders::link {

namespace {

constexpr std::int64_t health_every_us = 1'000'000;
constexpr std::int64_t clock_every_us = 30'000'000;  ///< as known from the field
constexpr std::size_t decoders_max = 16;             ///< behind one connection; of more, numbers are not followed

/// One decoder, as its records tell of it.
struct Heard {
    explicit Heard(double speed) : clock(speed) {}
    PassingNumbers numbers;
    ClockOffset clock;
};

}  // namespace

struct Source::Impl final : LinkEvents, std::enable_shared_from_this<Impl> {
    Impl(boost::asio::io_context& io_, SourceOptions options_, SourceEvents& events_, SimulatedWorld world_);

    void start();
    void stop();

    void on_open() override;
    void on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void on_closed(std::string_view why) override;

    void take(const codec::Passing& passing, timing::HostTime now);
    void take(const codec::Status& status, timing::HostTime now);
    void take(const codec::Version& version, timing::HostTime now);
    void take(const codec::ClockReading& reading, timing::HostTime now);
    void take(const codec::DeviceError& error, timing::HostTime now);
    void take(const codec::Garbage& garbage, timing::HostTime now);
    void take_all(timing::HostTime now);
    void lives(timing::HostTime now);

    Heard* heard_of(std::optional<std::uint32_t> decoder);
    void act(const NumberActions& actions);
    timing::HostTime now_here() const { return world.now ? world.now() : host_now(); }
    void on_tick();
    void wait_for_tick();
    void become(SourceState state);
    void look_at_recording();
    void publish(timing::HostTime now);

    boost::asio::io_context& io;
    SourceOptions options;
    SourceEvents* events;  ///< null: stopped
    SimulatedWorld world;  ///< empty: the real one
    boost::asio::steady_timer timer;
    std::unique_ptr<codec::Codec> codec;
    std::shared_ptr<Link> link;
    Watchdog watchdog;
    std::map<std::uint32_t, Heard> decoders;
    std::optional<std::uint32_t> latest;  ///< the decoder that spoke last
    std::vector<codec::Record> records;   ///< of the call that runs
    SourceHealth health;
    Traffic traffic;
    bool open = false;
    bool mute = false;  ///< fell silent: a new connection alone does not make it well
    bool told = true;   ///< what is in `health` has been published
    timing::HostTime published;
    timing::HostTime clock_asked;
};

Source::Impl::Impl(boost::asio::io_context& io_, SourceOptions options_, SourceEvents& events_, SimulatedWorld world_)
    : io(io_),
      options(std::move(options_)),
      events(&events_),
      world(std::move(world_)),
      timer(io_),
      watchdog(options.uri.speed) {
    auto made = codec::make_codec(options.uri.protocol);
    timing::ensure(made.has_value(), "a device's URI was parsed, so its protocol is known");
    codec = std::move(*made);
    for (const Resume& resume : options.resume) {
        Heard heard(options.uri.speed);
        heard.numbers = PassingNumbers(resume.last_number, resume.last_time_us, resume.epoch);
        decoders.insert_or_assign(resume.decoder, std::move(heard));
    }
}

void Source::Impl::start() {
    link = recorded_link(options.recording, *this, [this](LinkEvents& to) {
        return world.make_link ? world.make_link(to) : make_link(io, options.uri, to);
    });
    link->start();
    if (!world.now) wait_for_tick();
}

void Source::Impl::stop() {
    events = nullptr;
    timer.cancel();
    if (link) link->stop();
}

void Source::Impl::on_open() {
    const timing::HostTime now = now_here();
    open = true;
    watchdog.heard(now);
    clock_asked = now;
    link->send(codec->ask_version());
    link->send(codec->ask_clock());
    for (auto& [id, heard] : decoders) act(heard.numbers.reconnected(now));
    become(mute ? SourceState::silent : SourceState::up);
}

void Source::Impl::on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) {
    const timing::HostTime now = world.now ? world.now() : read_at.wall;
    health.last_byte = now;
    if (codec->shows_life_by() == codec::SignOfLife::byte) lives(now);
    codec->feed(bytes, records);
    take_all(now);
    traffic.note(bytes, now);
}

void Source::Impl::on_closed(std::string_view) {
    open = false;
    codec->finish(records);
    take_all(now_here());
    become(SourceState::down);
}

void Source::Impl::lives(timing::HostTime now) {
    watchdog.heard(now);
    mute = false;
    if (open) become(SourceState::up);
}

void Source::Impl::take_all(timing::HostTime now) {
    for (const codec::Record& record : std::exchange(records, {})) {
        if (!events) return;
        told = false;
        if (!std::holds_alternative<codec::Garbage>(record)) lives(now);
        std::visit([&](const auto& known) { take(known, now); }, record);
    }
}

void Source::Impl::take(const codec::Passing& passing, timing::HostTime now) {
    ++health.passings;
    std::uint32_t epoch = 0;
    if (Heard* heard = heard_of(passing.decoder)) {
        const std::uint32_t before = heard->numbers.epoch();
        if (passing.number) {
            const auto clock_now = heard->clock.decoder_time_at(now);
            act(heard->numbers.arrived(*passing.number, passing.time_us, now,
                                       clock_now ? std::optional(clock_now->us) : std::nullopt));
        }
        epoch = heard->numbers.epoch();
        if (epoch != before) heard->clock.forget();
        heard->clock.reading({passing.time_us}, now);
    }
    if (events) events->on_passing(options.device, {passing, now, epoch});
}

void Source::Impl::take(const codec::Status& status, timing::HostTime) {
    health.last_status = status;
    if (status.decoder) health.decoder = status.decoder;
}

void Source::Impl::take(const codec::Version& version, timing::HostTime) {
    if (version.decoder) health.decoder = version.decoder;
}

void Source::Impl::take(const codec::ClockReading& reading, timing::HostTime now) {
    if (Heard* heard = heard_of(reading.decoder)) heard->clock.reading({reading.time_us}, now);
}

/// It did not like what we asked: nothing is lost by it.
void Source::Impl::take(const codec::DeviceError&, timing::HostTime) {}

void Source::Impl::take(const codec::Garbage& garbage, timing::HostTime) {
    ++health.garbage_records;
    health.garbage_bytes += garbage.bytes;
}

/// Null: more decoders than a connection has.
Heard* Source::Impl::heard_of(std::optional<std::uint32_t> decoder) {
    const std::uint32_t id = decoder.value_or(0);
    if (decoder) health.decoder = decoder;
    auto at = decoders.find(id);
    if (at == decoders.end()) {
        if (decoders.size() >= decoders_max) return nullptr;
        at = decoders.emplace(id, options.uri.speed).first;
    }
    latest = id;
    return &at->second;
}

void Source::Impl::act(const NumberActions& actions) {
    for (const NumberRange& range : actions.ask) link->send(codec->ask_again(range.from, range.until));
    for (const NumberRange& range : actions.lost)
        if (events) events->on_lost(options.device, range.from, range.until);
    if (!actions.ask.empty() || !actions.lost.empty()) told = false;
}

void Source::Impl::wait_for_tick() {
    timer.expires_after(std::chrono::milliseconds(source_tick_ms));
    timer.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (error || !self->events) return;
        self->on_tick();
        if (self->events) self->wait_for_tick();
    });
}

void Source::Impl::on_tick() {
    const timing::HostTime now = now_here();
    if (open) {
        for (auto& [id, heard] : decoders) act(heard.numbers.due(now));
        if (timing::us_between(clock_asked, now) >= clock_every_us) {
            clock_asked = now;
            link->send(codec->ask_clock());
        }
        if (codec->shows_life_by() == codec::SignOfLife::none) watchdog.heard(now);
        if (watchdog.silent(now)) {
            mute = true;
            become(SourceState::silent);
        }
        if (watchdog.hopeless(now)) link->reopen();
    }
    look_at_recording();
    if (!told && timing::us_between(published, now) >= health_every_us) publish(now);
}

void Source::Impl::look_at_recording() {
    if (!options.recording) return;
    const auto now = options.recording->health();
    if (now == health.recording) return;
    health.recording = now;
    told = false;
}

void Source::Impl::become(SourceState state) {
    if (health.state == state) return;
    health.state = state;
    publish(now_here());
}

void Source::Impl::publish(timing::HostTime now) {
    NumberCounts sum;
    for (const auto& [id, heard] : decoders) {
        sum.found += heard.numbers.counts().found;
        sum.recovered += heard.numbers.counts().recovered;
        sum.lost += heard.numbers.counts().lost;
    }
    health.gaps_found = sum.found;
    health.gaps_recovered = sum.recovered;
    health.gaps_lost = sum.lost;
    if (latest) health.clock_offset_us = decoders.at(*latest).clock.offset_us(now);
    told = true;
    published = now;
    if (events) events->on_health(options.device, health);
}

Source::Source(boost::asio::io_context& io, SourceOptions options, SourceEvents& events)
    : Source(io, std::move(options), events, {}) {}

Source::Source(boost::asio::io_context& io, SourceOptions options, SourceEvents& events, SimulatedWorld world)
    : impl_(std::make_shared<Impl>(io, std::move(options), events, std::move(world))) {}

Source::~Source() { stop(); }

void Source::start() { impl_->start(); }
void Source::stop() { impl_->stop(); }
void Source::tick() {
    if (impl_->events) impl_->on_tick();
}
const std::string& Source::device() const { return impl_->options.device; }
const SourceHealth& Source::health() const { return impl_->health; }
const Traffic& Source::traffic() const { return impl_->traffic; }

std::optional<timing::DecoderTime> Source::decoder_time_at(timing::HostTime host) const {
    if (!impl_->latest) return std::nullopt;
    return impl_->decoders.at(*impl_->latest).clock.decoder_time_at(host);
}

}  // namespace chicane::decoders::link
