// Simulated time, and what is due in it: first by time, then in the order in which it was put down.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <utility>

namespace chicane::simulation {

class Agenda {
  public:
    explicit Agenda(std::int64_t now_us) : now_us_(now_us) {}

    std::int64_t now_us() const { return now_us_; }
    void at(std::int64_t time_us, std::function<void()> what) {
        due_.emplace(std::max(time_us, now_us_), std::move(what));
    }
    std::int64_t next_us() const {
        return due_.empty() ? std::numeric_limits<std::int64_t>::max() : due_.begin()->first;
    }
    void move_to(std::int64_t time_us) { now_us_ = std::max(now_us_, time_us); }
    /// The first that is due by now; false: nothing is.
    bool run_one() {
        if (next_us() > now_us_) return false;
        const auto first = due_.extract(due_.begin());
        first.mapped()();
        return true;
    }

  private:
    std::int64_t now_us_;
    std::multimap<std::int64_t, std::function<void()>> due_;
};

}  // namespace chicane::simulation
