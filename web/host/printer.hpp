// Makes PDFs with chicane-print, one after the other, on a thread of its own that only waits for the program: neither the timing
// thread nor the web thread knows how long a sheet takes.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "web/api/ports.hpp"
#include "web/host/child_process.hpp"

namespace chicane::web::host {

inline constexpr std::size_t prints_waiting_max = 8;  ///< more than a race control asks for at once; beyond, it is busy

class Printer {
  public:
    using Done = api::PrintPorts::Done;

    /// `program`: its whole path.
    explicit Printer(std::string program, ChildLimits limits = {});
    ~Printer();
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    /// `done` is called on the printer's thread. False: too many wait.
    bool print(std::string document, Done done);
    /// Kills what runs; what waits is never done.
    void stop();

  private:
    struct Job {
        std::string document;
        Done done;
    };
    void work();

    const std::string program_;
    const ChildLimits limits_;
    std::atomic<bool> stop_ = false;
    std::mutex mutex_;
    std::condition_variable more_;
    std::deque<Job> waiting_;
    bool working_ = false;
    std::thread thread_;
};

/// chicane-print beside the running program.
std::string print_program();

}  // namespace chicane::web::host
