// A track's sessions over time: which one's window a passing lies in. One log a track, a session is a window over it from
// arm to close, by corrected time; what lies in none belongs to open practice. contract.md, what a live session adds. Plain
// value on the timing thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/session_life.hpp"

namespace chicane::sessions::conductor {

/// From a time until before another.
struct Span {
    timing::DecoderTime from;
    timing::DecoderTime until;
    bool contains(timing::DecoderTime time) const { return time >= from && time < until; }
};

/// It says something of a result and changes none.
bool is_official(const EntryBody& body);

class Timeline {
  public:
    /// An entry about a session.
    void keep(const Entry& entry);
    /// Takes an entry back; the session it was about, or nothing.
    std::optional<std::string> remove(std::uint64_t seq);
    /// Forgets sessions, practices and plans whose last is older.
    void forget_before(timing::DecoderTime time);

    /// Null: it is about no session here, or was taken back.
    const Entry* entry(std::uint64_t seq) const;
    const Life* find(const std::string& session) const;
    /// In order of their ids; practices too.
    const auto& all() const { return sessions_; }
    std::size_t planned() const;
    /// The session whose window is open; at most one.
    std::optional<std::string> open() const;
    /// The session or practice that a passing of this time belongs to; nothing where practice must begin first.
    std::optional<std::string> home(timing::DecoderTime time) const;
    /// The window of one that is armed.
    std::optional<Span> span(const std::string& session) const;
    /// The end of the last window before a time.
    std::optional<timing::DecoderTime> last_end_before(timing::DecoderTime time) const;

    struct Kept {
        std::vector<Entry> entries;
        std::vector<Entry> undone;  ///< taken back since
        Life life;
        std::uint64_t overtaken = 0;  ///< the entry that said official before something older was taken back
        void work_out();
    };

  private:
    struct Place {
        std::string session;
        bool practice = false;
        timing::DecoderTime begin;  ///< practice: of its first passing, which need not be the first to arrive
        Span span;
    };
    void place_all();

    std::map<std::string, Kept> sessions_;
    std::vector<Place> places_;  ///< of the armed, in order of begin
};

}  // namespace chicane::sessions::conductor
