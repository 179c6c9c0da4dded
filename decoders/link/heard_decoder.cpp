#include "decoders/link/heard_decoder.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace chicane::decoders::link {

namespace {

using codec::ClockBase;

constexpr std::int64_t day_us = 86'400'000'000;
/// A clock that names moments lies so far back only when it was reset: what is held back longer than that no decoder has.
constexpr std::int64_t reset_us = 36 * 3'600'000'000;
/// Readings come in the order in which they were made, and fresh: a second back, or so far ahead, is another clock.
constexpr std::int64_t reading_back_us = 1'000'000;
constexpr std::int64_t reading_ahead_us = 60'000'000;
/// So long after newer ones a passing may still come: copies and what was held up by a silence. Further back a clock was set.
constexpr std::int64_t held_up_us = 120'000'000;
/// Of what comes at its own pace the delays differ by less, and so long it must do so.
constexpr std::int64_t pace_us = 2'000'000;
constexpr std::int64_t pace_shown_us = 5'000'000;
/// Further ahead than any two passings of a session lie apart …
constexpr std::int64_t leap_ahead_us = 1'800'000'000;
/// … of a clock that was right until then: every zone's time differs from UTC by whole quarters of an hour.
constexpr std::int64_t quarter_us = 900'000'000;
constexpr std::int64_t right_us = 10'000'000;
constexpr std::int64_t start_slack_us = 1'000'000;  ///< the smallest delay seen is not the smallest there is
/// An end is believed where the time that follows lies so near to what the clock should show.
constexpr std::int64_t roll_near_us = 600'000'000;
constexpr std::int64_t roll_ahead_us = 10'000'000;  ///< … not in the future, but for what a quiet day's drift hides
constexpr std::int64_t roll_edge_us =
    3'600'000'000;  ///< … and, where nobody knows that, so near to the end on both sides

}  // namespace

HeardDecoder::HeardDecoder(const DecoderTraits& traits)
    : traits_(traits), numbers_(traits.can_ask), clock_(traits.speed) {}

void HeardDecoder::resume(const Resume& resume) {
    epoch_ = resume.epoch;
    last_us_ = resume.newest_time_us.value_or(resume.last_time_us);
    if (resume.newest_time_us && resume.newest_received)
        over_stop_.emplace(*resume.newest_time_us, *resume.newest_received, traits_.speed);
    const auto number = traits_.can_ask ? resume.last_number : resume.newest_number;
    if (!number) return;
    has_numbers_ = true;
    numbers_ = PassingNumbers(*number, traits_.can_ask ? resume.last_time_us : *last_us_, 0, traits_.can_ask);
}

HeardDecoder::Placed HeardDecoder::passing(const codec::Passing& passing, timing::HostTime now, bool held_out,
                                           bool told_again) {
    Placed placed;
    // A trigger may come without a date from a device whose passings have one: it tells nothing of their clock.
    const bool dateless = passing.clock == ClockBase::day || passing.clock == ClockBase::start;
    if (passing.trigger && !passing.number && dateless && names_moments()) {
        placed.epoch = epoch_;
        return placed;
    }
    if (told_again) {
        if (before_.has(passing)) {
            placed.epoch = epoch_ - 1;
            return placed;
        }
        if (!recent_.has(passing)) recent_.note(passing);
        placed.epoch = epoch_;
        placed.delay_us = delay_us(passing.time_us, now);
        return placed;
    }
    const bool same_base = std::exchange(base_, passing.clock) == passing.clock;
    if (passing.clock == ClockBase::none) {
        placed.epoch = epoch_;
        return placed;
    }
    // A copy of before: its clock is gone, and it tells nothing of the one that runs.
    if (!passing.trigger && !recent_.has(passing) && was_before(passing, now)) {
        placed.epoch = epoch_ - 1;
        return placed;
    }
    const std::int64_t time_us = unrolled_us(passing.time_us, passing.clock, now);
    bool anew = began_anew_while_stopped(time_us, now, held_out) || was_set(passing);
    if (passing.number) {
        has_numbers_ = true;
        const std::uint32_t before = numbers_.epoch();
        const auto shown = clock_.decoder_time_at(now);
        placed.actions =
            anew ? numbers_.begin_anew(*passing.number, time_us, now)
                 : numbers_.arrived(*passing.number, time_us, now, shown ? std::optional(shown->us) : std::nullopt);
        anew = numbers_.epoch() != before;
        if (placed.actions.told_before) {
            before_.note(passing);
            placed.epoch = epoch_ - 1;
            return placed;
        }
    } else if (!anew) {
        // A copy tells nothing of the clock.
        anew = !recent_.has(passing) &&
               (fell_back(time_us, now) || goes_on_behind(time_us, now) || (same_base && leapt_ahead(time_us, now)));
    }
    if (anew) begin_anew(time_us, now);
    if (!passing.trigger) recent_.note(passing);
    const bool heard_before = clock_.decoder_time_at(now).has_value();
    clock_.reading({time_us}, now);
    last_us_ = std::max(last_us_.value_or(time_us), time_us);
    newest_here_us_ = std::max(newest_here_us_.value_or(time_us), time_us);
    placed.epoch = epoch_;
    if (heard_before) placed.delay_us = delay_us(time_us, now);
    return placed;
}

