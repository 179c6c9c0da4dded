#include "sessions/journal/journal.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "sessions/journal/rows.hpp"

namespace chicane::sessions::journal {
namespace {

using conductor::Entry;
using steady = std::chrono::steady_clock;

constexpr auto retry_after = std::chrono::seconds(1);  ///< a disk that is full is not mended sooner

struct Waiting {
    Entry entry;
    steady::time_point since;
};

std::uint64_t last_seq(SQLite::Database& database) {
    const auto last = database.execAndGet(
        "SELECT max((SELECT ifnull(max(seq),0) FROM passing), (SELECT ifnull(max(seq),0) FROM event))");
    return static_cast<std::uint64_t>(last.getInt64());
}

}  // namespace

struct SqliteJournal::Parts {
    Parts(std::unique_ptr<SQLite::Database> opened, Post post_to, Later wake_later, SqliteJournal* of)
        : database(std::move(opened)),
          writer(*database),
          post(std::move(post_to)),
          later(std::move(wake_later)),
          owner(of) {}

    void run();
    bool write(const std::deque<Waiting>& batch);

    std::unique_ptr<SQLite::Database> database;
    RowWriter writer;
    Post post;
    Later later;
    SqliteJournal* owner;
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);  ///< read and written on the timing thread only

    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<Waiting> waiting;  ///< what is being written included, until it is on disk
    std::optional<std::string> fault;
    bool due = false;  ///< what waits shall be written
    bool stop = false;
    std::atomic<std::uint64_t> durable{0};
    std::thread thread;
};

std::expected<std::unique_ptr<SqliteJournal>, std::string> SqliteJournal::open(const std::string& path, Post post,
                                                                               Later later) {
    auto database = open_database(path, journal_kind());
    if (!database) return std::unexpected(database.error());
    try {
        std::unique_ptr<SqliteJournal> journal(new SqliteJournal(nullptr));
        journal->parts_ =
            std::make_unique<Parts>(std::move(*database), std::move(post), std::move(later), journal.get());
        Parts& parts = *journal->parts_;
        parts.durable = last_seq(*parts.database);
        parts.thread = std::thread([&parts] { parts.run(); });
        return journal;
    } catch (const SQLite::Exception& error) {
        return std::unexpected(path + ": cannot be read: " + error.what());
    }
}

SqliteJournal::SqliteJournal(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

SqliteJournal::~SqliteJournal() {
    if (!parts_) return;
    *parts_->alive = false;
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->stop = true;
    }
    parts_->changed.notify_all();
    if (parts_->thread.joinable()) parts_->thread.join();
}

bool SqliteJournal::append(const Entry& entry) {
    bool sleeps = false;
    {
        const std::lock_guard lock(parts_->mutex);
        if (parts_->waiting.size() >= entries_waiting_max) return false;
        sleeps = parts_->waiting.empty();
        parts_->waiting.push_back({entry, steady::now()});
    }
    if (!sleeps) return true;
    parts_->later([told = parts_->alive, &parts = *parts_] {
        if (!*told) return;
        {
            const std::lock_guard lock(parts.mutex);
            parts.due = true;
        }
        parts.changed.notify_all();
    });
    return true;
}

std::uint64_t SqliteJournal::durable() const { return parts_->durable; }

std::int64_t SqliteJournal::lag_ms() const {
    const std::lock_guard lock(parts_->mutex);
    if (parts_->waiting.empty()) return 0;
    return std::chrono::duration_cast<std::chrono::milliseconds>(steady::now() - parts_->waiting.front().since).count();
}

std::optional<std::string> SqliteJournal::fault() const {
    const std::lock_guard lock(parts_->mutex);
    return parts_->fault;
}

void SqliteJournal::Parts::run() {
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [this] { return stop || (due && !waiting.empty()); });
        if (waiting.empty()) return;
        const auto count = static_cast<std::ptrdiff_t>(std::min(waiting.size(), entries_a_commit_max));
        const std::deque<Waiting> batch(waiting.begin(), waiting.begin() + count);
        lock.unlock();
        const bool written = write(batch);
        lock.lock();
        if (!written) {
            if (stop) return;  // what could not be written stays in the raw capture
            changed.wait_for(lock, retry_after, [this] { return stop; });
            continue;
        }
        waiting.erase(waiting.begin(), waiting.begin() + count);
        due = !waiting.empty();
        fault.reset();
        durable = batch.back().entry.seq;
        changed.notify_all();
        post([told = alive, journal = owner] {
            if (*told && journal->on_durable) journal->on_durable();
        });
        if (due) changed.wait_for(lock, gather, [this] { return stop; });
    }
}

bool SqliteJournal::Parts::write(const std::deque<Waiting>& batch) {
    try {
        writer.commit(*database, batch);
        return true;
    } catch (const SQLite::Exception& error) {
        const std::lock_guard lock(mutex);
        fault = error.what();
        return false;
    }
}

}  // namespace chicane::sessions::journal
