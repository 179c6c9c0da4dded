#include "web/host/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace chicane::web::host {
namespace {

using Clock = std::chrono::steady_clock;
using How = ChildEnd::How;

constexpr std::size_t err_bytes_max = 4096;
constexpr int look_ms = 50;  ///< how often it is asked whether to stop

class File {
  public:
    explicit File(int fd = -1) : fd_(fd) {}
    ~File() { close(); }
    File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    void close() {
        if (fd_ >= 0) ::close(std::exchange(fd_, -1));
    }
    int get() const { return fd_; }

  private:
    int fd_;
};

struct Pipe {
    File read;
    File write;
};

bool open_pipe(Pipe& pipe) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    pipe.read = File(ends[0]);
    pipe.write = File(ends[1]);
    return true;
}

void never_wait(const File& file) { fcntl(file.get(), F_SETFL, fcntl(file.get(), F_GETFL) | O_NONBLOCK); }

/// A child that ends before it has read all must not end us.
class WithoutPipeSignal {
  public:
    WithoutPipeSignal() {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &before_);
    }
    ~WithoutPipeSignal() {
        // One that waits would arrive now: it is taken first.
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        const timespec at_once{};
        sigtimedwait(&pipe, nullptr, &at_once);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    WithoutPipeSignal(const WithoutPipeSignal&) = delete;
    WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

  private:
    sigset_t before_{};
};

struct Pipes {
    Pipe in, out, err;
};

/// Its errno where it cannot begin. The child has no signal blocked and no file of ours.
int spawn(const std::vector<std::string>& command, const Pipes& pipes, pid_t& pid) {
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, pipes.in.read.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, pipes.out.write.get(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, pipes.err.write.get(), STDERR_FILENO);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int error = posix_spawn(&pid, words.front(), &files, &attributes, words.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    return error;
}

/// Reads once; what is beyond the bound, and one byte more to tell that there was some, is let go. False: the other end is closed.
bool take(const File& from, std::string& into, std::size_t bytes_max) {
    std::array<char, 65'536> buffer{};
    const ssize_t size = ::read(from.get(), buffer.data(), buffer.size());
    if (size < 0) return errno == EAGAIN || errno == EINTR;
    const std::size_t room = bytes_max + 1 - std::min(into.size(), bytes_max + 1);
    into.append(buffer.data(), std::min(static_cast<std::size_t>(size), room));
    return size > 0;
}

/// Talks to the child until it has closed both ends, or a bound is reached.
How talk(Pipes& pipes, const std::string& in, ChildEnd& end, const ChildLimits& limits, const std::atomic<bool>& stop) {
    const auto until = Clock::now() + limits.time_max;
    std::size_t written = 0;
    bool err_open = true;
    for (;;) {
        if (stop) return How::stopped;
        if (Clock::now() >= until) return How::too_late;
        if (written == in.size()) pipes.in.write.close();
        std::array<pollfd, 3> files{{{pipes.out.read.get(), POLLIN, 0},
                                     {err_open ? pipes.err.read.get() : -1, POLLIN, 0},
                                     {pipes.in.write.get(), POLLOUT, 0}}};
        if (poll(files.data(), files.size(), look_ms) < 0 && errno != EINTR) return How::failed;
        if (files[2].revents != 0) {
            const ssize_t size = ::write(pipes.in.write.get(), in.data() + written, in.size() - written);
            if (size > 0) written += static_cast<std::size_t>(size);
            if (size < 0 && errno != EAGAIN && errno != EINTR) written = in.size();  // it reads no more
        }
        if (files[1].revents != 0) err_open = take(pipes.err.read, end.err, err_bytes_max);
        if (files[0].revents != 0 && !take(pipes.out.read, end.out, limits.out_bytes_max)) return How::ended;
        if (end.out.size() > limits.out_bytes_max) return How::too_much;
    }
}

/// Waits for one that has closed its output; it may still take a moment, and not more than its time.
bool reap(pid_t pid, int& status, Clock::time_point until) {
    while (waitpid(pid, &status, WNOHANG) == 0) {
        if (Clock::now() >= until) return false;
        poll(nullptr, 0, 1);
    }
    return true;
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& command, const std::string& in, const ChildLimits& limits,
                   const std::atomic<bool>& stop) {
    const WithoutPipeSignal quiet;
    const auto until = Clock::now() + limits.time_max;
    ChildEnd end;
    Pipes pipes;
    pid_t pid = 0;
    if (!open_pipe(pipes.in) || !open_pipe(pipes.out) || !open_pipe(pipes.err)) return end;
    if (const int error = spawn(command, pipes, pid); error != 0) {
        end.how = error == ENOENT || error == EACCES ? How::not_found : How::failed;
        return end;
    }
    pipes.in.read.close();
    pipes.out.write.close();
    pipes.err.write.close();
    for (const auto* file : {&pipes.in.write, &pipes.out.read, &pipes.err.read}) never_wait(*file);
    end.how = talk(pipes, in, end, limits, stop);
    take(pipes.err.read, end.err, err_bytes_max);  // what it said last
    int status = 0;
    if (end.how != How::ended || !reap(pid, status, until)) {
        if (end.how == How::ended) end.how = How::too_late;
        ::kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
    }
    end.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return end;
}

}  // namespace chicane::web::host
