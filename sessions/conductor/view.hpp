// What control screens see of a track beyond the board: the strip of passings, the actions, alarms, health. Plain values,
// made by the conductor on the timing thread and shared as shared_ptr<const …> with the web's thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/clock_sync.hpp"
#include "sessions/conductor/device_loop.hpp"
#include "sessions/outputs/track_outputs.hpp"
#include "sessions/result.hpp"
#include "sessions/setup.hpp"
#include "timing/board.hpp"
#include "timing/endurance.hpp"
#include "timing/verdict.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t strip_max = 60;     ///< passings on a control screen: more than any screen shows
inline constexpr std::size_t unknown_max = 50;   ///< a box of new tags read at once; the rest waits its turn
inline constexpr std::size_t proposed_max = 50;  ///< more than officials decide in an evening
inline constexpr std::size_t actions_max = 10;   ///< what can be taken back from where one is

/// One passing as race control reads it.
struct StripPassing {
    std::uint64_t seq = 0;
    timing::DecoderTime time;
    std::string device;  ///< the decoder's id in chicane.toml
    LoopRole role = LoopRole::finish;
    timing::TransponderId transponder;
    std::optional<timing::EntrantId> entrant;
    std::string number;  ///< empty: nobody has the tag
    std::string name;    ///< the full one: the strip needs an account
    timing::Verdict verdict = timing::Verdict::unknown_transponder;
    std::optional<std::int64_t> lap_us;
    std::optional<std::int32_t> strength;
    std::optional<std::int32_t> hits;
    bool host_time = false;  ///< its decoder has no clock: the time is when it came in
    bool manual = false;     ///< people told of it
};

/// A tag that nobody has, pinned above the strip until it is assigned.
struct UnknownTag {
    timing::TransponderId transponder;
    std::int32_t passings = 0;
    timing::DecoderTime first;
    timing::DecoderTime last;
    std::optional<std::string> last_kart;  ///< number of the kart that had it last
};

/// A crossing that no tag told of and that nobody has been given yet; see crossings.hpp.
struct OpenCrossing {
    std::uint64_t seq = 0;
    timing::DecoderTime time;
    std::string device;
    LoopRole role = LoopRole::finish;
    std::int32_t sector = 0;
    std::string string;                  ///< the number that was keyed in at the device; empty: none
    std::optional<std::string> session;  ///< or practice, that it is of by its time
};

struct Action {
    std::uint64_t seq = 0;
    timing::HostTime at;
    std::string by;
    std::string word;     ///< arm, start, flag_green, more_time, finish, abort, close, assign, message …
    std::string subject;  ///< the kart, tag or session concerned; why, of what was dismissed
    bool undone = false;
    bool undoable = false;
    bool flag = false;                              ///< a flag was shown
    bool redoable = false;                          ///< once it is undone
    std::optional<timing::EntrantId> entrant = {};  ///< whom a correction is about, as far as it says
    std::optional<std::uint64_t> passing = {};      ///< which a correction is about
    std::string detail = {};                        ///< the penalty of a decision, the state that was said
    std::string why = {};                           ///< of a correction; of a decision: what happened
    std::string undone_by = {};
};

enum class AlarmKind {
    decoder_silent,
    decoder_lost,
    journal_late,
    journal_failed,
    passings_lost,
    recording_failed,
    unknown_tag,
    suspicious_lap,
    clock_jump,
    server_clock_set,
    rebuilt,
    tag_weak,
    tag_battery_low,
    parked_kart,
    kart_not_stopped
};

struct Alarm {
    std::uint64_t id = 0;
    AlarmKind kind = AlarmKind::decoder_silent;
    bool grave = false;  ///< heard, too
    bool seen = false;
    timing::HostTime since;
    std::optional<timing::HostTime> until;  ///< absent: it still holds
    std::string subject;                    ///< device, kart or tag
    std::int64_t value = 0;  ///< kind by kind: seconds of silence or of a clock, ms of lag, passings or bytes lost
};

enum class LinkState { connecting, up, silent, down };

/// Of the sources that hear one loop the first is the main one, and the others its backups.
enum class DevicePlace { alone, main, backup };

