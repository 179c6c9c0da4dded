// `[[decision]]` of SPEC.toml: what officials did, told by hand. Each becomes an event of the session's log, as the desk's and the
// API's do. docs/replay.md.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sessions/log_event.hpp"
#include "sessions/setup.hpp"
#include "sessions/window.hpp"
#include "web/host/toml_table.hpp"

namespace chicane::web::host {

/// What a decision is about that is only found once all before it are applied: a passing by its place in the file, the crossing that
/// ends an entrant's lap, or, for a red line, nothing.
struct PassingSaid {
    std::optional<std::uint64_t> index;
    timing::EntrantId entrant;
    std::string number;
    std::int32_t lap = 0;
};

struct SpecDecision {
    enum class Kind {
        flag,
        start,
        finish,
        more,
        void_passing,
        split,
        delete_lap,
        set_first_finisher,
        red_line,
        add,
        give,
        swap,
        assign,
        penalty,
        status,
        relay,
        joker,
        refuel,
        kart_flag,
        false_start,
        undo,
    };
    Kind kind = Kind::flag;
    sessions::LogEvent event;  ///< whole but for its sequence and the passing it is about
    PassingSaid about;
    timing::DecoderTime at;      ///< red_line: the flag's; false_start: when it was called
    std::int32_t laps_back = 0;  ///< red_line
    std::uint64_t undone = 0;    ///< undo: place of the decision in the list
};

/// The kart whose number `kart` says; its id is its place in `[[kart]]`, from 1.
timing::KartId read_kart(TomlTable& table, std::span<const std::string> karts);

/// Reads one. `karts`: the numbers of `[[kart]]`, in order. What is wrong becomes a fault of the table.
SpecDecision read_decision(TomlTable& table, const sessions::Setup& setup, std::span<const std::string> karts);

/// The event as the window as it stands takes it; or what is missing, to be said behind the decision's place.
std::expected<sessions::LogEvent, std::string> resolve(const SpecDecision& decision, const sessions::Window& window);

}  // namespace chicane::web::host
