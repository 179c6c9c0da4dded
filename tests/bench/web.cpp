// The way from a decoder to those who watch: how long it takes, and what it costs for each of them.
#include <filesystem>

#include "tests/bench/web_fanout.hpp"
#include "tests/bench/web_latency.hpp"

int main() {
    const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    chicane::bench::run_latency((folder / "chicane").string());
    chicane::bench::run_fanout();
}
