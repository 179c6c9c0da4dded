#include "sessions/conductor/session_record.hpp"

namespace chicane::sessions::conductor {
namespace {

/// Rules as they hold from the arming on.
Setup armed(Setup setup, timing::DecoderTime at) {
    setup.rules.arm_at = at;
    setup.rules.start_at.reset();  // until the signal comes
    return setup;
}

}  // namespace

SessionRecord::SessionRecord(Setup setup) : setup_(std::move(setup)) {}

void SessionRecord::configure(Setup setup) {
    setup_ = std::move(setup);
    if (window_) window_->configure(armed(setup_, *armed_at_));
}

void SessionRecord::step(std::uint64_t seq, const StepKept& kept, timing::HostTime at,
                         const transponders::Register& tags) {
    switch (kept.step) {
        case Step::arm:
            armed_at_ = kept.at;
            window_.emplace(armed(setup_, kept.at), tags);
            return;
        case Step::start:
            start_ = Start{seq, at};
            window_->insert({seq, StartSignal{kept.at}});
            return;
        case Step::finish:
            finish_ = Start{seq, at};
            window_->insert({seq, FinishedNow{kept.at}});
            return;
        case Step::abort:
            *this = SessionRecord(std::move(setup_));
            return;
        case Step::close:
            closed_at_ = kept.at;
            return;
    }
}

void SessionRecord::flag(std::uint64_t seq, const FlagKept& kept) {
    flag_ = kept.flag;
    window_->insert({seq, FlagShown{kept.at, kept.flag}});
}

void SessionRecord::extend(std::uint64_t seq, const ExtensionKept& kept) {
    window_->insert({seq, EndExtended{kept.at, kept.more_us, kept.more_laps}});
}

void SessionRecord::tick(std::uint64_t seq, const TickKept& kept) { window_->insert({seq, Ticked{kept.at}}); }

void SessionRecord::assign(const transponders::Assignment& assignment) {
    if (window_) window_->insert({assignment.sequence, assignment});
}

bool SessionRecord::undo(std::uint64_t seq) {
    if (!window_ || window_->remove(seq).taken == Taken::known) return false;
    if (start_ && start_->seq == seq) start_.reset();
    if (finish_ && finish_->seq == seq) finish_.reset();
    return true;
}

bool SessionRecord::covers(timing::DecoderTime time) const {
    return armed_at_ && time >= *armed_at_ && (!closed_at_ || time < *closed_at_);
}

SessionView::Phase SessionRecord::phase(timing::DecoderTime now) const {
    using Phase = SessionView::Phase;
    if (closed_at_) return Phase::closed;
    if (!window_) return Phase::staged;
    switch (window_->state(now)) {
        case timing::SessionState::waiting:
            return Phase::armed;
        case timing::SessionState::running:
            return Phase::running;
        case timing::SessionState::suspended:
            return Phase::running;
        case timing::SessionState::finishing:
            return Phase::finishing;
        case timing::SessionState::finished:
            return Phase::finished;
    }
    return Phase::staged;
}

SessionView SessionRecord::view(timing::DecoderTime now) const {
    return {setup_, phase(now), started_at(), finished_at()};
}

}  // namespace chicane::sessions::conductor
