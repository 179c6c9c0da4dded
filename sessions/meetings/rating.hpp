// How strong drivers are and how fast karts, each with its uncertainty, solved together so that a slow kart does not sink a driver. Glicko-2 (Mark
// Glickman, "Example of the Glicko-2 system", 2013) with a kart in each driver's strength and with measured gaps; the method, its formulas and an
// example by hand are in docs/ratings.md. Pure. Doubles: equal to 0.01 points on any machine, and no money or result hangs on them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "sessions/meetings/points.hpp"

namespace chicane::sessions::meetings {

struct Rating {
    double points = 1500;
    double deviation = 350;  ///< the truth is within two of it, 19 times of 20
    double volatility = 0.06;
    friend bool operator==(const Rating&, const Rating&) = default;
};

struct RatingRules {
    Rating new_driver{1500, 350, 0.06};
    Rating new_kart{0, 80, 0.03};  ///< points above the fleet's middle; karts are more alike than drivers
    double tau = 0.5;              ///< how fast volatility itself may change
    double scale_ms = 1000;        ///< a lap: what 400 points are
    double noise_ms = 250;         ///< a lap: scatter of one drive's pace, by the day, the traffic, the start
};

/// One driver in one kart in one session.
struct Drive {
    ScorerId driver;
    timing::KartId kart;
    std::size_t place = 0;                ///< 1 is the winner; equal ones share it
    std::optional<std::int64_t> pace_us;  ///< median lap: without it the place alone speaks
};

/// Who drove on the same track at the same time. Fewer than two say nothing.
using RatedHeat = std::vector<Drive>;

/// Of one kart class: classes do not meet.
struct RatingBook {
    std::map<ScorerId, Rating> drivers;
    std::map<timing::KartId, Rating> karts;
    friend bool operator==(const RatingBook&, const RatingBook&) = default;
};

/// The book after a rating period, a day or a round: all its heats are judged by the ratings from before it. The karts' middle stays 0. Who did not
/// drive is as before; new ones begin with the rules' values. Heats beyond `runs_max` or of more than `entrants_max` are left out.
RatingBook rate(const RatingBook& book, std::span<const RatedHeat> period, const RatingRules& rules);

/// After a period without driving, or a kart's visit to the workshop: less certain, never less than when new.
Rating rested(Rating rating, const Rating& when_new);

/// A kart's pace as the assignment takes it: ms a lap against the middle of the fleet, less is faster, to the nearest.
std::int64_t pace_ms(const Rating& kart, const RatingRules& rules);

}  // namespace chicane::sessions::meetings
