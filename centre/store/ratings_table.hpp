// Ratings of drivers and karts at the end of each day on which they drove, as rows: docs/ratings.md. On the writer's or a reader's thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "centre/store/connection.hpp"
#include "sessions/meetings/rating.hpp"

namespace chicane::centre::store {

enum class Rated { driver, kart };

/// Whom a rating is of. Tracks and classes of karts do not meet.
struct RatedOf {
    std::string track;
    std::string kart_class;
    Rated kind = Rated::driver;
    std::int64_t who = 0;  ///< a customer, or a kart
    friend auto operator<=>(const RatedOf&, const RatedOf&) = default;
};

struct RatingRow {
    RatedOf of;
    int day = 0;     ///< since 1970, by the centre's clock: the last on which he drove
    int drives = 0;  ///< sessions, ever
    sessions::meetings::Rating rating;
};

/// The last one before a day; nothing for who is new.
std::optional<RatingRow> rating_before(Connection& db, const RatedOf& of, int day);
/// All karts of a class as they were before a day.
std::vector<RatingRow> kart_ratings_before(Connection& db, const std::string& track, const std::string& kart_class,
                                           int day);
void put_rating(Connection& db, const RatingRow& row);
/// A day and what came after it is to be rated anew.
void forget_ratings_from(Connection& db, int day);

/// The newest of each, the surest strongest first (points − 2·deviation).
std::vector<RatingRow> ratings_listed(Connection& db, const std::string& track, Rated kind, std::size_t count);

/// Laps of each kart since a moment.
std::map<std::int64_t, std::int32_t> kart_laps_since(Connection& db, std::int64_t from_us);

}  // namespace chicane::centre::store
