// A capture as a device: what it may take of the thread that it shares with live decoders.
#include "decoders/link/file_link.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"
#include "tests/decoders/event_loop.hpp"
#include "tests/decoders/frames.hpp"
#include "tests/decoders/scratch.hpp"

using namespace chicane::decoders;

namespace {

/// Passings of one moment, so that all are due at once; long enough that reading it takes some time.
struct LongCapture {
    LongCapture() {
        for (std::uint32_t number = 1; number <= 40'000; ++number) {
            const auto frame = codec::p3::encode(test::passing(number, 5'000, 1'500'000'000'000'000, 100, 20, 9));
            text.append(reinterpret_cast<const char*>(frame.data()), frame.size());
        }
        const auto file = scratch.write("long.bin", text);
        link = std::make_shared<link::FileLink>(
            io, link::parse_device_uri("file:" + file.string() + "?protocol=p3").value(), log);
    }

    struct Log final : link::LinkEvents {
        void on_open() override { ++opened; }
        void on_bytes(std::span<const std::byte> bytes, const link::HostMoment&) override {
            text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
            most = std::max(most, bytes.size());
        }
        void on_closed(std::string_view why) override { reasons.emplace_back(why); }
        int opened = 0;
        std::size_t most = 0;
        std::string text;
        std::vector<std::string> reasons;
    };

    test::Scratch scratch;
    std::string text;
    boost::asio::io_context io;
    Log log;
    std::shared_ptr<link::FileLink> link;
};

}  // namespace

TEST_CASE("while a long capture is read the thread of live decoders goes on, and its bytes come in short turns") {
    LongCapture capture;
    capture.link->start();
    capture.io.poll();
    CHECK(capture.log.opened == 0);  // what is ready on this thread is done, and the capture is still being read
    test::run_until(capture.io, [&] { return !capture.log.reasons.empty(); });
    CHECK(capture.log.opened == 1);
    CHECK(capture.log.reasons.front() == "the capture has ended");
    CHECK(capture.log.text == capture.text);
    CHECK(capture.log.most <= link::replay_turn_bytes_max);
    capture.link->stop();
}

TEST_CASE("a capture that is stopped while it is read says nothing any more") {
    LongCapture capture;
    capture.link->start();
    capture.link->stop();
    capture.io.run();
    CHECK(capture.log.opened == 0);
    CHECK(capture.log.reasons.empty());
}

TEST_CASE("a capture that is stopped between two turns says nothing any more") {
    LongCapture capture;
    capture.link->start();
    test::run_until(capture.io, [&] { return capture.log.most > 0; });
    capture.link->stop();
    const std::size_t told = capture.log.text.size();
    capture.io.restart();
    capture.io.run();
    CHECK(capture.log.text.size() == told);
    CHECK(told < capture.text.size());
    CHECK(capture.log.reasons.empty());
}
