// A device put while the centre runs is taken by race control and has a source, or neither.
#include "web/host/timing_thread.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdexcept>
#include <stdlib.h>

#include "tests/decoders/recordings.hpp"

using namespace chicane;
using namespace chicane::web::host;
using decoders::codec::CommandWord;
using decoders::link::CommandRefusalCode;
using sessions::conductor::DeviceOptions;
using Outcome = std::expected<void, sessions::conductor::Refusal>;

namespace {

class DeafSink : public sessions::conductor::Sink {
    void on_board(const std::string&, std::shared_ptr<const timing::Board>) override {}
    void on_view(const std::string&, std::shared_ptr<const sessions::conductor::TrackView>) override {}
    void on_sessions(const std::string&) override {}
    void on_broken(const std::string&) override {}
};

constexpr std::string_view one_track = R"(
[centre]
name = "Test"
timezone = "Europe/Paris"
currency = "EUR"
locale = "fr"
[web]
listen = "127.0.0.1:0"
[[track]]
id = "main"
name = "Main"
length_m = 650
min_lap_ms = 15000
)";

struct Running {
    Running() : config(*parse_config(one_track, "chicane.toml")), thread(config, sink) {
        std::string pattern = (std::filesystem::temp_directory_path() / "chicane-timing-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        REQUIRE(thread.open(folder));
        thread.start();
    }
    ~Running() {
        thread.stop();
        std::filesystem::remove_all(folder);
    }
    Outcome put(const std::string& uri) {
        DeviceOptions device;
        device.id = "pit";
        device.uri = uri;
        std::promise<Outcome> outcome;
        REQUIRE(thread.put_device("main", device, "meca", [&](const Outcome& done) { outcome.set_value(done); }));
        return outcome.get_future().get();
    }
    /// The address that race control has of the device; empty: it knows none.
    std::string known() {
        std::promise<std::string> answer;
        REQUIRE(thread.ask([&](sessions::conductor::Conductor& conductor) {
            const auto device = conductor.device("pit");
            answer.set_value(device ? device->uri : "");
        }));
        return answer.get_future().get();
    }
    /// What its last bytes are read as; absent: it has no source.
    std::optional<std::string> spoken() {
        std::promise<std::optional<std::string>> answer;
        REQUIRE(thread.device_traffic("pit", [&](const auto& traffic) {
            answer.set_value(traffic ? std::optional(traffic->protocol) : std::nullopt);
        }));
        return answer.get_future().get();
    }
    bool heard() { return spoken().has_value(); }
    /// Why a command is not sent, once that is known.
    std::future<CommandRefusalCode> refusal(decoders::codec::CommandWord word, const std::string& device = "pit") {
        auto code = std::make_shared<std::promise<CommandRefusalCode>>();
        auto told = code->get_future();
        // Catch asserts on the test's thread alone: get() tells of what is no refusal.
        const bool asked = thread.tell_device("main", device, {word, {}}, [code](const auto& outcome) {
            if (!outcome) code->set_value(outcome.error().code);
        });
        if (!asked) code->set_exception(std::make_exception_ptr(std::runtime_error("the timing thread takes nothing")));
        return told;
    }

    DeafSink sink;
    Config config;
    TimingThread thread;
    std::string folder;
};

const std::string simulated = "sim:?protocol=p3&karts=2&seed=7";

}  // namespace

TEST_CASE("a device whose capture cannot be read is refused, and race control does not know it") {
    Running centre;
    const auto refused = centre.put("file:" + centre.folder + "/nothing.cap");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == sessions::conductor::RefusalCode::bad_setup);
    CHECK(centre.known() == "");
    CHECK_FALSE(centre.heard());
}

TEST_CASE("a device that is put at an address that cannot be heard stays where it was") {
    Running centre;
    REQUIRE(centre.put(simulated));
    CHECK_FALSE(centre.put("file:" + centre.folder + "/nothing.cap"));
    CHECK(centre.known() == simulated);
    CHECK(centre.heard());
}

TEST_CASE("the last bytes of a recording are read as what it says that it is in") {
    Running centre;
    const auto file = decoders::test::file_of({{{decoders::recording::EntryKind::opened, 0, 1, 1, ""}}});
    std::ofstream(centre.folder + "/sf.cap", std::ios::binary) << decoders::recording::text_of(file);
    REQUIRE(centre.put("file:" + centre.folder + "/sf.cap"));
    CHECK(centre.spoken() == "p3");
}

TEST_CASE("an address that nobody understands is refused, and takes no device down") {
    Running centre;
    REQUIRE(centre.put(simulated));
    const auto refused = centre.put("nowhere");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == sessions::conductor::RefusalCode::bad_setup);
    CHECK(centre.known() == simulated);
}

TEST_CASE("a command waits for the full second alone, and is refused where nobody is connected") {
    Running centre;
    REQUIRE(centre.put("tcp://127.0.0.1:1?protocol=chronelec"));
    // Asked in one turn of the thread, so that no second begins between them.
    std::promise<std::pair<std::future<CommandRefusalCode>, std::future<CommandRefusalCode>>> both;
    REQUIRE(centre.thread.ask([&](sessions::conductor::Conductor&) {
        auto first = centre.refusal(CommandWord::set_time);
        both.set_value({std::move(first), centre.refusal(CommandWord::set_time)});
    }));
    auto [first, second] = both.get_future().get();
    CHECK(second.get() == CommandRefusalCode::busy);
    CHECK(centre.refusal(CommandWord::stop).get() == CommandRefusalCode::not_connected);
    CHECK(first.get() == CommandRefusalCode::not_connected);
    CHECK(centre.refusal(CommandWord::set_time).get() == CommandRefusalCode::not_connected);
}

TEST_CASE("a command to nobody, or one that is not understood, is refused at once") {
    Running centre;
    CHECK(centre.refusal(CommandWord::clear).get() == CommandRefusalCode::unknown_device);
    REQUIRE(centre.put(simulated));
    CHECK(centre.refusal(CommandWord::stop).get() == CommandRefusalCode::unknown_command);
}

TEST_CASE("a centre that stops while a command waits for its second ends in order") {
    Running centre;
    REQUIRE(centre.put("tcp://127.0.0.1:1?protocol=chronelec"));
    REQUIRE(centre.thread.tell_device("main", "pit", {CommandWord::set_time, {}}, [](const auto&) {}));
}
