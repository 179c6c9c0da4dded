// Which URIs mean the same decoder.
#include "decoders/link/same_place.hpp"

#include <catch2/catch.hpp>

#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;

namespace {

bool same(const std::string& left, const std::string& right, const std::vector<link::SerialPort>& ports = {}) {
    const auto one = link::parse_probe_uri(left).value();
    const auto other = link::parse_probe_uri(right).value();
    CHECK(link::same_place(one, other, ports) == link::same_place(other, one, ports));
    return link::same_place(one, other, ports);
}

}  // namespace

TEST_CASE("one host and port is one place, whatever is spoken there") {
    CHECK(same("tcp://192.0.2.1:5403?protocol=p3", "tcp://192.0.2.1:5403?protocol=laprf"));
    CHECK(same("tcp://Decoder.local:5403", "tcp://decoder.local:5403"));
    CHECK(same("tcp://192.0.2.1:5556", "zmq://192.0.2.1:5556"));
    CHECK_FALSE(same("tcp://192.0.2.1:5403", "tcp://192.0.2.2:5403"));
    CHECK_FALSE(same("tcp://192.0.2.1:5403", "tcp://192.0.2.1:5100"));
}

TEST_CASE("a port that is served is one place at all addresses of ours") {
    CHECK(same("udp://0.0.0.0:2008", "udp://127.0.0.1:2008"));
    CHECK(same("tcp-listen://0.0.0.0:3097", "tcp-listen://127.0.0.1:3097"));
    CHECK_FALSE(same("udp://0.0.0.0:3097", "tcp-listen://0.0.0.0:3097"));
    CHECK_FALSE(same("udp://0.0.0.0:2008", "udp://0.0.0.0:2009"));
}

TEST_CASE("a serial port is one place under each of its names") {
    const test::Scratch scratch;
    const std::string tty = scratch.write("ttyUSB0", "").string();
    const std::string by_id = (scratch.folder() / "by-id").string();
    std::filesystem::create_symlink(tty, by_id);
    const std::vector<link::SerialPort> ports{{tty, by_id, link::UsbPort{0x0403, 0x6001, "A9007QZW"}, "", ""}};
    CHECK(same("serial://" + tty, "serial://" + by_id + "?baud=9600"));
    CHECK(same("serial://usb:0403:6001:A9007QZW", "serial://" + by_id, ports));
    CHECK(same("serial://usb:0403:6001", "serial://usb:0403:6001:A9007QZW", ports));
    CHECK(same("serial://usb:0403:6001:gone", "serial://usb:0403:6001:gone"));
    CHECK_FALSE(same("serial://usb:0403:6001:gone", "serial://usb:0403:6001:away"));
    CHECK_FALSE(same("serial://" + tty, "serial://" + tty + "1"));
}
