#include "sessions/meetings/volatility.hpp"

#include <cmath>

#include "sessions/meetings/limits.hpp"

namespace chicane::sessions::meetings {

double next_volatility(const VolatilityAsk& ask) {
    constexpr double tolerance = 0.000001;
    const double old_log = std::log(ask.volatility * ask.volatility);
    const double surprise = ask.improvement * ask.improvement;
    const double known = ask.deviation_variance + ask.result_variance;
    const auto f = [&](double log) {
        const double variance = std::exp(log);
        const double total = known + variance;
        return variance * (surprise - total) / (2 * total * total) - (log - old_log) / (ask.tau * ask.tau);
    };
    double low = old_log;
    double high = 0;
    if (surprise > known) {
        high = std::log(surprise - known);
    } else {
        int steps = 1;
        while (f(old_log - steps * ask.tau) < 0 && steps < volatility_steps_max) ++steps;
        high = old_log - steps * ask.tau;
    }
    double f_low = f(low);
    double f_high = f(high);
    for (int step = 0; step < volatility_steps_max && std::abs(high - low) > tolerance; ++step) {
        const double middle = low + (low - high) * f_low / (f_high - f_low);
        const double f_middle = f(middle);
        if (f_middle * f_high <= 0) {
            low = high;
            f_low = f_high;
        } else {
            f_low /= 2;
        }
        high = middle;
        f_high = f_middle;
    }
    return std::exp(low / 2);
}

}  // namespace chicane::sessions::meetings
