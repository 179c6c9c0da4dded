#include "tests/simulation/wire.hpp"

#include <algorithm>

namespace chicane::simulation {

using namespace decoders;

Wire::Wire(Agenda& agenda, sim::Decoder& decoder, std::string_view protocol, std::uint64_t seed,
           link::LinkEvents& events)
    : agenda_(agenda), decoder_(decoder), protocol_(protocol), dice_(seed), events_(&events) {}

std::int64_t Wire::transit() {
    last_arrival_us_ = std::max(last_arrival_us_, agenda_.now_us() + roll_us(dice_, 0.002, transit_max_us / 1e6));
    return last_arrival_us_;
}

void Wire::start() { connect(); }

void Wire::connect_later() {
    agenda_.at(agenda_.now_us() + reconnect_us, [self = shared_from_this()] { self->connect(); });
}

void Wire::connect() {
    if (!events_) return;
    connected_ = true;
    witness_ = codec::make_codec(protocol_).value();
    decoder_.advance(agenda_.now_us(), outgoing_);
    decoder_.joined(client, outgoing_);
    events_->on_open();
    deliver();
}

void Wire::reopen() {
    break_off();
    if (events_) events_->on_closed("opened anew");
    connect_later();
}

void Wire::break_off() {
    connected_ = false;
    decoder_.left(client);
}

void Wire::send(codec::Bytes bytes) {
    if (!connected_) return;
    agenda_.at(transit(), [self = shared_from_this(), bytes = std::move(bytes)] {
        if (!self->connected_) return;
        self->decoder_.advance(self->agenda_.now_us(), self->outgoing_);
        self->decoder_.received(client, bytes, self->outgoing_);
        self->deliver();
    });
}

void Wire::pump() {
    decoder_.advance(agenda_.now_us(), outgoing_);
    deliver();
}

void Wire::deliver() {
    for (sim::Outgoing& out : std::exchange(outgoing_, {})) {
        auto* said = std::get_if<sim::Send>(&out);
        if (!connected_) {
            if (said) vanish(said->bytes);
            continue;
        }
        if (said) {
            agenda_.at(transit(), [self = shared_from_this(), bytes = std::move(said->bytes)] { self->arrive(bytes); });
            continue;
        }
        break_off();
        agenda_.at(transit(), [self = shared_from_this()] {
            if (self->events_) self->events_->on_closed("simulated disconnect");
            self->connect_later();
        });
    }
}

Wire::Said Wire::said(const codec::Passing& passing) const {
    return {passing.clock == codec::ClockBase::none ? agenda_.now_us() : passing.time_us, passing.transponder.value};
}

void Wire::vanish(const codec::Bytes& bytes) {
    std::vector<codec::Record> records;
    const auto reader = codec::make_codec(protocol_).value();
    reader->feed(bytes, records);
    reader->finish(records);
    for (const codec::Record& record : records) {
        if (const auto* passing = std::get_if<codec::Passing>(&record))
            gone_.push_back({said(*passing), agenda_.now_us()});
        const auto* status = std::get_if<codec::Status>(&record);
        gone_statuses_ += status && status->number;
    }
}

void Wire::arrive(const codec::Bytes& bytes) {
    if (!events_) return;
    std::vector<codec::Record> records;
    witness_->feed(bytes, records);
    for (const codec::Record& record : records)
        if (const auto* passing = std::get_if<codec::Passing>(&record)) {
            arrived_.insert(said(*passing));
            if (passing->clock == codec::ClockBase::none) clockless_.push_back(said(*passing));
        }
    events_->on_bytes(bytes, {{agenda_.now_us()}, agenda_.now_us()});
}

}  // namespace chicane::simulation
