// Step 5 of Glicko-2: how erratic somebody is, from how much a period's results surprise. Behind `rating.hpp`; Glickman's units.
#pragma once

namespace chicane::sessions::meetings {

struct VolatilityAsk {
    double volatility;          ///< before
    double deviation_variance;  ///< φ²
    double result_variance;     ///< v
    double improvement;         ///< Δ
    double tau;
};

/// The root is bracketed and halved by the Illinois rule, at most `volatility_steps_max` times.
double next_volatility(const VolatilityAsk& ask);

}  // namespace chicane::sessions::meetings
