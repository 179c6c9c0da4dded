// What the journal's sessions came to, as rows: a mirror that is written anew when a session ends or its result is corrected. Points, records and
// ratings are made of it, and of nothing else. On the writer's or a reader's thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "centre/store/connection.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t records_listed_max = 50;
inline constexpr std::size_t day_results_max = 20'000;  ///< of all tracks: every seat of a session every four minutes

struct ResultRow {
    std::int64_t seat = 0;
    std::int64_t at_us = 0;  ///< of the session's start
    int position = 0;
    std::string status;       ///< timing's word: finished, dnf, dsq …
    bool classified = false;  ///< has run, enough of it, and is ranked
    int grid = 0;             ///< from 1
    int laps = 0;
    std::optional<std::int64_t> best_us = std::nullopt;
    std::optional<std::int64_t> median_us = std::nullopt;
    std::optional<std::int64_t> kart = std::nullopt;
    std::string kart_class;
    friend bool operator==(const ResultRow&, const ResultRow&) = default;
};

/// Writes a session's rows anew, with the start that was known first; whether anything is another than before. Seats that are not there are left out: race control may know more.
bool keep_results(Connection& db, std::int64_t session, const std::vector<ResultRow>& rows);
/// In order of position.
std::vector<ResultRow> results_of(Connection& db, std::int64_t session);

/// A result with what the day's rating must know.
struct RatedRow {
    ResultRow result;
    std::int64_t session = 0;
    std::string track;
    std::optional<std::int64_t> customer;
    std::optional<std::int64_t> entry;  ///< of a meeting
};
/// [from, until) by start; by session, then position.
std::vector<RatedRow> results_between(Connection& db, std::int64_t from_us, std::int64_t until_us);

struct RecordAsk {
    std::string track;
    std::optional<std::string> kart_class;
    std::optional<std::string> category;  ///< the class of an entry in a meeting
    std::int64_t from_us = 0;
    std::int64_t until_us = 0;
    std::size_t count = 10;
};
struct RecordRow {
    std::int64_t seat = 0;
    std::int64_t session = 0;
    std::int64_t at_us = 0;
    std::int64_t best_us = 0;
    std::optional<std::int64_t> kart;
    std::string kart_class;
    std::string category;
    std::optional<std::int64_t> customer;
};
/// The best lap of each person, the fastest first; of equal ones who drove it first. Who was disqualified, or only a guest, sets none.
std::vector<RecordRow> records(Connection& db, const RecordAsk& ask);

}  // namespace chicane::centre::store
