// Results of sessions that race control has forgotten, read from the journal and replayed on a thread of their own, one at a time: 24
// hours of 60 karts over three loops (259,200 passings) take 0.6 s of a processor, and neither the timing nor the web thread waits for
// it. Asked on the web thread.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstddef>
#include <deque>
#include <functional>
#include <string>

#include "web/api/ports.hpp"

namespace chicane::web::host {

inline constexpr int past_waiting_max = 8;  ///< more askers at once are told `busy`
/// So many are kept, without their passings: who shares a result has it read once. Nothing corrects what race control has forgotten.
inline constexpr std::size_t past_kept_max = 8;

class PastResults {
  public:
    explicit PastResults(boost::asio::io_context& web) : web_(web) {}
    ~PastResults();
    PastResults(const PastResults&) = delete;
    PastResults& operator=(const PastResults&) = delete;

    void open(std::string journal) { journal_ = std::move(journal); }
    /// `done` is called on the web thread; false where too many wait.
    bool ask(const std::string& session, bool with_passings, std::function<void(const api::PastResult&)> done);

    std::function<void(const std::string& why)> on_fault;  ///< the journal could not be read

  private:
    struct Kept {
        std::string session;
        api::PastResult result;
    };
    void keep(Kept result);

    boost::asio::io_context& web_;
    std::string journal_;
    int waiting_ = 0;
    std::deque<Kept> kept_;  ///< newest last
    boost::asio::thread_pool reader_{1};
};

}  // namespace chicane::web::host
