#include "decoders/link/source.hpp"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <utility>
#include <variant>

#include "decoders/codec/fetching.hpp"
#include "decoders/codec/rewinding.hpp"
#include "decoders/link/acknowledgements.hpp"
#include "decoders/link/heard_decoders.hpp"
#include "decoders/link/host_clock.hpp"
#include "decoders/link/link.hpp"
#include "decoders/link/recorded_link.hpp"
#include "decoders/link/watchdog.hpp"
#include "timing/ensure.hpp"

namespace chicane::decoders::link {

namespace {

constexpr std::int64_t health_every_us = 1'000'000;
constexpr std::int64_t resume_most_us =
    12 * 3'600'000'000;                                 ///< what came when we were stopped for longer is another day's
constexpr std::int64_t clock_every_us = 30'000'000;     ///< as known from the field
constexpr std::int64_t clock_every_least_us = 300'000;  ///< of one whose clock is quicker than ours

const codec::Protocol& protocol_of(const DeviceUri& uri) {
    const codec::Protocol* protocol = codec::find_protocol(uri.protocol);
    timing::ensure(protocol != nullptr, "a device's URI was parsed, so its protocol is known");
    return *protocol;
}

DecoderTraits traits_of(const codec::Protocol& protocol, const codec::Codec& codec, double speed) {
    return {!codec.ask_again(1, 1).empty(), protocol.rolls_over_us, speed, protocol.in_order};
}

/// A date alone moves no time.
bool sets_clock(const codec::CommandKind& kind) {
    return kind.cost == codec::CommandCost::clock && kind.word != codec::CommandWord::set_date;
}

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

