// What a command comes to: the entries to keep, or why it is refused. It reads the state and changes nothing of it, so that
// a preview and the deed decide alike.
#pragma once

#include <expected>
#include <initializer_list>
#include <vector>

#include "sessions/conductor/centre_log.hpp"
#include "sessions/conductor/command.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t planned_max = 2000;  ///< a centre's busiest week, all tracks; beyond, staging is refused
inline constexpr std::size_t message_bytes_max = 500;  ///< what a board can show of it is less
inline constexpr std::int32_t more_laps_max = 10'000;  ///< either way
inline constexpr std::uint8_t lap_parts_max = 100;     ///< a kart that missed more passings in one lap has stopped
inline constexpr std::size_t why_bytes_max = 500;      ///< why something is nobody's: a sentence
inline constexpr std::size_t fact_bytes_max = 500;     ///< what a foot-note holds; the article likewise

class Decision {
  public:
    using Answer = std::expected<std::vector<Entry>, Refusal>;  ///< entries without their numbers

    /// `next_seq`: the number that the first of the entries will get.
    Decision(CentreLog& centre, const Command& command, timing::HostTime now, std::uint64_t next_seq);
    Answer decide();

    Answer operator()(const StageSession& ask);
    Answer operator()(const ArmSession& ask);
    Answer operator()(const StartSession& ask);
    Answer operator()(const ShowFlag& ask);
    Answer operator()(const StopTrack& ask);
    Answer operator()(const ReleaseTrack& ask);
    Answer operator()(const ExtendSession& ask);
    Answer operator()(const FinishSession& ask);
    Answer operator()(const AbortSession& ask);
    Answer operator()(const CloseSession& ask);
    Answer operator()(const PutKart& ask);
    Answer operator()(const RemoveKart& ask);
    Answer operator()(const AssignTransponder& ask);
    Answer operator()(const AssignCrossing& ask);
    Answer operator()(const DismissUnclaimed& ask);
    Answer operator()(const RecordPassing& ask);
    Answer operator()(const RemarkPassing& ask);
    Answer operator()(const TakeRedLine& ask);
    Answer operator()(const GivePassings& ask);
    Answer operator()(const SwapKart& ask);
    Answer operator()(const Decide& ask);
    Answer operator()(const SayStatus& ask);
    Answer operator()(const SayOfficial& ask);
    Answer operator()(const TellRelay& ask);
    Answer operator()(const TellJoker& ask);
    Answer operator()(const TellKartFlag& ask);
    Answer operator()(const CallFalseStart& ask);
    Answer operator()(const PostMessage& ask);
    Answer operator()(const SeeAlarm& ask);
    Answer operator()(const UndoAction& ask);
    Answer operator()(const RedoAction& ask);

  private:
    struct Found {
        Track* track = nullptr;
        const Life* life = nullptr;
        timing::DecoderTime now;
        SessionView::Phase phase = SessionView::Phase::staged;
    };
    struct Run {
        Found found;
        const Window* window = nullptr;
    };
    std::expected<Found, Refusal> find(const std::string& session);
    /// A session that has been armed, with its window: what can be corrected, finished and closed ones too.
    std::expected<Run, Refusal> find_run(const std::string& session);
    Answer correct(const Run& run, Correction what) const;
    std::expected<Track*, Refusal> find_track(const std::string& track);
    Answer step(const std::string& session, Step step, std::initializer_list<SessionView::Phase> allowed);
    Answer start(const Found& session, timing::DecoderTime at) const;
    std::expected<transponders::Holder, Refusal> holder_of(const AssignTransponder& ask);
    /// Refused: it is a track's sync transponder.
    std::expected<void, Refusal> not_for_sync(timing::TransponderId tag) const;
    /// Refused: karts may not go there now.
    static std::expected<void, Refusal> not_in_emergency(const Track& track);
    Track& track_for(const AssignTransponder& ask);
    timing::DecoderTime from_of(const AssignTransponder& ask, Track& track, const transponders::Holder& holder);
    Entry entry(const std::string& track, EntryBody body) const;
    Answer one(const std::string& track, EntryBody body) const;

    CentreLog& centre_;
    const Command& command_;
    timing::HostTime now_;
    std::uint64_t next_seq_;
};

std::unexpected<Refusal> refuse(RefusalCode code, std::string detail);
/// "ses_12 is running".
std::unexpected<Refusal> refuse_state(const std::string& session, SessionView::Phase phase);

}  // namespace chicane::sessions::conductor