std::optional<std::int64_t> HeardDecoder::delay_us(std::int64_t time_us, timing::HostTime now) const {
    const auto shown = clock_.decoder_time_at(now);
    return shown ? std::optional(std::max<std::int64_t>(0, shown->us - time_us)) : std::nullopt;
}

void HeardDecoder::reading(const codec::ClockReading& reading, timing::HostTime now) {
    if (reading.clock == ClockBase::none) return;
    base_ = reading.clock;
    const std::int64_t time_us = unrolled_us(reading.time_us, reading.clock, now);
    const auto shown = clock_.decoder_time_at(now);
    // Where there are numbers the next passing tells by them whether the decoder restarted, and by what the clock should have shown
    // whether it was set.
    if (has_numbers_ && shown && time_us - shown->us > leap_ahead_us) return;
    if (last_us_ && !has_numbers_) {
        const bool back = time_us < *last_us_ - reading_back_us && !held_up(time_us, now);
        // What was heard since a start of ours may have waited for us, and the journal knows better.
        const bool ahead = !over_stop_ && shown && time_us > shown->us + reading_ahead_us;
        if (began_anew_while_stopped(time_us, now, false) || back || ahead || std::exchange(clock_set_, false))
            begin_anew(time_us, now);
    }
    clock_.reading({time_us}, now);
    if (!has_numbers_) last_us_ = std::max(last_us_.value_or(time_us), time_us);
}

NumberActions HeardDecoder::counted(std::uint32_t number, timing::HostTime now) {
    has_numbers_ = true;
    return numbers_.counted(number, now);
}

/// The time as if it had never begun again: of all that the same reading may mean, what is nearest to what the clock
/// shows now, or, where that is not known, to the newest.
std::int64_t HeardDecoder::unrolled_us(std::int64_t time_us, ClockBase base, timing::HostTime now) {
    const std::int64_t period_us = base == ClockBase::day     ? day_us
                                   : base == ClockBase::start ? traits_.rolls_over_us
                                                              : 0;
    if (period_us == 0) return time_us;
    const std::int64_t stayed_us = time_us + rolled_us_;
    if (!last_us_) return stayed_us;
    const auto shown = clock_.decoder_time_at(now);
    const std::int64_t expected_us = shown ? shown->us : *last_us_;
    const auto turns = std::llround(static_cast<double>(expected_us - stayed_us) / static_cast<double>(period_us));
    const std::int64_t turned_us = stayed_us + turns * period_us;
    if (turns <= 0) return turned_us;  // from before the end, late
    const bool near = shown ? turned_us <= shown->us + roll_ahead_us && turned_us >= shown->us - roll_near_us
                            : time_us < roll_edge_us && *last_us_ - rolled_us_ > period_us - roll_edge_us;
    if (!near) return stayed_us;  // it began anew
    rolled_us_ += turns * period_us;
    return turned_us;
}

