#include "timing/words.hpp"

#include <array>

namespace chicane::timing {

namespace {

using namespace std::string_view_literals;

// Each table is in the order of its enum; a test asks every value for its word and back.
constexpr std::array kinds = {"practice"sv, "qualifying"sv, "race"sv, "endurance"sv};
constexpr std::array starts = {"signal"sv, "first_passing"sv, "own"sv};
constexpr std::array first_crossings = {"starts_lap"sv, "ends_lap"sv, "own_clock"sv};
constexpr std::array rankings = {"best_lap"sv, "laps"sv, "total_time"sv, "average_lap"sv};
constexpr std::array priorities = {"first"sv, "last"sv};
constexpr std::array end_hows = {"next_crossing"sv, "leader_first"sv, "immediate"sv, "full_distance"sv};
constexpr std::array loop_roles = {"finish"sv,  "finish_in_pit"sv, "sector"sv, "pit_in"sv,
                                   "pit_out"sv, "speed_trap"sv,    "pit_box"sv};
constexpr std::array verdicts = {
    "voided"sv,       "duplicate"sv,    "backup"sv,    "unknown_transponder"sv, "not_entered"sv,
    "before_start"sv, "after_finish"sv, "under_red"sv, "second_transponder"sv,  "below_min_lap"sv,
    "stray"sv,        "starts_lap"sv,   "counted"sv};
constexpr std::array flags = {"none"sv, "green"sv, "yellow"sv, "slow"sv, "red"sv, "last_lap"sv, "chequered"sv};
constexpr std::array session_states = {"waiting"sv, "running"sv, "finishing"sv, "finished"sv, "suspended"sv};
constexpr std::array row_states = {"running"sv, "in_pit"sv, "finished"sv, "retired"sv, "dns"sv,
                                   "dnf"sv,     "dsq"sv,    "dnq"sv,      "guest"sv};
constexpr std::array message_kinds = {"info"sv, "flag"sv, "warning"sv, "penalty"sv};
constexpr std::array penalties = {"warning"sv,       "time"sv,         "laps"sv,          "places"sv,
                                  "last_place"sv,    "grid_places"sv,  "bests_deleted"sv, "stop_and_go"sv,
                                  "drive_through"sv, "disqualified"sv, "excluded"sv};
constexpr std::array breaches = {"stop_too_short"sv, "pit_closed"sv,     "stops_missing"sv,   "jokers_too_many"sv,
                                 "stint_too_long"sv, "rest_too_short"sv, "driver_too_long"sv, "driver_too_short"sv,
                                 "black_flag"sv,     "not_served"sv,     "overtook"sv,        "refuels_missing"sv};
constexpr std::array kart_flags = {"none"sv, "blue"sv, "black"sv, "black_orange"sv, "black_white"sv};
constexpr std::array lights = {"unset"sv, "off"sv, "green"sv, "yellow"sv, "red"sv};
constexpr std::array pit_lanes = {"unset"sv, "open"sv, "closed"sv};
constexpr std::array red_laps = {"counts"sv, "void"sv};
constexpr std::array red_restarts = {"resumes"sv, "starts_lap"sv};

static_assert(breaches.size() == static_cast<std::size_t>(BreachKind::refuels_missing) + 1);
static_assert(penalties.size() == static_cast<std::size_t>(Penalty::excluded) + 1);
static_assert(verdicts.size() == static_cast<std::size_t>(Verdict::counted) + 1);
static_assert(loop_roles.size() == static_cast<std::size_t>(LoopRole::pit_box) + 1);
static_assert(flags.size() == static_cast<std::size_t>(Flag::chequered) + 1);
static_assert(session_states.size() == static_cast<std::size_t>(SessionState::suspended) + 1);
static_assert(row_states.size() == static_cast<std::size_t>(RowState::guest) + 1);

template <class Enum, std::size_t n>
std::string_view at(const std::array<std::string_view, n>& table, Enum value) {
    return table.at(static_cast<std::size_t>(value));
}

}  // namespace

std::string_view word(Kind value) { return at(kinds, value); }
std::string_view word(Start value) { return at(starts, value); }
std::string_view word(FirstCrossing value) { return at(first_crossings, value); }
std::string_view word(Ranking value) { return at(rankings, value); }
std::string_view word(Priority value) { return at(priorities, value); }
std::string_view word(EndHow value) { return at(end_hows, value); }
std::string_view word(LoopRole value) { return at(loop_roles, value); }
std::string_view word(Verdict value) { return at(verdicts, value); }
std::string_view word(Flag value) { return at(flags, value); }
std::string_view word(SessionState value) { return at(session_states, value); }
std::string_view word(RowState value) { return at(row_states, value); }
std::string_view word(MessageKind value) { return at(message_kinds, value); }
std::string_view word(Penalty value) { return at(penalties, value); }
std::string_view word(BreachKind value) { return at(breaches, value); }
std::string_view word(RedLap value) { return at(red_laps, value); }
std::string_view word(RedRestart value) { return at(red_restarts, value); }
std::string_view word(KartFlag value) { return at(kart_flags, value); }
std::string_view word(Lights value) { return at(lights, value); }
std::string_view word(PitLane value) { return at(pit_lanes, value); }

// clang-format off
template <> std::span<const std::string_view> words<Kind>() { return kinds; }
template <> std::span<const std::string_view> words<Start>() { return starts; }
template <> std::span<const std::string_view> words<FirstCrossing>() { return first_crossings; }
template <> std::span<const std::string_view> words<Ranking>() { return rankings; }
template <> std::span<const std::string_view> words<Priority>() { return priorities; }
template <> std::span<const std::string_view> words<EndHow>() { return end_hows; }
template <> std::span<const std::string_view> words<LoopRole>() { return loop_roles; }
template <> std::span<const std::string_view> words<Verdict>() { return verdicts; }
template <> std::span<const std::string_view> words<Flag>() { return flags; }
template <> std::span<const std::string_view> words<SessionState>() { return session_states; }
template <> std::span<const std::string_view> words<RowState>() { return row_states; }
template <> std::span<const std::string_view> words<MessageKind>() { return message_kinds; }
template <> std::span<const std::string_view> words<Penalty>() { return penalties; }
template <> std::span<const std::string_view> words<BreachKind>() { return breaches; }
template <> std::span<const std::string_view> words<RedLap>() { return red_laps; }
template <> std::span<const std::string_view> words<RedRestart>() { return red_restarts; }
template <> std::span<const std::string_view> words<KartFlag>() { return kart_flags; }
template <> std::span<const std::string_view> words<Lights>() { return lights; }
template <> std::span<const std::string_view> words<PitLane>() { return pit_lanes; }
// clang-format on

}  // namespace chicane::timing