/// A source as the control screens see it. Absent figures are not known or not in this protocol, never 0.
struct DeviceHealth {
    std::string id;
    std::string track;
    std::string uri;
    LoopRole role = LoopRole::finish;
    std::int32_t sector = 0;
    bool fixed = false;                      ///< of chicane.toml
    bool test = false;                       ///< its passings count for nobody
    DevicePlace place = DevicePlace::alone;  ///< on the loop of its own role
    std::vector<DeviceLoop> loops;           ///< those inside it that have a role of their own
    LinkState state = LinkState::connecting;
    std::optional<timing::HostTime> last_byte;
    std::optional<timing::DecoderId> decoder;
    std::optional<std::int32_t> noise;
    std::optional<std::int32_t> temperature_c;
    std::optional<std::int32_t> voltage_dv;
    bool voltage_low = false;                     ///< its battery is nearly empty
    std::optional<std::int64_t> clock_offset_us;  ///< host minus decoder at the smallest delay seen
    std::string why_down;                         ///< what the line said when it closed; empty while it is open
    std::string complaint;                        ///< what the device itself did not like; empty: nothing
    std::optional<timing::HostTime> last_status;
    std::uint32_t epoch = 0;                      ///< of its clock and numbers
    std::optional<double> clock_drift_ppm;        ///< above 0: the decoder's clock runs ahead of ours
    std::optional<std::int64_t> clock_lacked_us;  ///< of the time that the server was down; absent: it went on
    std::optional<std::int64_t> clock_spread_us;  ///< the largest delay of the last minute beyond the smallest
    ClockSync sync;                               ///< how its clock is held on the track's
    std::uint64_t bytes = 0;
    std::uint64_t crc_errors = 0;  ///< of the garbage
    std::uint64_t passings = 0;
    std::uint64_t duplicates = 0;            ///< passings that came again
    std::uint64_t recording_lost_bytes = 0;  ///< raw bytes that the disk did not take
    std::uint64_t garbage = 0;
    std::uint64_t gaps_found = 0;      ///< passings that a number gap said were missing
    std::uint64_t gaps_recovered = 0;  ///< … that came after a RESEND
    std::uint64_t gaps_lost = 0;       ///< … that never came
};

/// A session as race control lists it.
struct SessionView {
    Setup setup;
    enum class Phase { staged, armed, running, finishing, finished, closed };
    Phase phase = Phase::staged;
    std::optional<timing::HostTime> started_at;
    std::optional<timing::HostTime> finished_at;
    std::optional<Official> official = {};  ///< nothing: its result is provisional
};

/// A team of an endurance race; times are as of the view.
struct TeamShown {
    timing::EntrantId entrant;
    std::string driver;  ///< in the kart, or in it last; empty: nobody told
    std::optional<std::int64_t> stint_us;
    std::optional<std::int64_t> until_limit_us;  ///< of a stint or a driver; below 0: beyond
    std::int32_t stops_done = 0;
    std::int32_t stops_owed = 0;
    std::optional<timing::HostTime> in_pit_since;
    std::int32_t virtual_position = 0;
};

/// A rule that was broken: officials decide. See timing::Breach.
struct ProposedShown {
    timing::BreachKind kind = timing::BreachKind::stop_too_short;
    timing::EntrantId entrant;
    std::string number;
    std::string driver;
    timing::HostTime at;
    std::int64_t amount = 0;
};

struct EnduranceShown {
    std::vector<TeamShown> teams;         ///< in order of entry
    std::vector<ProposedShown> proposed;  ///< newest first, at most proposed_max
};

/// Called by somebody, and not released yet.
struct Emergency {
    timing::HostTime since;
    std::string by;
};

/// All of a track that control screens show beside the board.
struct TrackView {
    std::string track;
    std::optional<std::string> current;  ///< the session whose window is open, open practice too
    std::vector<StripPassing> strip;     ///< newest first, at most strip_max
    std::vector<UnknownTag> unknown;
    std::vector<OpenCrossing> crossings;  ///< newest first, at most crossings_max
    std::vector<Action> actions;          ///< newest first, at most actions_max
    std::vector<Alarm> alarms;
    std::vector<DeviceHealth> devices;
    EnduranceShown endurance;
    std::optional<Emergency> emergency;
    outputs::OutputsState outputs;
    std::int64_t journal_lag_ms = 0;
};

}  // namespace chicane::sessions::conductor
