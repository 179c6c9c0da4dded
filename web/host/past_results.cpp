#include "web/host/past_results.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>

#include "sessions/journal/journal.hpp"

namespace chicane::web::host {

PastResults::~PastResults() {
    reader_.stop();  // what waits is asked in vain; what is being read ends first
    reader_.join();
}

bool PastResults::ask(const std::string& session, bool with_passings,
                      std::function<void(const api::PastResult&)> done) {
    const auto kept = std::ranges::find(kept_, session, &Kept::session);
    if (!with_passings && kept != kept_.end()) {
        done(kept->result);
        return true;
    }
    if (waiting_ >= past_waiting_max) return false;
    ++waiting_;
    boost::asio::post(reader_, [this, journal = journal_, session, with_passings, done = std::move(done)] {
        auto past = sessions::journal::past_result(journal, session, with_passings);
        boost::asio::post(web_, [this, session, with_passings, done, past = std::move(past)] {
            --waiting_;
            if (!with_passings && past && *past) keep({session, past});
            if (!past && on_fault) on_fault(past.error());
            done(past);
        });
    });
    return true;
}

void PastResults::keep(Kept result) {
    kept_.push_back(std::move(result));
    if (kept_.size() > past_kept_max) kept_.pop_front();
}

}  // namespace chicane::web::host
