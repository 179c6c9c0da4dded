// A stream read by any codec, cut as one likes, and what tests of several protocols ask of it.
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "decoders/codec/codec.hpp"
#include "decoders/codec/text_write.hpp"
#include "tests/decoders/vectors.hpp"

namespace chicane::decoders::test {

using Records = std::vector<codec::Record>;

/// By the protocol's word, so that the table is used as everyone uses it. The stream ends behind the last byte.
inline Records read_stream(std::string_view word, std::span<const std::byte> stream, std::size_t step) {
    const auto reader = codec::make_codec(word).value();
    Records records;
    for (std::size_t at = 0; at < stream.size(); at += step)
        reader->feed(stream.subspan(at, std::min(step, stream.size() - at)), records);
    reader->finish(records);
    CHECK(reader->pending() == 0);
    return records;
}

/// In one piece; and every other cut gives the same.
inline Records read_any_cut(std::string_view word, std::span<const std::byte> stream) {
    const Records whole = read_stream(word, stream, stream.size() + 1);
    for (std::size_t step = 1; step < stream.size(); ++step) REQUIRE(read_stream(word, stream, step) == whole);
    return whole;
}

inline Records read_text(std::string_view word, std::string_view text) {
    return read_any_cut(word, codec::bytes_of(text));
}

inline Records read_vector(std::string_view word, std::string_view name) {
    return read_any_cut(word, vector_bytes(word, name));
}

/// For a codec that is talked with.
inline void feed(codec::Codec& reader, std::string_view text, Records& records) {
    reader.feed(codec::bytes_of(text), records);
}

inline std::string text_of(const codec::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline std::string vector_text(std::string_view word, std::string_view name) {
    return text_of(vector_bytes(word, name));
}

inline std::size_t garbage_bytes(const Records& records) {
    std::size_t bytes = 0;
    for (const auto& record : records)
        if (const auto* garbage = std::get_if<codec::Garbage>(&record)) bytes += garbage->bytes;
    return bytes;
}

inline codec::Garbage garbage(std::size_t bytes, codec::GarbageReason reason) { return {bytes, reason}; }

/// Bytes of `alphabet` and, one in four, any other: hostile in the protocol's own letters. Each seed's stream must not throw,
/// must read the same wherever it is cut, and must make no more garbage than there were bytes.
inline void must_bear_noise(std::string_view word, std::string_view alphabet) {
    for (unsigned seed = 1; seed <= 100; ++seed) {
        INFO(word << ", seed " << seed);
        std::mt19937_64 chance(seed);
        codec::Bytes noise(1 + chance() % 300);
        for (auto& byte : noise)
            byte = static_cast<std::byte>(chance() % 4 ? alphabet[chance() % alphabet.size()] : char(chance() % 256));
        const Records whole = read_stream(word, noise, noise.size());
        REQUIRE(garbage_bytes(whole) <= noise.size());
        REQUIRE(read_stream(word, noise, 1) == whole);
        REQUIRE(read_stream(word, noise, 1 + chance() % 7) == whole);
    }
}

/// Whatever `make` draws from a seed reads back as itself from what `encode` wrote, 1,000 times.
template <class Make, class Encode>
void must_read_back(std::string_view word, Make make, Encode encode) {
    std::mt19937_64 chance(20260611);
    codec::Bytes stream;
    Records sent;
    for (int i = 0; i < 1'000; ++i) {
        const auto record = make(chance);
        const codec::Bytes bytes = encode(record);
        stream.insert(stream.end(), bytes.begin(), bytes.end());
        sent.emplace_back(record);
    }
    const Records read = read_stream(word, stream, 97);
    REQUIRE(read.size() == sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
        INFO("record " << i);
        REQUIRE(read[i] == sent[i]);
    }
}

}  // namespace chicane::decoders::test
