// A source in a simulated world: its time passes when the test says so, and its link is the test's.
#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>

#include "decoders/codec/chronelec_encode.hpp"
#include "decoders/codec/p3_encode.hpp"
#include "decoders/codec/text_write.hpp"
#include "decoders/link/passing_numbers.hpp"
#include "decoders/link/source.hpp"
#include "decoders/link/watchdog.hpp"

using namespace chicane;
using namespace chicane::decoders;

namespace {

struct SilentLink final : link::Link {
    explicit SilentLink(link::LinkEvents& events_) : events(events_) {}
    void start() override { events.on_open(); }
    void stop() override {}
    void reopen() override { ++reopened; }
    void send(codec::Bytes bytes) override {
        for (const std::byte byte : bytes) said += static_cast<char>(byte);
    }
    /// What was said since the last call, after the device said this.
    std::string answer_to(const std::string& words) {
        said.clear();
        events.on_bytes(codec::bytes_of(words), {});
        return said;
    }

    link::LinkEvents& events;
    int reopened = 0;
    std::string said;
};

struct States final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing& came) override {
        passing = came.passing;
        delay_us = came.delay_us;
        epoch = came.epoch;
    }
    void on_health(const std::string&, const link::SourceHealth& told) override {
        health = told;
        state = told.state;
    }
    link::SourceHealth health;
    codec::Passing passing;
    std::optional<std::int64_t> delay_us;
    std::uint32_t epoch = 0;
    void on_lost(const std::string&, std::uint32_t, std::uint32_t) override {}
    link::SourceState state = link::SourceState::connecting;
};

}  // namespace

TEST_CASE("in a simulated world a source falls silent by the world's time, and opens its link anew") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> silent;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("tcp://192.0.2.1:5403?protocol=p3").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return silent = std::make_shared<SilentLink>(events); }});
    source.start();
    CHECK(states.state == link::SourceState::up);
    now = timing::later_by(now, link::silence_max_us);
    source.tick();
    CHECK(states.state == link::SourceState::up);
    now = timing::later_by(now, 1);
    source.tick();
    CHECK(states.state == link::SourceState::silent);
    CHECK(silent->reopened == 0);
    now = timing::later_by(now, link::silence_max_us);
    source.tick();
    CHECK(silent->reopened == 1);
}

TEST_CASE("an answer with the time is of the decoder that the passings name, also where it names nobody") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> wire;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("tcp://192.0.2.1?protocol=raceresult").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return wire = std::make_shared<SilentLink>(events); }});
    source.start();
    wire->answer_to("SETPROTOCOL;3.2\r\n");
    wire->answer_to("#P;1;XKMFK3N;2026-11-24;08:00:00.000;0;9;-68;;1;1;1;0;0;2.9;20;0;D;1;1;7\r\n");
    now = timing::later_by(now, 60'000'000);
    wire->answer_to("GETTIME;2026-11-24;08:01:05.000\r\n");
    now = timing::later_by(now, 2'000'000);
    // The first passing was five seconds late, as the answer tells; so the second is four.
    wire->answer_to("#P;2;XKMFK3N;2026-11-24;08:01:03.000;0;9;-68;;1;1;1;0;0;2.9;20;0;D;1;1;7\r\n");
    REQUIRE(states.passing.number == 2u);
    CHECK(states.delay_us == 4'000'000);
}

TEST_CASE("a command reaches the decoder of an open link, and is refused on a closed one") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> wire;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("udp://:2008?protocol=chronelec").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return wire = std::make_shared<SilentLink>(events); }});
    constexpr std::int64_t at_09_17_31_us = (9 * 3600 + 17 * 60 + 31) * 1'000'000LL;
    source.start();
    wire->said.clear();
    CHECK(source.tell({codec::CommandWord::set_time}, at_09_17_31_us));
    CHECK(wire->said == "\x1b\x48\x09\x11\x1f\x74");
    wire->said.clear();
    CHECK(source.tell({codec::CommandWord::clear}, 0).error().code == link::CommandRefusalCode::unknown_command);
    CHECK(source.tell({codec::CommandWord::set_level}, 0).error().subject == "loop");
    wire->events.on_closed("it hung up");
    CHECK(source.tell({codec::CommandWord::stop}, 0).error().code == link::CommandRefusalCode::not_connected);
    CHECK(wire->said.empty());
}

