// What the journal keeps: everything that happened, in the order in which the conductor took it. Boards, sessions and the register are
// the replay of these. Plain values; a kind that is here once is read forever.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "decoders/codec/record.hpp"
#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "timing/board.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions::conductor {

struct PassingKept {
    std::string device;  ///< the decoder's id in chicane.toml
    std::uint32_t epoch = 0;
    timing::HostTime received;
    decoders::codec::Passing passing;
    std::int64_t correction_us = 0;  ///< onto the track's clock
    /// The loop inside the device that the configuration gave a role of its own; empty: the device's own role.
    std::string place = {};
    bool manual = false;  ///< people told of it: its time is the host's, as exact as a hand
    /// On the track's clock.
    timing::DecoderTime time() const { return {passing.time_us + correction_us}; }
    friend bool operator==(const PassingKept&, const PassingKept&) = default;
};

/// A session was made known, or is another from its begin on.
struct SetupKept {
    Setup setup;
    friend bool operator==(const SetupKept&, const SetupKept&) = default;
};

/// official: race control said that the result is; it holds until something of the session is changed.
enum class Step { arm, start, finish, abort, close, official };

/// A step in a session's life, at a time of the track's clock.
struct StepKept {
    std::string session;
    Step step = Step::arm;
    timing::DecoderTime at;
    friend bool operator==(const StepKept&, const StepKept&) = default;
};

/// Open practice began with the passing of this time; it takes what lies in no session, to the next arm or `until`.
struct PracticeKept {
    std::string session;
    timing::DecoderTime at;
    Setup setup;
    timing::DecoderTime until;  ///< the next morning
    friend bool operator==(const PracticeKept&, const PracticeKept&) = default;
};

struct FlagKept {
    std::string session;  ///< empty: on the track, outside a session
    timing::Flag flag = timing::Flag::green;
    timing::DecoderTime at;
    std::uint8_t own = 0;   ///< as in FlagShown
    std::uint8_t post = 0;  ///< as in FlagShown
    friend bool operator==(const FlagKept&, const FlagKept&) = default;
};

struct ExtensionKept {
    std::string session;
    std::int64_t more_us = 0;
    std::int32_t more_laps = 0;
    timing::DecoderTime at;
    friend bool operator==(const ExtensionKept&, const ExtensionKept&) = default;
};

/// A deadline fell due without a passing.
struct TickKept {
    std::string session;
    timing::DecoderTime at;
    friend bool operator==(const TickKept&, const TickKept&) = default;
};

struct KartKept {
    timing::KartId id;
    std::string number;
    std::string class_name;
    bool out_of_service = false;
    bool removed = false;
    friend bool operator==(const KartKept&, const KartKept&) = default;
};

struct AssignmentKept {
    timing::TransponderId transponder;
    transponders::Holder holder;
    timing::DecoderTime from;
    std::string session;  ///< of the entrant; empty for a kart's
    friend bool operator==(const AssignmentKept&, const AssignmentKept&) = default;
};

struct MessageKept {
    timing::MessageKind kind = timing::MessageKind::info;
    std::optional<std::string> number;
    std::string text;
    friend bool operator==(const MessageKept&, const MessageKept&) = default;
};

/// A crossing that no tag told of is an entrant's, as an official says: as if his tag had passed there then.
struct CrossingKept {
    std::string session;
    std::uint64_t of = 0;  ///< the passing's entry
    timing::TransponderId transponder;
    timing::DecoderTime at;
    std::string device;
    std::string place;        ///< as in PassingKept
    bool manual = false;      ///< people told of the passing
    std::uint32_t epoch = 0;  ///< of the device, as in PassingKept: it moves with it
    friend bool operator==(const CrossingKept&, const CrossingKept&) = default;
};

/// What waits for its kart is nobody's, as an official says: a marshal walked through the light, a spare kart's tag went by.
struct DismissedKept {
    std::variant<std::uint64_t, timing::TransponderId> what;  ///< a crossing by its passing's entry, or a tag
    std::string session;                                      ///< that a tag is nobody's in; another one asks again
    std::string why;
    friend bool operator==(const DismissedKept&, const DismissedKept&) = default;
};

/// The emergency of a track was called, or is over.
struct EmergencyKept {
    bool holds = true;
    friend bool operator==(const EmergencyKept&, const EmergencyKept&) = default;
};

/// Passings from..until of a device never came, and never will.
struct LostKept {
    std::string device;
    std::uint32_t from = 0;
    std::uint32_t until = 0;
    friend bool operator==(const LostKept&, const LostKept&) = default;
};

/// Officials changed how passings count, or what the result says. race-rules.md §5, §6.
struct CorrectionKept {
    std::string session;
    Correction what;
    std::string why = {};  ///< in the words of who made it; may be empty
    friend bool operator==(const CorrectionKept&, const CorrectionKept&) = default;
};

/// Takes an entry back, as if it had never been.
struct UndoKept {
    std::uint64_t of = 0;
    friend bool operator==(const UndoKept&, const UndoKept&) = default;
};

/// A passing of a device in test mode: it came in and counts for nobody.
struct TestKept {
    PassingKept passing;
    friend bool operator==(const TestKept&, const TestKept&) = default;
};

/// All passings of a device's epoch were earlier by so much: the first, by whose arrival they were placed, had been held up.
struct EpochMoved {
    std::string device;
    std::uint32_t epoch = 0;
    std::int64_t earlier_us = 0;
    friend bool operator==(const EpochMoved&, const EpochMoved&) = default;
};

/// The sync transponder passed a device's loop: it tells of clocks and is nobody's.
struct SyncKept {
    PassingKept passing;
    friend bool operator==(const SyncKept&, const SyncKept&) = default;
};

using EntryBody = std::variant<PassingKept, SetupKept, StepKept, PracticeKept, FlagKept, ExtensionKept, TickKept,
                               KartKept, AssignmentKept, MessageKept, UndoKept, TestKept, CrossingKept, SyncKept,
                               EpochMoved, CorrectionKept, LostKept, DismissedKept, EmergencyKept>;

struct Entry {
    std::uint64_t seq = 0;  ///< from 1, without a hole
    std::string track;      ///< empty: of the whole centre
    timing::HostTime at;
    std::string by;  ///< the account; empty: nobody, a passing or a tick
    EntryBody body;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// The session that an entry is about; empty: none.
std::string session_of(const EntryBody& body);

}  // namespace chicane::sessions::conductor
