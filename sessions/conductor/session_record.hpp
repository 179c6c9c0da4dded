// A session as the conductor keeps it: its setup, the steps of its life, and from its arming on the window over the track's log.
// The phase is the replay of the steps; taking one back is replaying without it.
#pragma once

#include <optional>
#include <vector>

#include "sessions/conductor/entry.hpp"
#include "sessions/conductor/view.hpp"
#include "sessions/window.hpp"

namespace chicane::sessions::conductor {

class SessionRecord {
  public:
    explicit SessionRecord(Setup setup);

    void configure(Setup setup);
    /// A step of this session. Arming opens the window with the register as it is then.
    void step(std::uint64_t seq, const StepKept& kept, timing::HostTime at, const transponders::Register& tags);
    void flag(std::uint64_t seq, const FlagKept& kept);
    void extend(std::uint64_t seq, const ExtensionKept& kept);
    void tick(std::uint64_t seq, const TickKept& kept);
    void assign(const transponders::Assignment& assignment);
    /// Takes back a start, flag, extension, finish or assignment; false where it has none of that number.
    bool undo(std::uint64_t seq);

    /// Whether a passing of that time belongs to it.
    bool covers(timing::DecoderTime time) const;
    bool is_open() const { return window_.has_value() && !closed_at_; }

    SessionView::Phase phase(timing::DecoderTime now) const;
    SessionView view(timing::DecoderTime now) const;
    std::optional<timing::HostTime> started_at() const { return start_ ? std::optional(start_->at) : std::nullopt; }
    std::optional<timing::HostTime> finished_at() const { return finish_ ? std::optional(finish_->at) : std::nullopt; }
    const Setup& setup() const { return setup_; }
    /// From the arming on.
    Window* window() { return window_ ? &*window_ : nullptr; }
    const Window* window() const { return window_ ? &*window_ : nullptr; }
    std::optional<timing::DecoderTime> armed_at() const { return armed_at_; }
    timing::Flag last_flag() const { return flag_; }

  private:
    struct Start {
        std::uint64_t seq = 0;
        timing::HostTime at;
    };
    Setup setup_;
    std::optional<Window> window_;
    std::optional<timing::DecoderTime> armed_at_;
    std::optional<timing::DecoderTime> closed_at_;
    std::optional<Start> start_;
    std::optional<Start> finish_;
    timing::Flag flag_ = timing::Flag::none;
};

}  // namespace chicane::sessions::conductor
