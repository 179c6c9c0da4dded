// What the conductor is made of; for conductor*.cpp alone.
#pragma once

#include <map>

#include "sessions/conductor/alarms.hpp"
#include "sessions/conductor/centre_log.hpp"
#include "sessions/conductor/conductor.hpp"
#include "sessions/conductor/device_day.hpp"
#include "sessions/conductor/held_out.hpp"
#include "sessions/conductor/held_passings.hpp"
#include "sessions/conductor/known_passings.hpp"
#include "sessions/conductor/parked_karts.hpp"

namespace chicane::sessions::conductor {

/// A window of 48 hours lies over three mornings at most; one more for a clock's whim.
inline constexpr std::size_t practices_released_max = 4;

/// From one morning to the next.
inline constexpr std::int64_t practice_us_max = 24LL * 3600 * 1'000'000;

/// Passings that come together make one view; the board, for which many wait, is out before it is begun.
inline constexpr std::int64_t view_gather_us = 5'000;

/// What is live about a track and no replay brings back.
struct Watch {
    Alarms alarms;
    HeldPassings held;
    ParkedKarts parked;
    std::optional<outputs::TrackOutputs> outputs;  ///< absent: nothing acts on the track
    std::map<std::string, decoders::link::SourceHealth> health;
    std::map<std::string, DeviceDay> days;                                           ///< by device
    timing::HostTime weighed;                                                        ///< when weak tags were looked for
    std::shared_ptr<const timing::Board> board = std::make_shared<timing::Board>();  ///< the last that was published
    EnduranceShown endurance;  ///< worked out where it is other, and every second
    std::optional<timing::HostTime> endurance_at;
    std::optional<timing::HostTime> view_due;   ///< a passing has changed it since it was last published
    std::optional<timing::HostTime> event_due;  ///< something happens by itself: a hold's end, a rest, a deadline
};

/// A passing, of test mode and the sync transponder's too: what its source may tell again.
const PassingKept* passing_of(const EntryBody& body);

struct Conductor::Parts {
    Journal& journal;
    Sink& sink;
    Clock& clock;
    CentreLog centre;
    std::map<std::string, Watch> watches;
    Answers answers;
    KnownPassings known;
    HeldOut held_out;
    std::uint64_t last_seq = 0;

    Track& track(const std::string& id) { return centre.tracks.at(id); }

    /// Numbers an entry, journals it, and makes it state. False: the journal could not take it.
    bool keep(Entry entry);
    /// Keeps what a stop of the server left unkept: practice after its first passing, and loops that chicane.toml has anew.
    void know_lost(const Entry& entry, const LostKept& lost);
    void resume(Track& track);
    /// False: it will not be on disk.
    bool take_passing(Track& track, const std::string& device, const decoders::link::ReceivedPassing& received);
    void apply_passing(Track& track, const Entry& entry);
    PassingKept kept_of(const Track& track, const std::string& device,
                        const decoders::link::ReceivedPassing& received) const;
    /// A passing that is nobody's: of test mode, or the sync transponder's.
    bool keep_aside(Track& track, const std::string& device, const decoders::link::ReceivedPassing& received);
    Gps gps_of(const Track& track, const std::string& device) const;
    ClockSync sync_of(const Track& track, const DeviceHealth& device) const;
    /// The device's day at a time, which begins each morning; what was before is forgotten.
    DeviceDay& day(const Track& track, const std::string& device, timing::HostTime at);
    /// Nothing where nothing was heard of it today.
    const DeviceDay* day_of(const Track& track, const std::string& device) const;
    /// Raises and ends the alarms of weak and flat tags; at most every tags_weighed_us.
    void weigh_tags(Watch& watch);
    /// The windows that passings may still lie in learn a device's loops, so that none is taken for the finish line.
    void teach_loop(Track& track, const DeviceOptions& device, const std::string& by);
    /// An epoch that turns out to lie too late is moved, and the windows with it.
    void mend_place(Track& track, const std::string& device);
    void show_held(Track& track, std::optional<timing::TransponderId> heard);
    bool waits_for_main(const Track& track, const PassingKept& kept) const;
    void tick(Track& track);
    void forget_old(Track& track);

    /// The passings of a window that was taken back are open practice's.
    void release_passings(Track& track, const std::string& by);

    void carry_out(const Command& command, std::vector<Entry> entries, Answer answer);
    Done preview(const std::vector<Entry>& entries);

    void publish(Track& track);
    void publish_board(Track& track);
    void publish_view(Track& track);
    void watch_journal();
    /// Stops what acts on a track, whatever comes of the command.
    void stop(const std::string& track);
    void release(const std::string& track);
    /// Tells the lights and karts of all tracks what shall hold, where it is another or a renewal is due.
    void steer();
    /// Says again what is due, and shows what lights and karts say of themselves.
    void renew_outputs();
    /// Asks the clock for the next moment at which something happens by itself.
    void set_wake();
    /// Does it; where a check fails, tells and makes the track's state anew from its log.
    template <class Deed>
    void guarded(Track& track, const Deed& deed);
    void repair(Track& track, const char* what);
    std::optional<timing::HostTime> next_event(Track& track, timing::HostTime host);
};

/// Passings of a tag that had nobody and that the entry gives to somebody.
std::int32_t adopted_passings(CentreLog& centre, const std::vector<Entry>& entries, timing::HostTime host);

template <class Deed>
void Conductor::Parts::guarded(Track& track, const Deed& deed) {
    try {
        deed();
    } catch (const std::logic_error& broken) {
        repair(track, broken.what());
    }
}

}  // namespace chicane::sessions::conductor
