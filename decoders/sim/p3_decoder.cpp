#include "decoders/sim/p3_decoder.hpp"

#include <algorithm>
#include <utility>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p3_fields.hpp"

namespace chicane::decoders::sim {

namespace {

constexpr std::uint64_t unknown_tag_first = 9'000'000;  ///< away from every kart's
constexpr std::uint64_t unknown_tags = 20;
constexpr std::int32_t decoder_type = 0x13;
constexpr double late_least_us = 0.5e6;
constexpr double late_most_us = 8e6;

/// Error codes of decoders.md §1.4.
enum class Complaint : std::int32_t {
    crc = 1,
    begin_missing = 2,
    header_corrupt = 3,
    type_unknown = 4,
    parameters = 5
};

codec::Bytes complaint(Complaint code, const char* text) {
    return codec::p3::encode(codec::DeviceError{static_cast<std::int32_t>(code), text});
}

/// One byte of the frame's middle damaged, so that it frames as before and its sum is wrong.
codec::Bytes damaged(codec::Bytes frame) {
    for (std::size_t at = frame.size() / 2; at < frame.size(); ++at) {
        const auto value = std::to_integer<unsigned>(frame[at]);
        if (value >= 0x80) continue;
        frame[at] = static_cast<std::byte>(value ^ 0x01);
        break;
    }
    return frame;
}

/// Not lost on the way, so that no RESEND is needed.
bool arrives(Fault fault) {
    switch (fault) {
        case Fault::none:
        case Fault::miss:
        case Fault::doubled:
        case Fault::weak:
        case Fault::unknown:
        case Fault::noise:
        case Fault::split:
        case Fault::duplicate:
        case Fault::late:
            return true;
        case Fault::drop:
        case Fault::crc:
        case Fault::disconnect:
        case Fault::restart:
            return false;
    }
    return false;
}

}  // namespace

P3Decoder::P3Decoder(std::unique_ptr<CrossingSource> crossings, DecoderOptions options)
    : crossings_(std::move(crossings)),
      options_(std::move(options)),
      chance_(options_.seed ^ 0x5EED),
      crossing_(crossings_->next()),
      now_us_(options_.start_us),
      status_us_(options_.start_us),
      number_(options_.first_number - 1) {}

void P3Decoder::advance(std::int64_t now_us, std::vector<Outgoing>& outgoing) {
    outgoing_ = &outgoing;
    for (std::int64_t next = next_us(); next <= now_us; next = next_us()) {
        now_us_ = std::max(now_us_, next);
        if (crossing_ && crossing_->time_us == next) {
            const Crossing crossing = *std::exchange(crossing_, crossings_->next());
            happen(crossing);
        } else if (!pending_.empty() && pending_.begin()->first == next) {
            pass_on(pending_.extract(pending_.begin()).mapped());
        } else {
            report_status();
        }
    }
    now_us_ = std::max(now_us_, now_us);
}

std::int64_t P3Decoder::next_us() const {
    std::int64_t next = status_us_;
    if (crossing_) next = std::min(next, crossing_->time_us);
    if (!pending_.empty()) next = std::min(next, pending_.begin()->first);
    return next;
}

void P3Decoder::received(ClientId client, std::span<const std::byte> bytes, std::vector<Outgoing>& outgoing) {
    outgoing_ = &outgoing;
    asking_ = client;
    framers_[client].feed(bytes, *this);
}

void P3Decoder::on_frame(const codec::p3::Frame& frame) {
    using codec::p3::Type;
    switch (frame.type) {
        case Type::get_time:
            return answer(codec::p3::encode(codec::ClockReading{now_us_, options_.decoder}));
        case Type::version:
            return answer(
                codec::p3::encode(codec::Version{decoder_type, "simulated", "4.5", std::nullopt, options_.decoder}));
        case Type::resend:
            return resend(frame);
        case Type::clear_passing:
            remembered_.clear();
            return answer(codec::p3::clear_answer(options_.decoder));
        case Type::passing:
        case Type::status:
        case Type::first_contact:
        case Type::error:
            break;
    }
    answer(complaint(Complaint::type_unknown, "type unknown"));
}

void P3Decoder::on_garbage(const codec::Garbage& garbage) {
    switch (garbage.reason) {
        case codec::GarbageReason::crc:
            return answer(complaint(Complaint::crc, "crc"));
        case codec::GarbageReason::length:
            return answer(complaint(Complaint::header_corrupt, "header corrupt"));
        case codec::GarbageReason::frame:
            return answer(complaint(Complaint::begin_missing, "begin missing"));
        case codec::GarbageReason::checksum:
        case codec::GarbageReason::syntax:
        case codec::GarbageReason::unknown_record:
            break;
    }
}

void P3Decoder::answer(codec::Bytes bytes) { outgoing_->emplace_back(Send{asking_, std::move(bytes)}); }

void P3Decoder::resend(const codec::p3::Frame& frame) {
    const auto range = codec::p3::read_resend(frame);
    if (!range) return answer(complaint(Complaint::parameters, "parameters missing"));
    codec::Bytes frames;
    for (const codec::Passing& passing : remembered_) {
        if (*passing.number < range->from || *passing.number > range->until) continue;
        const codec::Bytes again = codec::p3::encode(passing);
        frames.insert(frames.end(), again.begin(), again.end());
    }
    if (!frames.empty()) answer(std::move(frames));
}

/// A crossing: what is done to it is decided here, and told to the truth file.
void P3Decoder::happen(const Crossing& crossing) {
    // No gap in the numbers would tell that the first or the last one is missing, so both always arrive.
    const bool at_an_end = number_ + 1 == options_.first_number || !crossing_;
    Fault fault = roll();
    if (at_an_end && !arrives(fault)) fault = Fault::none;
    Truth truth{std::nullopt, crossing.heard.transponder, crossing.time_us, crossing.kart, fault};
    if (fault == Fault::miss) return options_.truth(truth);
    codec::Passing heard = crossing.heard;
    if (!heard.decoder) heard.decoder = options_.decoder;
    if (fault == Fault::weak) {
        heard.strength = static_cast<std::int32_t>(20 + chance_.below(30));
        heard.hits = static_cast<std::int32_t>(1 + chance_.below(2));
    }
    if (fault == Fault::unknown) heard.transponder.value = unknown_tag_first + chance_.below(unknown_tags);
    if (fault == Fault::restart) {
        number_ = 0;
        remembered_.clear();
    }
    heard = number(heard);
    truth.number = heard.number;
    truth.transponder = heard.transponder;
    options_.truth(truth);
    report(heard, fault);
}

void P3Decoder::pass_on(Pending pending) {
    if (const auto* again = std::get_if<codec::Passing>(&pending))
        send(codec::p3::encode(number(*again)));
    else
        send(std::get<codec::Bytes>(std::move(pending)));
}

void P3Decoder::report_status() {
    codec::Status status;
    status.noise = static_cast<std::int32_t>(24 + chance_.below(20));
    status.temperature_c = 22;
    status.voltage_dv = 118;
    status.gps = 0;
    status.decoder = options_.decoder;
    send(codec::p3::encode(status));
    status_us_ += status_every_us;
}

Fault P3Decoder::roll() {
    auto dice = static_cast<std::int32_t>(chance_.below(1'000'000));
    for (std::size_t kind = 0; kind < fault_kinds; ++kind) {
        dice -= options_.faults.ppm[kind];
        if (dice < 0) return static_cast<Fault>(kind);
    }
    return Fault::none;
}

codec::Passing P3Decoder::number(codec::Passing passing) {
    passing.number = ++number_;
    remembered_.push_back(passing);
    if (remembered_.size() > remembered_max) remembered_.pop_front();
    return passing;
}

/// What goes over the wire for a passing that the decoder heard.
void P3Decoder::report(const codec::Passing& passing, Fault fault) {
    codec::Bytes frame = codec::p3::encode(passing);
    switch (fault) {
        case Fault::none:
        case Fault::miss:
        case Fault::weak:
        case Fault::unknown:
        case Fault::restart:
            return send(std::move(frame));
        case Fault::drop:
            return;
        case Fault::duplicate:
            send(frame);
            return send(std::move(frame));
        case Fault::crc:
            return send(damaged(std::move(frame)));
        case Fault::noise: {
            codec::Bytes noise(1 + chance_.below(40));
            for (auto& byte : noise) byte = static_cast<std::byte>(chance_.below(256));
            send(std::move(noise));
            return send(std::move(frame));
        }
        case Fault::split: {
            const auto cut = frame.begin() + static_cast<std::ptrdiff_t>(1 + chance_.below(frame.size() - 1));
            send({frame.begin(), cut});
            return send({cut, frame.end()});
        }
        case Fault::disconnect:
            outgoing_->emplace_back(HangUp{});
            return;
        case Fault::doubled: {
            codec::Passing again = passing;
            again.time_us += double_after_us;
            pending_.emplace(again.time_us, again);
            return send(std::move(frame));
        }
        case Fault::late:
            pending_.emplace(now_us_ + static_cast<std::int64_t>(chance_.between(late_least_us, late_most_us)),
                             std::move(frame));
            return;
    }
}

void P3Decoder::send(codec::Bytes bytes) { outgoing_->emplace_back(Send{std::nullopt, std::move(bytes)}); }

}  // namespace chicane::decoders::sim
