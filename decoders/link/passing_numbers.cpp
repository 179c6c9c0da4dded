#include "decoders/link/passing_numbers.hpp"

#include <algorithm>
#include <cstdlib>

namespace chicane::decoders::link {

namespace {

std::uint32_t count(NumberRange range) { return range.until - range.from + 1; }

bool holds(NumberRange range, std::uint32_t number) { return range.from <= number && number <= range.until; }

}  // namespace

PassingNumbers::PassingNumbers(std::uint32_t last_number, std::int64_t last_time_us, std::uint32_t epoch, bool can_ask)
    : can_ask_(can_ask), known_(true), last_number_(last_number), last_time_us_(last_time_us), epoch_(epoch) {}

NumberActions PassingNumbers::arrived(std::uint32_t number, std::int64_t time_us, timing::HostTime now,
                                      std::optional<std::int64_t> clock_now_us) {
    NumberActions actions;
    if (ahead_ && holds(ahead_->range, number)) ahead_->came = now;
    if (was_before(number, time_us, now)) return actions;
    if (known_ && take_missing(number, now)) {
        actions.told_before = told_before(number, time_us);
        remember(number, time_us);
        return actions;
    }
    if (known_ && number <= last_number_) {
        if (began_anew(number, time_us)) return begin_anew(number, time_us, now);
        return actions;  // a repetition, or one that was given up: the engine knows it by its time
    }
    if (known_ && clock_jumped(time_us, clock_now_us)) {
        const bool answered = awaits_answer(now) && ahead_->range.until > last_number_;
        const bool goes_on = can_ask_ && (answered || number - last_number_ - 1 <= set_gap_max);
        return goes_on ? clock_set(number, time_us, now) : begin_anew(number, time_us, now);
    }
    if (known_ && number - last_number_ > 1) miss({last_number_ + 1, number - 1}, now, actions);
    known_ = true;
    last_number_ = number;
    last_time_us_ = std::max(last_time_us_, time_us);
    remember(number, time_us);
    if (ahead_ && number == ahead_->range.until) ask_ahead(now, actions);
    return actions;
}

NumberActions PassingNumbers::counted(std::uint32_t number, timing::HostTime now) {
    NumberActions actions;
    if (known_ && take_missing(number, now)) return actions;
    if (known_ && number > last_number_ && number - last_number_ > 1)
        miss({last_number_ + 1, number - 1}, now, actions);
    // One that fell back: the decoder counts anew, and its next passing, which has a time, begins the epoch.
    if (!known_ || number > last_number_) last_number_ = number;
    known_ = true;
    return actions;
}

NumberActions PassingNumbers::due(timing::HostTime now, timing::HostTime heard) {
    NumberActions actions;
    for (auto missing = missing_.begin(); missing != missing_.end();) {
        const bool waited = timing::us_between(missing->asked, now) >= wait_us();
        const bool spent = missing->tries >= resend_tries_max;
        if (waited && spent && (!can_ask_ || heard > missing->asked)) {
            lose(missing->range, actions);
            missing = missing_.erase(missing);
            continue;
        }
        if (waited && !spent) {
            ++missing->tries;
            missing->asked = now;
            actions.ask.push_back(missing->range);
        }
        ++missing;
    }
    return actions;
}

NumberActions PassingNumbers::reconnected(timing::HostTime now) {
    NumberActions actions;
    if (!known_ || !can_ask_) return actions;
    for (Missing& missing : missing_) {
        missing.tries = 1;
        missing.asked = now;
        actions.ask.push_back(missing.range);
    }
    ask_ahead(now, actions);
    return actions;
}

void PassingNumbers::ask_ahead(timing::HostTime now, NumberActions& actions) {
    if (last_number_ > UINT32_MAX - resend_ahead) return;
    ahead_ = Ahead{{last_number_ + 1, last_number_ + resend_ahead}, now, now};
    actions.ask.push_back(ahead_->range);
}

/// Takes a number out of what is missing. The rest of its range waits on: its answer is arriving.
bool PassingNumbers::take_missing(std::uint32_t number, timing::HostTime now) {
    const auto at =
        std::ranges::find_if(missing_, [number](const Missing& missing) { return holds(missing.range, number); });
    if (at == missing_.end()) return false;
    ++counts_.recovered;
    at->asked = now;
    const Missing whole = *at;
    if (whole.range.from == whole.range.until) {
        missing_.erase(at);
    } else if (number == whole.range.from) {
        ++at->range.from;
    } else if (number == whole.range.until) {
        --at->range.until;
    } else {
        at->range.until = number - 1;
        Missing behind = whole;
        behind.range.from = number + 1;
        behind.asked = now;
        missing_.insert(at + 1, behind);
    }
    return true;
}

bool PassingNumbers::clock_jumped(std::int64_t time_us, std::optional<std::int64_t> clock_now_us) const {
    if (time_us < last_time_us_ - clock_back_us) return true;
    return clock_now_us && time_us - *clock_now_us > clock_ahead_us;
}

/// Of a number that is not new: a repetition has the time that it had before. Where that is forgotten, it has an earlier one than
/// the last; a decoder that counts anew has a later one, or, with its clock reset as well, one of long ago, or it is back near zero.
bool PassingNumbers::began_anew(std::uint32_t number, std::int64_t time_us) const {
    const auto known = std::ranges::find(remembered_, number, &Remembered::number);
    if (known != remembered_.end()) return known->time_us != time_us;
    if (!can_ask_) return true;
    if (time_us > last_time_us_ || time_us < last_time_us_ - memory_us) return true;
    return number <= counted_anew_max && last_number_ - number > remembered_max;
}

/// Earlier than the first of this epoch: held up on its way, of the epoch before, whose numbers tell nothing any more. Those
/// that can be asked go on with the world's time over a restart; another's clock may show less each time. Long after the restart it
/// is a clock that was set back to just then. What was counted since the restart and is asked for is of this epoch.
bool PassingNumbers::was_before(std::uint32_t number, std::int64_t time_us, timing::HostTime now) const {
    if (!can_ask_ || !begin_ || time_us >= begin_->time_us) return false;
    if (number < begin_->number && is_missing(number)) return false;
    return begin_->time_us - time_us < before_max_us && timing::us_between(begin_->came, now) < before_max_us;
}

bool PassingNumbers::is_missing(std::uint32_t number) const {
    return std::ranges::any_of(missing_, [number](const Missing& missing) { return holds(missing.range, number); });
}

/// Of what is missing around the moment at which the clock was set: it lies where the clock was, or where it is now.
bool PassingNumbers::told_before(std::uint32_t number, std::int64_t time_us) const {
    return set_ && number < set_->number && std::abs(time_us - set_->before_us) < std::abs(time_us - set_->time_us);
}

/// Its numbers go on, so it remembers what it told before.
NumberActions PassingNumbers::clock_set(std::uint32_t number, std::int64_t time_us, timing::HostTime now) {
    NumberActions actions;
    // Of two clocks ago nobody could tell when it was.
    std::erase_if(missing_, [&](const Missing& missing) {
        const bool older = set_ && missing.range.until < set_->number;
        if (older) lose(missing.range, actions);
        return older;
    });
    set_ = Set{number, time_us, last_time_us_};
    begin_.reset();
    ++epoch_;
    // Of a wider gap what was asked for already is on its way, and still of this decoder's count.
    const bool wide = number - last_number_ - 1 > set_gap_max;
    const std::uint32_t until = wide ? ahead_->range.until : number - 1;
    if (wide) {
        counts_.found += number - 1 - until;
        lose({until + 1, number - 1}, actions);
    }
    if (until > last_number_) miss({last_number_ + 1, until}, now, actions);
    last_number_ = number;
    last_time_us_ = time_us;
    remember(number, time_us);
    if (ahead_ && number == ahead_->range.until) ask_ahead(now, actions);
    return actions;
}

void PassingNumbers::remember(std::uint32_t number, std::int64_t time_us) {
    remembered_.push_back({number, time_us});
    if (remembered_.size() > remembered_max) remembered_.pop_front();
}

NumberActions PassingNumbers::give_up() {
    NumberActions actions;
    for (const Missing& missing : missing_) lose(missing.range, actions);
    missing_.clear();
    return actions;
}

NumberActions PassingNumbers::begin_anew(std::uint32_t number, std::int64_t time_us, timing::HostTime now) {
    NumberActions actions = give_up();
    ahead_.reset();
    remembered_.clear();
    remember(number, time_us);
    ++epoch_;
    const bool fell_back = number <= last_number_;
    last_number_ = number;
    last_time_us_ = time_us;
    begin_ = Begin{number, time_us, now};
    set_.reset();
    // It restarted while nobody was connected, or what it counted first was lost on its way.
    if (can_ask_ && fell_back && number > 1 && number <= counted_anew_max) miss({1, number - 1}, now, actions);
    return actions;
}

void PassingNumbers::miss(NumberRange range, timing::HostTime now, NumberActions& actions) {
    counts_.found += count(range);
    if (count(range) > missing_max) {
        lose({range.from, range.until - missing_max}, actions);
        range.from = range.until - missing_max + 1;
    }
    std::uint32_t held = count(range);
    for (const Missing& missing : missing_) held += count(missing.range);
    while (held > missing_max) {
        held -= count(missing_.front().range);
        lose(missing_.front().range, actions);
        missing_.erase(missing_.begin());
    }
    if (!can_ask_) return missing_.push_back({range, resend_tries_max, now});
    const bool asked_ahead = ahead_ && range.from >= ahead_->range.from && range.until <= ahead_->range.until &&
                             timing::us_between(ahead_->asked, now) < resend_wait_us;
    missing_.push_back({range, 1, asked_ahead ? ahead_->asked : now});
    if (!asked_ahead) actions.ask.push_back(range);
}

void PassingNumbers::lose(NumberRange range, NumberActions& actions) {
    counts_.lost += count(range);
    actions.lost.push_back(range);
}

}  // namespace chicane::decoders::link
