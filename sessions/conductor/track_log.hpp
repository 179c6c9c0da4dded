// One track's log as sessions and open practice: which window a passing belongs to, what the board shows, what is going on. It is fed
// with journal entries, live and after a restart alike, and asks nobody for the time. On the timing thread.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "sessions/conductor/session_record.hpp"
#include "sessions/conductor/track_clock.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t messages_max = 50;   ///< of the live feed
inline constexpr std::size_t practices_max = 8;   ///< so far back a late passing still finds its open practice
inline constexpr std::size_t sessions_max = 500;  ///< a centre's busiest week; beyond, staging is refused

struct DeviceOptions {
    std::string id;
    std::string uri;
    timing::LoopRole role = timing::LoopRole::finish;
    std::int32_t sector = 0;
    double speed = 1;
};

struct TrackOptions {
    std::string id;
    std::string name;
    std::int64_t min_lap_us = 0;
    std::int32_t open_practice_hide_min = 10;  ///< 0: rows stay
    std::vector<DeviceOptions> devices;        ///< at most decoders_max
    /// The first 05:00 of the centre's wall clock after a time: there open practice begins anew.
    std::function<timing::DecoderTime(timing::DecoderTime)> next_morning;
};

class TrackLog {
  public:
    explicit TrackLog(TrackOptions options);

    /// What must be journaled before a passing of that time can be taken: open practice begins.
    std::optional<PracticeKept> practice_due(timing::DecoderTime time) const;

    void take(std::uint64_t seq, const PassingKept& kept);
    void take(const PracticeKept& kept, const transponders::Register& tags);
    void take(const SetupKept& kept);
    void take(std::uint64_t seq, const StepKept& kept, timing::HostTime at, const transponders::Register& tags);
    void take(std::uint64_t seq, const FlagKept& kept);
    void take(std::uint64_t seq, const ExtensionKept& kept);
    void take(std::uint64_t seq, const TickKept& kept);
    void take(std::uint64_t seq, const MessageKept& kept, timing::HostTime at);
    void assign(const transponders::Assignment& assignment);
    void name_kart(timing::KartId kart, const std::string& number);
    bool undo(std::uint64_t seq);
    /// Makes the shown window's state anew from its log.
    void rebuild();

    SessionRecord* find(const std::string& session);
    const std::map<std::string, SessionRecord>& sessions() const { return sessions_; }
    /// The session whose window is open, else nothing: open practice.
    SessionRecord* current();
    const SessionRecord* current() const { return const_cast<TrackLog*>(this)->current(); }
    /// The window that the board shows: the current session's, else open practice's; nothing before the first passing.
    const Window* shown() const;
    std::string shown_id() const;
    /// When the shown window began; nothing before the first passing.
    std::optional<timing::DecoderTime> shown_begin() const;
    bool knows(timing::TransponderId tag) const;

    timing::DecoderTime now(timing::HostTime host) const { return clock_.now(host); }
    const TrackClock& clock() const { return clock_; }
    std::optional<timing::DecoderTime> next_deadline(timing::HostTime host) const;
    timing::Board board(timing::HostTime host) const;
    std::vector<StripPassing> strip() const;
    std::vector<UnknownTag> unknown() const;
    const TrackOptions& options() const { return options_; }

  private:
    struct Practice {
        std::string session;
        timing::DecoderTime from;
        std::optional<timing::DecoderTime> until;
        Window window;
    };
    Window* window_of(timing::DecoderTime time);
    Practice* practice_at(timing::DecoderTime time);
    timing::DecoderId decoder_of(const std::string& device) const;
    std::vector<LoopSetup> loops() const;
    void release_passings(Window& window, const transponders::Register& tags);

    TrackOptions options_;
    TrackClock clock_;
    std::map<std::string, SessionRecord> sessions_;
    std::deque<Practice> practices_;  ///< oldest first
    std::unordered_map<timing::KartId, std::string> kart_numbers_;
    std::vector<timing::Message> messages_;
};

}  // namespace chicane::sessions::conductor
