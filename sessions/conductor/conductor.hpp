// The one owner of all tracks' state, on the timing thread: passings and commands come in, entries go to the journal, boards
// and views to the sink. It promises:
//  - the state is the replay of the entries that it appended, in their order, and of nothing else;
//  - a board never waits for the disk; a command is answered once, when its entries are on disk;
//  - a check that fails inside is caught here, and the track is made anew from its log: the race goes on.
// It only orders the calls; what is decided, kept and shown lies in the parts beside it (README.md).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "decoders/link/source_events.hpp"
#include "sessions/conductor/answers.hpp"
#include "sessions/conductor/command.hpp"
#include "sessions/conductor/device_day.hpp"
#include "sessions/conductor/driver_passings.hpp"
#include "sessions/conductor/fleet.hpp"
#include "sessions/conductor/last_passings.hpp"
#include "sessions/conductor/options.hpp"
#include "sessions/conductor/ports.hpp"
#include "sessions/conductor/view.hpp"
#include "sessions/missing_passing.hpp"
#include "sessions/result.hpp"

namespace chicane::sessions::conductor {

/// The disk is late beyond this: ten times its worst commit on a busy machine.
inline constexpr std::int64_t journal_late_ms = 2000;

/// The server's wall clock was set by more than a time server corrects it by: what it shows is another time than ours.
inline constexpr std::int64_t clock_set_us = 2'000'000;

/// A session's place in its life, without its setup.
struct SessionLife {
    std::string session;
    std::string track;
    SessionView::Phase phase = SessionView::Phase::staged;
    std::optional<timing::HostTime> started_at;
    std::optional<timing::HostTime> finished_at;
    std::optional<Official> official = {};
};

/// A tag that the register or a loop knows.
struct Tag {
    timing::TransponderId transponder;
    transponders::Holder holder;
    std::optional<timing::DecoderTime> last_seen;  ///< since the journal's passings that were read at the start
    std::uint64_t passings = 0;
};

/// What a device did over the day, beside the tags that it heard.
struct DeviceHistory {
    std::vector<HealthMinute> minutes;  ///< oldest first
    std::vector<LostRange> lost;        ///< newest first
};

/// The tags that a device heard over the day. A copy for another thread, which has the time to make figures of it.
struct HeardTags {
    TagStrengths strengths;
    std::map<timing::TransponderId, std::string> karts;  ///< the number of the kart that has the tag now
    FieldStrength field() const;
};

class Conductor final : public decoders::link::SourceEvents {
  public:
    /// The ports outlive the conductor.
    Conductor(std::vector<TrackOptions> tracks, Journal& journal, Sink& sink, Clock& clock);
    ~Conductor() override;
    Conductor(const Conductor&) = delete;
    Conductor& operator=(const Conductor&) = delete;

    /// Takes what a journal holds, in its order, before anything else happens; publishes each track once.
    void restore(std::span<const Entry> entries);

    /// Called on the timing thread for each passing that its decoder holds out, once it is on disk, also when it is told again:
    /// to be handed to its Source::acknowledge(). Set once, by the owner of the sources.
    std::function<void(const std::string& device, const decoders::codec::Passing& kept)> on_safe;

    /// Gives a track its lights and what limits its karts; from then on they are steered. Before restore().
    void attach(const std::string& track, outputs::Drivers drivers);

    void on_passing(const std::string& device, const decoders::link::ReceivedPassing& received) override;
    void on_health(const std::string& device, const decoders::link::SourceHealth& health) override;
    void on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) override;

    /// Called whenever it is looked how far the server's wall clock was set ahead since we began; our own time goes on unmoved.
    void on_clock_set(std::int64_t ahead_us);

    /// `answer` is called when what was done is on disk; at once for a refusal, a preview, or where nothing changes.
    void handle(const Command& command, Answer answer);
    /// The clock's alarm: a deadline may be due.
    void on_wake();

    /// Sessions of a track that are planned, open, or ended in the last 48 hours, in order of their ids; no practices.
    std::vector<SessionView> sessions(const std::string& track) const;
    /// Open practice, too.
    std::optional<SessionView> session(const std::string& id) const;
    /// Nothing for what was never armed, is not known, or ended longer ago: journal::past_result() has these.
    std::optional<Result> result(const std::string& id, bool with_passings = true) const;
    /// What counted for anybody in a session from..until: whose a crossing between could be.
    std::vector<PassedAt> passed_between(const std::string& session, timing::DecoderTime from,
                                         timing::DecoderTime until) const;
    /// What is added to a time of a session's track for the world's time, as both show now; 0 where nobody knows the session.
    std::int64_t to_host_us(const std::string& session) const;
    /// Of an entrant of a session that is or was armed; nothing for others.
    std::optional<std::vector<DriverPassing>> driver_passings(const std::string& session,
                                                              timing::EntrantId entrant) const;
    /// What officials did in a session, newest first; what was taken back says so.
    std::vector<Action> actions(const std::string& session) const;
    /// Of all tracks; no practices.
    std::vector<SessionLife> lives() const;
    std::vector<Kart> karts() const;
    /// In order of their numbers.
    std::vector<Tag> tags() const;
    std::vector<timing::TransponderId> tags_of(timing::KartId kart) const;
    std::optional<transponders::Holder> holder(timing::TransponderId tag) const;
    /// Each with its track.
    std::map<timing::TransponderId, std::string> sync_transponders() const;
    std::vector<LastPassing> last_passings() const;
    std::uint64_t last_seq() const;
    bool knows_track(const std::string& track) const;

    /// Sets a device up, or changes the one of that id: its address, its loop, its test mode. What passes counts by its name, so
    /// another decoder may take its place in the middle of a session. `by`: the account, for the record.
    std::expected<void, Refusal> put_device(const std::string& track, const DeviceOptions& device,
                                            const std::string& by);
    /// What it has told stays in the log.
    std::expected<void, Refusal> remove_device(const std::string& device);
    /// As it is set up now; nothing for one that is not known.
    std::optional<DeviceOptions> device(const std::string& id) const;
    /// Nothing for a device that is not known.
    std::optional<DeviceHistory> device_history(const std::string& device) const;
    std::optional<HeardTags> device_tags(const std::string& device) const;

  private:
    void tell_safe();

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace chicane::sessions::conductor
