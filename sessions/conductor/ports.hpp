// What the conductor needs of the world, and what it gives. Each has a real one and one for tests. All calls come on the timing thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sessions/conductor/entry.hpp"
#include "sessions/conductor/view.hpp"
#include "timing/board.hpp"

namespace chicane::sessions::conductor {

/// Keeps entries, in order, and says when they are on disk.
class Journal {
  public:
    virtual ~Journal() = default;
    /// Takes an entry at once and writes it elsewhere. False: it cannot take any more, long after fault() began, and this one is lost;
    /// durable() passes it all the same.
    [[nodiscard]] virtual bool append(const Entry& entry) = 0;
    /// The last entry that survives a power cut.
    virtual std::uint64_t durable() const = 0;
    /// How long the oldest entry has waited for the disk.
    virtual std::int64_t lag_ms() const = 0;
    /// Why nothing is written at present; it is tried again until the disk takes it.
    virtual std::optional<std::string> fault() const = 0;
    /// Called on the timing thread whenever durable() has risen. Set once, by the conductor.
    std::function<void()> on_durable;
};

/// Whoever shows what the conductor knows. What is handed over is never changed again.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void on_board(const std::string& track, std::shared_ptr<const timing::Board> board) = 0;
    virtual void on_view(const std::string& track, std::shared_ptr<const TrackView> view) = 0;
    /// The list of sessions of a track, or a setup in it, is another.
    virtual void on_sessions(const std::string& track) = 0;
    /// A programmer's check failed and was caught: one line for the log.
    virtual void on_broken(const std::string& what) = 0;
};

class Clock {
  public:
    virtual ~Clock() = default;
    virtual timing::HostTime now() const = 0;
    /// Calls Conductor::on_wake then; a later call replaces an earlier.
    virtual void wake_at(timing::HostTime at) = 0;
};

}  // namespace chicane::sessions::conductor
