// Hashes and checks passwords on a thread of its own, one at a time: 19 MiB and 50 ms each, whatever arrives at once. Called from
// any thread; `done` is called on the worker's.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace chicane::centre::staff {

/// A second of waiting; beyond, the caller is told that the server is busy.
inline constexpr std::size_t password_queue_max = 16;

class PasswordWorker {
  public:
    PasswordWorker();
    /// What is queued is dropped.
    ~PasswordWorker();
    PasswordWorker(const PasswordWorker&) = delete;
    PasswordWorker& operator=(const PasswordWorker&) = delete;

    /// False where the queue is full. `hash` empty: the account has none; it takes as long and does not match.
    bool verify(std::string hash, std::string password, std::function<void(bool)> done);
    /// Answers an empty text where memory is short.
    bool hash(std::string password, std::function<void(std::string)> done);

  private:
    struct Queue;
    std::unique_ptr<Queue> queue_;
};

}  // namespace chicane::centre::staff
