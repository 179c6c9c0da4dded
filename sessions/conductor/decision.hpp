// What a command comes to: the entries to keep, or why it is refused. Reads the conductor's state and changes nothing, so that a
// preview and the deed decide alike.
#pragma once

#include <expected>
#include <vector>

#include "sessions/conductor/conductor.hpp"

namespace chicane::sessions::conductor {

struct Decided {
    std::vector<Entry> entries;  ///< without their numbers
    std::int32_t adopted_passings = 0;
};

class Decision {
  public:
    Decision(const Conductor& conductor, const Command& command, timing::HostTime now);
    std::expected<Decided, Refusal> decide() const;

    using Answer = std::expected<Decided, Refusal>;
    Answer operator()(const StageSession& ask) const;
    Answer operator()(const ArmSession& ask) const;
    Answer operator()(const StartSession& ask) const;
    Answer operator()(const ShowFlag& ask) const;
    Answer operator()(const ExtendSession& ask) const;
    Answer operator()(const FinishSession& ask) const;
    Answer operator()(const AbortSession& ask) const;
    Answer operator()(const CloseSession& ask) const;
    Answer operator()(const PutKart& ask) const;
    Answer operator()(const RemoveKart& ask) const;
    Answer operator()(const AssignTransponder& ask) const;
    Answer operator()(const PostMessage& ask) const;
    Answer operator()(const SeeAlarm& ask) const;
    Answer operator()(const UndoAction& ask) const;

  private:
    struct Found {
        const TrackLog* log = nullptr;
        const SessionRecord* record = nullptr;
        timing::DecoderTime now;
        SessionView::Phase phase = SessionView::Phase::staged;
    };
    std::expected<Found, Refusal> find(const std::string& session) const;
    Decided one(const std::string& track, EntryBody body) const;
    Answer step(const std::string& session, Step step, std::initializer_list<SessionView::Phase> allowed) const;

    const Conductor& conductor_;
    const Command& command_;
    timing::HostTime now_;
};

}  // namespace chicane::sessions::conductor
