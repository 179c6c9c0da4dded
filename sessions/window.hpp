// One session's view of its track's log: its passings in order of crossing, whatever the order they came in,
// and the state that the engine makes of them. A late passing costs what it displaces: the state is taken
// from a checkpoint before it. Invariant: after any calls the state is that of a fresh window fed with the
// same events in any order. Pure: no clock, no I/O; lives on the thread of its owner (the timing thread).
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sessions/log_event.hpp"
#include "sessions/missing_passing.hpp"
#include "sessions/result.hpp"
#include "sessions/setup.hpp"
#include "timing/board.hpp"
#include "timing/endurance.hpp"
#include "timing/verdict.hpp"

namespace chicane::sessions {

/// A passing with what became of it.
struct JudgedPassing {
    std::uint64_t sequence = 0;
    RawPassing raw;
    LoopRole role = LoopRole::finish;
    timing::Verdict verdict = timing::Verdict::unknown_transponder;
    std::optional<timing::EntrantId> entrant;
    std::optional<std::int64_t> lap_us;  ///< of the lap that it completed
    std::optional<std::int32_t> lap;
};

enum class Taken {
    applied,   ///< in its place, and all that follows it judged anew
    known,     ///< the window has this very event already; nothing changed
    too_many,  ///< passings_max or officials_max is reached; nothing changed
};

struct Changes {
    Taken taken = Taken::applied;
    std::size_t judged = 0;  ///< passings judged by this call, the new one included; > 1: it came late or moved others
};

struct LastSeen {
    timing::EntrantId entrant;
    timing::DecoderTime at;
};

class Window {
  public:
    /// `tags`: the register as it is when the window opens; assignments made since come as log events.
    Window(Setup setup, transponders::Register tags);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    Window(const Window&);  ///< a preview: try on the copy what a command would do
    Window& operator=(const Window&);

    Changes insert(const LogEvent& event);
    Changes insert(std::uint64_t sequence, const RawPassing& passing);
    /// Takes an official's event, a remark or an assignment back, as if it had never been; `known` where there is none.
    Changes remove(std::uint64_t sequence);
    /// Another setup (rules, loops, entrants), from the begin of the session.
    Changes configure(Setup setup);
    /// What stands on a kart: names the rows of karts that drive in an open session without an entrant.
    void name_kart(timing::KartId kart, std::string number);

    const Setup& setup() const;
    /// The machine that an entrant drives; nothing where nobody knows.
    std::optional<timing::KartId> kart_of(timing::EntrantId entrant, timing::DecoderTime at) const;
    bool empty() const;  ///< no passing yet
    std::size_t size() const;
    /// Latest time of any event: now, where nobody knows better.
    timing::DecoderTime newest() const;

    timing::SessionState state(timing::DecoderTime now) const;
    std::optional<timing::DecoderTime> clock_started() const;
    /// When, after `now`, state or flag change without a passing: signal, zero, end of grace. A tick is due
    /// then.
    std::optional<timing::DecoderTime> next_deadline(timing::DecoderTime now) const;
    /// `messages` and `clock.as_of_ms` are left to the owner, who knows them.
    timing::Board board(timing::DecoderTime now) const;
    /// `with_passings`: the list of all and the order of a restart, which cost by the length of the log.
    Result result(timing::DecoderTime now, bool with_passings = true) const;

    /// How the teams of an endurance race stand, in order of the setup's entrants.
    std::vector<timing::EnduranceRow> endurance(timing::DecoderTime now) const;
    /// Rules that were broken, flags and penalties that were not obeyed: proposals, which officials confirm by a decision.
    std::vector<timing::Breach> breaches(timing::DecoderTime now) const;

    /// The last passings of the log in order of crossing, newest first.
    std::vector<JudgedPassing> last_passings(std::size_t count) const;
    std::optional<JudgedPassing> passing(std::uint64_t sequence) const;
    /// Who is timed by a tag at a moment; nothing for a tag of nobody who entered.
    std::optional<timing::EntrantId> entrant_of(timing::TransponderId tag, timing::DecoderTime at) const;
    /// The passing that ended a lap of an entrant, and the one that began it (0: none did); nothing where no passing ended it.
    struct Ends {
        std::uint64_t passing = 0;
        std::uint64_t begin = 0;
    };
    std::optional<Ends> lap_ends(timing::EntrantId entrant, std::int32_t lap) const;
    /// The crossing where the result of a red flag is taken (timing/red_line).
    std::optional<std::uint64_t> red_line(timing::DecoderTime red_at, std::int32_t laps_back) const;
    /// What a false start called at a moment takes back: the last restart, else the start; or why there is none that can be.
    std::expected<Correction, std::string> false_start(timing::DecoderTime at) const;
    /// While a red flag is out: who drives on, in the order of the result that the flag leaves (red_line), which is that of the restart.
    std::vector<timing::EntrantId> restart_order(timing::DecoderTime now) const;
    /// All passings, in order of crossing: who was where, for tags that nobody has and for learning tags.
    std::vector<JudgedPassing> passings_of(timing::TransponderId transponder) const;
    /// What counted for anybody from..until, in order of crossing.
    std::vector<PassedAt> passed_between(timing::DecoderTime from, timing::DecoderTime until) const;
    /// The newest of an entrant, newest first.
    std::vector<JudgedPassing> passings_of(timing::EntrantId entrant, std::size_t count) const;
    /// When each row last moved: open practice hides rows that rest. Who was never seen is not in it.
    std::vector<LastSeen> last_seen() const;
    /// Numbers of those whose last lap is so long that a passing was likely missed.
    std::vector<std::string> suspicious() const;
    /// When a finished session was over; nothing while it is not.
    std::optional<timing::DecoderTime> finished_at(timing::DecoderTime now) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Ids of entrants that nobody entered (unknown tags, karts without a driver) begin here. A tag, and the karts that it was given to
/// later, are apart by as much: there are fewer tags, and 250 entrants.
inline constexpr std::uint32_t unentered_first = 1'000'000'000;
inline constexpr std::uint32_t unentered_apart = 10'000'000;

}  // namespace chicane::sessions
