// One line a scheme.
#include "decoders/link/file_link.hpp"
#include "decoders/link/link.hpp"
#include "decoders/link/manual_link.hpp"
#include "decoders/link/serial_link.hpp"
#include "decoders/link/sim_link.hpp"
#include "decoders/link/tcp_link.hpp"
#include "decoders/link/tcp_listen_link.hpp"
#include "decoders/link/udp_link.hpp"
#include "decoders/link/zmq_link.hpp"

namespace chicane::decoders::link {

namespace {

struct Maker {
    boost::asio::io_context& io;
    const DeviceUri& uri;
    LinkEvents& events;

    std::shared_ptr<Link> operator()(const TcpTarget& target) const {
        return std::make_shared<TcpLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const TcpListenTarget& target) const {
        return std::make_shared<TcpListenLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const UdpTarget& target) const {
        return std::make_shared<UdpLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const SerialTarget& target) const {
        return std::make_shared<SerialLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const ZmqTarget& target) const {
        return std::make_shared<ZmqLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const FileTarget&) const { return std::make_shared<FileLink>(io, uri, events); }
    std::shared_ptr<Link> operator()(const SimTarget&) const { return std::make_shared<SimLink>(io, uri, events); }
    std::shared_ptr<Link> operator()(const ManualTarget&) const { return std::make_shared<ManualLink>(io, events); }
};

}  // namespace

std::shared_ptr<Link> make_link(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events) {
    return std::visit(Maker{io, uri, events}, uri.target);
}

}  // namespace chicane::decoders::link
