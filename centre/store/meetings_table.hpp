// Meetings as rows: what was asked for, who is entered, the chain of sessions, and whose seat is which entry. On the writer's or a reader's thread.
#pragma once

#include <array>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "centre/store/connection.hpp"
#include "centre/store/refusal.hpp"
#include "sessions/meetings/grand_prix.hpp"
#include "sessions/meetings/karts.hpp"

namespace chicane::centre::store {

inline constexpr std::size_t meeting_name_letters_max = 60;
inline constexpr std::size_t group_letters_max = 30;     ///< of a class, a team, a club
inline constexpr std::size_t meetings_listed_max = 500;  ///< a season of the busiest centre

struct Meeting {
    std::string name;
    std::string track;
    std::int64_t start_us = 0;  ///< the begin of the briefing
    std::int64_t seed = 0;
    sessions::meetings::KartMode kart_mode = sessions::meetings::KartMode::fair;
    std::optional<sessions::meetings::Variant> variant;        ///< as it is driven
    std::optional<sessions::meetings::Variant> asked_variant;  ///< by hand; else the first that fits
    int karts = 0;
    int capacity = 0;
    int minutes = 0;
    std::array<std::optional<std::int64_t>, sessions::meetings::rounds> set_min;
    std::int64_t reserve_min = 0;
};

struct MeetingRow {
    Head head;
    Meeting meeting;
};

struct MeetingEntry {
    Head head;
    std::int64_t meeting = 0;
    std::optional<std::int64_t> customer;
    std::string name;  ///< the person's where there is a customer and no other was given
    std::string class_name;
    std::string team;
    std::string club;
    int weight_kg = 0;  ///< 0: not known
    bool withdrawn = false;
};

struct MeetingRun {
    std::int64_t session = 0;
    sessions::meetings::Run run;
};

struct MeetingSeat {
    std::int64_t entry = 0;
    bool told = false;
    bool pinned = false;
};

MeetingRow insert_meeting(Connection& db, const Stamp& stamp, const Meeting& meeting);
std::optional<MeetingRow> find_meeting(Connection& db, std::int64_t id);
/// Writes the row as it is given, with the next version.
MeetingRow update_meeting(Connection& db, const Stamp& stamp, MeetingRow row);
/// What a plan came to; no change of the meeting that anybody asked for.
void keep_plan(Connection& db, std::int64_t id, sessions::meetings::Variant variant, std::int64_t reserve_min);
/// [from, until) by start, in its order.
std::vector<MeetingRow> meetings_between(Connection& db, std::int64_t from_us, std::int64_t until_us);

/// not_found: the customer.
std::expected<MeetingEntry, Refusal> insert_entry(Connection& db, const Stamp& stamp, MeetingEntry entry);
std::optional<MeetingEntry> find_entry(Connection& db, std::int64_t id);
std::expected<MeetingEntry, Refusal> update_entry(Connection& db, const Stamp& stamp, MeetingEntry entry);
/// In the order of entry, who withdrew too.
std::vector<MeetingEntry> entries_of(Connection& db, std::int64_t meeting);

/// In the order in which they are driven.
std::vector<MeetingRun> runs_of(Connection& db, std::int64_t meeting);
/// The whole chain anew; what is not in it any more is no run of the meeting.
void put_runs(Connection& db, std::int64_t meeting, const std::vector<MeetingRun>& runs);
/// The meeting that a session belongs to.
std::optional<std::int64_t> meeting_of_session(Connection& db, std::int64_t session);

/// Of all seats of a meeting that are not cancelled, by seat.
std::map<std::int64_t, MeetingSeat> seats_of_meeting(Connection& db, std::int64_t meeting);
void put_meeting_seat(Connection& db, std::int64_t seat, const MeetingSeat& facts);
/// The kart was given by hand, or the choice was given back to the draw; nothing for a seat of no meeting.
void pin_meeting_seat(Connection& db, std::int64_t seat, bool pinned);

}  // namespace chicane::centre::store
