// Keeps the store's results in step with race control: read at a session's end, and before an answer that is made of them, so that a correction
// follows by itself. Only what changed is written, and the days concerned are rated anew. On the web thread.
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "centre/store/results_table.hpp"
#include "web/api/service.hpp"

namespace chicane::web::api {

class ResultKeeper {
  public:
    explicit ResultKeeper(Service& service) : service_(service) {}
    ResultKeeper(const ResultKeeper&) = delete;
    ResultKeeper& operator=(const ResultKeeper&) = delete;

    /// `then` is told whether the store has everything now; false: somebody was too busy, or the disk refused.
    void refresh(std::function<void(bool)> then);
    /// Refreshes, then goes on; `busy` else.
    void before(const CallPtr& call, const http::Reply& reply, std::function<void()> then);

  private:
    using Rows = std::vector<centre::store::ResultRow>;
    struct Kept {
        std::int64_t session = 0;
        std::int64_t at_us = 0;
        Rows rows;
    };
    void begin();
    void read_next();
    void write();
    void finish(bool done);

    static constexpr std::size_t waiting_max = 256;  ///< as many as the store's queues take

    Service& service_;
    std::vector<std::function<void(bool)>> serving_;  ///< by what is being read; none: nothing is
    std::vector<std::function<void(bool)>> waiting_;  ///< who came since
    std::vector<std::string> left_;                   ///< sessions still to be read
    std::vector<Kept> changed_;
    std::map<std::string, Rows> known_;  ///< of what race control remembers
    std::uint64_t seen_seq_ = 0;         ///< of the journal, when all was read last
    std::uint64_t reading_seq_ = 0;
};

}  // namespace chicane::web::api
