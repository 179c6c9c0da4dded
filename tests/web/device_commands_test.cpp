// Commands on their way to a decoder: what a session, or passings that are not on disk yet, hold back. Without a socket and a thread.
#include "web/host/device_commands.hpp"

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <chrono>

#include "decoders/link/link.hpp"
#include "tests/sessions/conductor_case.hpp"

using namespace chicane;
using namespace chicane::sessions::conductor;
using decoders::codec::CommandWord;
using decoders::link::CommandRefusalCode;

namespace {

struct OpenLink final : decoders::link::Link {
    explicit OpenLink(decoders::link::LinkEvents& events_) : events(events_) {}
    void start() override { events.on_open(); }
    void stop() override {}
    void reopen() override {}
    void send(decoders::codec::Bytes) override { ++sent; }
    decoders::link::LinkEvents& events;
    int sent = 0;
};

/// `sf` of the track, and whoever commands it.
struct Commanded : ConductorCase {
    explicit Commanded(const std::string& protocol)
        : source(io, {"sf", decoders::link::parse_device_uri("tcp://192.0.2.1:1?protocol=" + protocol).value(), {}, {}},
                 *conductor,
                 {[this] { return clock.time; },
                  [this](decoders::link::LinkEvents& events) { return link = std::make_shared<OpenLink>(events); }}),
          commands(io, {*conductor, journal, [this](const std::string&) { return &source; }, "UTC"}) {
        source.start();
    }
    /// Why it was not sent; nothing: it was.
    std::optional<CommandRefusalCode> refusal(CommandWord word) {
        const int before = link->sent;
        std::optional<CommandRefusalCode> code;
        commands.send("main", "sf", {word, {}}, [&](const auto& outcome) {
            if (!outcome) code = outcome.error().code;
        });
        CHECK(link->sent == before + (code ? 0 : 1));
        return code;
    }

    boost::asio::io_context io;
    std::shared_ptr<OpenLink> link;
    decoders::link::Source source;
    web::host::DeviceCommands commands;
};

}  // namespace

TEST_CASE(
    "from the arming of a session to its end no memory is cleared, and another track's sessions hold nothing back") {
    Commanded centre("p3");
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 1)}));
    CHECK_FALSE(centre.refusal(CommandWord::clear));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    CHECK(centre.refusal(CommandWord::clear) == CommandRefusalCode::session_runs);
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    CHECK(centre.refusal(CommandWord::clear) == CommandRefusalCode::session_runs);
    std::optional<CommandRefusalCode> elsewhere;
    centre.commands.send("kids", "sf", {CommandWord::clear, {}}, [&](const auto& outcome) {
        if (!outcome) elsewhere = outcome.error().code;
    });
    CHECK_FALSE(elsewhere);
    REQUIRE(centre.did(FinishSession{"ses_1"}));
    CHECK_FALSE(centre.refusal(CommandWord::clear));
}

TEST_CASE("karts that are still to finish hold a command back as those that race") {
    Commanded centre("p3");
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 1)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    REQUIRE(centre.did(StartSession{"ses_1", {}}));
    centre.pass(101, 5);
    centre.pass(102, 6);
    centre.pass(101, 65);
    REQUIRE(centre.conductor->session("ses_1")->phase == SessionView::Phase::finishing);
    CHECK(centre.refusal(CommandWord::clear) == CommandRefusalCode::session_runs);
    centre.pass(102, 66);
    REQUIRE(centre.conductor->session("ses_1")->phase == SessionView::Phase::finished);
    CHECK_FALSE(centre.refusal(CommandWord::clear));
}

TEST_CASE("a session that is armed while a command waits for its second holds it back") {
    Commanded centre("chronelec");
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 1)}));
    bool is_answered = false;
    std::optional<CommandRefusalCode> code;
    centre.commands.send("main", "sf", {CommandWord::set_time, {}}, [&](const auto& outcome) {
        is_answered = true;
        if (!outcome) code = outcome.error().code;
    });
    REQUIRE_FALSE(is_answered);
    const int before = centre.link->sent;
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (!is_answered && centre.io.run_one_until(deadline) > 0) {
    }
    REQUIRE(is_answered);
    CHECK(code == CommandRefusalCode::session_runs);
    CHECK(centre.link->sent == before);
}

TEST_CASE("what costs nothing is sent during a session, too") {
    Commanded centre("chronelec");
    REQUIRE(centre.did(StageSession{ConductorCase::race("ses_1", 1)}));
    REQUIRE(centre.did(ArmSession{"ses_1"}));
    CHECK_FALSE(centre.refusal(CommandWord::repeat));
    CHECK(centre.refusal(CommandWord::stop) == CommandRefusalCode::session_runs);
}

TEST_CASE("a memory is cleared once every passing is on disk, not before") {
    Commanded centre("p3");
    centre.journal.quick = false;
    centre.pass(101, 10);
    CHECK(centre.refusal(CommandWord::clear) == CommandRefusalCode::not_kept);
    centre.journal.sync();
    CHECK_FALSE(centre.refusal(CommandWord::clear));
}
