#include "web/api/rating_days.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "centre/store/results_table.hpp"
#include "sessions/meetings/kart_pace.hpp"
#include "sessions/meetings/limits.hpp"

namespace chicane::web::api {
namespace {

namespace meetings = sessions::meetings;
using centre::store::Connection;
using centre::store::Rated;
using centre::store::RatedOf;
using centre::store::RatedRow;
using centre::store::RatingRow;

constexpr std::int64_t day_us = 86'400'000'000;
constexpr std::int64_t form_us = 14 * day_us;  ///< front-desk: days whose laps tell a kart's pace
constexpr int rested_days_max = 366;           ///< after a year nobody is less certain than when new

// Who is no customer is somebody for a day: the same through a meeting, else for one session. He tells of his kart, and is not kept.
constexpr std::uint32_t entries_from = 0x8000'0000;
constexpr std::uint32_t seats_from = 0xC000'0000;

meetings::ScorerId scorer_of(const RatedRow& row) {
    if (row.customer) return {static_cast<std::uint32_t>(*row.customer)};
    if (row.entry) return {entries_from + static_cast<std::uint32_t>(*row.entry)};
    return {seats_from + static_cast<std::uint32_t>(row.result.seat)};
}

/// A track's karts of one class.
using Field = std::pair<std::string, std::string>;
using Fields = std::map<Field, std::vector<RatedRow>>;

Fields fields_of(Connection& db, std::int64_t from_us, std::int64_t until_us) {
    Fields fields;
    for (RatedRow& row : centre::store::results_between(db, from_us, until_us))
        if (row.result.kart && row.result.laps > 0)
            fields[{row.track, row.result.kart_class}].push_back(std::move(row));
    return fields;
}

std::vector<meetings::RatedHeat> heats_of(const std::vector<RatedRow>& rows) {
    std::vector<meetings::RatedHeat> heats;
    std::int64_t session = 0;
    for (const RatedRow& row : rows) {
        if (std::exchange(session, row.session) != row.session) heats.emplace_back();
        heats.back().push_back({scorer_of(row), timing::KartId{static_cast<std::uint32_t>(*row.result.kart)},
                                static_cast<std::size_t>(row.result.position), row.result.median_us});
    }
    return heats;
}

/// As it is when he drives again, after days without.
meetings::Rating now_of(const RatingRow& before, int day, const meetings::Rating& when_new) {
    meetings::Rating rating = before.rating;
    for (int rested = std::min(day - before.day - 1, rested_days_max); rested > 0; --rested)
        rating = meetings::rested(rating, when_new);
    return rating;
}

void rate_field(Connection& db, int day, const Field& field, const std::vector<RatedRow>& rows) {
    const meetings::RatingRules rules;
    const auto& [track, kart_class] = field;
    meetings::RatingBook book;
    std::map<RatedOf, int> drives;
    for (const RatingRow& row : centre::store::kart_ratings_before(db, track, kart_class, day)) {
        book.karts[{static_cast<std::uint32_t>(row.of.who)}] = now_of(row, day, rules.new_kart);
        drives[row.of] = row.drives;
    }
    for (const RatedRow& row : rows) {
        ++drives[{track, kart_class, Rated::kart, *row.result.kart}];
        if (!row.customer) continue;
        const RatedOf of{track, kart_class, Rated::driver, *row.customer};
        if (++drives[of] > 1) continue;  // his second today
        if (const auto before = centre::store::rating_before(db, of, day)) {
            drives[of] += before->drives;
            book.drivers[scorer_of(row)] = now_of(*before, day, rules.new_driver);
        }
    }
    const auto heats = heats_of(rows);
    for (std::size_t from = 0; from < heats.size(); from += meetings::runs_max)
        book = meetings::rate(book, std::span(heats).subspan(from, std::min(meetings::runs_max, heats.size() - from)),
                              rules);
    for (const auto& [of, count] : drives) {
        const auto who = static_cast<std::uint32_t>(of.who);
        const bool is_kart = of.kind == Rated::kart;
        const auto rating = is_kart ? book.karts.find(timing::KartId{who}) : book.karts.end();
        if (is_kart && rating != book.karts.end()) centre::store::put_rating(db, {of, day, count, rating->second});
        const auto driver = book.drivers.find(meetings::ScorerId{who});
        if (!is_kart && driver != book.drivers.end()) centre::store::put_rating(db, {of, day, count, driver->second});
    }
}

}  // namespace

void rate_days(Connection& db, const Calendar& calendar, std::int64_t from_us, std::int64_t until_us) {
    centre::store::forget_ratings_from(db, calendar.day_of(from_us));
    for (std::int64_t at_us = from_us; calendar.day_of(at_us) <= calendar.day_of(until_us);) {
        const auto date = calendar.date_of(at_us);
        const std::int64_t end_us = calendar.end_us(date);
        for (const auto& [field, rows] : fields_of(db, calendar.begin_us(date), end_us))
            rate_field(db, calendar.day_of(at_us), field, rows);
        at_us = end_us;
    }
}

std::map<std::int64_t, std::int64_t> kart_paces_ms(Connection& db, const std::string& track, std::int64_t now_us) {
    const auto laps = centre::store::kart_laps_since(db, now_us - form_us);
    std::map<std::string, meetings::KartClass> classes;
    std::vector<meetings::KartForm> forms;
    for (const RatingRow& row : centre::store::ratings_listed(db, track, Rated::kart, meetings::karts_max)) {
        const auto driven = laps.find(row.of.who);
        const auto kart_class = classes.emplace(row.of.kart_class, static_cast<meetings::KartClass>(classes.size()));
        forms.push_back({timing::KartId{static_cast<std::uint32_t>(row.of.who)}, kart_class.first->second,
                         meetings::pace_ms(row.rating, {}), driven == laps.end() ? 0 : driven->second});
    }
    std::map<std::int64_t, std::int64_t> paces;
    for (const auto& pace : meetings::paces(forms)) paces[pace.id.value] = pace.pace_ms;
    return paces;
}

}  // namespace chicane::web::api
