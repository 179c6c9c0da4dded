#include "sessions/conductor/session_life.hpp"

namespace chicane::sessions::conductor {

namespace {

struct Live {
    Life& life;
    const Entry& entry;
    std::uint64_t seq = entry.seq;

    void operator()(const SetupKept& kept) const {
        if (kept.setup != life.setup) life.official.reset();
        life.setup = kept.setup;
    }
    void operator()(const PracticeKept& kept) const {
        life.setup = kept.setup;
        life.practice = true;
        life.armed_seq = seq;
        life.armed_at = kept.at;
        life.closed_at = kept.until;
    }
    void operator()(const StepKept& kept) const {
        if (kept.step != Step::close) life.official.reset();
        switch (kept.step) {
            case Step::arm:
                life.armed_seq = seq;
                life.armed_at = kept.at;
                return;
            case Step::start:
                life.started = true;
                life.events.push_back({seq, StartSignal{kept.at}});
                return;
            case Step::finish:
                life.events.push_back({seq, FinishedNow{kept.at}});
                return;
            case Step::abort:
                take_back();
                return;
            case Step::close:
                life.closed_at = kept.at;
                return;
            case Step::official:
                life.official = Official{entry.at, entry.by};
                life.official_seq = seq;
                return;
        }
    }
    void operator()(const FlagKept& kept) const { tell(FlagShown{kept.at, kept.flag, kept.own, kept.post}); }
    void operator()(const ExtensionKept& kept) const { tell(EndExtended{kept.at, kept.more_us, kept.more_laps}); }
    void operator()(const TickKept& kept) const { life.events.push_back({seq, Ticked{kept.at}}); }
    void operator()(const CorrectionKept& kept) const {
        std::visit([&](const auto& what) { tell(what); }, kept.what);
        if (std::holds_alternative<FalseStart>(kept.what)) life.started = false;
    }
    /// The result may be another: it is said anew that it is official.
    void tell(const auto& what) const {
        life.official.reset();
        life.events.push_back({seq, what});
    }
    void take_back() const {
        Life planned;
        planned.setup = std::move(life.setup);
        life = std::move(planned);
    }
    void operator()(const PassingKept&) const {}
    void operator()(const KartKept&) const {}
    void operator()(const AssignmentKept&) const { life.official.reset(); }
    void operator()(const MessageKept&) const {}
    void operator()(const UndoKept&) const {}
    void operator()(const TestKept&) const {}
    void operator()(const CrossingKept&) const { life.official.reset(); }
    void operator()(const EpochMoved&) const {}
    void operator()(const SyncKept&) const {}
    void operator()(const LostKept&) const {}
    void operator()(const DismissedKept&) const {}
    void operator()(const EmergencyKept&) const {}
};

}  // namespace

Life life_of(std::span<const Entry> entries) {
    Life life;
    for (const Entry& entry : entries) std::visit(Live{life, entry}, entry.body);
    return life;
}

Setup armed_setup(const Life& life) {
    Setup setup = life.setup;
    if (!life.practice) setup.rules.arm_at = *life.armed_at;
    setup.rules.start_at.reset();  // the signal is an event
    return setup;
}

}  // namespace chicane::sessions::conductor
