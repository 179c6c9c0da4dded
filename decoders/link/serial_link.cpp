#include "decoders/link/serial_link.hpp"

#include <boost/asio/post.hpp>
#include <cerrno>
#include <linux/serial.h>
#include <sys/file.h>
#include <sys/ioctl.h>

#include "decoders/link/closed_reason.hpp"

namespace chicane::decoders::link {

namespace asio = boost::asio;

namespace {

using Error = boost::system::error_code;

void set_line(int port, int line, std::optional<bool> on) {
    if (on) ::ioctl(port, *on ? TIOCMBIS : TIOCMBIC, &line);  // a pseudo-terminal has no lines
}

/// An adapter of FTDI's keeps bytes for 16 ms by itself: a passing's time would be so much too late, or not.
void ask_for_low_latency(int port) {
    serial_struct settings{};
    if (::ioctl(port, TIOCGSERIAL, &settings) != 0) return;  // not every driver has it
    settings.flags |= ASYNC_LOW_LATENCY;
    ::ioctl(port, TIOCSSERIAL, &settings);
}

Error set_up(asio::serial_port& port, const SerialTarget& target) {
    using Base = asio::serial_port_base;
    Error error;
    if (target.baud != 0) port.set_option(Base::baud_rate(target.baud), error);
    if (!error) port.set_option(Base::character_size(8), error);
    if (!error) port.set_option(Base::parity(Base::parity::none), error);
    if (!error) port.set_option(Base::stop_bits(Base::stop_bits::one), error);
    if (!error) port.set_option(Base::flow_control(Base::flow_control::none), error);
    // The only lock that stops a second opener who is root, too.
    if (!error && ::flock(port.native_handle(), LOCK_EX | LOCK_NB) != 0)
        error = Error(errno, boost::system::system_category());
    if (error) return error;
    set_line(port.native_handle(), TIOCM_RTS, target.rts);
    set_line(port.native_handle(), TIOCM_DTR, target.dtr);
    ask_for_low_latency(port.native_handle());
    return {};
}

std::string name_of(const SerialTarget& target) {
    DeviceUri uri;
    uri.target = SerialTarget{target.place, 0, {}, {}};
    return to_text(uri);
}

}  // namespace

SerialLink::SerialLink(asio::io_context& io, const SerialTarget& target, LinkEvents& events, ListPorts list_ports)
    : io_(io),
      retry_(io),
      target_(target),
      events_(&events),
      list_ports_(std::move(list_ports)),
      name_(name_of(target)) {}

void SerialLink::start() {
    asio::post(io_, [weak = weak_from_this()] {
        if (const auto self = weak.lock(); self && self->events_) self->open();
    });
}

void SerialLink::stop() {
    events_ = nullptr;
    retry_.cancel();
    if (pump_) pump_->close();
    pump_.reset();
}

void SerialLink::reopen() {
    if (pump_) closed(name_ + ": nothing was heard for too long; opening it anew");
}

std::expected<std::string, std::string> SerialLink::path() const {
    if (const auto* path = std::get_if<std::string>(&target_.place)) return *path;
    return find_port(std::get<UsbPort>(target_.place), list_ports_());
}

void SerialLink::open() {
    const auto found = path();
    if (!found) return closed(name_ + ": " + found.error());
    Port port(io_);
    Error error;
    port.open(*found, error);
    if (!error) error = set_up(port, target_);
    if (error) return closed(closed_reason(*found, "cannot open", error));
    name_ = *found;
    pump_ = std::make_shared<StreamPump<Port>>(std::move(port), static_cast<PumpEvents&>(*this));
    const auto pump = pump_;
    events_->on_open();
    if (pump_ == pump) pump->start();
}

void SerialLink::pumped(std::span<const std::byte> bytes, const HostMoment& read_at) {
    retry_.heard();
    events_->on_bytes(bytes, read_at);
}

void SerialLink::pump_ended(const Error& error) {
    // Linux ends the read of an unplugged port as if its bytes had come to an end.
    const Error unplugged = error == asio::error::eof ? make_error_code(boost::system::errc::io_error) : error;
    closed(closed_reason(name_, "connection lost", unplugged));
}

void SerialLink::send(codec::Bytes bytes) {
    if (pump_) pump_->send(std::move(bytes));
}

void SerialLink::closed(const std::string& why) {
    const auto self = shared_from_this();
    if (pump_) pump_->close();
    pump_.reset();
    events_->on_closed(why);
    if (!events_) return;
    retry_.later([weak = weak_from_this()] {
        if (const auto link = weak.lock(); link && link->events_) link->open();
    });
}

}  // namespace chicane::decoders::link
