#include "centre/staff/password_worker.hpp"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "centre/staff/password.hpp"

namespace chicane::centre::staff {

struct PasswordWorker::Queue {
    std::mutex mutex;
    std::condition_variable_any something;
    std::deque<std::function<void()>> jobs;
    std::jthread thread;  // last: it must not outlive what it uses

    bool add(std::function<void()> job) {
        const std::scoped_lock lock(mutex);
        if (jobs.size() >= password_queue_max) return false;
        jobs.push_back(std::move(job));
        something.notify_one();
        return true;
    }

    void run(const std::stop_token& stop) {
        while (true) {
            std::function<void()> job;
            {
                std::unique_lock lock(mutex);
                if (!something.wait(lock, stop, [&] { return !jobs.empty(); }) || stop.stop_requested()) return;
                job = std::move(jobs.front());
                jobs.pop_front();
            }
            job();
        }
    }
};

PasswordWorker::PasswordWorker() : queue_(std::make_unique<Queue>()) {
    queue_->thread = std::jthread([queue = queue_.get()](const std::stop_token& stop) { queue->run(stop); });
}

PasswordWorker::~PasswordWorker() = default;

bool PasswordWorker::verify(std::string hash, std::string password, std::function<void(bool)> done) {
    return queue_->add([hash = std::move(hash), password = std::move(password), done = std::move(done)] {
        // An account that does not exist must cost what a wrong password costs, or the time tells which names exist.
        if (hash.empty()) {
            hash_password(password);
            return done(false);
        }
        done(matches_hash(hash, password));
    });
}

bool PasswordWorker::hash(std::string password, std::function<void(std::string)> done) {
    return queue_->add([password = std::move(password), done = std::move(done)] { done(hash_password(password)); });
}

}  // namespace chicane::centre::staff
