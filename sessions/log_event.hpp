// What a session's window is made of: passings as they came and what officials did, each with its place in
// the journal. Plain values. All times are on the track's common clock (corrected decoder time).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "timing/charge.hpp"
#include "timing/event.hpp"
#include "timing/ids.hpp"
#include "timing/time.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions {

/// A passing before anything is decided about it.
struct RawPassing {
    timing::DecoderTime time;
    timing::TransponderId transponder;
    timing::DecoderId decoder;  ///< 0: the protocol does not say
    std::uint32_t number = 0;   ///< the decoder's; 0 where it has none
    friend bool operator==(const RawPassing&, const RawPassing&) = default;
};

using timing::EndExtended;
using timing::FalseRestart;
using timing::FalseStart;
using timing::FinishedNow;
using timing::FlagShown;
using timing::StartSignal;
using timing::Ticked;

/// An official's word about one passing. race-rules.md §6.
enum class RemarkKind : std::uint8_t {
    voided,     ///< it does not count; void of the crossing between two laps joins them
    lap_split,  ///< the lap that it ends is `parts` laps: passings were missed. Holds while that lap begins with `begin`
    lap_deleted,     ///< the time of the lap that it ends is nobody's best
    first_finisher,  ///< the chequered flag belongs to it
    red_line,        ///< where a red flag's result is taken: the leader's crossing
};

struct RemarkMade {
    RemarkKind kind = RemarkKind::voided;
    std::uint64_t passing = 0;  ///< its place in the journal
    std::uint64_t begin = 0;    ///< lap_split: the passing that begins the lap; 0: the start signal
    std::uint8_t parts = 1;     ///< lap_split: 2 and more
    friend bool operator==(const RemarkMade&, const RemarkMade&) = default;
};

/// From a moment on one entrant's passings are another's; `exchange`: and the other's are his.
struct PassingsGiven {
    timing::EntrantId from;
    timing::EntrantId to;
    bool exchange = false;
    timing::DecoderTime since;
    friend bool operator==(const PassingsGiven&, const PassingsGiven&) = default;
};

/// From a moment on an entrant drives another kart: its tags count for him, and those of the kart he left for nobody.
struct KartSwapped {
    timing::EntrantId entrant;
    timing::KartId kart;
    timing::DecoderTime since;
    friend bool operator==(const KartSwapped&, const KartSwapped&) = default;
};

/// A decision of the stewards, or its amendment: of two with one number the later word holds. race-rules.md §5.
struct DecisionMade {
    std::uint32_t number = 0;  ///< from 1 within the meeting
    timing::EntrantId entrant;
    timing::Penalty penalty = timing::Penalty::warning;
    std::int64_t amount = 0;  ///< as Penalty says
    bool served = false;      ///< a stop-and-go or drive-through
    bool withdrawn = false;
    timing::HostTime at = {};  ///< when it was made
    std::string by = {};       ///< the official
    std::string fact = {};     ///< what happened; may be empty
    std::string article = {};  ///< of the rule book; may be empty
    bool provisional = false;  ///< told, and charged once another word confirms it
    std::string code = {};     ///< of the fact in the rule-set's values, where penalty and amount are from there
    std::optional<timing::DecoderTime> since = {};  ///< when he was told: from there on he has Rules::serve_laps
    friend bool operator==(const DecisionMade&, const DecisionMade&) = default;
};

/// What officials say an entrant is: retired, dns, dnf, dnq or guest; nothing: what the timing says. The later word holds.
struct StatusSaid {
    timing::EntrantId entrant;
    std::optional<timing::RowState> status;
    friend bool operator==(const StatusSaid&, const StatusSaid&) = default;
};

/// Who said that a driver is in the kart: race control, a card or code at the pit exit, the team on a phone, or the driver's own tag over the loop there.
enum class RelayMeans : std::uint8_t { control, scan, phone, loop };

/// From a moment on a driver is in an entrant's kart. Of two from one moment the later word holds.
struct RelayTold {
    timing::EntrantId entrant;
    timing::DriverId driver;
    timing::DecoderTime since;
    RelayMeans means = RelayMeans::control;
    friend bool operator==(const RelayTold&, const RelayTold&) = default;
};

/// The stop of an entrant at this moment is a joker: it may be shorter; or one for fuel, with a minimum of its own.
enum class StopKind : std::uint8_t { joker, refuel };
struct JokerTold {
    timing::EntrantId entrant;
    timing::DecoderTime stop;
    StopKind kind = StopKind::joker;
    friend bool operator==(const JokerTold&, const JokerTold&) = default;
};

/// A flag to one kart, until another or none.
struct KartFlagTold {
    timing::EntrantId entrant;
    timing::KartFlag flag = timing::KartFlag::none;
    timing::DecoderTime since;
    friend bool operator==(const KartFlagTold&, const KartFlagTold&) = default;
};

/// What changes how passings count, or what the result says of an entrant.
using Correction = std::variant<RemarkMade, PassingsGiven, KartSwapped, DecisionMade, StatusSaid, RelayTold, JokerTold,
                                KartFlagTold, FalseStart, FalseRestart>;

struct LogEvent {
    std::uint64_t sequence = 0;  ///< its place in the journal, unique in the track's log
    std::variant<RawPassing, StartSignal, FlagShown, EndExtended, FinishedNow, Ticked, transponders::Assignment,
                 RemarkMade, PassingsGiven, KartSwapped, DecisionMade, StatusSaid, RelayTold, JokerTold, KartFlagTold,
                 FalseStart, FalseRestart>
        what;
    friend bool operator==(const LogEvent&, const LogEvent&) = default;
};

}  // namespace chicane::sessions
