// One line a scheme.
#include "decoders/link/file_link.hpp"
#include "decoders/link/link.hpp"
#include "decoders/link/sim_link.hpp"
#include "decoders/link/tcp_link.hpp"

namespace chicane::decoders::link {

namespace {

struct Maker {
    boost::asio::io_context& io;
    const DeviceUri& uri;
    LinkEvents& events;

    std::shared_ptr<Link> operator()(const TcpTarget& target) const {
        return std::make_shared<TcpLink>(io, target, events);
    }
    std::shared_ptr<Link> operator()(const FileTarget&) const { return std::make_shared<FileLink>(io, uri, events); }
    std::shared_ptr<Link> operator()(const SimTarget&) const { return std::make_shared<SimLink>(io, uri, events); }
};

}  // namespace

std::shared_ptr<Link> make_link(boost::asio::io_context& io, const DeviceUri& uri, LinkEvents& events) {
    return std::visit(Maker{io, uri, events}, uri.target);
}

}  // namespace chicane::decoders::link
