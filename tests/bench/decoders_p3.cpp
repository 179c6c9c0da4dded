// How fast P3 is decoded, beside a bare loop of its CRC over the same bytes: the plain loop of decoders.md §1.2, a table
// look-up a byte. `share_of_crc` is the decoder's speed as parts of that loop's, both measured in this run in turns; the
// aim is 0.30.
#include <algorithm>
#include <array>
#include <benchmark/benchmark.h>
#include <chrono>
#include <random>

#include "decoders/codec/p3.hpp"
#include "decoders/codec/p3_encode.hpp"

using namespace chicane::decoders::codec;

namespace {

constexpr std::size_t stream_bytes = 1 << 20;

/// Passings as a full track sends them, a status among every eight.
const Bytes& stream() {
    static const Bytes bytes = [] {
        Bytes made;
        std::mt19937_64 chance(1);
        for (std::uint32_t number = 1; made.size() < stream_bytes; ++number) {
            Passing passing;
            passing.number = number;
            passing.transponder.value = 5'690'000 + chance() % 100;
            passing.time_us = 1'551'542'808'933'000 + 350'000LL * number;
            passing.strength = 76 + static_cast<int>(chance() % 108);
            passing.hits = 2 + static_cast<int>(chance() % 106);
            passing.flags = 0;
            passing.decoder = 268'307;
            Bytes frame = p3::encode(passing);
            if (number % 8 == 0) frame = p3::encode(Status{40, 22, 118, 0, {}, 268'307});
            made.insert(made.end(), frame.begin(), frame.end());
        }
        return made;
    }();
    return bytes;
}

constexpr std::array<std::uint16_t, 256> make_table() {
    std::array<std::uint16_t, 256> table{};
    for (unsigned i = 0; i < 256; ++i) {
        unsigned crc = i << 8;
        for (int bit = 0; bit < 8; ++bit) crc = (crc << 1) ^ ((crc & 0x8000) ? 0x1021 : 0);
        table[i] = static_cast<std::uint16_t>(crc);
    }
    return table;
}

std::uint16_t bare_crc(std::span<const std::byte> bytes) {
    static constexpr auto table = make_table();
    std::uint16_t crc = 0xFFFF;
    for (const std::byte byte : bytes)
        crc = static_cast<std::uint16_t>(table[crc >> 8] ^ (crc << 8) ^ std::to_integer<unsigned>(byte));
    return crc;
}

void decode_all(P3& p3, std::vector<Record>& records) {
    constexpr std::size_t read_bytes = 16 * 1024;  // as from a socket
    std::span<const std::byte> left = stream();
    while (!left.empty()) {
        const auto piece = left.first(std::min(read_bytes, left.size()));
        records.clear();
        p3.feed(piece, records);
        benchmark::DoNotOptimize(records.data());
        left = left.subspan(piece.size());
    }
}

template <class Work>
double seconds(Work work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

void bare_crc_loop(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(bare_crc(stream()));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * stream().size()));
}
BENCHMARK(bare_crc_loop)->Unit(benchmark::kMicrosecond);

void p3_decode(benchmark::State& state) {
    P3 p3;
    std::vector<Record> records;
    double crc_s = 0, decode_s = 0;
    for (auto _ : state) {
        const double now_s = seconds([&] { decode_all(p3, records); });
        state.SetIterationTime(now_s);
        decode_s += now_s;
        crc_s += seconds([] { benchmark::DoNotOptimize(bare_crc(stream())); });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * stream().size()));
    state.counters["share_of_crc"] = crc_s / decode_s;
}
BENCHMARK(p3_decode)->UseManualTime()->Unit(benchmark::kMicrosecond);

}  // namespace

BENCHMARK_MAIN();
