// Simulated time: begins where it is told, and runs `speed` times faster than the host's steady clock.
#pragma once

#include <chrono>
#include <cstdint>

namespace chicane::decoders::sim {

class Pace {
  public:
    using Clock = std::chrono::steady_clock;

    Pace(std::int64_t start_us, double speed) : start_us_(start_us), speed_(speed), begun_(Clock::now()) {}

    std::int64_t now_us() const {
        const std::chrono::duration<double, std::micro> real = Clock::now() - begun_;
        return start_us_ + static_cast<std::int64_t>(real.count() * speed_);
    }
    /// When the host's clock reaches a simulated time.
    Clock::time_point at(std::int64_t simulated_us) const {
        const std::chrono::duration<double, std::micro> real(static_cast<double>(simulated_us - start_us_) / speed_);
        return begun_ + std::chrono::ceil<Clock::duration>(real);
    }

  private:
    std::int64_t start_us_;
    double speed_;
    Clock::time_point begun_;
};

}  // namespace chicane::decoders::sim
