// A session as tests write it: karts with tags, decoders, passings at seconds in any order; then one asks for the result.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sessions/window.hpp"
#include "timing/words.hpp"

namespace chicane::sessions {

constexpr timing::DecoderTime at_s(double seconds) { return {static_cast<std::int64_t>(seconds * 1'000'000 + 0.5)}; }

inline EntrantSetup entrant(std::uint32_t id, std::vector<timing::TransponderId> tags) {
    const std::string number = std::to_string(id);
    return {{id}, number, "Driver " + number, "D. " + number, std::move(tags), std::nullopt};
}

/// A race of karts 1, 2 and 3 with tags 101, 102 and 103; kart 1 has 201, too.
inline Setup race() {
    Setup setup;
    setup.id = "ses_1";
    setup.rules.kind = timing::Kind::race;
    setup.rules.rank = timing::Ranking::laps;
    setup.rules.end.how = timing::EndHow::leader_first;
    setup.entrants = {entrant(1, {{101}, {201}}), entrant(2, {{102}}), entrant(3, {{103}})};
    return setup;
}

inline Setup open_practice() {
    Setup setup;
    setup.id = "open_main_1";
    setup.rules.start = timing::Start::own;
    setup.rules.open = true;
    return setup;
}

struct Case {
    Window window;
    std::uint64_t sequence = 0;

    explicit Case(Setup setup, transponders::Register tags = {}) : window(std::move(setup), std::move(tags)) {}

    /// Answers the passing's sequence.
    std::uint64_t pass(std::uint64_t tag, double seconds, std::uint32_t decoder = 0, std::uint32_t number = 0) {
        window.insert(++sequence, RawPassing{at_s(seconds), {tag}, {decoder}, number});
        return sequence;
    }
    template <class What>
    std::uint64_t tell(What what) {
        window.insert(LogEvent{++sequence, what});
        return sequence;
    }
    std::uint64_t assign(std::uint64_t tag, transponders::Holder holder, double from) {
        const std::uint64_t its = ++sequence;
        window.insert(LogEvent{its, transponders::Assignment{its, {tag}, holder, at_s(from)}});
        return its;
    }

    std::string verdict(std::uint64_t of) const { return std::string(timing::word(window.passing(of)->verdict)); }
    Result result() const { return window.result(window.newest()); }
    ClassifiedRow row(const std::string& number) const {
        for (const ClassifiedRow& row : result().classification) {
            if (row.number == number) return row;
        }
        return {};
    }
    /// Numbers in order of position.
    std::string order() const {
        std::string numbers;
        for (const ClassifiedRow& row : result().classification) numbers += (numbers.empty() ? "" : " ") + row.number;
        return numbers;
    }
    std::string state() const { return std::string(timing::word(window.state(window.newest()))); }
};

}  // namespace chicane::sessions
