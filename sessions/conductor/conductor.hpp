// The one owner of state. It takes passings and commands on the timing thread, journals what happened, keeps the tracks' logs, and
// hands boards and views to the sink. Promises: entries are journaled in the order in which they act; a board never waits for the
// disk; `done` of a command is called once, and only when its entries are on disk; a restart from the same entries gives the same state.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "decoders/link/source_events.hpp"
#include "sessions/conductor/alarms.hpp"
#include "sessions/conductor/command.hpp"
#include "sessions/conductor/ports.hpp"
#include "sessions/conductor/track_log.hpp"
#include "transponders/register.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t commands_waiting_max = 1000;  ///< for the disk; beyond, a command is refused
inline constexpr std::size_t karts_max = 1000;             ///< the fleet
inline constexpr std::size_t tags_heard_max = 10'000;      ///< beyond, a new tag's last passing is not remembered

struct Kart {
    timing::KartId id;
    std::string number;
    std::string class_name;
    bool out_of_service = false;
};

/// A session's place in its life, without its setup.
struct SessionLife {
    std::string session;
    std::string track;
    SessionView::Phase phase = SessionView::Phase::staged;
    std::optional<timing::HostTime> started_at;
    std::optional<timing::HostTime> finished_at;
};

/// A tag that the register or a loop knows.
struct Tag {
    timing::TransponderId transponder;
    transponders::Holder holder;
    std::optional<timing::DecoderTime> last_seen;  ///< since the journal's passings that were read at the start
    std::uint64_t passings = 0;
};

/// The last passing kept of a decoder, so that its source can ask for what came since.
struct LastPassing {
    std::string device;
    std::uint32_t decoder = 0;
    std::uint32_t number = 0;
    std::int64_t time_us = 0;
    std::uint32_t epoch = 0;
};

class Conductor : public decoders::link::SourceEvents {
  public:
    Conductor(std::vector<TrackOptions> tracks, Journal& journal, Sink& sink, Clock& clock);
    ~Conductor() override;

    /// Takes what a journal holds, in its order, before anything else happens; publishes each track once.
    void restore(std::span<const Entry> entries);

    void on_passing(const std::string& device, const decoders::link::ReceivedPassing& received) override;
    void on_health(const std::string& device, const decoders::link::SourceHealth& health) override;
    void on_lost(const std::string& device, std::uint32_t from, std::uint32_t until) override;

    void handle(const Command& command, std::function<void(Outcome)> done);
    /// The clock's alarm: a deadline may be due.
    void on_wake();

    // For the API, on the timing thread.
    std::vector<SessionView> sessions(const std::string& track) const;
    std::optional<SessionView> session(const std::string& id) const;
    /// Nothing for a session that was never armed, or is not known.
    std::optional<Result> result(const std::string& id) const;
    std::vector<SessionLife> lives() const;
    std::vector<Kart> karts() const;
    /// In order of their numbers.
    std::vector<Tag> tags() const;
    std::optional<transponders::Holder> holder(timing::TransponderId tag) const;
    std::vector<LastPassing> last_passings() const;
    std::uint64_t last_seq() const { return last_seq_; }
    bool knows_track(const std::string& track) const { return tracks_.contains(track); }

  private:
    struct Track;
    struct Waiting {
        std::uint64_t seq = 0;
        Outcome outcome;
        std::function<void(Outcome)> done;
    };
    friend class Decision;

    Track* track_of_device(const std::string& device);
    Track* track_of_session(const std::string& session);
    const Track* track_of_session(const std::string& session) const;
    std::uint64_t keep(Entry entry);
    void take(const Entry& entry);
    void hear(const PassingKept& kept);
    void note_action(const Entry& entry);
    void publish(Track& track);
    void publish_view(Track& track);
    void set_alarm(Track& track);
    void on_durable();
    void rebuild(const std::string& why);

    Journal& journal_;
    Sink& sink_;
    Clock& clock_;
    std::map<std::string, std::unique_ptr<Track>> tracks_;
    transponders::Register register_;
    std::map<timing::KartId, Kart> karts_;
    std::map<std::pair<std::string, std::uint32_t>, LastPassing> last_;
    struct Heard {
        timing::DecoderTime last;
        std::uint64_t passings = 0;
    };
    std::map<timing::TransponderId, Heard> heard_;
    std::deque<Waiting> waiting_;
    std::uint64_t last_seq_ = 0;
};

}  // namespace chicane::sessions::conductor
