// Waiting for what must happen on an io_context, with a deadline; and what a link tells, kept.
#pragma once

#include <boost/asio/io_context.hpp>
#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "decoders/link/link.hpp"

namespace chicane::decoders::test {

inline constexpr auto deadline = std::chrono::seconds(30);  ///< of anything awaited: only a broken test comes to it

inline void run_until(boost::asio::io_context& io, const std::function<bool()>& so) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!so()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        io.restart();
        io.run_one_for(std::chrono::milliseconds(20));
    }
}

struct LinkLog final : link::LinkEvents {
    void on_open() override { ++opened; }
    void on_bytes(std::span<const std::byte> bytes, const link::HostMoment& at) override {
        text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        read_at.push_back(at);
    }
    void on_closed(std::string_view why) override { reasons.emplace_back(why); }

    int opened = 0;
    std::string text;
    std::vector<link::HostMoment> read_at;
    std::vector<std::string> reasons;
};

}  // namespace chicane::decoders::test
