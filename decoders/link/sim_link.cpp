#include "decoders/link/sim_link.hpp"

#include <algorithm>
#include <utility>

#include "decoders/link/host_clock.hpp"
#include "decoders/sim/field.hpp"
#include "decoders/sim/local_offset.hpp"

namespace chicane::decoders::link {

namespace {

constexpr sim::ClientId only_client = 1;

sim::Decoder make_decoder(const DeviceUri& uri, std::int64_t start_us) {
    const sim::TrackOptions& track = std::get<SimTarget>(uri.target).track;
    sim::DecoderOptions options;
    options.protocol = uri.protocol;
    options.decoder = sim::decoder_id(track.seed) + static_cast<std::uint32_t>(track.backup);
    options.seed = track.seed;
    if (track.backup == 0) options.faults = track.faults;
    options.start_us = start_us;
    options.local_offset_us = sim::local_offset_us(start_us);
    return {std::make_unique<sim::Field>(track, start_us), std::move(options)};
}

}  // namespace

SimLink::SimLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events)
    : SimLink(io, uri, events, host_now().us) {}

SimLink::SimLink(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events, std::int64_t start_us)
    : timer_(io), events_(&events), pace_(start_us, uri.speed), decoder_(make_decoder(uri, start_us)) {}

void SimLink::start() {
    open_from_ = std::chrono::steady_clock::now();
    wait();
}

void SimLink::stop() {
    events_ = nullptr;
    timer_.cancel();
}

void SimLink::reopen() {
    if (open_) closed("nothing was heard for too long; connecting anew", std::chrono::milliseconds(0));
}

void SimLink::closed(std::string_view why, std::chrono::milliseconds pause) {
    open_ = false;
    open_from_ = std::chrono::steady_clock::now() + pause;
    decoder_.left(only_client);
    timer_.cancel();  // it may wait for longer than the pause
    events_->on_closed(why);
}

void SimLink::send(codec::Bytes bytes) {
    if (!open_) return;
    decoder_.received(only_client, bytes, outgoing_);
    timer_.cancel();  // the answer goes out from run(), not from inside the caller's call
}

void SimLink::wait() {
    const std::int64_t next_us = decoder_.next_us();
    auto due = next_us == sim::never_us ? std::chrono::steady_clock::time_point::max() : pace_.at(next_us);
    if (!open_) due = std::min(due, open_from_);
    if (!outgoing_.empty()) due = std::chrono::steady_clock::now();
    timer_.expires_at(due);
    timer_.async_wait([self = shared_from_this()](const boost::system::error_code&) {
        if (self->events_) self->run();
    });
}

void SimLink::run() {
    if (!open_ && std::chrono::steady_clock::now() >= open_from_) {
        open_ = true;
        decoder_.joined(only_client, outgoing_);
        events_->on_open();
    }
    decoder_.advance(pace_.now_us(), outgoing_);
    deliver();
    if (events_) wait();
}

void SimLink::deliver() {
    for (sim::Outgoing& outgoing : std::exchange(outgoing_, {})) {
        if (!events_) return;
        if (!open_) continue;
        if (const auto* send = std::get_if<sim::Send>(&outgoing)) {
            events_->on_bytes(send->bytes, host_moment());
            continue;
        }
        closed("simulated disconnect", std::chrono::milliseconds(sim_reopen_ms));
    }
}

}  // namespace chicane::decoders::link
