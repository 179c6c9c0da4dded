// centre.db: customers, sessions as planned, bookings, staff. One writer on a thread of its own takes commands from a bounded queue;
// several that wait share one transaction, a savepoint each, and are answered once it is on disk. Reads have their own connection and
// thread. Called from any thread; answers go through `post` to the caller's.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>

#include "centre/store/connection.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t write_queue_max = 256;  ///< front-desk.md B1: beyond, the caller is told that we are busy
inline constexpr std::size_t read_queue_max = 256;
inline constexpr std::size_t group_max = 64;  ///< commands that share a disk flush: T8

enum class Verdict { keep, undo };
/// What became of a command: done and on disk, undone as it wished, or the disk refused.
enum class Ending { kept, undone, failed };

class Store {
  public:
    using Post = std::function<void(std::function<void()>)>;
    /// Runs on the writer's thread inside a savepoint.
    using Write = std::function<Verdict(Connection&)>;
    using Read = std::function<void(Connection&)>;

    /// Opens or makes `path`; or one line that says why not. `post` brings an answer to the caller's thread.
    static std::expected<std::unique_ptr<Store>, std::string> open(const std::string& path, Post post);
    /// Waits for what is queued.
    ~Store();
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// False where the queue is full: nothing will be called.
    bool write(Write work, std::function<void(Ending)> done);
    bool read(Read work, std::function<void(Ending)> done);

    /// Another read-only connection to the same file, for one thread of the caller's own.
    std::expected<std::unique_ptr<Connection>, std::string> connect() const;

  private:
    struct Worker;
    Store(std::string path, std::unique_ptr<Worker> writer, std::unique_ptr<Worker> reader);
    std::string path_;
    std::unique_ptr<Worker> writer_;
    std::unique_ptr<Worker> reader_;
};

/// A migrated connection for a program that has no server running inside: `chicane user`, a demo's first day.
std::expected<std::unique_ptr<Connection>, std::string> open_centre(const std::string& path);

}  // namespace chicane::centre::store
