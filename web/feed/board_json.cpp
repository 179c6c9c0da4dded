#include "web/feed/board_json.hpp"

#include <algorithm>
#include <utility>

#include "timing/words.hpp"
#include "web/feed/json_text.hpp"

namespace chicane::web::feed {
namespace {

using timing::Board;
using timing::Row;

std::string wire_id(timing::EntrantId id) { return "ent_" + std::to_string(id.value); }

void write(JsonText& json, const timing::Gap& gap) {
    json.begin_object().key("us").maybe(gap.us).key("laps").maybe(gap.laps).end_object();
}

void write(JsonText& json, const Row& row) {
    json.begin_object();
    json.key("id").text(wire_id(row.id)).key("position").integer(row.position);
    json.key("number").text(row.number).key("name").text(row.name);
    json.key("transponder").maybe(row.transponder ? std::optional(row.transponder->value) : std::nullopt);
    json.key("laps").integer(row.laps).key("last_us").maybe(row.last_us);
    json.key("best_us").maybe(row.best_us).key("best_lap").maybe(row.best_lap).key("total_us").maybe(row.total_us);
    write(json.key("gap"), row.gap);
    write(json.key("interval"), row.interval);
    json.key("sectors").begin_array();
    for (const timing::SectorTime& sector : row.sectors)
        json.begin_object()
            .key("sector")
            .integer(sector.sector)
            .key("last_us")
            .maybe(sector.last_us)
            .key("best_us")
            .maybe(sector.best_us)
            .end_object();
    json.end_array();
    json.key("pits").integer(row.pits).key("state").text(timing::word(row.state));
    if (row.flag != timing::KartFlag::none) json.key("flag").text(timing::word(row.flag));
    json.end_object();
}

void write(JsonText& json, const std::optional<timing::SessionHead>& session) {
    if (!session) {
        json.null();
        return;
    }
    json.begin_object().key("id").text(session->id).key("name").text(session->name);
    json.key("kind").text(timing::word(session->kind)).key("rank").text(timing::word(session->rank));
    json.key("state").text(timing::word(session->state)).end_object();
}

void write(JsonText& json, const timing::Clock& clock) {
    json.begin_object().key("elapsed_us").maybe(clock.elapsed_us).key("remaining_us").maybe(clock.remaining_us);
    json.key("laps_done").integer(clock.laps_done).key("laps_total").maybe(clock.laps_total);
    json.key("runs").boolean(clock.runs).key("as_of_ms").integer(clock.as_of_ms).end_object();
}

void write(JsonText& json, const timing::FlagShow& show) {
    json.begin_object().key("name").text_or_null(show.name).key("posts").begin_array();
    for (const std::int32_t post : show.posts) json.integer(post);
    json.end_array().key("speed_level").maybe(show.speed_level);
    json.key("lights").text(timing::word(show.lights)).key("pit").text(timing::word(show.pit)).end_object();
}

void write(JsonText& json, const std::vector<timing::Message>& messages) {
    json.begin_array();
    for (const timing::Message& message : messages) {
        json.begin_object()
            .key("id")
            .integer(static_cast<std::int64_t>(message.id))
            .key("at_ms")
            .integer(message.at_ms);
        json.key("kind").text(timing::word(message.kind)).key("number");
        json.maybe(message.number);
        json.key("text").text(message.text).end_object();
    }
    json.end_array();
}

/// A clock that only ticked on says nothing new: clients tick it themselves.
bool same_clock(const timing::Clock& before, const timing::Clock& after) {
    const auto same_but_ticked = [&](std::optional<std::int64_t> old, std::optional<std::int64_t> now,
                                     std::int64_t direction) {
        if (!old || !now) return old == now;
        constexpr std::int64_t jitter_us = 50'000;  ///< below what a clock shows
        const std::int64_t expected = *old + (before.runs ? direction * (after.as_of_ms - before.as_of_ms) * 1000 : 0);
        return std::abs(expected - *now) <= jitter_us;
    };
    return before.runs == after.runs && before.laps_done == after.laps_done && before.laps_total == after.laps_total &&
           same_but_ticked(before.elapsed_us, after.elapsed_us, 1) &&
           same_but_ticked(before.remaining_us, after.remaining_us, -1);
}

/// `guess`: where it most likely is; few rows move between two boards.
const Row* find_row(const Board& board, timing::EntrantId id, std::size_t guess) {
    if (guess < board.rows.size() && board.rows[guess].id == id) return &board.rows[guess];
    const auto found = std::ranges::find(board.rows, id, &Row::id);
    return found == board.rows.end() ? nullptr : &*found;
}

/// Writes rows that are new or other; false where there are none.
bool write_changed(JsonText& json, const Board& before, const Board& after) {
    bool any = false;
    for (std::size_t i = 0; i < after.rows.size(); ++i) {
        const Row& row = after.rows[i];
        const Row* old = find_row(before, row.id, i);
        if (old && *old == row) continue;
        if (!std::exchange(any, true)) json.key("rows").begin_array();
        write(json, row);
    }
    if (any) json.end_array();
    return any;
}

/// Writes ids of rows that are gone; false where there are none.
bool write_removed(JsonText& json, const Board& before, const Board& after) {
    bool any = false;
    for (std::size_t i = 0; i < before.rows.size(); ++i) {
        if (find_row(after, before.rows[i].id, i)) continue;
        if (!std::exchange(any, true)) json.key("removed").begin_array();
        json.text(wire_id(before.rows[i].id));
    }
    if (any) json.end_array();
    return any;
}

}  // namespace

std::string snapshot_message(const Board& board, const timing::Clock& told, std::uint64_t seq,
                             std::string_view stream) {
    JsonText json;
    json.begin_object().key("type").text("snapshot").key("seq").integer(static_cast<std::int64_t>(seq));
    json.key("stream").text(stream).key("board").begin_object();
    write(json.key("session"), board.session);
    write(json.key("clock"), told);
    json.key("flag").text(timing::word(board.flag));
    if (board.show != timing::FlagShow{}) write(json.key("show"), board.show);
    json.key("rows").begin_array();
    for (const Row& row : board.rows) write(json, row);
    json.end_array();
    write(json.key("messages"), board.messages);
    return json.end_object().end_object().take();
}

std::optional<std::string> delta_message(const Board& before, const Board& after, timing::Clock& told,
                                         std::uint64_t seq) {
    JsonText json;
    json.begin_object().key("type").text("delta").key("seq").integer(static_cast<std::int64_t>(seq));
    bool any = write_changed(json, before, after);
    any = write_removed(json, before, after) || any;
    if (before.session != after.session) write(json.key("session"), after.session), any = true;
    if (!same_clock(told, after.clock)) write(json.key("clock"), told = after.clock), any = true;
    if (before.flag != after.flag) json.key("flag").text(timing::word(after.flag)), any = true;
    if (before.show != after.show) write(json.key("show"), after.show), any = true;
    if (before.messages != after.messages) write(json.key("messages"), after.messages), any = true;
    if (!any) return std::nullopt;
    return json.end_object().take();
}

}  // namespace chicane::web::feed
