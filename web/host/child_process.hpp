// Runs a program to its end: bytes in, bytes out, one thread that waits, and bounds on all of it. No shell.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace chicane::web::host {

struct ChildLimits {
    std::chrono::milliseconds time_max{20'000};
    std::size_t out_bytes_max = 32 << 20;
};

struct ChildEnd {
    enum class How { ended, not_found, too_late, too_much, stopped, failed } how = How::failed;
    int status = -1;  ///< of one that ended
    std::string out;
    std::string err;  ///< at most its first few lines
};

/// What is not told how to end by itself is killed: where its time is over, it says too much, or `stop` becomes true.
ChildEnd run_child(const std::vector<std::string>& command, const std::string& in, const ChildLimits& limits,
                   const std::atomic<bool>& stop);

}  // namespace chicane::web::host
