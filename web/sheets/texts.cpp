#include "web/sheets/texts.hpp"

#include <array>
#include <chrono>

namespace chicane::web::sheets {
namespace {

constexpr std::int64_t ms_us = 1'000;
constexpr std::int64_t second_us = 1'000'000;
constexpr std::string_view no_break = "\u00a0";

std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    return text;
}

using Names7 = std::array<std::string_view, 7>;
using Names12 = std::array<std::string_view, 12>;
constexpr Names7 days_fr{"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"};
constexpr Names7 days_en{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr Names12 months_fr{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr Names12 months_en{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

std::string minutes_text(std::int64_t us) {
    const std::int64_t s = us / second_us;
    if (s % 3600 == 0) return std::to_string(s / 3600) + std::string(no_break) + "h";
    if (s % 60 == 0) return std::to_string(s / 60) + std::string(no_break) + "min";
    return std::to_string(s) + std::string(no_break) + "s";
}

/// `5`, `2.5`: what a penalty in microseconds comes to.
std::string seconds_text(std::int64_t us) {
    std::string text = std::to_string(us / second_us);
    if (us % second_us != 0) text += "." + padded(us % second_us / ms_us, 3);
    return text + std::string(no_break) + "s";
}

std::string counted(std::int64_t count, std::string_view one, std::string_view more) {
    return std::to_string(count) + std::string(no_break) + std::string(count == 1 ? one : more);
}

}  // namespace

std::string time_text(std::optional<std::int64_t> us) {
    if (!us) return std::string(nothing);
    const std::int64_t ms = *us / ms_us;
    const std::int64_t s = ms / 1000;
    const std::string tail = "." + padded(ms % 1000, 3);
    if (s < 60) return std::to_string(s) + tail;
    if (s < 3600) return std::to_string(s / 60) + ":" + padded(s % 60, 2) + tail;
    return std::to_string(s / 3600) + ":" + padded(s / 60 % 60, 2) + ":" + padded(s % 60, 2) + tail;
}

std::string gap_text(const timing::Gap& gap, bool first, Language language) {
    if (first) return std::string(nothing);
    if (gap.us) return "+" + time_text(gap.us);
    if (gap.laps && *gap.laps > 0) return laps_text(*gap.laps, language);
    return std::string(nothing);
}

std::string speed_text(std::int64_t metres, std::optional<std::int64_t> us, Language language) {
    if (!us || *us <= 0 || metres <= 0) return std::string(nothing);
    const std::int64_t tenths = metres * 36 * second_us / *us;  // of a km/h
    return std::to_string(tenths / 10) + std::string(in(language, ",", ".")) + std::to_string(tenths % 10);
}

std::string date_text(std::int64_t at_us, std::int32_t utc_offset_s, Language language) {
    using namespace std::chrono;
    const sys_time<microseconds> local{microseconds{at_us} + seconds{utc_offset_s}};
    const auto day = floor<days>(local);
    const year_month_day date{day};
    const auto weekday_index = weekday{day}.c_encoding();
    const auto month_index = static_cast<unsigned>(date.month()) - 1;
    const bool fr = language == Language::fr;
    std::string text((fr ? days_fr : days_en)[weekday_index]);
    const auto number = static_cast<unsigned>(date.day());
    text += " " + (fr && number == 1 ? "1er" : std::to_string(number)) + " ";
    text += (fr ? months_fr : months_en)[month_index];
    return text + " " + std::to_string(static_cast<int>(date.year()));
}

std::string clock_text(std::int64_t at_us, std::int32_t utc_offset_s, bool seconds) {
    const std::int64_t s = ((at_us / second_us + utc_offset_s) % 86'400 + 86'400) % 86'400;
    const std::string text = std::to_string(s / 3600) + ":" + padded(s / 60 % 60, 2);
    return seconds ? text + ":" + padded(s % 60, 2) : text;
}

std::string laps_text(std::int64_t laps, Language language) {
    return language == Language::fr ? counted(laps, "tour", "tours") : counted(laps, "lap", "laps");
}

std::string end_text(const timing::End& end, Language language) {
    const std::string laps = end.laps > 0 ? laps_text(end.laps, language) : "";
    std::string time = end.time_us > 0 ? minutes_text(end.time_us) : "";
    if (end.plus_laps > 0) time += " + " + laps_text(end.plus_laps, language);
    if (laps.empty() && time.empty()) return std::string(in(language, "fin par la direction", "ended by race control"));
    if (laps.empty() || time.empty()) return laps + time;
    const bool first = end.priority == timing::Priority::first;
    return laps + std::string(in(language, " ou ", " or ")) + time +
           std::string(first ? in(language, ", au premier", ", the first")
                             : in(language, ", au dernier", ", the last"));
}

std::string_view status_text(timing::RowState state, Language language) {
    switch (state) {
        case timing::RowState::running:
        case timing::RowState::in_pit:
        case timing::RowState::finished:
            return {};
        case timing::RowState::retired:
            return in(language, "abandon", "retired");
        case timing::RowState::dns:
            return in(language, "n’a pas pris le départ", "did not start");
        case timing::RowState::dnf:
            return in(language, "n’a pas terminé", "did not finish");
        case timing::RowState::dsq:
            return in(language, "disqualifié", "disqualified");
        case timing::RowState::dnq:
            return in(language, "non qualifié", "did not qualify");
        case timing::RowState::guest:
            return in(language, "hors classement", "out of ranking");
    }
    return {};
}

std::string penalty_text(timing::Penalty penalty, std::int64_t amount, bool served, Language language) {
    using timing::Penalty;
    const bool fr = language == Language::fr;
    const auto drive = [&](std::string_view word) {
        if (served) return std::string(word) + std::string(in(language, ", effectué", ", served"));
        return std::string(word) +
               (amount > 0 ? std::string(in(language, "\u00a0: +", ": +")) + seconds_text(amount) : "");
    };
    switch (penalty) {
        case Penalty::warning:
            return fr ? "avertissement" : "warning";
        case Penalty::time:
            return "+" + seconds_text(amount);
        case Penalty::laps:
            return "−" + laps_text(amount, language);
        case Penalty::places:
            return fr ? counted(amount, "place perdue", "places perdues")
                      : counted(amount, "place lost", "places lost");
        case Penalty::last_place:
            return fr ? "dernière place" : "last place";
        case Penalty::grid_places:
            return fr ? counted(amount, "place", "places") + " sur la prochaine grille"
                      : counted(amount, "place", "places") + " on the next grid";
        case Penalty::bests_deleted:
            return fr ? counted(amount, "meilleur tour annulé", "meilleurs tours annulés")
                      : counted(amount, "best lap deleted", "best laps deleted");
        case Penalty::stop_and_go:
            return drive(fr ? "arrêt aux stands" : "stop-and-go");
        case Penalty::drive_through:
            return drive(fr ? "passage par les stands" : "drive-through");
        case Penalty::disqualified:
            return fr ? "disqualification" : "disqualified";
        case Penalty::excluded:
            return fr ? "exclusion" : "excluded";
    }
    return {};
}

std::string decision_text(const sessions::DecisionMade& made, Language language) {
    const std::string penalty = penalty_text(made.penalty, made.amount, made.served, language);
    return made.provisional ? penalty + std::string(in(language, ", provisoire", ", provisional")) : penalty;
}

}  // namespace chicane::web::sheets
