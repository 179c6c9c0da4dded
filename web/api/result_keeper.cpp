#include "web/api/result_keeper.hpp"

#include <algorithm>
#include <utility>

#include "timing/words.hpp"
#include "web/api/answer.hpp"
#include "web/api/rating_days.hpp"
#include "web/api/wire_id.hpp"

namespace chicane::web::api {
namespace {

using centre::store::Connection;
using centre::store::ResultRow;
using sessions::conductor::Conductor;
using sessions::conductor::SessionView;

std::optional<std::int64_t> median_lap_us(const sessions::Result& result, timing::EntrantId who) {
    std::vector<std::int64_t> laps;
    for (const sessions::ResultLap& lap : result.laps)
        if (lap.entrant == who) laps.push_back(lap.time_us);
    if (laps.empty()) return std::nullopt;
    const auto middle = laps.begin() + static_cast<std::ptrdiff_t>((laps.size() - 1) / 2);
    std::ranges::nth_element(laps, middle);
    return *middle;
}

ResultRow row_of(const sessions::Result& result, const sessions::ClassifiedRow& line, const sessions::Setup& setup,
                 const std::vector<sessions::conductor::Kart>& karts) {
    ResultRow row;
    row.seat = line.entrant.value;
    row.position = line.position;
    row.status = std::string(timing::word(line.status));
    row.classified = line.classified;
    row.laps = line.laps;
    row.best_us = line.best_us;
    row.median_us = median_lap_us(result, line.entrant);
    const auto entrant = std::ranges::find(setup.entrants, line.entrant, &sessions::EntrantSetup::id);
    if (entrant == setup.entrants.end()) return row;
    row.grid = static_cast<int>(entrant - setup.entrants.begin()) + 1;
    if (!entrant->kart) return row;
    row.kart = entrant->kart->value;
    const auto kart = std::ranges::find(karts, *entrant->kart, &sessions::conductor::Kart::id);
    if (kart != karts.end()) row.kart_class = kart->class_name;
    return row;
}

/// Nothing while it is still driven.
std::vector<ResultRow> rows_of(const Conductor& conductor, const std::string& session, std::int64_t at_us) {
    std::vector<ResultRow> rows;
    const auto result = conductor.result(session, false);
    const auto view = conductor.session(session);
    if (!result || !view || result->state != timing::SessionState::finished) return rows;
    const auto karts = conductor.karts();
    for (const sessions::ClassifiedRow& line : result->classification) {
        rows.push_back(row_of(*result, line, view->setup, karts));
        rows.back().at_us = at_us;
    }
    return rows;
}

struct Begun {
    std::uint64_t seq = 0;
    std::vector<std::string> started;
    std::vector<std::string> others;  ///< among them those that were aborted
};

Begun begun_of(const Conductor& conductor) {
    Begun begun{conductor.last_seq(), {}, {}};
    for (const auto& life : conductor.lives())
        if (parse_id(session_prefix, life.session))
            (life.started_at ? begun.started : begun.others).push_back(life.session);
    return begun;
}

std::int64_t start_us_of(const Conductor& conductor, const std::string& session) {
    for (const auto& life : conductor.lives())
        if (life.session == session && life.started_at) return life.started_at->us;
    return 0;
}

}  // namespace

void ResultKeeper::before(const CallPtr& call, const http::Reply& reply, std::function<void()> then) {
    refresh([call, reply, then = std::move(then)](bool done) { done ? then() : reply(busy(*call)); });
}

void ResultKeeper::refresh(std::function<void(bool)> then) {
    if (waiting_.size() >= waiting_max) return then(false);
    waiting_.push_back(std::move(then));
    if (serving_.empty()) begin();
}

void ResultKeeper::begin() {
    serving_ = std::exchange(waiting_, {});
    const bool asked = service_.ports().ask_timing([this](const Conductor& conductor) {
        service_.ports().post([this, begun = begun_of(conductor)] {
            if (begun.seq == seen_seq_) return finish(true);
            reading_seq_ = begun.seq;
            left_ = begun.started;
            // What was over and was aborted since has no result any more.
            for (const std::string& session : begun.others)
                if (known_.contains(session)) left_.push_back(session);
            std::erase_if(known_,
                          [&](const auto& known) { return std::ranges::find(left_, known.first) == left_.end(); });
            read_next();
        });
    });
    if (!asked) finish(false);
}

// A question a session: between two of them the timing thread takes what passed.
void ResultKeeper::read_next() {
    if (left_.empty()) return write();
    const std::string session = left_.back();
    left_.pop_back();
    const bool asked = service_.ports().ask_timing([this, session](const Conductor& conductor) {
        service_.ports().post(
            [this, session, rows = rows_of(conductor, session, start_us_of(conductor, session))]() mutable {
                const Rows before = known_.contains(session) ? known_.at(session) : Rows{};
                // The start moves by milliseconds with what is learnt of the clocks: it is kept as it was known first.
                if (!before.empty())
                    for (ResultRow& row : rows) row.at_us = before.front().at_us;
                if (rows != before) {
                    const std::int64_t at_us = rows.empty() ? before.front().at_us : rows.front().at_us;
                    changed_.push_back({parse_id(session_prefix, session).value_or(0), at_us, rows});
                }
                read_next();
            });
    });
    if (!asked) finish(false);
}

void ResultKeeper::write() {
    if (changed_.empty()) return finish(true);
    const auto work = [this, changed = changed_](Connection& db) {
        std::int64_t from_us = 0, until_us = 0;
        for (const Kept& each : changed) {
            if (!centre::store::keep_results(db, each.session, each.rows)) continue;
            from_us = from_us == 0 ? each.at_us : std::min(from_us, each.at_us);
            until_us = std::max(until_us, each.at_us);
        }
        // Those rated after a corrected day are rated by it.
        if (from_us != 0) rate_days(db, service_.calendar(), from_us, std::max(until_us, service_.ports().now_us()));
        return centre::store::Verdict::keep;
    };
    const bool taken = service_.ports().store.write(work, [this](centre::store::Ending ending) {
        if (ending == centre::store::Ending::failed) return finish(false);
        for (const Kept& each : changed_) known_[wire_id(session_prefix, each.session)] = each.rows;
        finish(true);
    });
    if (!taken) finish(false);
}

void ResultKeeper::finish(bool done) {
    if (done && reading_seq_ != 0) seen_seq_ = reading_seq_;
    changed_.clear();
    left_.clear();
    const auto served = std::exchange(serving_, {});
    // Who asked meanwhile may ask for what came after this was begun.
    if (!waiting_.empty()) begin();
    for (const auto& then : served) then(done);
}

}  // namespace chicane::web::api
