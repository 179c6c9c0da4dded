// What shows that a device lives, where its protocol is one of those that say little: raw, and people.
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/link/source.hpp"
#include "decoders/link/watchdog.hpp"

using namespace chicane;
using namespace chicane::decoders;

namespace {

struct OpenLink final : link::Link {
    explicit OpenLink(link::LinkEvents& events_) : events(events_) {}
    void start() override { events.on_open(); }
    void stop() override {}
    void reopen() override {}
    void send(codec::Bytes) override {}
    link::LinkEvents& events;
};

struct Heard final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing&) override { ++passings; }
    void on_health(const std::string&, const link::SourceHealth& now) override { health = now; }
    void on_lost(const std::string&, std::uint32_t, std::uint32_t) override {}
    link::SourceHealth health;
    int passings = 0;
};

/// A source whose link is open and whose time the test moves.
struct Case {
    explicit Case(const std::string& uri)
        : source(never_run, {"x", link::parse_device_uri(uri).value(), {}, {}}, heard,
                 {[this] { return now; },
                  [this](link::LinkEvents& events) { return link = std::make_shared<OpenLink>(events); }}) {
        source.start();
    }
    void pass_us(std::int64_t us) {
        now = timing::later_by(now, us);
        source.tick();
    }
    void hear(const codec::Bytes& bytes) { link->events.on_bytes(bytes, {}); }

    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<OpenLink> link;
    Heard heard;
    link::Source source;
};

}  // namespace

TEST_CASE("a device that is recorded raw lives as long as any byte comes, and tells of no passing") {
    Case raw("tcp://192.0.2.1:5000?protocol=raw");
    for (int i = 0; i < 100; ++i) {
        raw.hear({std::byte{0x8E}});
        raw.pass_us(link::silence_max_us - 1);
    }
    CHECK(raw.heard.health.state == link::SourceState::up);
    CHECK(raw.heard.health.garbage_bytes == 64);
    CHECK(raw.heard.passings == 0);
    raw.pass_us(link::silence_max_us);
    CHECK(raw.heard.health.state == link::SourceState::silent);
    raw.hear({std::byte{0x8E}});
    CHECK(raw.heard.health.state == link::SourceState::up);
}

TEST_CASE("a known protocol's garbage shows no life") {
    Case p3("tcp://192.0.2.1:5403?protocol=p3");
    for (int i = 0; i < 3; ++i) {
        p3.pass_us(link::silence_max_us / 2);
        p3.hear(codec::Bytes(100, std::byte{0x41}));
    }
    p3.pass_us(1);
    CHECK(p3.heard.health.state == link::SourceState::silent);
}

TEST_CASE("people are up as soon as the server runs, and may say nothing for ever") {
    boost::asio::io_context io;
    timing::HostTime now{1'795'500'000'000'000};
    const auto uri = link::parse_device_uri("manual:").value();
    Heard heard;
    link::Source hand(
        io, {"hand", uri, {}, {}}, heard,
        {[&] { return now; }, [&](link::LinkEvents& events) { return link::make_link(io, uri, events); }});
    hand.start();
    io.run();
    for (int hour = 0; hour < 48; ++hour) {
        CHECK(heard.health.state == link::SourceState::up);
        now = timing::later_by(now, 3'600'000'000);
        hand.tick();
    }
    CHECK(heard.health.state == link::SourceState::up);
}

TEST_CASE("a device of people that is stopped at once tells nothing more") {
    boost::asio::io_context io;
    Heard heard;
    {
        link::Source hand(io, {"hand", link::parse_device_uri("manual:").value(), {}, {}}, heard);
        hand.start();
    }
    io.run();
    CHECK(heard.health.state == link::SourceState::connecting);
}

TEST_CASE("what a device complains of is in its health, and in the reason why its line was closed") {
    Case p3("tcp://192.0.2.1:5403?protocol=p3");
    p3.hear(codec::p3::encode(codec::DeviceError{101, "no such record"}));
    p3.pass_us(1'000'000);
    CHECK(p3.heard.health.complaint == "101: no such record");
    CHECK(p3.heard.health.state == link::SourceState::up);
    p3.link->events.on_closed("End of file");
    CHECK(p3.heard.health.why_down == "End of file; it said: 101: no such record");
    p3.link->events.on_closed("Connection refused");  // that one said nothing
    CHECK(p3.source.health().why_down == "Connection refused");
    p3.link->events.on_open();
    CHECK(p3.heard.health.complaint.empty());
}
