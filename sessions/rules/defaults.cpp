#include "sessions/rules/defaults.hpp"

#include <algorithm>

namespace chicane::sessions::rules {

timing::Rules defaults(timing::Kind kind) {
    timing::Rules rules;
    rules.kind = kind;
    switch (kind) {
        case timing::Kind::practice:
        case timing::Kind::qualifying:
            rules.rank = timing::Ranking::best_lap;
            rules.end.how = timing::EndHow::next_crossing;
            break;
        case timing::Kind::race:
        case timing::Kind::endurance:
            rules.rank = timing::Ranking::laps;
            rules.end.how = timing::EndHow::leader_first;
            break;
    }
    return rules;
}

std::int64_t stray_gap_us(std::int64_t min_lap_us) {
    constexpr std::int64_t most_us = 5'000'000;
    return std::min(most_us, min_lap_us / 2);
}

timing::Rules open_practice(std::int64_t min_lap_us) {
    timing::Rules rules = defaults(timing::Kind::practice);
    rules.start = timing::Start::own;
    rules.open = true;
    rules.min_lap_us = min_lap_us;
    rules.stray_gap_us = stray_gap_us(min_lap_us);
    return rules;
}

}  // namespace chicane::sessions::rules
