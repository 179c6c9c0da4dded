// What goes from a link through a source to its owner and back, by a protocol that needs it: in a simulated world, whose link notes what
// is sent.
#include <boost/asio/io_context.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/p98_encode.hpp"
#include "decoders/link/source.hpp"
#include "decoders/link/watchdog.hpp"
#include "tests/decoders/stream.hpp"

using namespace chicane;
using namespace chicane::decoders;
using test::vector_bytes;

namespace {

struct NotingLink final : link::Link {
    explicit NotingLink(link::LinkEvents& events_) : events(events_) {}
    void start() override { events.on_open(); }
    void stop() override {}
    void reopen() override {}
    void send(codec::Bytes bytes) override { sent += test::text_of(bytes); }

    link::LinkEvents& events;
    std::string sent;
};

struct Told final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing& received) override {
        passings.push_back(received);
    }
    void on_health(const std::string&, const link::SourceHealth& now) override { health = now; }
    void on_lost(const std::string&, std::uint32_t from, std::uint32_t until) override {
        lost.emplace_back(from, until);
    }

    std::vector<link::ReceivedPassing> passings;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> lost;
    link::SourceHealth health;
};

/// A source whose link is open, whose time the test moves.
struct Wired {
    explicit Wired(const std::string& word)
        : source(never_run, {"x", link::parse_device_uri("tcp://192.0.2.1:5000?protocol=" + word).value(), {}, {}},
                 told,
                 {[this] { return now; },
                  [this](link::LinkEvents& events) { return link = std::make_shared<NotingLink>(events); }}) {
        source.start();
    }
    void hear(const codec::Bytes& bytes) { link->events.on_bytes(bytes, {}); }
    void pass_us(std::int64_t us) {
        now = timing::later_by(now, us);
        source.tick();
    }
    void reconnect() {
        link->events.on_closed("the line was cut");
        link->events.on_open();
    }
    std::string sent() { return std::exchange(link->sent, {}); }

    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<NotingLink> link;
    Told told;
    link::Source source;
};

constexpr std::int64_t half_minute_us = 30'000'000;
const std::string ack = "\x1b\x11";  ///< Chronelec's

}  // namespace

TEST_CASE("a source greets each connection, asks who is there and what its clock says, and asks the clock again") {
    Wired robitronic("robitronic");
    CHECK(robitronic.sent() == test::text_of(vector_bytes("robitronic", "a host's init")));
    Wired chronelec("chronelec");
    CHECK(chronelec.sent() == "\x1b\x10\x1b\x05");
    chronelec.hear(vector_bytes("chronelec", "a status"));
    chronelec.pass_us(half_minute_us - 1);
    CHECK(chronelec.sent().empty());
    chronelec.pass_us(1);
    CHECK(chronelec.sent() == "\x1b\x05");
    chronelec.reconnect();
    CHECK(chronelec.sent() == "\x1b\x10\x1b\x05");
}

TEST_CASE("a source sends what its codec owes for the bytes that came") {
    Wired toolkit("toolkit");
    toolkit.sent();
    toolkit.hear(vector_bytes("toolkit", "a call of the other kind"));
    CHECK(toolkit.sent() == "Chicane@AckPing@$");
}

TEST_CASE("a passing that its decoder holds out is told so, and acknowledged once it is kept, while the line is open") {
    Wired chronelec("chronelec");
    chronelec.sent();
    chronelec.hear(vector_bytes("chronelec", "the second box, left"));
    REQUIRE(chronelec.told.passings.size() == 1);
    CHECK(chronelec.told.passings[0].held_out);
    CHECK(chronelec.sent().empty());
    chronelec.source.acknowledge(chronelec.told.passings[0].passing);
    CHECK(chronelec.sent() == ack);

    chronelec.hear(vector_bytes("chronelec", "the second box, right"));
    chronelec.link->events.on_closed("the line was cut");
    chronelec.source.acknowledge(chronelec.told.passings[1].passing);
    CHECK(chronelec.sent().empty());
    chronelec.link->events.on_open();
    chronelec.sent();
    chronelec.source.acknowledge(chronelec.told.passings[1].passing);  // it holds nothing out on this connection yet
    CHECK(chronelec.sent().empty());

    Wired p3("p3");
    p3.hear(vector_bytes("p3", "A: a passing of an RC decoder"));
    REQUIRE(p3.told.passings.size() == 1);
    CHECK_FALSE(p3.told.passings[0].held_out);
}

TEST_CASE("every byte is counted, and what a closed line left unfinished is garbage") {
    Wired p3("p3");
    const codec::Bytes frame = vector_bytes("p3", "A: a passing of an RC decoder");
    p3.hear(frame);
    p3.hear({frame.begin(), frame.begin() + 20});
    CHECK(p3.source.health().bytes == frame.size() + 20);
    CHECK(p3.source.traffic().pieces().size() == 2);
    p3.link->events.on_closed("the line was cut");
    CHECK(p3.told.health.garbage_bytes == 20);
    CHECK(p3.told.health.why_down == "the line was cut");
    CHECK(p3.told.health.state == link::SourceState::down);
}

