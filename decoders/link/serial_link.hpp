// A serial port: raw, 8 bits, no parity. Unplugged, it is opened again once it is there, by its path or, wherever it was plugged in,
// by its USB id. Nobody else may have it open.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/serial_port.hpp>
#include <functional>

#include "decoders/link/link.hpp"
#include "decoders/link/retry.hpp"
#include "decoders/link/serial_ports.hpp"
#include "decoders/link/stream_pump.hpp"

namespace chicane::decoders::link {

class SerialLink final : public Link, private PumpEvents, public std::enable_shared_from_this<SerialLink> {
  public:
    using ListPorts = std::function<std::vector<SerialPort>()>;

    /// `list_ports` is asked for ports that are named by their USB id, a few milliseconds' work, only while the port is closed.
    SerialLink(boost::asio::io_context& io, const SerialTarget& target, LinkEvents& events,
               ListPorts list_ports = list_serial_ports);
    ~SerialLink() override { stop(); }

    void start() override;
    void stop() override;
    void reopen() override;
    void send(codec::Bytes bytes) override;

  private:
    using Port = boost::asio::serial_port;
    using Error = boost::system::error_code;

    void open();
    std::expected<std::string, std::string> path() const;
    void pumped(std::span<const std::byte> bytes, const HostMoment& read_at) override;
    void pump_ended(const Error& error) override;
    void closed(const std::string& why);

    boost::asio::io_context& io_;
    Retry retry_;
    SerialTarget target_;
    LinkEvents* events_;  ///< null: stopped
    ListPorts list_ports_;
    std::string name_;                        ///< as the last attempt knew it
    std::shared_ptr<StreamPump<Port>> pump_;  ///< null: closed
};

}  // namespace chicane::decoders::link
