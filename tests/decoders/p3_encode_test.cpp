// Frames out: the recorded ones come out byte for byte, the commands are those of decoders.md §1.6, and any record that
// was made from a seed reads back as itself. The seed is printed when it fails.
#include "decoders/codec/p3_encode.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "tests/decoders/frames.hpp"

using namespace chicane::decoders;
using test::hex;
using test::read_all;

namespace {

template <class Number>
std::optional<Number> maybe(std::mt19937_64& chance, std::uint64_t below) {
    if (chance() % 4 == 0) return std::nullopt;
    return static_cast<Number>(chance() % below);
}

codec::Passing any_passing(std::mt19937_64& chance) {
    codec::Passing passing;
    passing.number = maybe<std::uint32_t>(chance, 1ULL << 32);
    passing.transponder.value = chance() % (1ULL << 32);
    passing.time_us = static_cast<std::int64_t>(chance() >> 1);
    passing.strength = maybe<std::int32_t>(chance, 1 << 16);
    passing.hits = maybe<std::int32_t>(chance, 1 << 16);
    passing.flags = maybe<std::uint32_t>(chance, 1 << 16);
    passing.decoder = maybe<std::uint32_t>(chance, 1ULL << 32);
    if (chance() % 2) passing.string = "FL-" + std::to_string(chance() % 100'000);
    return passing;
}

codec::Status any_status(std::mt19937_64& chance) {
    codec::Status status;
    status.noise = maybe<std::int32_t>(chance, 1 << 16);
    if (auto warm = maybe<std::int32_t>(chance, 1 << 16)) status.temperature_c = *warm - (1 << 15);
    status.voltage_dv = maybe<std::int32_t>(chance, 256);
    status.gps = maybe<std::int32_t>(chance, 2);
    status.satellites = maybe<std::int32_t>(chance, 256);
    status.decoder = maybe<std::uint32_t>(chance, 1ULL << 32);
    return status;
}

}  // namespace

TEST_CASE("each recorded record becomes the bytes that it came in") {
    for (const auto& specimen : test::specimens()) {
        INFO(specimen.name);
        if (const auto* passing = std::get_if<codec::Passing>(&specimen.record))
            CHECK(codec::p3::encode(*passing) == specimen.bytes);
    }
}

TEST_CASE("the commands are those known from the field") {
    CHECK(codec::p3::clock_request() == test::vector_bytes("p3", "a host asks for the time with a right length"));
    CHECK(codec::p3::version_request() == test::vector_bytes("p3", "a host asks for the version"));
    CHECK(codec::p3::resend_request(157770, 157776) == test::vector_bytes("p3", "a host asks for passings once more"));
    CHECK(codec::p3::clear_request() == test::vector_bytes("p3", "a host clears the passings"));
}

TEST_CASE("any record reads back as itself") {
    const auto seed = GENERATE(range(1, 201));
    INFO("seed " << seed);
    std::mt19937_64 chance(static_cast<std::uint64_t>(seed));
    for (int i = 0; i < 20; ++i) {
        const auto passing = any_passing(chance);
        REQUIRE(read_all(codec::p3::encode(passing)) == std::vector<codec::Record>{passing});
        const auto status = any_status(chance);
        REQUIRE(read_all(codec::p3::encode(status)) == std::vector<codec::Record>{status});
    }
}

TEST_CASE("noise of any kind adds up to its bytes, wherever it is cut") {
    const auto seed = GENERATE(range(1, 201));
    INFO("seed " << seed);
    std::mt19937_64 chance(static_cast<std::uint64_t>(seed));
    codec::Bytes noise(chance() % 400);
    for (auto& byte : noise) byte = static_cast<std::byte>(chance() % 3 ? 0x8C + chance() % 5 : chance() % 256);
    const auto whole = read_all(noise);
    std::size_t garbage = 0;
    for (const auto& record : whole) garbage += std::get<codec::Garbage>(record).bytes;
    CHECK(garbage == noise.size());

    codec::P3 p3;
    std::vector<codec::Record> records;
    for (std::size_t at = 0; at < noise.size();) {
        const std::size_t step = std::min<std::size_t>(1 + chance() % 7, noise.size() - at);
        p3.feed(std::span(noise).subspan(at, step), records);
        at += step;
    }
    p3.finish(records);
    CHECK(records == whole);
}
