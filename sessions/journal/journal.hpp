// journal.db: everything that happened, append-only, written by a thread of its own. append() takes an entry at once; the thread commits
// what has come together in one transaction, and says so on the timing thread. A full disk is retried until it is mended: entries wait
// in memory meanwhile, `fault` says why, and the raw capture has the bytes.
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/ports.hpp"
#include "sessions/result.hpp"

namespace chicane::sessions::journal {

/// So many entries wait for the disk at most: over a day of 40 karts while the disk is full. Beyond, passings are not kept:
/// the board must not stop for the disk, the raw capture has them, and verify finds the hole.
inline constexpr std::size_t entries_waiting_max = 200'000;
inline constexpr std::size_t entries_a_commit_max = 1000;  ///< bounds how long a commit takes

/// Runs a function on the timing thread, from any thread.
using Post = std::function<void(std::function<void()>)>;

/// What comes within it goes to the disk in one commit, and the board that the first one made is out before the disk begins.
inline constexpr auto gather = std::chrono::milliseconds(3);

/// Runs a function `gather` from now, on the timing thread: a thread woken at once would take a processor from who shows the passing.
using Later = std::function<void(std::function<void()>)>;
inline void at_once(const std::function<void()>& task) { task(); }

class SqliteJournal : public conductor::Journal {
  public:
    static std::expected<std::unique_ptr<SqliteJournal>, std::string> open(const std::string& path, Post post,
                                                                           Later later = at_once);
    /// Writes what waits, then closes.
    ~SqliteJournal() override;

    bool append(const conductor::Entry& entry) override;
    std::uint64_t durable() const override;

    std::int64_t lag_ms() const override;
    std::optional<std::string> fault() const override;

    struct Parts;

  private:
    explicit SqliteJournal(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// All entries, in order; or the line that says what is wrong.
std::expected<std::vector<conductor::Entry>, std::string> read_entries(const std::string& path);

/// What a server needs to go on: what happened within memory_us of the last entry, and the register since ever.
std::expected<std::vector<conductor::Entry>, std::string> read_for_restart(const std::string& path);

/// The result of any session that the journal knows, replayed; nothing where it was never armed. Waits for the disk: not on
/// the timing thread.
std::expected<std::optional<Result>, std::string> past_result(const std::string& path, const std::string& session,
                                                              bool with_passings = true);

/// Nothing where the file is sound: SQLite's own check, numbers that rise by one, bodies that can be read.
std::optional<std::string> verify_journal(const std::string& path);

}  // namespace chicane::sessions::journal
