// Device URIs: what they may say, and what is answered to those that are wrong.
#include "decoders/link/device_uri.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/codec.hpp"

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

TEST_CASE("a wrong URI is answered with what was expected") {
    CHECK(wrong("http://x") == "expected tcp://HOST:PORT, file:PATH or sim:, found \"http://x\"");
    CHECK(wrong("tcp://x?protocol=p3") == "expected tcp://HOST:PORT, found \"x\"");
    CHECK(wrong("tcp://x:70000?protocol=p3") == "port: expected a whole number from 1 to 65535, found \"70000\"");
    CHECK(wrong("tcp://x:1?protocol=p4") == "unknown protocol \"p4\"; known: p3, raw");
    CHECK(wrong("tcp://x:5100?protocol=p98") == "of \"p98\" only captures are read; devices speak: p3, raw");
    CHECK(wrong("tcp://x:1") == "protocol is missing: add protocol=p3");
    CHECK(wrong("tcp://x:1?protocol=p3&baud=9600") == "unknown option \"baud\"; known: protocol, speed");
    CHECK(wrong("tcp://x:1?protocol") == "expected name=value, found \"protocol\"");
    CHECK(wrong("file:?protocol=p3") == "expected file:PATH, found \"file:\"");
    CHECK(wrong("file:a?speed=0") == "speed: expected a number above 0 and up to 1000, found \"0\"");
    CHECK(wrong("file:a?speed=nan") == "speed: expected a number above 0 and up to 1000, found \"nan\"");
    CHECK(wrong("sim:?karts=0") == "karts: expected a whole number from 1 to 250, found \"0\"");
    CHECK(wrong("sim:?karts=12x") == "karts: expected a whole number from 1 to 250, found \"12x\"");
    CHECK(wrong("sim:?faults=fire").starts_with("faults: unknown fault \"fire\"; known: drop, duplicate,"));
    CHECK(wrong("sim:?faults=drop=2") == "faults: drop: expected a share from 0 to 1, found \"2\"");
    CHECK(wrong("sim:?faults=drop=1,crc") == "faults: the shares of all faults are more than 1 together");
}