TEST_CASE("a clock that is set by command begins an epoch, though it moved by seconds, and a date does not") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> wire;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("udp://:2008?protocol=chronelec").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return wire = std::make_shared<SilentLink>(events); }});
    source.start();
    const auto epoch_after = [&](std::int64_t clock_s) {
        now = timing::later_by(now, 20'000'000);
        codec::Passing passing;
        passing.transponder = {93'367};
        passing.time_us = clock_s * 1'000'000;
        wire->events.on_bytes(codec::chronelec::encode(passing), {});
        return states.epoch;
    };
    CHECK(epoch_after(1'000) == 0);
    REQUIRE(source.tell({codec::CommandWord::set_date}, 0));
    CHECK(epoch_after(1'020) == 0);
    REQUIRE(source.tell({codec::CommandWord::set_time}, 0));
    CHECK(epoch_after(1'036) == 1);
    CHECK(epoch_after(1'056) == 1);
}

TEST_CASE("a decoder's memory is not cleared while passings are missing that it alone has") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> wire;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("tcp://192.0.2.1?protocol=p3").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return wire = std::make_shared<SilentLink>(events); }});
    source.start();
    const auto pass = [&](std::uint32_t number) {
        now = timing::later_by(now, 1'000'000);
        codec::Passing passing;
        passing.number = number;
        passing.transponder = {7};
        passing.time_us = now.us;
        passing.decoder = 1u;
        wire->events.on_bytes(codec::p3::encode(passing), {});
    };
    const auto clear = [&] { return source.tell({codec::CommandWord::clear}, 0); };
    pass(1);
    pass(3);
    wire->said.clear();
    CHECK(clear().error().code == link::CommandRefusalCode::not_fetched);
    CHECK(wire->said.empty());
    pass(2);
    CHECK(clear());
    CHECK(codec::bytes_of(wire->said) == codec::p3::clear_request());

    // The line comes back, and a slow one takes seconds to tell what passed meanwhile.
    wire->events.on_closed("the line was cut");
    wire->events.on_open();
    for (std::uint32_t number = 4; number <= 7; ++number) pass(number);
    wire->said.clear();
    CHECK(clear().error().code == link::CommandRefusalCode::not_fetched);
    CHECK(wire->said.empty());
    now = timing::later_by(now, link::resend_wait_us);
    CHECK(clear());
}

TEST_CASE("a decoder begins no new file while its codec still fetches what it counted") {
    boost::asio::io_context never_run;
    timing::HostTime now{1'795'500'000'000'000};
    std::shared_ptr<SilentLink> wire;
    States states;
    link::Source source(
        never_run, {"sf", link::parse_device_uri("tcp://192.0.2.1?protocol=raceresult").value(), {}, {}}, states,
        {[&] { return now; }, [&](link::LinkEvents& events) { return wire = std::make_shared<SilentLink>(events); }});
    source.start();
    const auto passing = [](std::uint32_t number) {
        return std::to_string(number) + ";XKMFK3N;2026-11-24;08:00:00.000;0;9;-68;;1;1;1;0;0;2.9;20;0;D;1;1;7\r\n";
    };
    wire->answer_to("SETPROTOCOL;3.2\r\n");
    wire->answer_to("PASSINGS;1;1\r\n");
    wire->answer_to(passing(1));
    CHECK(wire->answer_to("PASSINGS;2;1\r\n") == "2:1\r\n");
    now = timing::later_by(now, 2 * link::resend_wait_us);
    CHECK(source.tell({codec::CommandWord::start}, 0).error().code == link::CommandRefusalCode::not_fetched);
    wire->answer_to(passing(2));
    CHECK(source.tell({codec::CommandWord::start}, 0));
}
