// What every route stands on: the store's two queues, the timing thread, the calendar; with idempotency and `busy` in one place.
// Lives on the web thread; answers come back to it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <utility>

#include "centre/store/claims_table.hpp"
#include "centre/store/customer_search.hpp"
#include "web/api/calendar.hpp"
#include "web/api/call.hpp"
#include "web/api/ports.hpp"
#include "web/api/race.hpp"

namespace chicane::web::api {

class Service {
  public:
    explicit Service(Ports ports);

    /// Answers with what `work` makes of the database, on the reader's thread.
    void read(const CallPtr& call, const http::Reply& reply,
              std::function<http::Response(centre::store::Connection&)> work);

    /// Answers with what `work` made, on the writer's thread, once it is on disk; a status of 400 or more undoes it. With an
    /// Idempotency-Key the first answer is kept and given again. `then` is called instead of the reply with an answer below 400.
    void write(const CallPtr& call, const http::Reply& reply,
               std::function<http::Response(centre::store::Connection&)> work,
               std::function<void(http::Response)> then = {});

    /// For what is done elsewhere than in the store: gives the answer again that the call's key got; else `then` does the deed and keeps
    /// its answer by write(). While it does, another call of that key is told `busy`. If the server dies between the deed and its
    /// answer, it may be done twice, never not at all.
    void unless_answered(const CallPtr& call, const http::Reply& reply, std::function<void(http::Reply)> then);

    /// Answers with a refusal that came after the write, and takes the answer back that was kept for the call's key.
    void refuse_written(const CallPtr& call, const http::Reply& reply, http::Response refusal);

    /// Brings a copy of race control's state to the web thread.
    void with_race(const CallPtr& call, const http::Reply& reply, std::function<void(RacePtr)> then);

    /// Runs `question` on the timing thread; `busy` where too many wait.
    void ask(const CallPtr& call, const http::Reply& reply,
             std::function<void(sessions::conductor::Conductor&)> question);
    /// One command; `then` gets its outcome on the web thread.
    void command(const CallPtr& call, const http::Reply& reply, sessions::conductor::Ask ask, bool dry_run,
                 std::function<void(sessions::conductor::Outcome)> then, std::string why = {});

    /// Sends a session as it is now to race control, where it is known there; then `then`. A refusal is answered.
    void restage(const CallPtr& call, const http::Reply& reply, std::int64_t session, std::function<void()> then);

    const Ports& ports() const { return ports_; }
    const Calendar& calendar() const { return calendar_; }
    centre::store::DayOf day_of() const;
    centre::store::Day today(std::int64_t now_us) const;
    const TrackFacts* track(std::string_view id) const;
    /// All devices as they are now; on the web thread.
    std::vector<sessions::conductor::DeviceHealth> devices_now() const;

  private:
    Ports ports_;
    Calendar calendar_;
    std::set<std::pair<std::string, std::string>> doing_;  ///< who and key, of unless_answered()
};

/// The answer that the call's key got before; nothing was done.
bool is_replayed(const http::Response& answer);

/// A POST that creates needs an Idempotency-Key; the refusal of one without.
std::optional<http::Response> key_missing(const Call& call);

bool is_dry_run(const Call& call);

}  // namespace chicane::web::api
