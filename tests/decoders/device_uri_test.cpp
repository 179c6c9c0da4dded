// Device URIs: what they may say, and what is answered to those that are wrong.
#include "decoders/link/device_uri.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/codec.hpp"
#include "decoders/link/protocol_defaults.hpp"

using namespace chicane::decoders;
using link::parse_device_uri;

namespace {

std::string wrong(std::string_view uri) {
    const auto parsed = parse_device_uri(uri);
    REQUIRE(!parsed.has_value());
    return parsed.error().detail;
}

}  // namespace

TEST_CASE("a decoder on the network is host, port and protocol") {
    const auto uri = parse_device_uri("tcp://192.0.2.10:5403?protocol=p3");
    REQUIRE(uri.has_value());
    CHECK(std::get<link::TcpTarget>(uri->target) == link::TcpTarget{"192.0.2.10", 5403});
    CHECK(uri->protocol == "p3");
    CHECK(uri->speed == 1);
    CHECK(std::get<link::TcpTarget>(parse_device_uri("tcp://[2001:db8::1]:1?protocol=p3")->target).host ==
          "2001:db8::1");
    CHECK(parse_device_uri("tcp://127.0.0.1:5403?protocol=p3&speed=50")->speed == 50);
}

TEST_CASE("a capture is a path and a pace") {
    const auto uri = parse_device_uri("file:capture.bin?speed=10&protocol=p3");
    REQUIRE(uri.has_value());
    CHECK(std::get<link::FileTarget>(uri->target).path == "capture.bin");
    CHECK(uri->speed == 10);
    CHECK(std::get<link::FileTarget>(parse_device_uri("file:///var/capture.hex?protocol=p3")->target).path ==
          "/var/capture.hex");
}

