// What a window is made of; for window.cpp and window_view.cpp alone.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>
#include <variant>

#include "sessions/apply.hpp"
#include "sessions/checkpoints.hpp"
#include "sessions/decisions.hpp"
#include "sessions/echo.hpp"
#include "sessions/officials.hpp"
#include "sessions/window.hpp"
#include "timing/limits.hpp"

namespace chicane::sessions {

/// Times beyond are noise of a clock; held to this, no difference of two overflows. 73,000 years.
inline constexpr timing::DecoderTime time_max{std::int64_t{1} << 61};

struct Window::Parts {
    Parts(Setup begun, transponders::Register tags)
        : setup(std::move(begun)),
          ground{setup.rules, Loops(setup.loops), Tags(setup, std::move(tags)), {}},
          book(setup.rules.max_lap_us),
          progress(opening(ground)) {
        hear_drivers();
        checkpoints.reset(progress);
    }

    Changes insert(std::uint64_t sequence, const RawPassing& passing);
    Changes insert_official(std::uint64_t sequence, const timing::Event& event, timing::DecoderTime at);
    Changes tick(timing::DecoderTime at);
    Changes assign(const transponders::Assignment& assignment);
    Changes remark(std::uint64_t sequence, const RemarkMade& made);
    Changes change(std::uint64_t sequence, const std::variant<PassingsGiven, KartSwapped>& made);
    Changes decide(std::uint64_t sequence, const Decisions::Word& word);
    Changes replay_since(timing::DecoderTime since);
    Changes replay_remarked(std::uint64_t passing, bool ends);
    Changes remove(std::uint64_t sequence);
    Changes configure(Setup changed);

    /// Applies anew from the passing at `first`, with none but the first `officials_kept` officials' events before it.
    Changes replay(std::size_t first, std::size_t officials_kept);
    Changes replay_tag(const transponders::Assignment& assignment);
    void apply_from(std::size_t index);
    void apply_officials(timing::DecoderTime until);
    JudgedPassing judged(const LogEntry& entry) const;
    std::vector<timing::FlagSpan> flag_spans() const;
    /// What each team told, heard and swapped.
    std::vector<timing::Team> teams() const;
    std::vector<timing::EnduranceRow> endurance(timing::DecoderTime now) const;
    /// Decisions, and time for the weight that drivers lack.
    std::vector<timing::Charge> charges(timing::DecoderTime now) const;
    void hear_driver(const LogEntry& entry);
    void hear_drivers();

    Setup setup;
    Ground ground;
    Log log;
    Officials officials;
    Decisions decisions;
    timing::LapBook book;
    Progress progress;  ///< after all events
    Checkpoints checkpoints;
    timing::DecoderTime newest{std::numeric_limits<std::int64_t>::min()};
    std::unordered_map<timing::KartId, std::string> kart_numbers;
    std::unordered_map<timing::TransponderId, RelayTold> driver_tags;  ///< whom a tag of a driver's own tells of
    std::map<std::uint64_t, RelayTold> heard;                          ///< by the passing's place in the journal
};

}  // namespace chicane::sessions
