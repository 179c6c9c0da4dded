#include "web/host/past_results.hpp"

#include <boost/asio/post.hpp>

#include "sessions/journal/journal.hpp"

namespace chicane::web::host {

PastResults::~PastResults() {
    reader_.stop();  // what waits is asked in vain; what is being read ends first
    reader_.join();
}

bool PastResults::ask(const std::string& session, bool with_passings,
                      std::function<void(const api::PastResult&)> done) {
    if (waiting_ >= past_waiting_max) return false;
    ++waiting_;
    boost::asio::post(reader_, [this, journal = journal_, session, with_passings, done = std::move(done)] {
        auto past = sessions::journal::past_result(journal, session, with_passings);
        boost::asio::post(web_, [this, done, past = std::move(past)] {
            --waiting_;
            if (!past && on_fault) on_fault(past.error());
            done(past);
        });
    });
    return true;
}

}  // namespace chicane::web::host
