#include "web/feed/rmonitor_records.hpp"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <vector>

#include "web/feed/ascii.hpp"

namespace chicane::web::feed {
namespace {

using timing::Board;
using timing::Flag;
using timing::Row;

// Longest strings of RMonitor v1.0.
constexpr std::size_t number_max = 5;
constexpr std::size_t first_name_max = 9;
constexpr std::size_t last_name_max = 30;
constexpr std::size_t run_name_max = 40;
constexpr std::size_t track_name_max = 40;

constexpr std::int32_t laps_unlimited = 9999;  ///< a session that laps do not end
constexpr std::uint32_t unentered_first = 1'000'000'000;
constexpr std::int32_t only_class = 1;
constexpr std::int32_t only_run = 1;

/// `HH:MM:SS.DDD`, cut, never rounded.
std::string with_ms(std::optional<std::int64_t> time_us) {
    const std::int64_t ms = std::max<std::int64_t>(time_us.value_or(0), 0) / 1000;
    return fmt::format("{:02}:{:02}:{:02}.{:03}", ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

/// `HH:MM:SS`.
std::string with_s(std::int64_t time_us) {
    const std::int64_t s = std::max<std::int64_t>(time_us, 0) / 1'000'000;
    return fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

std::int64_t second_of_day(LocalClock clock) {
    constexpr std::int64_t day_s = 86'400;
    const std::int64_t s = clock.unix_ms / 1000 + clock.utc_offset_s;
    return ((s % day_s) + day_s) % day_s;
}

/// The key of a row: at most 8 characters, so ids of tags that nobody entered are shortened.
std::string key_of(const Row& row) {
    return row.id.value >= unentered_first ? fmt::format("T{}", row.id.value - unentered_first)
                                           : fmt::format("{}", row.id.value);
}

std::string_view flag_word(Flag flag) {
    switch (flag) {
        case Flag::none:
            return "      ";
        case Flag::green:
            return "Green ";
        case Flag::last_lap:
            return "Green ";
        case Flag::yellow:
            return "Yellow";
        case Flag::slow:
            return "Yellow";
        case Flag::red:
            return "Red   ";
        case Flag::chequered:
            return "Finish";
    }
    return "      ";
}

std::string competitor(const Row& row) {
    const auto blank = row.name.find(' ');
    const std::string first = rmonitor_text(row.name.substr(0, blank), first_name_max);
    const std::string last = blank == std::string::npos ? "" : rmonitor_text(row.name.substr(blank + 1), last_name_max);
    const std::string number = rmonitor_text(row.number, number_max);
    return fmt::format(
        "$A,\"{0}\",\"{1}\",{2},\"{3}\",\"{4}\",\"\",{5}\r\n$COMP,\"{0}\",\"{1}\",{5},\"{3}\",\"{4}\",\"\",\"\"\r\n",
        key_of(row), number, row.transponder ? row.transponder->value : 0, first, last, only_class);
}

std::string race_place(const Row& row) {
    const std::string laps = row.laps > 0 ? std::to_string(row.laps) : "";
    return fmt::format("$G,{},\"{}\",{},\"{}\"\r\n", row.position, key_of(row), laps, with_ms(row.total_us));
}

std::string best_place(const Row& row, std::int32_t position) {
    return fmt::format("$H,{},\"{}\",{},\"{}\"\r\n", position, key_of(row), row.best_lap.value_or(0),
                       with_ms(row.best_us));
}

/// Rows in order of their best laps, as $H counts positions whatever the session ranks by.
std::vector<const Row*> by_best_lap(const Board& board) {
    std::vector<const Row*> rows;
    rows.reserve(board.rows.size());
    for (const Row& row : board.rows) rows.push_back(&row);
    if (board.session && board.session->rank == timing::Ranking::best_lap) return rows;
    std::ranges::stable_sort(rows, [](const Row* a, const Row* b) {
        if (!a->best_us || !b->best_us) return a->best_us.has_value() && !b->best_us;
        return *a->best_us / 1000 < *b->best_us / 1000;
    });
    return rows;
}

std::string best_places(const Board& before, const Board& after) {
    const auto old_order = by_best_lap(before);
    const auto order = by_best_lap(after);
    std::string text;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const bool same = place < old_order.size() && old_order[place]->id == order[place]->id &&
                          old_order[place]->best_us == order[place]->best_us &&
                          old_order[place]->best_lap == order[place]->best_lap;
        if (!same) text += best_place(*order[place], static_cast<std::int32_t>(place) + 1);
    }
    return text;
}

std::string head(const Board& board, const RmonitorTrack& track, LocalClock clock) {
    const std::chrono::sys_seconds local{std::chrono::seconds{clock.unix_ms / 1000 + clock.utc_offset_s}};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(local)};
    static constexpr std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    const unsigned month = static_cast<unsigned>(date.month());
    std::string text = fmt::format("$I,\"{}\",\"{:02} {} {:02}\"\r\n", with_ms(second_of_day(clock) * 1'000'000),
                                   static_cast<unsigned>(date.day()), months.substr((month - 1) * 3, 3),
                                   static_cast<int>(date.year()) % 100);
    text += fmt::format("$B,{},\"{}\"\r\n", only_run,
                        rmonitor_text(board.session ? board.session->name : "", run_name_max));
    text += fmt::format("$C,{},\"Karting\"\r\n", only_class);
    text += fmt::format("$E,\"TRACKNAME\",\"{}\"\r\n", rmonitor_text(track.name, track_name_max));
    text += fmt::format("$E,\"TRACKLENGTH\",\"{}.{:03}\"\r\n", track.length_m / 1000, track.length_m % 1000);
    return text + rmonitor_heartbeat(board, clock);
}

bool same_session(const Board& before, const Board& after) {
    return before.session.has_value() == after.session.has_value() &&
           (!after.session || (before.session->id == after.session->id && before.session->name == after.session->name));
}

bool lost_a_row(const Board& before, const Board& after) {
    return std::ranges::any_of(before.rows, [&](const Row& row) {
        return std::ranges::find(after.rows, row.id, &Row::id) == after.rows.end();
    });
}

}  // namespace

std::string rmonitor_text(std::string_view text, std::size_t length_max) {
    std::string ascii = to_ascii(text);
    std::ranges::replace(ascii, ',', ' ');
    std::ranges::replace(ascii, '"', '\'');
    if (ascii.size() > length_max) ascii.resize(length_max);
    return ascii;
}

std::string rmonitor_heartbeat(const Board& board, LocalClock clock) {
    const std::int64_t ticked_us = board.clock.runs ? (clock.unix_ms - board.clock.as_of_ms) * 1000 : 0;
    const std::int32_t laps_to_go =
        board.clock.laps_total ? std::max(*board.clock.laps_total - board.clock.laps_done, 0) : laps_unlimited;
    return fmt::format("$F,{},\"{}\",\"{}\",\"{}\",\"{}\"\r\n", laps_to_go,
                       with_s(board.clock.remaining_us.value_or(ticked_us) - ticked_us),
                       with_s(second_of_day(clock) * 1'000'000),
                       with_s(board.clock.elapsed_us ? *board.clock.elapsed_us + ticked_us : 0), flag_word(board.flag));
}

std::string rmonitor_refresh(const Board& board, const RmonitorTrack& track, LocalClock clock) {
    std::string text = head(board, track, clock);
    for (const Row& row : board.rows) text += competitor(row);
    for (const Row& row : board.rows) text += race_place(row);
    return text + best_places(Board{}, board);
}

std::string rmonitor_changes(const Board& before, const Board& after, const RmonitorTrack& track, LocalClock clock) {
    // No record takes a row away: the scoreboard is cleared, or it would show who left for the rest of the day.
    if (!same_session(before, after) || lost_a_row(before, after)) return rmonitor_refresh(after, track, clock);
    std::string text;
    if (before.flag != after.flag) text += rmonitor_heartbeat(after, clock);
    for (const Row& row : after.rows) {
        const auto old = std::ranges::find(before.rows, row.id, &Row::id);
        const bool known = old != before.rows.end();
        if (!known || old->number != row.number || old->name != row.name || old->transponder != row.transponder)
            text += competitor(row);
        if (row.last_us && row.laps > (known ? old->laps : 0))
            text +=
                fmt::format("$J,\"{}\",\"{}\",\"{}\"\r\n", key_of(row), with_ms(row.last_us), with_ms(row.total_us));
        if (!known || old->position != row.position || old->laps != row.laps || old->total_us != row.total_us)
            text += race_place(row);
    }
    return text + best_places(before, after);
}

}  // namespace chicane::web::feed
