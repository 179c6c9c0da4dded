#include "decoders/sim/door_parts.hpp"

namespace chicane::decoders::sim {

namespace {

struct Maker {
    boost::asio::io_context& io;
    DoorEvents& events;
    std::shared_ptr<Door> operator()(const TcpServe& place) const { return make_tcp_serve(io, place, events); }
    std::shared_ptr<Door> operator()(const TcpDial& place) const { return make_tcp_dial(io, place, events); }
    std::shared_ptr<Door> operator()(const UdpServe& place) const { return make_udp(io, place, events); }
    std::shared_ptr<Door> operator()(const Terminal& place) const { return make_terminal(io, place, events); }
    std::shared_ptr<Door> operator()(const ZmqServe& place) const { return make_zmq(io, place, events); }
};

}  // namespace

std::shared_ptr<Door> make_door(boost::asio::io_context& io, const Place& place, DoorEvents& events) {
    return std::visit(Maker{io, events}, place);
}

}  // namespace chicane::decoders::sim
