// A link that is recorded says and hears the same; its recording has it all.
#include "decoders/link/recorded_link.hpp"

#include <catch2/catch.hpp>

#include "tests/decoders/recordings.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;
using recording::EntryKind;
using test::Kept;

namespace {

struct FakeLink final : link::Link {
    void start() override {}
    void stop() override { ++stops; }
    void reopen() override {}
    void send(codec::Bytes bytes) override { sent.push_back(recording::text_of(bytes)); }
    std::vector<std::string> sent;
    int stops = 0;
};

struct Owner final : link::LinkEvents {
    void on_open() override { heard += "open\n"; }
    void on_bytes(std::span<const std::byte> bytes, const link::HostMoment& at) override {
        heard += recording::text_of(bytes) + " " + std::to_string(at.wall.us) + "\n";
        if (link) link->send({std::byte{'A'}});
    }
    void on_closed(std::string_view why) override { heard += "closed " + std::string(why) + "\n"; }
    std::string heard;
    std::shared_ptr<link::Link> link;
};

}  // namespace

TEST_CASE("a recorded link changes nothing, and every byte both ways is kept in its order and with its time") {
    test::Scratch scratch;
    Owner owner;
    const auto fake = std::make_shared<FakeLink>();
    {
        recording::Recorder recorder({.folder = scratch.folder(), .timezone = "", .program = ""});
        link::LinkEvents* events = nullptr;
        owner.link = link::recorded_link(recorder.line("sf", "p3", ""), owner, [&](link::LinkEvents& to) {
            events = &to;
            return fake;
        });
        events->on_open();
        events->on_bytes(recording::bytes_of("hello"), {{1'700'000'000'000'000}, 77});
        owner.link->send({});
        events->on_closed("cable");
        owner.link.reset();
    }
    CHECK(owner.heard == "open\nhello 1700000000000000\nclosed cable\n");
    CHECK(fake->sent == std::vector<std::string>{"A", ""});
    CHECK(fake->stops == 1);
    const auto told = test::scan_file(scratch.folder() / "sf-000001.cap");
    REQUIRE(told.entries.size() == 4);
    CHECK(told.entries[0].kind == EntryKind::opened);
    CHECK(told.entries[1] == Kept{EntryKind::received, 0, 1'700'000'000'000'000, 77, "hello"});
    CHECK(told.entries[2].kind == EntryKind::sent);
    CHECK(told.entries[2].bytes == "A");
    CHECK(told.entries[3].bytes == "cable");
}

TEST_CASE("a link without a line is the link itself") {
    Owner owner;
    const auto fake = std::make_shared<FakeLink>();
    CHECK(link::recorded_link(nullptr, owner, [&](link::LinkEvents&) { return fake; }) == fake);
}
