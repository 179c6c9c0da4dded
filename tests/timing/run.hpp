// Drives the engine as tests write a race: karts 0, 1, 2 … cross at seconds, in order; then one asks for verdicts, rows, state.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "timing/engine.hpp"
#include "timing/standings.hpp"
#include "timing/status.hpp"
#include "timing/words.hpp"

namespace chicane::timing {

constexpr DecoderTime at_s(double seconds) { return {static_cast<std::int64_t>(seconds * 1'000'000 + 0.5)}; }

struct Run {
    Rules rules;
    State state;
    LapBook book;
    DecoderTime now;

    explicit Run(const Rules& given, std::uint16_t entrants = 3, std::uint8_t sectors = 0)
        : rules(given), state(initial(given, entrants, sectors)), book(given.max_lap_us) {}

    /// The verdict's word. The kart's own tag is its place + 100.
    std::string pass(std::uint16_t kart, double seconds, LoopRole role = LoopRole::finish, std::uint8_t sector = 0) {
        return pass_with(kart + 100U, kart, seconds, role, sector);
    }
    std::string pass_with(std::uint64_t tag, std::uint16_t kart, double seconds, LoopRole role = LoopRole::finish,
                          std::uint8_t sector = 0) {
        now = at_s(seconds);
        return std::string(word(apply(rules, state, book, Passing{now, {tag}, kart, role, sector, {}}).verdict));
    }
    void show(Flag flag, double seconds) {
        now = at_s(seconds);
        apply(rules, state, book, Event(FlagShown{now, flag}));
    }

    std::vector<Standing> rows() const { return standings_at(rules, state, book, now); }
    Row row(std::uint16_t kart) const { return rows()[state.places[kart]].row; }
    std::vector<int> order() const { return {state.ranked.begin(), state.ranked.end()}; }
    std::string session(double seconds) const { return std::string(word(state_at(rules, state, at_s(seconds)))); }
    std::string session() const { return std::string(word(state_at(rules, state, now))); }
    std::string status(std::uint16_t kart, double seconds) const {
        return std::string(word(status_at(rules, state, state.entrants[kart], at_s(seconds))));
    }
    std::string status(std::uint16_t kart) const {
        return std::string(word(status_at(rules, state, state.entrants[kart], now)));
    }
};

inline Rules race_rules() {
    Rules rules;
    rules.kind = Kind::race;
    rules.rank = Ranking::laps;
    rules.end.how = EndHow::leader_first;
    return rules;
}

inline Rules practice_rules() { return {}; }

}  // namespace chicane::timing
