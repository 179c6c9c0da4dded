// One track's log: entries in, windows out. It is fed the same entries live and after a restart, and asks nobody for the
// time. A window is made of the log when somebody asks for it, and made anew when its bounds or its setup change, so abort,
// undo, restart and repair are one thing. On the timing thread; a copy is a preview.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/fleet.hpp"
#include "sessions/conductor/passing_log.hpp"
#include "sessions/conductor/seen_tags.hpp"
#include "sessions/conductor/timeline.hpp"
#include "sessions/window.hpp"

namespace chicane::sessions::conductor {

inline constexpr std::size_t messages_max = 50;  ///< of the live feed
inline constexpr std::size_t windows_max =
    8;  ///< made and kept; beyond, all but the open one are made again when asked

/// A window as it stands.
struct LiveWindow {
    Window window;
    SeenTags seen;
};

/// When a session's clock started, and when it was over.
struct Times {
    std::optional<timing::DecoderTime> started;
    std::optional<timing::DecoderTime> finished;
};

class TrackLog {
  public:
    /// Any entry of this track, and the register's of the whole centre.
    void take(const Entry& entry);
    /// A passing that the window it belongs to shall not have yet; show() puts it there.
    void hold(const Entry& entry);
    void show(std::uint64_t seq);

    const Timeline& timeline() const { return timeline_; }
    const PassingLog& passings() const { return passings_; }
    const std::vector<timing::Message>& messages() const { return messages_; }

    /// The session whose window is open, else the practice that a passing of now would be of, else nothing.
    std::optional<std::string> shown(timing::DecoderTime now) const;
    /// Of what is or was armed and is still in memory; made if need be.
    LiveWindow* window(const std::string& session, const Fleet& fleet);
    /// Of a session that is or was armed; remembered for closed ones, so that a list of the day makes no windows.
    Times times(const std::string& session, const Fleet& fleet, timing::DecoderTime now);
    /// A check failed in there: windows are made anew from the log.
    void rebuild();
    /// Lets go of what ended before a time.
    void forget_before(timing::DecoderTime time);

  private:
    void take_assignment(const transponders::Assignment& given);
    void take_session(const Entry& entry);
    void take_setup(const std::string& session);
    void take_undo(std::uint64_t of);
    void insert(const LoggedPassing& passing);
    LiveWindow make(const std::string& session, const Life& life, const Fleet& fleet) const;

    Timeline timeline_;
    PassingLog passings_;
    std::map<std::string, LiveWindow> windows_;
    std::map<std::string, Times> times_;     ///< of closed sessions
    std::vector<timing::Message> messages_;  ///< newest first
};

}  // namespace chicane::sessions::conductor
