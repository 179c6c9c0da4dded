// Finds out from the numbers of one decoder's passings which are missing, when to ask for them again, and when to give
// them up. Also finds where the decoder began anew: then the epoch rises, and of what came before nothing is asked, as it is
// gone from its memory; what it counted since is, where nobody was there to hear it. Where only its clock was set the epoch rises as well, but the numbers go on and it remembers: what is
// missing is still asked for. Pure: time is passed in. decoders.md §1.6.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "timing/time.hpp"

namespace chicane::decoders::link {

inline constexpr std::int64_t resend_wait_us = 2'500'000;  ///< an answer takes one way there and back
inline constexpr int resend_tries_max = 3;
/// Of a decoder that cannot be asked: a line that is held up brings a passing so long after the next one at most.
inline constexpr std::int64_t late_wait_us = 10'000'000;
inline constexpr std::uint32_t missing_max = 20'000;  ///< an hour of a full track; what is older is lost
/// After a reconnect passings may be missing of which no later number tells yet: so many are asked for, and when all
/// of them came, so many more.
inline constexpr std::uint32_t resend_ahead = 200;
/// So long at most the answer to that is awaited while it comes, as what comes live lies in the same range: at 9,600 baud 200
/// passings of P3 take a quarter of it.
inline constexpr std::int64_t answer_max_us = 60'000'000;
inline constexpr std::int64_t clock_back_us = 10'000'000;  ///< neighbours in number may be this much out of order
/// Where numbers go on the decoder did not restart: ahead of ours by so much its clock was set, by less it is a decoder that
/// plays a recording quicker than it was.
inline constexpr std::int64_t clock_ahead_us = 6 * 3'600'000'000;
/// Two loops tell a crossing out of order by less, and a clock that was set back lies further.
inline constexpr std::int64_t before_max_us = 60'000'000;
/// Over a clock that was set no more than this is missing; a larger gap may be of another decoder's count.
inline constexpr std::uint32_t set_gap_max = resend_ahead;
inline constexpr std::int64_t memory_us = 86'400'000'000;  ///< no decoder repeats a passing older than a day

inline constexpr std::size_t remembered_max =
    1'024;  ///< numbers whose times tell a repetition from a number that is given anew
inline constexpr std::uint32_t counted_anew_max = 100;  ///< a decoder that counts anew is heard before it comes so far

struct NumberRange {
    std::uint32_t from = 0;
    std::uint32_t until = 0;
    friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// What an arrival or the time says to do.
struct NumberActions {
    std::vector<NumberRange> ask;
    std::vector<NumberRange> lost;
    bool told_before = false;  ///< what arrived was told by the clock as it was before it was set
};

struct NumberCounts {
    std::uint64_t found = 0;  ///< passings that a gap said were missing
    std::uint64_t recovered = 0;
    std::uint64_t lost = 0;
};

class PassingNumbers {
  public:
    /// `can_ask`: for passings once more. Of a decoder that cannot be asked a gap is lost unless it fills by itself soon, and a number
    /// that falls back elsewhere is a new epoch, as it repeats nothing.
    explicit PassingNumbers(bool can_ask = true) : can_ask_(can_ask) {}
    /// Goes on where an owner's journal ends.
    PassingNumbers(std::uint32_t last_number, std::int64_t last_time_us, std::uint32_t epoch, bool can_ask = true);

    /// A passing came. `clock_now_us`: what the decoder's clock shows now, if known.
    NumberActions arrived(std::uint32_t number, std::int64_t time_us, timing::HostTime now,
                          std::optional<std::int64_t> clock_now_us);
    /// Something else came that is counted together with the passings, without a time.
    NumberActions counted(std::uint32_t number, timing::HostTime now);
    /// Asks again, or gives up, what has waited long enough.
    /// `heard`: when the link last brought anything. A decoder that is silent has not said no: it answers once it speaks again.
    NumberActions due(timing::HostTime now, timing::HostTime heard);
    /// The link has opened anew: what was missing is asked for at once, and what may follow the last number.
    NumberActions reconnected(timing::HostTime now);
    /// Its clock tells that the decoder restarted: what came before is gone, and counting begins with this one.
    NumberActions begin_anew(std::uint32_t number, std::int64_t time_us, timing::HostTime now);
    /// What is missing is lost: nobody is there to be asked.
    NumberActions give_up();

    /// Some are missing, or the answer to what may follow the last number can still be on its way.
    bool owes(timing::HostTime now) const { return !missing_.empty() || awaits_answer(now); }
    std::uint32_t epoch() const { return epoch_; }
    const NumberCounts& counts() const { return counts_; }

  private:
    struct Missing {
        NumberRange range;
        int tries = 0;
        timing::HostTime asked;
    };

    struct Ahead {
        NumberRange range;
        timing::HostTime asked;
        timing::HostTime came;  ///< the last of it; at first: as asked
    };

    bool awaits_answer(timing::HostTime now) const {
        return ahead_ && timing::us_between(ahead_->came, now) < resend_wait_us &&
               timing::us_between(ahead_->asked, now) < answer_max_us;
    }
    std::int64_t wait_us() const { return can_ask_ ? resend_wait_us : late_wait_us; }
    bool take_missing(std::uint32_t number, timing::HostTime now);
    bool clock_jumped(std::int64_t time_us, std::optional<std::int64_t> clock_now_us) const;
    bool began_anew(std::uint32_t number, std::int64_t time_us) const;
    bool was_before(std::uint32_t number, std::int64_t time_us, timing::HostTime now) const;
    bool is_missing(std::uint32_t number) const;
    bool told_before(std::uint32_t number, std::int64_t time_us) const;
    NumberActions clock_set(std::uint32_t number, std::int64_t time_us, timing::HostTime now);
    void remember(std::uint32_t number, std::int64_t time_us);
    void miss(NumberRange range, timing::HostTime now, NumberActions& actions);
    void lose(NumberRange range, NumberActions& actions);
    void ask_ahead(timing::HostTime now, NumberActions& actions);

    bool can_ask_ = true;
    bool known_ = false;  ///< a first number has come
    std::uint32_t last_number_ = 0;
    std::int64_t last_time_us_ = 0;
    std::uint32_t epoch_ = 0;
    struct Begin {
        std::uint32_t number = 0;
        std::int64_t time_us = 0;
        timing::HostTime came;
    };
    std::optional<Begin> begin_;  ///< the first passing after it began anew
    struct Set {
        std::uint32_t number = 0;    ///< of the first passing that the clock told as it is now
        std::int64_t time_us = 0;    ///< of that one
        std::int64_t before_us = 0;  ///< the newest that it told before
    };
    std::optional<Set> set_;  ///< since it began anew; the last time
    struct Remembered {
        std::uint32_t number = 0;
        std::int64_t time_us = 0;
    };
    std::deque<Remembered> remembered_;  ///< the last that came in this epoch
    std::vector<Missing> missing_;       ///< in order of number; together at most missing_max numbers
    std::optional<Ahead> ahead_;         ///< what was asked for before any gap of this epoch told of it
    NumberCounts counts_;
};

}  // namespace chicane::decoders::link
