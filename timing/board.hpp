// The board: the live state of a session as it is shown. A plain value; threads share it as shared_ptr<const
// Board>. It holds public names only. The fields are those of the live feed (web/schema/board.schema.json).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timing/flag.hpp"
#include "timing/ids.hpp"
#include "timing/row_state.hpp"
#include "timing/rules.hpp"

namespace chicane::timing {

/// waiting: the clock has not started. finishing: the flag is shown. suspended: a red flag stopped the clock.
enum class SessionState { waiting, running, finishing, finished, suspended };

enum class MessageKind { info, flag, warning, penalty };

/// Distance to another row: a time, whole laps, or neither where nothing can be compared.
struct Gap {
    std::optional<std::int64_t> us;
    std::optional<std::int32_t> laps;
    friend bool operator==(const Gap&, const Gap&) = default;
};

struct SectorTime {
    std::int32_t sector = 0;
    std::optional<std::int64_t> last_us;
    std::optional<std::int64_t> best_us;
    friend bool operator==(const SectorTime&, const SectorTime&) = default;
};

struct Row {
    EntrantId id;
    std::int32_t position = 0;
    std::string number;
    std::string name;                          ///< the public one
    std::optional<TransponderId> transponder;  ///< the last seen
    std::int32_t laps = 0;
    std::optional<std::int64_t> last_us;
    std::optional<std::int64_t> best_us;
    std::optional<std::int32_t> best_lap;
    std::optional<std::int64_t> total_us;
    std::optional<std::int64_t> average_us;
    Gap gap;       ///< to the first
    Gap interval;  ///< to the row above
    std::vector<SectorTime> sectors;
    std::int32_t pits = 0;
    RowState state = RowState::running;
    KartFlag flag = KartFlag::none;  ///< shown to him alone
    bool classified = false;         ///< has run, enough of it, and is ranked
    friend bool operator==(const Row&, const Row&) = default;
};

/// The session's clock as it was at `as_of_ms` (Unix time); clients tick it themselves while it runs.
struct Clock {
    std::optional<std::int64_t> elapsed_us;
    std::optional<std::int64_t> remaining_us;
    std::int32_t laps_done = 0;
    std::optional<std::int32_t> laps_total;
    bool runs = false;
    std::int64_t as_of_ms = 0;
    friend bool operator==(const Clock&, const Clock&) = default;
};

struct SessionHead {
    std::string id;
    std::string name;
    Kind kind = Kind::practice;
    Ranking rank = Ranking::best_lap;
    SessionState state = SessionState::waiting;
    friend bool operator==(const SessionHead&, const SessionHead&) = default;
};

struct Message {
    std::uint64_t id = 0;
    std::int64_t at_ms = 0;
    MessageKind kind = MessageKind::info;
    std::optional<std::string> number;
    std::string text;
    friend bool operator==(const Message&, const Message&) = default;
};

/// What is to be known of the flags beside the one that is out.
struct FlagShow {
    std::string name;                 ///< of the rule-set's own flag; empty: the flag is what it is everywhere
    std::vector<std::int32_t> posts;  ///< where it is yellow, ascending
    std::optional<std::uint8_t> speed_level;
    Lights lights = Lights::unset;
    PitLane pit = PitLane::unset;
    friend bool operator==(const FlagShow&, const FlagShow&) = default;
};

struct Board {
    std::optional<SessionHead> session;
    Clock clock;
    Flag flag = Flag::none;
    FlagShow show;
    std::vector<Row> rows;          ///< in order of position
    std::vector<Message> messages;  ///< newest first, at most messages_max
    friend bool operator==(const Board&, const Board&) = default;
};

}  // namespace chicane::timing
