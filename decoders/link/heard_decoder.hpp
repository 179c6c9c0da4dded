// One decoder as its records tell of it: which of its numbers are missing, how its clock lies to ours, and where its clock or its
// numbers began anew (the epoch). Times that begin again at 0 (a day, 32 bits of milliseconds) are followed over their end, so that
// midnight is no new epoch. Pure: time is passed in.
#pragma once

#include <cstdint>
#include <optional>

#include "decoders/codec/record.hpp"
#include "decoders/link/clock_offset.hpp"
#include "decoders/link/clock_over_stop.hpp"
#include "decoders/link/passing_numbers.hpp"
#include "decoders/link/recent_passings.hpp"

namespace chicane::decoders::link {

/// What a protocol's decoders have in common.
struct DecoderTraits {
    bool can_ask = false;  ///< for passings once more
    std::int64_t rolls_over_us =
        0;                  ///< its times begin again at 0 here; 0: never. A day for those that count from midnight
    double speed = 1;       ///< how many times faster than real its clock runs
    bool in_order = false;  ///< as codec::Protocol has it
};

/// The newest passing of a decoder that the owner has kept, from its journal: what was missed since is asked for.
struct Resume {
    std::uint32_t decoder = 0;  ///< as it calls itself; 0: it does not say
    std::optional<std::uint32_t>
        last_number;                ///< up to which its passings are there without a hole; absent: it has no numbers
    std::int64_t last_time_us = 0;  ///< of that one
    std::uint32_t epoch = 0;
    std::optional<std::uint32_t> newest_number = {};  ///< the highest of all; for those that cannot be asked
    std::optional<std::int64_t> newest_time_us = {};
    std::optional<timing::HostTime> newest_received = {};  ///< when that one came
};

class HeardDecoder {
  public:
    explicit HeardDecoder(const DecoderTraits& traits);

    void resume(const Resume& resume);

    struct Placed {
        std::uint32_t epoch = 0;
        /// How long before now it was, beyond the smallest delay seen; absent: nothing was heard before it.
        std::optional<std::int64_t> delay_us;
        NumberActions actions;
    };
    /// `held_out`: it tells the passing until it is acknowledged, so that it may be an old one. `told_again`: it is one, that was asked for.
    Placed passing(const codec::Passing& passing, timing::HostTime now, bool held_out = false, bool told_again = false);
    void reading(const codec::ClockReading& reading, timing::HostTime now);
    /// A status that is counted together with the passings.
    NumberActions counted(std::uint32_t number, timing::HostTime now);
    NumberActions due(timing::HostTime now, timing::HostTime heard) { return numbers_.due(now, heard); }
    NumberActions reconnected(timing::HostTime now) {
        newest_here_us_.reset();
        return numbers_.reconnected(now);
    }
    NumberActions give_up() { return numbers_.give_up(); }
    bool owes(timing::HostTime now) const { return numbers_.owes(now); }
    /// Whoever hears it sets its clock. Where its times name no moments, however little it moved, an epoch begins with what it tells next.
    void clock_set() { clock_set_ = !names_moments(); }

    const ClockOffset& clock() const { return clock_; }
    const NumberCounts& counts() const { return numbers_.counts(); }
    std::uint32_t epoch() const { return epoch_; }
    bool has_numbers() const { return has_numbers_; }
    /// How much of the time that we were stopped its clock lacks (below 0: has too much), where that is more than clocks differ by.
    std::optional<std::int64_t> lacked_us() const { return lacked_us_; }
    /// Its times name a moment, by its own wall clock at least.
    bool names_moments() const { return base_ == codec::ClockBase::utc || base_ == codec::ClockBase::local; }

  private:
    std::int64_t unrolled_us(std::int64_t time_us, codec::ClockBase base, timing::HostTime now);
    bool fell_back(std::int64_t time_us, timing::HostTime now) const;
    bool goes_on_behind(std::int64_t time_us, timing::HostTime now);
    bool was_set(const codec::Passing& passing);
    bool is_told_live(std::int64_t time_us, timing::HostTime now);
    bool began_anew_while_stopped(std::int64_t time_us, timing::HostTime now, bool may_be_old);
    bool leapt_ahead(std::int64_t time_us, timing::HostTime now) const;
    bool held_up(std::int64_t time_us, timing::HostTime now) const;
    bool was_before(const codec::Passing& passing, timing::HostTime now) const;
    std::optional<std::int64_t> delay_us(std::int64_t time_us, timing::HostTime now) const;
    void begin_anew(std::int64_t time_us, timing::HostTime now);

    DecoderTraits traits_;
    PassingNumbers numbers_;
    ClockOffset clock_;
    codec::ClockBase base_ = codec::ClockBase::none;
    std::uint32_t epoch_ = 0;
    std::int64_t rolled_us_ = 0;                  ///< what its ends have added so far
    std::optional<std::int64_t> last_us_;         ///< the newest time of this epoch, unrolled
    std::optional<std::int64_t> newest_here_us_;  ///< of this connection
    struct Behind {
        std::int64_t time_us = 0;
        timing::HostTime came;
    };
    std::optional<Behind> behind_;  ///< the first that came from far back and may be of a clock that was set back
    std::optional<ClockOverStop> over_stop_;  ///< until it is known whether its clock went on
    std::optional<std::int64_t> lacked_us_;
    bool has_numbers_ = false;
    bool clock_set_ = false;  ///< and nothing was heard of it since
    timing::HostTime began_anew_;
    RecentPassings recent_, before_;  ///< of this epoch and of the one before
};

}  // namespace chicane::decoders::link
