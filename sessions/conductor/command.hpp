// What an official, the desk or the API asks of the conductor, and what it answers. One of the two entrances to the state;
// the other is a passing. Values only; the words for people are made at the edge.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "timing/board.hpp"

namespace chicane::sessions::conductor {

/// Makes a session known to race control, or changes it: rules, entrants, name; also while it runs or after it ended.
struct StageSession {
    Setup setup;
};
/// Opens the session's window; passings before it are before_start. Ends open practice.
struct ArmSession {
    std::string session;
};
/// The start signal. `at`: host time of the signal; now where it is absent.
struct StartSession {
    std::string session;
    std::optional<timing::HostTime> at;
};
/// Shows a flag on a track. Chequered ends the running session as its rules say.
struct ShowFlag {
    std::string track;
    timing::Flag flag;
    std::string name = {};  ///< of the rule-set's own; then `flag` is what it looks like
    std::uint8_t post = 0;  ///< yellow or green at one post alone; 0: everywhere
};
/// The emergency: lights red, all karts of the track stopped, a red flag where a session or practice runs. At any time.
struct StopTrack {
    std::string track;
};
/// The emergency is over; what the flag says holds again.
struct ReleaseTrack {
    std::string track;
};
/// Moves the end of a running session.
struct ExtendSession {
    std::string session;
    std::int64_t more_us = 0;
    std::int32_t more_laps = 0;
};
/// Ends the session now; who is out stays where he is.
struct FinishSession {
    std::string session;
};
/// Takes the session back to planned, as if never started.
struct AbortSession {
    std::string session;
};
/// Closes the window of a finished session: the track goes back to open practice.
struct CloseSession {
    std::string session;
};

/// A kart of the fleet; the same number twice is refused.
struct PutKart {
    timing::KartId id;
    std::string number;
    std::string class_name;
    bool out_of_service = false;
};
struct RemoveKart {
    timing::KartId id;
};

/// Gives a transponder to a kart, to an entrant of a session, or (neither) takes it from its holder.
struct AssignTransponder {
    timing::TransponderId transponder;
    std::optional<timing::KartId> kart;
    std::optional<std::string> session;
    std::optional<timing::EntrantId> entrant;
    std::optional<timing::DecoderTime> from;  ///< absent: see contract.md, Register
};

/// Gives a crossing that no tag told of to an entrant of a session.
struct AssignCrossing {
    std::string session;
    std::uint64_t crossing = 0;  ///< Crossing::seq
    timing::EntrantId entrant;
};

/// A crossing that no tag told of, or a tag that nobody has, is nobody's: it is not asked about any more.
struct DismissUnclaimed {
    std::string track;
    std::variant<std::uint64_t, timing::TransponderId> what;  ///< Crossing::seq, or the tag
    std::string why;
};

/// People saw somebody pass the loop of a device of theirs (`manual:`). Whose it was is kept as AssignCrossing keeps it; of nobody's an
/// official may say so later.
struct RecordPassing {
    using Who = std::variant<std::monostate, timing::EntrantId, timing::KartId, timing::TransponderId>;
    std::string device;
    std::optional<timing::HostTime> at;  ///< absent: now
    Who who;                             ///< an entrant is one of the session that runs then
};

/// Which passing an official means: itself, or the crossing that ended a lap of an entrant.
struct PassingMeant {
    std::optional<std::uint64_t> passing;
    timing::EntrantId entrant;
    std::int32_t lap = 0;
};
/// Says something of one passing: takes it out, divides its lap, deletes the lap's time, sets the first finisher.
struct RemarkPassing {
    std::string session;
    RemarkKind kind = RemarkKind::voided;
    PassingMeant about;
    std::uint8_t parts = 2;  ///< lap_split
};
/// The result of the last red flag is that of the last lap completed by all who still ran, or of some laps earlier.
struct TakeRedLine {
    std::string session;
    std::int32_t laps_back = 0;
};
/// Passings of one entrant are another's. `since`: host time; absent: from the begin.
struct GivePassings {
    std::string session;
    timing::EntrantId from;
    timing::EntrantId to;
    bool exchange = false;
    std::optional<timing::HostTime> since;
};
/// An entrant drives another kart. `since`: host time; absent: now.
struct SwapKart {
    std::string session;
    timing::EntrantId entrant;
    timing::KartId kart;
    std::optional<timing::HostTime> since;
};
/// A decision of the stewards; with the number of an earlier one its amendment. `at` and `by` of `made` are the conductor's to say.
struct Decide {
    std::string session;
    DecisionMade
        made;  ///< number 0: a new one; with a `code` penalty and amount are those of the rule-set on the session's day
};
struct SayStatus {
    std::string session;
    StatusSaid said;
};

/// A driver is in an entrant's kart from a moment on; absent: from now.
struct TellRelay {
    std::string session;
    timing::EntrantId entrant;
    timing::DriverId driver;
    std::optional<timing::HostTime> since;
    RelayMeans means = RelayMeans::control;
};
/// The stop that an entrant was in at a moment is a joker, or one for fuel.
struct TellJoker {
    std::string session;
    timing::EntrantId entrant;
    timing::HostTime stop;
    StopKind kind = StopKind::joker;
};

/// Shows a flag to one entrant alone, until another or none.
struct TellKartFlag {
    std::string session;
    timing::EntrantId entrant;
    timing::KartFlag flag = timing::KartFlag::none;
};
/// Takes the last start or restart back, within Rules::false_start_us of it.
struct CallFalseStart {
    std::string session;
};

/// The result of a session that is over is official: the time for protests has passed.
struct SayOfficial {
    std::string session;
};

struct PostMessage {
    std::string track;
    timing::MessageKind kind;
    std::optional<std::string> number;
    std::string text;
};
struct SeeAlarm {
    std::uint64_t alarm = 0;
};
/// Takes back one of the last actions_max actions on a track; absent: the newest that has not been taken back.
struct UndoAction {
    std::string track;
    std::optional<std::uint64_t> seq = {};
};

/// Does a correction again that was taken back, as the newest action.
struct RedoAction {
    std::string track;
    std::uint64_t seq = 0;
};

using Ask = std::variant<StageSession, ArmSession, StartSession, ShowFlag, StopTrack, ReleaseTrack, ExtendSession,
                         FinishSession, AbortSession, CloseSession, PutKart, RemoveKart, AssignTransponder,
                         AssignCrossing, DismissUnclaimed, RecordPassing, RemarkPassing, TakeRedLine, GivePassings,
                         SwapKart, Decide, SayStatus, SayOfficial, TellRelay, TellJoker, TellKartFlag, CallFalseStart,
                         PostMessage, SeeAlarm, UndoAction, RedoAction>;

struct Command {
    Ask ask;
    std::string by;        ///< the account that asked, for the record
    bool dry_run = false;  ///< true: says what would change, changes nothing
    std::string why = {};  ///< of a correction, in the words of who makes it; may be empty
};

/// Why a command was not carried out. The API maps it to a status and words.
enum class RefusalCode {
    unknown_session,
    unknown_track,
    unknown_kart,
    unknown_entrant,
    unknown_driver,
    unknown_device,
    unknown_passing,
    unknown_flag,     ///< the rule-set has none of its own with this name
    unknown_penalty,  ///< nor a value for this fact on the session's day
    bad_state,
    emergency,        ///< it holds on the track
    other_session,    ///< a crossing is not of it
    crossing_taken,   ///< it is somebody's by now, or told to be nobody's
    tag_not_waiting,  ///< it has not passed in the session shown, or is somebody's
    no_transponder,   ///< by which whom it names could count
    bad_setup,
    number_taken,
    sync_transponder,
    nothing_to_undo,
    stands_already,  ///< somebody was before with the same
    ends_no_lap,     ///< the passing that is meant
    out_of_service,  ///< the kart that is meant
    too_many,
    journal_failed
};

struct Refusal {
    RefusalCode code;
    std::string detail;  ///< what exactly, in English, for the log and the problem's detail
};

/// A track's sync transponder is given to nobody: its passings make no laps.
inline Refusal sync_refusal(timing::TransponderId tag, const std::string& track) {
    return {RefusalCode::sync_transponder, "transponder " + std::to_string(tag.value) +
                                               " is the sync transponder of track " + track +
                                               ": give another, or change sync_transponder in chicane.toml"};
}

/// What a carried-out (or previewed) command did.
struct Done {
    std::uint64_t seq = 0;              ///< the log event's number on disk; 0 in a preview or where nothing changed
    std::int32_t adopted_passings = 0;  ///< passings that an assignment made count, or would
    struct Moved {
        std::string number;
        std::int32_t from = 0;
        std::int32_t to = 0;
    };
    std::vector<Moved> moved;  ///< who changed, or would change, position
    /// Of a preview: whose row would be another, as it is and as it would be.
    struct Changed {
        timing::Row before;
        timing::Row after;
    };
    std::vector<Changed> changed;
    bool if_ended = false;  ///< the preview is that of a session which ends now: what counts only at the end is counted
};

using Outcome = std::expected<Done, Refusal>;

}  // namespace chicane::sessions::conductor
