// The last bytes of a device: bounded, and read again record by record with the bytes of each.
#include "decoders/link/traffic.hpp"

#include <catch2/catch.hpp>

#include "decoders/codec/p3_encode.hpp"

using namespace chicane;
using namespace chicane::decoders;

namespace {

codec::Bytes frame(std::uint32_t number) {
    codec::Passing passing;
    passing.number = number;
    passing.transponder = timing::TransponderId{5691251};
    passing.time_us = 1'551'542'808'933'000;
    passing.decoder = 268307;
    return codec::p3::encode(passing);
}

}  // namespace

TEST_CASE("each record has its own bytes, however the stream was cut") {
    const auto cut = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{100'000});
    codec::Bytes stream;
    for (std::uint32_t number = 1; number <= 5; ++number) {
        const auto next = frame(number);
        stream.insert(stream.end(), next.begin(), next.end());
    }
    link::Traffic traffic;
    for (std::size_t at = 0; at < stream.size(); at += cut)
        traffic.note(std::span(stream).subspan(at, std::min(cut, stream.size() - at)), {static_cast<std::int64_t>(at)});
    const auto heard = link::read_traffic(traffic, "p3");
    REQUIRE(heard.size() == 5);
    for (std::uint32_t number = 1; number <= 5; ++number) {
        CHECK(std::get<codec::Passing>(heard[number - 1].record).number == number);
        CHECK(heard[number - 1].bytes == frame(number));
    }
}

TEST_CASE("only the last bytes are kept, and the rest of a record that was cut is left out") {
    link::Traffic traffic;
    for (std::uint32_t number = 1; number <= 1000; ++number) {
        const auto bytes = frame(number);
        traffic.note(std::span(bytes).first(11), {number});
        traffic.note(std::span(bytes).subspan(11), {number});
    }
    std::size_t kept = 0;
    for (const auto& piece : traffic.pieces()) kept += piece.bytes.size();
    CHECK(kept <= link::traffic_bytes_max);
    CHECK(traffic.pieces().size() <= link::traffic_pieces_max);
    CHECK(traffic.is_cut());
    const auto heard = link::read_traffic(traffic, "p3");
    REQUIRE_FALSE(heard.empty());
    CHECK(std::holds_alternative<codec::Passing>(heard.front().record));
    CHECK(std::get<codec::Passing>(heard.back().record).number == 1000u);
}

TEST_CASE("one read that is larger than all leaves its end, and an unknown protocol nothing") {
    link::Traffic traffic;
    traffic.note(codec::Bytes(3 * link::traffic_bytes_max, std::byte{7}), {1});
    REQUIRE(traffic.pieces().size() == 1);
    CHECK(traffic.pieces()[0].bytes.size() == link::traffic_bytes_max);
    CHECK(link::read_traffic(traffic, "p4").empty());
}
