// How long a passing takes from the byte on a serial line to whoever owns the source, beside a bare loop of read() on a line of its
// own, both over pseudo-terminals and in turns in this run. A frame is written whole; its time ends when its last byte was read, or
// when the source reports it. `ratio_p50` and `ratio_p99` are the source's over the loop's; the aim is 2.
#include <algorithm>
#include <atomic>
#include <benchmark/benchmark.h>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <thread>

#include "decoders/codec/p3_encode.hpp"
#include "decoders/link/source.hpp"
#include "tests/decoders/pty.hpp"

using namespace chicane;
using namespace chicane::decoders;

namespace {

constexpr int frames = 2'000;
constexpr auto pause = std::chrono::milliseconds(1);  ///< so that every frame finds a reader that sleeps, as on a track

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// A moment that one thread tells another; each is waited for once.
class Told {
  public:
    void tell() {
        at_ns_ = now_ns();
        at_ns_.notify_one();
    }
    std::int64_t await() {
        at_ns_.wait(0);
        return at_ns_.exchange(0);
    }

  private:
    std::atomic<std::int64_t> at_ns_ = 0;
};

codec::Bytes frame_of(std::uint32_t number) {
    codec::Passing passing;
    passing.number = number;
    passing.transponder = {5'690'000 + number % 100};
    passing.time_us = 1'551'542'808'933'000 + 350'000LL * number;
    passing.strength = 100;
    passing.hits = 30;
    passing.flags = 0;
    passing.decoder = 268'307;
    return codec::p3::encode(passing);
}

std::string_view text_of(const codec::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// read() in a loop on a raw line, until it is unplugged; told when as many bytes came as a frame has.
void read_bare(const std::string& path, const std::atomic<std::size_t>& frame_bytes, Told& whole,
               std::atomic<bool>& open) {
    const int line = ::open(path.c_str(), O_RDWR | O_NOCTTY);
    termios settings{};
    ::tcgetattr(line, &settings);
    ::cfmakeraw(&settings);
    ::tcsetattr(line, TCSANOW, &settings);
    open = true;
    open.notify_one();
    char bytes[4'096];
    std::size_t came = 0;
    for (;;) {
        const auto count = ::read(line, bytes, sizeof bytes);
        if (count <= 0) break;
        came += static_cast<std::size_t>(count);
        if (came < frame_bytes) continue;
        came = 0;
        whole.tell();
    }
    ::close(line);
}

struct Events final : link::SourceEvents {
    void on_passing(const std::string&, const link::ReceivedPassing&) override { passing.tell(); }
    void on_health(const std::string&, const link::SourceHealth& health) override {
        if (health.state != link::SourceState::up) return;
        up = true;
        up.notify_one();
    }
    void on_lost(const std::string&, std::uint32_t, std::uint32_t) override {}

    Told passing;
    std::atomic<bool> up = false;
};

double percentile_us(std::vector<std::int64_t>& ns, double share) {
    std::ranges::sort(ns);
    return static_cast<double>(ns[static_cast<std::size_t>(share * static_cast<double>(ns.size() - 1))]) / 1'000;
}

void serial_passing(benchmark::State& state) {
    test::Pty bare_line, source_line;
    std::atomic<std::size_t> frame_bytes = 0;
    std::atomic<bool> bare_open = false;
    Told bare;
    std::thread bare_reader([&] { read_bare(bare_line.path(), frame_bytes, bare, bare_open); });
    bare_open.wait(false);

    boost::asio::io_context io;
    Events events;
    link::SourceOptions options;
    options.device = "sf";
    options.uri = link::parse_device_uri(source_line.uri() + "?protocol=p3&baud=115200").value();
    link::Source source(io, std::move(options), events);
    source.start();
    std::thread timing([&] { io.run(); });
    events.up.wait(false);

    std::vector<std::int64_t> bare_ns, source_ns;
    for (auto _ : state) {
        for (std::uint32_t number = 1; number <= frames; ++number) {
            const codec::Bytes frame = frame_of(number);
            frame_bytes = frame.size();
            std::this_thread::sleep_for(pause);
            std::int64_t written = now_ns();
            bare_line.say(text_of(frame));
            bare_ns.push_back(bare.await() - written);
            std::this_thread::sleep_for(pause);
            written = now_ns();
            source_line.say(text_of(frame));
            source_ns.push_back(events.passing.await() - written);
        }
    }
    io.stop();
    timing.join();
    source.stop();
    bare_line.unplug();
    bare_reader.join();
    const double bare_p50 = percentile_us(bare_ns, 0.5), bare_p99 = percentile_us(bare_ns, 0.99);
    const double source_p50 = percentile_us(source_ns, 0.5), source_p99 = percentile_us(source_ns, 0.99);
    state.counters["bare_p50_us"] = bare_p50;
    state.counters["bare_p99_us"] = bare_p99;
    state.counters["source_p50_us"] = source_p50;
    state.counters["source_p99_us"] = source_p99;
    state.counters["ratio_p50"] = source_p50 / bare_p50;
    state.counters["ratio_p99"] = source_p99 / bare_p99;
}
BENCHMARK(serial_passing)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