TEST_CASE("a simulated track says its karts, its seed and its faults") {
    const auto uri = parse_device_uri("sim:?protocol=p3&karts=40&seed=7&laps=3&first_kart=100&faults=miss,drop=0.5");
    REQUIRE(uri.has_value());
    const auto& track = std::get<link::SimTarget>(uri->target).track;
    CHECK(track.karts == 40);
    CHECK(track.seed == 7);
    CHECK(track.laps == 3);
    CHECK(track.first_kart == 100);
    CHECK(track.faults.ppm[static_cast<std::size_t>(sim::Fault::drop)] == 500'000);
    CHECK(track.faults.ppm[static_cast<std::size_t>(sim::Fault::miss)] > 0);
}

TEST_CASE("people who tell of passings are a device, and nothing is connected") {
    const auto uri = parse_device_uri("manual:");
    REQUIRE(uri.has_value());
    CHECK(std::holds_alternative<link::ManualTarget>(uri->target));
    CHECK(uri->protocol == "manual");
    CHECK(parse_device_uri("manual:?protocol=manual").value() == *uri);
    CHECK(link::to_text(*uri) == "manual:?protocol=manual");
}

TEST_CASE("a wrong URI is answered with what was expected") {
    CHECK(wrong("http://x") ==
          "expected tcp://HOST:PORT, tcp-listen://, udp://, serial://, zmq://, file:PATH, sim: or manual:, found "
          "\"http://x\"");
    CHECK(wrong("smi:?protocol=p3").starts_with("expected tcp://HOST:PORT, "));
    CHECK(wrong("tcp://?protocol=p3") == "expected tcp://HOST:PORT, found no host");
    CHECK(wrong("tcp://a/b?protocol=p3") == "expected tcp://HOST:PORT, found \"a/b\"");
    CHECK(wrong("tcp://[::1?protocol=p3") == "expected tcp://HOST:PORT, found \"[::1\"");
    CHECK(wrong("udp://:2008?protocol=p3&peer=decoder.lan:2008") == "peer: expected an address, found \"decoder.lan\"");
    CHECK(wrong("udp://:2008?protocol=p3&peer=x:0") == "port: expected a whole number from 1 to 65535, found \"0\"");
    CHECK(wrong("serial:///dev/ttyUSB0?protocol=p3&baud=12") ==
          "baud: expected a whole number from 50 to 4000000, found \"12\"");
    CHECK(wrong("serial:///dev/ttyUSB0?protocol=p3&rts=1") == "rts: expected on or off, found \"1\"");
    CHECK(wrong("serial://usb:403:6001?protocol=p3")
              .starts_with("expected serial:///dev/NAME or serial://usb:VENDOR:PRODUCT[:SERIAL], found"));
    CHECK(wrong("serial://usb:0403:60g1?protocol=p3").starts_with("expected serial:///dev/NAME"));
    CHECK(wrong("zmq://x?protocol=p3") == "port is missing: the protocol has no usual one, write HOST:PORT");
    CHECK(wrong("tcp://x:70000?protocol=p3") == "port: expected a whole number from 1 to 65535, found \"70000\"");
    CHECK(wrong("tcp://x:1?protocol=p4").starts_with("unknown protocol \"p4\"; known: p3, p98, rc2, "));
    CHECK(wrong("sim:?protocol=p3&backup=2") == "backup: expected a whole number from 0 to 1, found \"2\"");
    CHECK(wrong("tcp://x:1") == "protocol is missing: add protocol=p3");
    CHECK(wrong("tcp://x:1?protocol=p3&baud=9600") == "unknown option \"baud\"; known: protocol, speed");
    CHECK(wrong("tcp://x:1?protocol") == "expected name=value, found \"protocol\"");
    CHECK(wrong("file:?protocol=p3") == "expected file:PATH, found \"file:\"");
    CHECK(wrong("manual:?protocol=p3") == "protocol: manual is that of manual:, which has no other");
    CHECK(wrong("tcp://x:1?protocol=manual") == "protocol: manual is that of manual:, which has no other");
    CHECK(wrong("manual:x").starts_with("expected tcp://HOST:PORT"));
    CHECK(wrong("file:a?speed=0") == "speed: expected a number above 0 and up to 1000, found \"0\"");
    CHECK(wrong("file:a?speed=nan") == "speed: expected a number above 0 and up to 1000, found \"nan\"");
    CHECK(wrong("sim:?karts=0") == "karts: expected a whole number from 1 to 250, found \"0\"");
    CHECK(wrong("sim:?karts=12x") == "karts: expected a whole number from 1 to 250, found \"12x\"");
    CHECK(wrong("sim:?faults=fire").starts_with("faults: unknown fault \"fire\"; known: drop, duplicate,"));
    CHECK(wrong("sim:?faults=drop=2") == "faults: drop: expected a share from 0 to 1, found \"2\"");
    CHECK(wrong("sim:?faults=drop=1,crc") == "faults: the shares of all faults are more than 1 together");
}

TEST_CASE("what a URI leaves out is as usual for its protocol") {
    const auto read = [](std::string_view text) { return link::parse_probe_uri(text).value(); };
    CHECK(std::get<link::TcpTarget>(read("tcp://x?protocol=p3").target).port == 5403);
    CHECK(std::get<link::TcpTarget>(read("x?protocol=raceresult").target) == link::TcpTarget{"x", 3601});
    CHECK(std::get<link::TcpListenTarget>(read("tcp-listen://?protocol=jchip").target).port == 53135);
    CHECK(std::get<link::UdpTarget>(read("udp://?protocol=chronelec&peer=192.0.2.2").target) ==
          link::UdpTarget{"0.0.0.0", 2008, link::Endpoint{"192.0.2.2", 2008}});
    CHECK(std::get<link::ZmqTarget>(read("192.0.2.3?protocol=openstint").target).port == 5556);
    const auto serial = std::get<link::SerialTarget>(read("/dev/ttyUSB0?protocol=ilap").target);
    CHECK(std::get<std::string>(serial.place) == "/dev/ttyUSB0");
    CHECK(serial.baud == 9600);
    CHECK(serial.rts == false);
    CHECK_FALSE(serial.dtr.has_value());
}

TEST_CASE("a place to listen at needs no protocol, a device does") {
    CHECK(link::parse_probe_uri("serial:///dev/ttyUSB0")->protocol.empty());
    CHECK(std::get<link::SerialTarget>(link::parse_probe_uri("serial:///dev/ttyUSB0")->target).baud == 0);
    CHECK_FALSE(link::parse_probe_uri("tcp://x").has_value());
    CHECK(link::parse_probe_uri("tcp://x:1?protocol=p4").error().detail.starts_with("unknown protocol \"p4\""));
    CHECK(wrong("serial:///dev/ttyUSB0") == "protocol is missing: add protocol=p3");
}

TEST_CASE("each URI is written as it is read") {
    for (const std::string_view text :
         {"tcp://192.0.2.10:5403?protocol=p3", "tcp://[2001:db8::1]:1?protocol=p3&speed=2.5",
          "tcp-listen://0.0.0.0:3097?protocol=toolkit", "udp://0.0.0.0:2008?protocol=chronelec&peer=192.0.2.20:2009",
          "serial:///dev/serial/by-id/usb-FTDI_FT232R-if00?protocol=rc2&baud=9600&rts=off&dtr=on",
          "serial://usb:0403:6001:A9007QZW?protocol=chronelec&baud=19200", "serial://usb:1a86:7523",
          "zmq://192.0.2.30:5556?protocol=openstint", "file:/var/capture.hex?protocol=p3&speed=10",
          "sim:?protocol=p3&karts=40&laps=3&seed=7&first_kart=100&grid_s=5&lap_ms=42000&faults=drop=0.5,miss=0.01"}) {
        CAPTURE(text);
        const auto uri = link::parse_probe_uri(text);
        REQUIRE(uri.has_value());
        CHECK(link::to_text(*uri) == text);
    }
    const auto bare = link::parse_probe_uri("tcp-listen://:3097?protocol=toolkit").value();
    CHECK(link::to_text(bare) == "tcp-listen://0.0.0.0:3097?protocol=toolkit");
    CHECK(link::parse_probe_uri(link::to_text(bare)) == bare);
}

TEST_CASE("every protocol of the table has its usual transport, but those that nobody defines") {
    for (const auto& protocol : codec::protocols()) {
        if (protocol.word == "raw" || protocol.word == "manual") continue;
        CAPTURE(protocol.word);
        CHECK(link::defaults_of(protocol.word).transport != link::Transport::none);
    }
}
