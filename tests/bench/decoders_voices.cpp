// Every protocol of the table. First its vectors: how many of the frames that makers and owners published are read as they should.
// Then from the simulator through its codec: a field of karts says 100,000 passings, the codec reads them. A round trip that loses one,
// or reads one that was not said, is an error of the bench; `raw` has no passings, and reads its vectors again and again. Then the same bytes are decoded alone, beside a bare scan of them
// (a sum of the bytes) in turns: `share_of_scan` is the decoder's speed as parts of the scan's.
#include <benchmark/benchmark.h>
#include <chrono>
#include <ranges>
#include <string>

#include "tests/decoders/decoded_lines.hpp"
#include "tests/decoders/talk.hpp"

using namespace chicane::decoders;

namespace {

constexpr std::size_t passings = 100'000;
constexpr std::int32_t karts = 100;

struct Trip {
    codec::Bytes wire;
    std::size_t sent = 0;
    std::size_t received = 0;
    bool same = false;
};

/// Of a protocol that no simulator speaks: its vectors, as often as fills the wire.
Trip silent_trip_of(std::string_view word) {
    constexpr std::size_t wire_bytes = 4 * 1024 * 1024;
    Trip trip{{}, 0, 0, true};
    const auto vectors = test::vectors_of(word);
    while (trip.wire.size() < wire_bytes)
        for (const auto& vector : vectors) trip.wire.insert(trip.wire.end(), vector.bytes.begin(), vector.bytes.end());
    return trip;
}

/// `received` are those that are equal to what was sent, in order.
Trip trip_of(const std::string& word) {
    if (std::ranges::count(sim::voices(), std::string_view(word)) == 0) return silent_trip_of(word);
    sim::TrackOptions track;
    track.karts = karts;
    track.laps = passings / karts - 1;
    sim::DecoderOptions options;
    options.protocol = word;
    options.decoder = sim::decoder_id(1);
    options.start_us = 1'795'500'000'000'000;
    test::Talk talk(track, options);
    talk.keeps_wire = true;
    talk.to_the_end();
    Trip trip{std::move(talk.wire), talk.truth.size(), 0, false};
    for (std::size_t at = 0; at < std::min(talk.truth.size(), talk.passings.size()); ++at)
        trip.received += talk.passings[at].transponder == talk.truth[at].transponder &&
                         talk.passings[at].time_us == talk.truth[at].clock_us;
    trip.same = trip.sent == passings && trip.received == trip.sent && talk.passings.size() == trip.sent;
    return trip;
}

unsigned scan(const codec::Bytes& bytes) {
    unsigned sum = 0;
    for (const std::byte byte : bytes) {
        sum += std::to_integer<unsigned>(byte);
        benchmark::DoNotOptimize(sum);  // a byte at a time, as a decoder has to look at them
    }
    return sum;
}

void decode_all(const std::string& word, const codec::Bytes& bytes, std::vector<codec::Record>& records) {
    constexpr std::size_t read_bytes = 16 * 1024;  // as from a socket
    const auto codec = codec::make_codec(word).value();
    std::span<const std::byte> left = bytes;
    while (!left.empty()) {
        const auto piece = left.first(std::min(read_bytes, left.size()));
        records.clear();
        codec->feed(piece, records);
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

void round_trip(benchmark::State& state, const std::string& word) {
    const auto vectors = test::count_vectors(word);
    state.SetLabel("vectors " + std::to_string(vectors.right) + "/" + std::to_string(vectors.all));
    const Trip trip = trip_of(word);
    if (!trip.same) return state.SkipWithError("what was read is not what was sent");
    std::vector<codec::Record> records;
    double scan_s = 0, decode_s = 0;
    for (auto _ : state) {
        const double now_s = seconds([&] { decode_all(word, trip.wire, records); });
        state.SetIterationTime(now_s);
        decode_s += now_s;
        scan_s += seconds([&] { benchmark::DoNotOptimize(scan(trip.wire)); });
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * trip.wire.size()));
    state.counters["sent"] = static_cast<double>(trip.sent);
    state.counters["received"] = static_cast<double>(trip.received);
    state.counters["share_of_scan"] = scan_s / decode_s;
}

[[maybe_unused]] const bool registered = [] {
    for (const codec::Protocol& protocol : codec::protocols() | std::views::filter(test::has_vectors))
        benchmark::RegisterBenchmark(("round_trip/" + std::string(protocol.word)).c_str(), round_trip,
                                     std::string(protocol.word))
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    return true;
}();

}  // namespace
