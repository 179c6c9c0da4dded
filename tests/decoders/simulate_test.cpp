// `chicane simulate`: what it refuses, in one line and with nothing opened or written. That it races is tested in
// source_test.cpp and with the built program.
#include "web/host/commands/simulate.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <catch2/catch.hpp>
#include <functional>
#include <sstream>

#include "decoders/codec/codec.hpp"
#include "tests/decoders/scratch.hpp"

using chicane::web::host::SimulateOptions;

namespace {

/// What `simulate` says to options that are right but for one change.
std::string refused(const std::function<void(SimulateOptions&)>& change) {
    SimulateOptions options;
    options.protocol = "p3";
    options.listen = "127.0.0.1:0";
    change(options);
    std::ostringstream out, err;
    CHECK(chicane::web::host::simulate(options, out, err) == 2);
    CHECK(out.str() == "");
    return err.str();
}

}  // namespace

TEST_CASE("simulate refuses wrong options, naming the option and what was expected") {
    CHECK(refused([](auto& options) { options.protocol = "p4"; }) ==
          "chicane simulate: --protocol: unknown protocol \"p4\"; known: p3, p98, rc2, ilap, chronelec, thcom, alge, "
          "robitronic, zround, raceresult, toolkit, jchip, ultra, wiclax, llrp, laprf, openstint, vstm, lines\n");
    CHECK(refused([](auto& options) { options.listen = "127.0.0.1"; }) ==
          "chicane simulate: --listen: expected HOST:PORT, udp:HOST:PORT, zmq://HOST:PORT, pty or pty:PATH, found "
          "\"127.0.0.1\"\n");
    CHECK(refused([](auto& options) { options.listen = "127.0.0.1:99999"; }) ==
          "chicane simulate: --listen: expected HOST:PORT, udp:HOST:PORT, zmq://HOST:PORT, pty or pty:PATH, found "
          "\"127.0.0.1:99999\"\n");
    CHECK(refused([](auto& options) { options.listen = "zmq://127.0.0.1:0"; }) ==
          "chicane simulate: --listen: p3 does not speak over ZeroMQ; openstint does\n");
    CHECK(refused([](auto& options) { options.connect = "127.0.0.1"; }) ==
          "chicane simulate: --connect: expected HOST:PORT, found \"127.0.0.1\"\n");
    CHECK(refused([](auto& options) { options.karts = 251; }) ==
          "chicane simulate: --karts: expected 1 to 250, found 251\n");
    CHECK(refused([](auto& options) { options.laps = -1; }) ==
          "chicane simulate: --laps: expected 0 to 100000, found -1\n");
    CHECK(refused([](auto& options) { options.speed = 0; }) ==
          "chicane simulate: --speed: expected a number above 0 and up to 1000\n");
    CHECK(refused([](auto& options) { options.start_us = -1; }) ==
          "chicane simulate: --start-us: expected 0 to 4102444800000000, found -1\n");
    CHECK(refused([](auto& options) {
              options.faults = "rain";
          }).starts_with("chicane simulate: --faults: unknown fault \"rain\"; known: drop,"));
}

TEST_CASE("simulate refuses a recording that is missing or holds no passing") {
    chicane::decoders::test::Scratch scratch;
    const auto empty = scratch.write("empty.bin", "\x8e\x02");
    CHECK(refused([&](auto& options) { options.from = empty.string(); }) ==
          "chicane simulate: --from: " + empty.string() + ": no passing in it\n");
    CHECK(refused([&](auto& options) {
              options.from = (scratch.folder() / "none.bin").string();
          }).ends_with("none.bin: No such file or directory\n"));
}

TEST_CASE("simulate refuses a port that is busy and a truth file that cannot be written") {
    namespace asio = boost::asio;
    chicane::decoders::test::Scratch scratch;
    asio::io_context io;
    asio::ip::tcp::acceptor other(io, {asio::ip::make_address("127.0.0.1"), 0});
    const std::string place = "127.0.0.1:" + std::to_string(other.local_endpoint().port());
    CHECK(refused([&](auto& options) { options.listen = place; }) ==
          "chicane simulate: --listen: " + place + ": Address already in use\n");
    const auto nowhere = (scratch.folder() / "no" / "truth.jsonl").string();
    CHECK(refused([&](auto& options) { options.truth = nowhere; }) ==
          "chicane simulate: --truth: " + nowhere + ": cannot be written\n");
}
