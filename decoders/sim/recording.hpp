// The passings of a recording, to be played again as if they happened now: with their own times, in order of time.
#pragma once

#include <span>
#include <vector>

#include "decoders/sim/crossing.hpp"

namespace chicane::decoders::sim {

class Recording final : public CrossingSource {
  public:
    explicit Recording(std::span<const codec::Record> records);

    std::optional<Crossing> next() override;

    bool empty() const { return passings_.empty(); }
    std::int64_t first_time_us() const { return passings_.front().time_us; }
    /// What the recorded decoder counted it as; 1 where it did not say.
    std::uint32_t first_number() const { return passings_.front().number.value_or(1); }
    std::uint32_t decoder() const { return passings_.front().decoder.value_or(0); }

  private:
    std::vector<codec::Passing> passings_;
    std::size_t at_ = 0;
};

}  // namespace chicane::decoders::sim