bool HeardDecoder::fell_back(std::int64_t time_us, timing::HostTime now) const {
    if (traits_.in_order && newest_here_us_ && time_us < *newest_here_us_ - held_up_us) return true;
    if (!last_us_ || time_us >= *last_us_ - (names_moments() ? reset_us : clock_back_us)) return false;
    return !held_up(time_us, now);
}

/// What was held back comes quicker than it happened: passings of far back that come at their own pace are told live, by a clock that
/// was set back. So it is known from the second on.
bool HeardDecoder::goes_on_behind(std::int64_t time_us, timing::HostTime now) {
    if (!names_moments()) return false;
    if (!last_us_ || time_us >= *last_us_ - held_up_us) {
        behind_.reset();
        return false;
    }
    return is_told_live(time_us, now);
}

/// The one before it came so much earlier as it happened earlier, and no copy is told so evenly for so long.
bool HeardDecoder::is_told_live(std::int64_t time_us, timing::HostTime now) {
    if (!behind_) behind_ = Behind{time_us, now};
    const auto waited_us =
        static_cast<std::int64_t>(static_cast<double>(timing::us_between(behind_->came, now)) * traits_.speed);
    const bool keeps_pace = std::abs(time_us - behind_->time_us - waited_us) < pace_us;
    if (!keeps_pace) behind_ = Behind{time_us, now};
    return keeps_pace && waited_us >= pace_shown_us;
}

/// The first word after a start of ours tells, or, where that may have waited for us, the first that is told live.
bool HeardDecoder::began_anew_while_stopped(std::int64_t time_us, timing::HostTime now, bool may_be_old) {
    if (!over_stop_ || base_ != ClockBase::start) return false;
    const bool anew = over_stop_->began_anew(time_us, now);
    if (anew && may_be_old && !is_told_live(time_us, now)) return false;
    if (over_stop_->is_apart(time_us, now)) lacked_us_ = over_stop_->lacks_us(time_us, now);
    over_stop_.reset();
    behind_.reset();
    return anew;
}

/// A repetition is still of the clock as it was.
bool HeardDecoder::was_set(const codec::Passing& passing) {
    return !recent_.has(passing) && std::exchange(clock_set_, false);
}

/// What comes late is of the past: a moment still to come is told by a clock that was set, unless the one that we know lags behind, as
/// all that came so far had been held back.
bool HeardDecoder::leapt_ahead(std::int64_t time_us, timing::HostTime now) const {
    const auto shown = clock_.decoder_time_at(now);
    if (!names_moments() || !shown || time_us - shown->us < leap_ahead_us) return false;
    const std::int64_t off_us = std::abs(now.us - shown->us) % quarter_us;
    return std::min(off_us, quarter_us - off_us) < right_us;
}

/// A clock that counts from its start, and began anew after the newest passing, shows no more than the time since then: what shows
/// more is of before, and late.
bool HeardDecoder::held_up(std::int64_t time_us, timing::HostTime now) const {
    if (base_ != ClockBase::start || time_us < *last_us_ - held_up_us) return false;
    const auto shown = clock_.decoder_time_at(now);
    return shown && time_us - rolled_us_ > shown->us - *last_us_ + start_slack_us;
}

/// A copy comes no later than anything that was held up; after that a tag may well pass at the same reading of the new clock.
bool HeardDecoder::was_before(const codec::Passing& passing, timing::HostTime now) const {
    const double since_us = static_cast<double>(timing::us_between(began_anew_, now)) * traits_.speed;
    return since_us < static_cast<double>(held_up_us) && before_.has(passing);
}

void HeardDecoder::begin_anew(std::int64_t time_us, timing::HostTime now) {
    began_anew_ = now;
    ++epoch_;
    before_ = std::exchange(recent_, {});
    clock_.forget();
    last_us_ = time_us;
    newest_here_us_.reset();
    behind_.reset();
    over_stop_.reset();
    clock_set_ = false;
}

}  // namespace chicane::decoders::link
