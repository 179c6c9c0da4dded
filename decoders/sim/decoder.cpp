#include "decoders/sim/decoder.hpp"

#include <algorithm>
#include <utility>

#include "timing/ensure.hpp"

namespace chicane::decoders::sim {

namespace {

constexpr std::uint64_t unknown_tag_first = 9'000'000;  ///< away from every kart's
constexpr std::uint64_t unknown_tags = 20;
constexpr double late_least_us = 0.5e6;
constexpr double late_most_us = 8e6;
constexpr double stall_least_us = 20e6;  ///< longer than any watchdog waits
constexpr double stall_most_us = 40e6;
constexpr std::int64_t parked_every_us = 1'000'000;
constexpr std::int64_t jump_back_us = -3'600'000'000;  ///< the hour of summer time
constexpr std::int64_t jump_ahead_us = 9 * 3'600'000'000;
constexpr std::int64_t start_takes_us = 30'000'000;
constexpr std::int64_t hour_us = 3'600'000'000;

/// Not lost on the way, so that no RESEND is needed.
bool arrives(Fault fault) {
    switch (fault) {
        case Fault::drop:
        case Fault::crc:
        case Fault::disconnect:
        case Fault::restart:
            return false;
        default:
            return true;
    }
}

std::unique_ptr<Voice> voice_of(const std::string& protocol) {
    auto voice = make_voice(protocol);
    timing::ensure(voice != nullptr, "who simulates a decoder has checked its protocol's word");
    return voice;
}

}  // namespace

Decoder::Decoder(std::unique_ptr<CrossingSource> crossings, DecoderOptions options)
    : crossings_(std::move(crossings)),
      options_(std::move(options)),
      voice_(voice_of(options_.protocol)),
      chance_(options_.seed ^ 0x5EED),
      clock_(manner(), options_.start_us, options_.local_offset_us, options_.faults.of(Fault::clock_drift),
             hour_us / 1'000'000 * options_.faults.of(Fault::rollover)),
      outbox_(manner().batch_max, manner().repeat_us),
      crossing_(crossings_->next()),
      now_us_(options_.start_us),
      started_us_(options_.start_us),
      crossed_us_(options_.start_us),
      status_us_(manner().status_every_us > 0 ? options_.start_us : never_us),
      number_(options_.first_number - 1),
      leave_(!manner().waits_for_leave) {}

void Decoder::advance(std::int64_t now_us, std::vector<Outgoing>& outgoing) {
    outgoing_ = &outgoing;
    for (std::int64_t next = next_us(); next <= now_us; next = next_us()) {
        now_us_ = std::max(now_us_, next);
        if (crossing_ && crossing_->time_us == next) {
            const Crossing crossing = *std::exchange(crossing_, crossings_->next());
            happen(crossing);
        } else if (!pending_.empty() && pending_.begin()->first == next) {
            pass_on(pending_.extract(pending_.begin()).mapped());
        } else if (outbox_.next_us() == next) {
            say_waiting();
        } else {
            report_status();
        }
    }
    now_us_ = std::max(now_us_, now_us);
}

std::int64_t Decoder::next_us() const {
    std::int64_t next = std::min(status_us_, outbox_.next_us());
    if (crossing_) next = std::min(next, crossing_->time_us);
    if (!pending_.empty()) next = std::min(next, pending_.begin()->first);
    return next;
}

void Decoder::joined(ClientId client, std::vector<Outgoing>& outgoing) {
    outgoing_ = &outgoing;
    asking_ = client;
    clients_.insert(client);
    if (codec::Bytes hello = voice_->hello(now()); !hello.empty()) answer(std::move(hello));
    if (leave_) repeat();
}

void Decoder::received(ClientId client, std::span<const std::byte> bytes, std::vector<Outgoing>& outgoing) {
    outgoing_ = &outgoing;
    asking_ = client;
    voice_->hear(client, bytes, *this);
}

void Decoder::left(ClientId client) {
    voice_->left(client);
    clients_.erase(client);
    if (clients_.empty()) leave_ = !manner().waits_for_leave;
}

void Decoder::answer(codec::Bytes bytes) {
    if (now_us_ < silent_until_us_) {
        pending_.emplace(silent_until_us_, std::move(bytes));
        return;
    }
    outgoing_->emplace_back(Send{asking_, std::move(bytes)});
}

StatusNow Decoder::now() { return {clock_.at(now_us_), noise_, number_, options_.decoder, starts_}; }

void Decoder::acknowledged(std::optional<std::uint32_t> receipt) { outbox_.acknowledged(receipt, now_us_); }

void Decoder::repeat() { outbox_.at_once(now_us_); }

void Decoder::begin_count() {
    number_ = 0;
    ++starts_;
    remembered_.clear();
}

void Decoder::let_come(bool leave) {
    leave_ = leave;
    if (!leave) return;
    for (codec::Bytes& message : std::exchange(kept_back_, {})) send(std::move(message));
    repeat();
}

/// A crossing: what is done to it is decided here, and told to the truth file.
void Decoder::happen(const Crossing& crossing) {
    // No gap in the numbers would tell that the first or the last one is missing, so both always arrive.
    const bool at_an_end = number_ + 1 == options_.first_number || !crossing_;
    Fault fault = roll();
    if ((at_an_end && !arrives(fault)) || too_soon(fault, at_an_end)) fault = Fault::none;
    const std::int64_t rounds = clock_.rounds(crossing.time_us);
    if (fault == Fault::none && rounds > rounds_) fault = Fault::rollover;
    rounds_ = rounds;
    Truth truth{std::nullopt, crossing.heard.transponder, crossing.time_us, clock_.at(crossing.time_us), crossing.kart,
                fault};
    if (fault == Fault::miss || fault == Fault::backup_only) return options_.truth(truth);
    if (fault == Fault::clock_jump) clock_.jump(now_us_, chance_.below(2) == 0 ? jump_back_us : jump_ahead_us);
    codec::Passing heard = change(crossing.heard, fault);
    if (fault == Fault::restart) {
        begin_count();
        // It was ready some time before: else each of its starts would tell of its first passing at 0.
        clock_.restart(crossed_us_ + (now_us_ - crossed_us_) / 2);
        outbox_.at_once(now_us_);  // it knows no more when it said what waits
        started_us_ = now_us_;
    }
    crossed_us_ = now_us_;
    const codec::Passing said = number(heard);
    truth.number = number_;
    truth.transponder = said.transponder;
    truth.clock_us = said.time_us;
    options_.truth(truth);
    report(said, fault);
    hear_again(heard, fault);
}

/// A clock that names no moment is placed by the first passing's arrival: that one is not held up. And a decoder takes a while to start.
bool Decoder::too_soon(Fault fault, bool at_an_end) const {
    if (manner().clock == codec::ClockBase::utc) return false;
    if (fault == Fault::restart) return now_us_ - started_us_ < start_takes_us;
    return at_an_end && (fault == Fault::late || fault == Fault::stall || fault == Fault::noise);
}

/// What the loop and the tag make of it.
codec::Passing Decoder::change(codec::Passing heard, Fault fault) {
    if (!heard.decoder) heard.decoder = options_.decoder;
    if (fault == Fault::weak) {
        heard.strength = static_cast<std::int32_t>(20 + chance_.below(30));
        heard.hits = static_cast<std::int32_t>(1 + chance_.below(2));
    }
    if (fault == Fault::unknown) heard.transponder.value = unknown_tag_first + chance_.below(unknown_tags);
    if (fault == Fault::battery_low) heard.battery = codec::Battery::low;
    return heard;
}

void Decoder::hear_again(const codec::Passing& heard, Fault fault) {
    const int times = fault == Fault::doubled ? 1 : fault == Fault::parked ? parked_hearings : 0;
    const std::int64_t every_us = fault == Fault::doubled ? double_after_us : parked_every_us;
    codec::Passing again = heard;
    for (int time = 0; time < times; ++time) {
        again.time_us += every_us;
        pending_.emplace(again.time_us, again);
    }
}

void Decoder::pass_on(Pending pending) {
    if (const auto* again = std::get_if<codec::Passing>(&pending))
        report(number(*again), Fault::none);
    else
        send(std::get<codec::Bytes>(std::move(pending)));
}

void Decoder::report_status() {
    noise_ = static_cast<std::int32_t>(24 + chance_.below(20));
    if (manner().counts_statuses) ++number_;
    if (codec::Bytes bytes = voice_->say_status(now()); !bytes.empty()) send(std::move(bytes));
    status_us_ += manner().status_every_us;
}

Fault Decoder::roll() {
    auto dice = static_cast<std::int32_t>(chance_.below(1'000'000));
    for (std::size_t kind = 0; kind < crossing_kinds; ++kind) {
        dice -= options_.faults.ppm[kind];
        if (dice < 0) return static_cast<Fault>(kind);
    }
    return Fault::none;
}

/// Counted, on the decoder's clock, in its protocol's terms.
codec::Passing Decoder::number(codec::Passing heard) {
    heard.number = ++number_;
    const std::int64_t shown_us = clock_.at(heard.time_us);
    heard.time_us = shown_us - shown_us % manner().resolution_us;
    heard.clock = manner().clock;
    codec::Passing said = voice_->fit(std::move(heard));
    if (!manner().remembers) return said;
    remembered_.push_back(said);
    if (remembered_.size() > options_.memory) remembered_.pop_front();
    return said;
}

/// What goes over the wire for a passing that the decoder heard.
void Decoder::report(const codec::Passing& passing, Fault fault) {
    // One that is silent already speaks again as it would have, all in order.
    if (fault == Fault::stall && now_us_ >= silent_until_us_)
        silent_until_us_ = now_us_ + static_cast<std::int64_t>(chance_.between(stall_least_us, stall_most_us));
    if (outbox_.used())
        outbox_.push(passing, fault, now_us_);
    else
        say(voice_->say(std::span(&passing, 1), 0), fault);
}

void Decoder::say_waiting() {
    const Outbox::Message message = outbox_.take_due(now_us_);
    if (leave_) say(voice_->say(message.passings, message.receipt), message.fault);
}

void Decoder::say(codec::Bytes message, Fault fault) {
    switch (fault) {
        case Fault::drop:
            return;
        case Fault::duplicate:
            send_passing(message);
            return send_passing(std::move(message));
        case Fault::crc:
            return send_passing(voice_->damaged(std::move(message)));
        case Fault::noise:
            return say_noisily(std::move(message));
        case Fault::split:
            return say_cut(message);
        case Fault::disconnect:
            outgoing_->emplace_back(HangUp{});
            return;
        case Fault::late:
            pending_.emplace(now_us_ + static_cast<std::int64_t>(chance_.between(late_least_us, late_most_us)),
                             std::move(message));
            return;
        default:
            return send_passing(std::move(message));
    }
}

void Decoder::say_noisily(codec::Bytes message) {
    codec::Bytes noise(1 + chance_.below(40));
    for (auto& byte : noise) byte = static_cast<std::byte>(chance_.below(256));
    send(std::move(noise));
    send_passing(std::move(message));
}

void Decoder::say_cut(const codec::Bytes& message) {
    const auto cut = message.begin() + static_cast<std::ptrdiff_t>(1 + chance_.below(message.size() - 1));
    if (!leave_) return send_passing(message);
    send({message.begin(), cut});
    send({cut, message.end()});
}

void Decoder::send_passing(codec::Bytes bytes) {
    if (leave_) return send(std::move(bytes));
    if (manner().remembers) return;  // who wants it asks for it
    if (kept_back_.size() == kept_back_max) kept_back_.pop_front();
    kept_back_.push_back(std::move(bytes));
}

void Decoder::send(codec::Bytes bytes) {
    if (now_us_ < silent_until_us_) {
        pending_.emplace(silent_until_us_, std::move(bytes));
        return;
    }
    outgoing_->emplace_back(Send{std::nullopt, std::move(bytes)});
}

}  // namespace chicane::decoders::sim
