#include "centre/store/store.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "centre/store/migrations.hpp"

namespace chicane::centre::store {

// A queue and the thread that empties it, a group at a time.
struct Store::Worker {
    struct Job {
        Write work;
        std::function<void(Ending)> done;
        Ending ending = Ending::failed;
    };

    Worker(std::unique_ptr<Connection> given, bool writes, std::size_t queue_max, Post given_post)
        : connection(std::move(given)), is_writer(writes), jobs_max(queue_max), post(std::move(given_post)) {
        thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    bool add(Write work, std::function<void(Ending)> done) {
        const std::scoped_lock lock(mutex);
        if (jobs.size() >= jobs_max) return false;
        jobs.push_back({std::move(work), std::move(done)});
        something.notify_one();
        return true;
    }

    void run(const std::stop_token& stop) {
        while (true) {
            std::vector<Job> group;
            {
                std::unique_lock lock(mutex);
                if (!something.wait(lock, stop, [&] { return !jobs.empty(); })) return;
                while (!jobs.empty() && group.size() < group_max) {
                    group.push_back(std::move(jobs.front()));
                    jobs.pop_front();
                }
            }
            is_writer ? write_group(group) : read_group(group);
            for (Job& job : group) post([done = std::move(job.done), ending = job.ending] { done(ending); });
        }
    }

    void read_group(std::vector<Job>& group) {
        for (Job& job : group) {
            try {
                job.work(*connection);
                job.ending = Ending::kept;
            } catch (const SqlFault&) {
                job.ending = Ending::failed;
            }
        }
    }

    void write_group(std::vector<Job>& group) {
        try {
            connection->script("BEGIN IMMEDIATE");
            for (Job& job : group) write_one(job);
            connection->script("COMMIT");
        } catch (const SqlFault&) {
            // Nothing of the group is on disk, so nobody is told that it is.
            for (Job& job : group) job.ending = Ending::failed;
            roll_back("ROLLBACK");
        }
    }

    void write_one(Job& job) {
        connection->script("SAVEPOINT command");
        try {
            job.ending = job.work(*connection) == Verdict::keep ? Ending::kept : Ending::undone;
        } catch (const SqlFault&) {
            job.ending = Ending::failed;
        }
        if (job.ending != Ending::kept) connection->script("ROLLBACK TO command");
        connection->script("RELEASE command");
    }

    // A full disk may have ended the transaction by itself; then there is nothing left to roll back.
    void roll_back(const char* sql) {
        try {
            connection->script(sql);
        } catch (const SqlFault&) {
        }
    }

    std::unique_ptr<Connection> connection;
    const bool is_writer;
    const std::size_t jobs_max;
    Post post;
    std::mutex mutex;
    std::condition_variable_any something;
    std::deque<Job> jobs;
    std::jthread thread;  // last: it must not outlive what it uses
};

std::expected<std::unique_ptr<Connection>, std::string> open_centre(const std::string& path) {
    auto connection = Connection::open(path, Mode::read_write);
    if (!connection) return connection;
    if (auto migrated = migrate(**connection, path, all_migrations()); !migrated)
        return std::unexpected(migrated.error());
    try {
        (*connection)->script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
        // Who has read the log of changes folds it in when it closes; one that only read-only connections have read stays behind.
        (*connection)->script("SELECT count(*) FROM sqlite_master");
    } catch (const SqlFault& fault) {
        return std::unexpected(path + ": cannot be written: " + fault.what());
    }
    return connection;
}

Store::Store(std::string path, std::unique_ptr<Worker> writer, std::unique_ptr<Worker> reader)
    : path_(std::move(path)), writer_(std::move(writer)), reader_(std::move(reader)) {}

Store::~Store() = default;

std::expected<std::unique_ptr<Connection>, std::string> Store::connect() const {
    return Connection::open(path_, Mode::read_only);
}

std::expected<std::unique_ptr<Store>, std::string> Store::open(const std::string& path, Post post) {
    auto writes = open_centre(path);
    if (!writes) return std::unexpected(writes.error());
    auto reads = Connection::open(path, Mode::read_only);
    if (!reads) return std::unexpected(reads.error());
    return std::unique_ptr<Store>(new Store(path,
                                            std::make_unique<Worker>(std::move(*writes), true, write_queue_max, post),
                                            std::make_unique<Worker>(std::move(*reads), false, read_queue_max, post)));
}

bool Store::write(Write work, std::function<void(Ending)> done) {
    return writer_->add(std::move(work), std::move(done));
}

bool Store::read(Read work, std::function<void(Ending)> done) {
    return reader_->add(
        [work = std::move(work)](Connection& connection) {
            work(connection);
            return Verdict::keep;
        },
        std::move(done));
}

}  // namespace chicane::centre::store