    void introduce(timing::HostTime now);
    void ask_what_is_due(timing::HostTime now);
    void spoke(std::optional<std::uint32_t> decoder, timing::HostTime now);
    HeardDecoder* heard_of(std::optional<std::uint32_t> decoder, timing::HostTime now);
    void say(codec::Bytes bytes) {
        if (!bytes.empty()) link->send(std::move(bytes));
    }
    void acknowledge(const codec::Passing& kept);
    std::expected<void, CommandRefusal> tell(const codec::Command& command, std::int64_t local_us);
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
    const codec::Protocol& protocol;
    std::unique_ptr<codec::Codec> codec;
    codec::Rewinding* rewinding;  ///< the same codec; null: it cannot ask by time
    codec::Fetching* fetching;    ///< the same codec; null: all that is asked for is asked by the numbers
    DecoderTraits traits;
    Acknowledgements acknowledgements;
    std::shared_ptr<Link> link;
    Watchdog watchdog;
    HeardDecoders decoders;
    std::vector<codec::Record> records;  ///< of the call that runs
    SourceHealth health;
    Traffic traffic;
    bool open = false;
    bool introduced = false;  ///< on this connection: it may be asked
    bool mute = false;        ///< fell silent: a new connection alone does not make it well
    bool told = true;         ///< what is in `health` has been published
    timing::HostTime published;
    timing::HostTime opened;
    timing::HostTime clock_asked;
    std::int64_t clock_wait_us = clock_every_us;
};

Source::Impl::Impl(boost::asio::io_context& io_, SourceOptions options_, SourceEvents& events_, SimulatedWorld world_)
    : io(io_),
      options(std::move(options_)),
      events(&events_),
      world(std::move(world_)),
      timer(io_),
      protocol(protocol_of(options.uri)),
      codec(protocol.make()),
      rewinding(dynamic_cast<codec::Rewinding*>(codec.get())),
      fetching(dynamic_cast<codec::Fetching*>(codec.get())),
      traits(traits_of(protocol, *codec, options.uri.speed)),
      acknowledgements(options.uri.speed),
      watchdog(options.uri.speed, protocol.quiet_max_us),
      decoders(traits, options.resume) {
    const auto paced_us = static_cast<std::int64_t>(static_cast<double>(clock_every_us) / options.uri.speed);
    clock_wait_us = std::max(paced_us, clock_every_least_us);
    if (!rewinding) return;
    for (const Resume& each : options.resume) {
        const bool today =
            each.newest_received && timing::us_between(*each.newest_received, now_here()) < resume_most_us;
        if (today && each.newest_time_us) rewinding->resume(*each.newest_time_us);
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
    introduced = false;
    opened = now;
    health.why_down.clear();
    health.complaint.clear();
    watchdog.heard(now);
    acknowledgements.reopened();
    say(codec->greet());
    if (codec->ready()) introduce(now);
    become(mute ? SourceState::silent : SourceState::up);
}

/// All that is asked at the begin of a connection. Not earlier than it can be answered: what waits for an answer counts its tries.
void Source::Impl::introduce(timing::HostTime now) {
    introduced = true;
    clock_asked = now;
    say(codec->ask_version());
    say(codec->ask_clock());
    act(decoders.opened(now));
}

void Source::Impl::on_bytes(std::span<const std::byte> bytes, const HostMoment& read_at) {
    const timing::HostTime now = world.now ? world.now() : read_at.wall;
    health.last_byte = now;
    health.bytes += bytes.size();
    if (codec->shows_life_by() == codec::SignOfLife::byte) lives(now);
    codec->feed(bytes, records);
    take_all(now);
    say(codec->take_replies());
    if (open && !introduced && codec->ready()) introduce(now);
    traffic.note(bytes, now);
}

void Source::Impl::on_closed(std::string_view why) {
    const bool was_open = std::exchange(open, false);
    codec->finish(records);
    take_all(now_here());
    health.why_down = why;
    if (was_open && !health.complaint.empty()) health.why_down += "; it said: " + health.complaint;
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
    note_battery(health, passing, now);
    ReceivedPassing received{passing, now, 0, {}, traits.rolls_over_us};
    received.held_out = !codec->acknowledge(passing).empty();
    if (HeardDecoder* heard = heard_of(passing.decoder, now)) {
        const auto placed =
            heard->passing(passing, now, received.held_out, rewinding && rewinding->told_again(passing));
        act(placed.actions);
        received.epoch = placed.epoch;
        received.delay_us = placed.delay_us;
    }
    if (received.held_out) acknowledgements.heard(passing);
    if (events) events->on_passing(options.device, received);
}

void Source::Impl::acknowledge(const codec::Passing& kept) {
    if (open) say(acknowledgements.answer(*codec, kept, now_here()));
}

std::expected<void, CommandRefusal> Source::Impl::tell(const codec::Command& command, std::int64_t local_us) {
    if (std::holds_alternative<FileTarget>(options.uri.target))
        return std::unexpected(CommandRefusal{CommandRefusalCode::unknown_command, "",
                                              options.device + " is a recording: it takes no command"});
    auto bytes = codec::command_bytes(protocol.word, command, local_us);
    if (!bytes) {
        const bool unknown = bytes.error().code == codec::CommandFaultCode::unknown_command;
        return std::unexpected(
            CommandRefusal{unknown ? CommandRefusalCode::unknown_command : CommandRefusalCode::bad_argument,
                           bytes.error().argument, bytes.error().detail});
    }
    if (!open)
        return std::unexpected(CommandRefusal{CommandRefusalCode::not_connected, "",
                                              options.device + " is not connected: send it again once it is"});
    const codec::CommandKind& kind = *codec::find_command(protocol.word, command.word);
    // Before introduce() nobody has asked yet.
    const bool owes = !introduced || (fetching && fetching->owes()) || decoders.owes(now_here());
    if (kind.cost == codec::CommandCost::memory && owes)
        return std::unexpected(CommandRefusal{CommandRefusalCode::not_fetched, "",
                                              "passings of " + options.device +
                                                  " are missing or were just asked for: wait until they have come, or "
                                                  "are given up, then send it again"});
    if (sets_clock(kind)) decoders.clock_set();
    say(*std::move(bytes));
    return {};
}

void Source::Impl::take(const codec::Status& status, timing::HostTime now) {
    note_status(health, status, now);
    if (!status.number) return spoke(status.decoder, now);
    if (HeardDecoder* heard = heard_of(status.decoder, now)) act(heard->counted(*status.number, now));
}

void Source::Impl::take(const codec::Version& version, timing::HostTime now) {
    if (version.decoder) health.decoder = version.decoder;
    spoke(version.decoder, now);
}

void Source::Impl::take(const codec::ClockReading& reading, timing::HostTime now) {
    // An answer often names nobody: it is of the one that its passings name.
    if (HeardDecoder* heard = heard_of(reading.decoder ? reading.decoder : health.decoder, now))
        heard->reading(reading, now);
}

void Source::Impl::take(const codec::DeviceError& error, timing::HostTime) { note_complaint(health, error); }

void Source::Impl::take(const codec::Garbage& garbage, timing::HostTime) { note_garbage(health, garbage); }

void Source::Impl::spoke(std::optional<std::uint32_t> decoder, timing::HostTime now) {
    if (decoder) act(decoders.spoke(*decoder, now));
}

/// Null: more decoders than a connection has.
HeardDecoder* Source::Impl::heard_of(std::optional<std::uint32_t> decoder, timing::HostTime now) {
    const std::uint32_t id = decoder.value_or(0);
    if (decoder) health.decoder = decoder;
    act(decoders.spoke(id, now));
    return decoders.of(id);
}

void Source::Impl::act(const NumberActions& actions) {
    // What is missing before that is asked for by introduce().
    for (const NumberRange& range : actions.ask)
        if (introduced) say(codec->ask_again(range.from, range.until));
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

void Source::Impl::ask_what_is_due(timing::HostTime now) {
    act(decoders.due(now, health.last_byte));
    if (timing::us_between(clock_asked, now) < clock_wait_us) return;
    clock_asked = now;
    say(codec->ask_clock());
}

void Source::Impl::on_tick() {
    const timing::HostTime now = now_here();
    if (open && !introduced && timing::us_between(opened, now) >= ready_wait_us) introduce(now);
    if (open && introduced) ask_what_is_due(now);
    if (open) {
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
    const NumberCounts gaps = decoders.counts();
    health.gaps_found = gaps.found;
    health.gaps_recovered = gaps.recovered;
    health.gaps_lost = gaps.lost;
    if (const HeardDecoder* heard = decoders.latest()) {
        health.epoch = heard->epoch();
        health.clock_offset_us = heard->names_moments() ? heard->clock().offset_us(now) : std::nullopt;
        health.clock_lacked_us = heard->lacked_us();
        health.clock_drift_ppm = heard->clock().drift_ppm();
        health.clock_delay_us = heard->clock().delay_us();
        health.clock_spread_us = heard->clock().spread_us();
    }
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
void Source::acknowledge(const codec::Passing& kept) {
    if (impl_->events) impl_->acknowledge(kept);
}
std::expected<void, CommandRefusal> Source::tell(const codec::Command& command, std::int64_t local_us) {
    return impl_->tell(command, local_us);
}
void Source::tick() {
    if (impl_->events) impl_->on_tick();
}
const std::string& Source::protocol() const { return impl_->options.uri.protocol; }
const SourceHealth& Source::health() const { return impl_->health; }
const Traffic& Source::traffic() const { return impl_->traffic; }

}  // namespace chicane::decoders::link
