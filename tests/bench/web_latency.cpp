// From a decoder's bytes to a viewer: a passing is written to the built server's decoder link, and the clock stops when a viewer has read the
// delta that it made. Beside it a bare TCP relay carries the same passings to the same reader, in turns.
#include "tests/bench/web_latency.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "decoders/codec/p3_encode.hpp"
#include "tests/bench/sockets.hpp"

namespace chicane::bench {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int passings = 500;  ///< a turn
constexpr int turns = 3;
constexpr int karts = 40;
constexpr auto pace = std::chrono::milliseconds(8);  ///< a hundred times as dense as 40 karts, and no queue

std::string passing(int number, std::int64_t time_us) {
    decoders::codec::Passing made;
    made.number = static_cast<std::uint32_t>(number);
    made.transponder.value = 5'690'000 + static_cast<std::uint64_t>(number % karts);
    made.time_us = time_us;
    made.strength = 110;
    made.hits = 30;
    made.decoder = 268'307;
    const auto bytes = decoders::codec::p3::encode(made);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::int64_t wall_us() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

double us_since(Steady::time_point then) {
    return std::chrono::duration<double, std::micro>(Steady::now() - then).count();
}

double percentile(std::vector<double> all, double share) {
    std::ranges::sort(all);
    return all[static_cast<std::size_t>(share * static_cast<double>(all.size() - 1))];
}

/// The built server on a decoder of ours, in a folder that goes with it.
class Centre {
  public:
    Centre(const std::string& program, std::uint16_t decoder_port) {
        std::string name = (std::filesystem::temp_directory_path() / "chicane-bench.XXXXXX").string();
        folder_ = mkdtemp(name.data());
        std::filesystem::create_directory(folder_ / "web");
        std::ofstream(folder_ / "web/index.html") << "<!doctype html>";
        std::ofstream(folder_ / "chicane.toml") << "[centre]\nname = \"Bench\"\ntimezone = \"Europe/Paris\"\ncurrency "
                                                   "= \"EUR\"\nlocale = \"en\"\n[web]\nlisten = "
                                                   "\"127.0.0.1:0\"\n[[track]]\nid = \"main\"\nname = "
                                                   "\"Main\"\nmin_lap_ms = 50\n[[track.decoder]]\nid = \"sf\"\nuri = "
                                                   "\"tcp://127.0.0.1:"
                                                << decoder_port << "?protocol=p3\"\nrole = \"finish\"\n";
        start(program);
    }
    ~Centre() {
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
        std::filesystem::remove_all(folder_);
    }
    Centre(const Centre&) = delete;
    Centre& operator=(const Centre&) = delete;
    std::uint16_t port() const { return port_; }

  private:
    void start(const std::string& program) {
        int out[2];
        if (pipe(out) != 0) give_up("pipe");
        pid_ = fork();
        if (pid_ == 0) {
            dup2(out[1], STDOUT_FILENO);
            freopen("/dev/null", "w", stderr);
            const std::string config = (folder_ / "chicane.toml").string(), data = (folder_ / "data").string(),
                              web = (folder_ / "web").string();
            execl(program.c_str(), program.c_str(), "serve", "--config", config.c_str(), "--data", data.c_str(),
                  "--web", web.c_str(), nullptr);
            give_up(program);
        }
        close(out[1]);
        FILE* lines = fdopen(out[0], "r");
        unsigned port = 0;
        if (std::fscanf(lines, "ready web=127.0.0.1:%u", &port) != 1) give_up("the server is not ready");
        port_ = static_cast<std::uint16_t>(port);
        std::fclose(lines);
    }

    std::filesystem::path folder_;
    pid_t pid_ = 0;
    std::uint16_t port_ = 0;
};

/// A process that writes on what it reads.
class Relay {
  public:
    explicit Relay(std::uint16_t to) {
        const Socket listener = listen_anywhere();
        port_ = port_of(listener);
        pid_ = fork();
        if (pid_ != 0) return;
        const Socket in = accept_one(listener), out = connect_to(to);
        for (std::string bytes = read_some(in); !bytes.empty(); bytes = read_some(in)) write_all(out, bytes);
        std::_Exit(0);
    }
    ~Relay() {
        kill(pid_, SIGTERM);
        waitpid(pid_, nullptr, 0);
    }
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;
    std::uint16_t port() const { return port_; }

  private:
    pid_t pid_ = 0;
    std::uint16_t port_ = 0;
};

/// What the server says of clocks and sessions comes with the first passings; afterwards one passing is one message.
void settle(const Socket& decoder, FrameReader& viewer, int& number) {
    viewer.next();
    for (int i = 0; i < karts; ++i) {
        write_all(decoder, passing(++number, wall_us()));
        viewer.next();
        std::this_thread::sleep_for(pace);
    }
}

/// Empties what came besides, so that the next message is the next passing's.
void drain(const Socket& socket, FrameReader& viewer) {
    for (pollfd ready{socket.fd(), POLLIN, 0}; poll(&ready, 1, 0) == 1;) viewer.next();
}

std::vector<double> through_server(const Socket& decoder, const Socket& socket, FrameReader& viewer, int& number) {
    std::vector<double> all;
    for (int i = 0; i < passings; ++i) {
        std::this_thread::sleep_for(pace);
        drain(socket, viewer);
        const std::string bytes = passing(++number, wall_us());
        const auto begin = Steady::now();
        write_all(decoder, bytes);
        viewer.next();
        all.push_back(us_since(begin));
    }
    return all;
}

std::vector<double> through_relay(int& number) {
    const Socket listener = listen_anywhere();
    const Relay relay(port_of(listener));
    const Socket decoder = connect_to(relay.port()), viewer = accept_one(listener);
    std::vector<double> all;
    for (int i = 0; i < passings; ++i) {
        std::this_thread::sleep_for(pace);
        const std::string bytes = passing(++number, wall_us());
        const auto begin = Steady::now();
        write_all(decoder, bytes);
        for (std::size_t got = 0; got < bytes.size();) got += read_some(viewer).size();
        all.push_back(us_since(begin));
    }
    return all;
}

}  // namespace

void run_latency(const std::string& program) {
    const Socket listener = listen_anywhere();
    const Centre centre(program, port_of(listener));
    const Socket decoder = accept_one(listener);
    const Socket socket = open_websocket(centre.port(), "/api/v1/tracks/main/live");
    FrameReader viewer(socket);
    int number = 0, relayed = 0;
    settle(decoder, viewer, number);
    std::vector<double> served, bare;
    for (int turn = 0; turn < turns; ++turn) {
        std::ranges::copy(through_server(decoder, socket, viewer, number), std::back_inserter(served));
        std::ranges::copy(through_relay(relayed), std::back_inserter(bare));
    }
    std::printf("bytes -> viewer: %zu passings, a board of %d karts, µs\n", served.size(), karts);
    std::printf("                    p50      p99\n");
    std::printf("  chicane serve  %6.0f   %6.0f\n", percentile(served, 0.5), percentile(served, 0.99));
    std::printf("  bare TCP relay %6.0f   %6.0f\n", percentile(bare, 0.5), percentile(bare, 0.99));
    std::printf("  ratio          %6.2f   %6.2f (aim: p99 at most 3)\n",
                percentile(served, 0.5) / percentile(bare, 0.5), percentile(served, 0.99) / percentile(bare, 0.99));
}

}  // namespace chicane::bench