TEST_CASE("a decoder that fell silent is not well by a new connection, but by what it says") {
    Wired p3("p3");
    p3.pass_us(link::silence_max_us + 1);
    REQUIRE(p3.told.health.state == link::SourceState::silent);
    p3.reconnect();
    CHECK(p3.told.health.state == link::SourceState::silent);
    p3.hear(vector_bytes("p3", "B: its status"));
    CHECK(p3.told.health.state == link::SourceState::up);
}

TEST_CASE("frames that are damaged, each of them, are no sign of life") {
    Wired p3("p3");
    codec::Bytes wrong = vector_bytes("p3", "B: its status");
    wrong[4] ^= std::byte{1};
    for (int times = 0; times < 3; ++times) {
        p3.pass_us(link::silence_max_us / 2);
        p3.hear(wrong);
    }
    p3.pass_us(1);
    CHECK(p3.source.health().crc_errors == 3);
    CHECK(p3.told.health.state == link::SourceState::silent);
}

TEST_CASE("a decoder that counts its statuses, too, shows by them what was lost") {
    Wired p98("p98");
    p98.hear(codec::bytes_of(test::vector_text("p98", "a status of Vostok, one field less")));  // its number is 1378
    p98.hear(
        codec::p98::encode(codec::Status{.noise = 0, .decoder = 101u, .number = 1381u}, codec::p98::Model::vostok));
    p98.pass_us(half_minute_us);
    CHECK(p98.told.lost == std::vector{std::pair(1379u, 1380u)});
}

TEST_CASE("who the decoder is stands in the health, from its version on") {
    Wired p3("p3");
    p3.hear(codec::p3::encode(codec::Version{.version = "4.5", .decoder = 268'307u}));
    CHECK(p3.source.health().decoder == 268'307u);
}

namespace {

codec::Bytes pushed(std::uint32_t number) {
    const std::string second = std::to_string(10 + number);
    return codec::bytes_of("#P;" + std::to_string(number) + ";XKMFK3N;2026-11-28;10:00:" + second +
                           ".000;0;9;-68;;1;1;1;0;0;2.9;20;0;D;1;1;7\r\n");
}

}  // namespace

TEST_CASE("a decoder is asked for passings once the way of writing is agreed, with all its tries, and not before") {
    Wired box("raceresult");
    CHECK(box.sent() == "GETPROTOCOL\r\n");
    box.hear(codec::bytes_of("SETPROTOCOL;3.2\r\n"));
    CHECK(box.sent() == "SETPUSHPASSINGS;1;0\r\nGETSTATUS\r\nGETTIME\r\nPASSINGS\r\n");
    box.hear(pushed(1));
    box.hear(pushed(4));
    CHECK(box.sent() == "2:2\r\n");
    box.reconnect();
    box.hear(pushed(6));  // it still pushes to others
    box.pass_us(link::ready_wait_us - 1);
    CHECK(box.sent() == "GETPROTOCOL\r\n");
    CHECK(box.source.tell({codec::CommandWord::start}, 0).error().code == link::CommandRefusalCode::not_fetched);
    box.hear(codec::bytes_of("GETPROTOCOL;2.0;1.0;3.2\r\n"));
    CHECK(box.sent() == "SETPROTOCOL;3.2\r\n");
    box.hear(codec::bytes_of("SETPROTOCOL;3.2\r\n"));
    CHECK(box.sent() == "SETPUSHPASSINGS;1;0\r\nGETSTATUS\r\nGETTIME\r\nPASSINGS\r\n2:2\r\n5:1\r\n7:200\r\n");
    for (int again = 1; again < link::resend_tries_max; ++again) {
        box.pass_us(link::resend_wait_us);
        CHECK(box.sent() == "2:2\r\n5:1\r\n");
    }
    CHECK(box.told.lost.empty());
}

TEST_CASE("a decoder that agrees on nothing is asked all the same after some seconds") {
    Wired box("raceresult");
    box.sent();
    box.pass_us(link::ready_wait_us - 1);
    CHECK(box.sent().empty());
    box.pass_us(1);
    CHECK(box.sent() == "GETTIME\r\nPASSINGS\r\n");
}

TEST_CASE(
    "what passed while a line was down and is told for that it was asked begins no epoch, also after what passes now") {
    Wired gate("wiclax");
    gate.hear(codec::bytes_of("01539;28-11-2026 10:00:00.000;0A;;;0\r"));
    gate.pass_us(600'000'000);
    gate.sent();
    gate.reconnect();
    CHECK(gate.sent() == "REWIND 28-11-2026 09:59:59 29-11-2026 10:00:00\rSTARTREAD\rCLOCK\r");
    gate.hear(codec::bytes_of("01540;28-11-2026 10:10:00.000;0A;;;0\r01541;28-11-2026 10:01:00.000;0A;;;1\r"));
    REQUIRE(gate.told.passings.size() == 3);
    for (const auto& received : gate.told.passings) CHECK(received.epoch == 0);
    CHECK(gate.told.passings[2].delay_us == 540'000'000);
}
