// All that the entries tell, of all tracks: the state that a restart makes anew. apply() is the one place where an entry
// becomes state, live and after a restart alike. Plain value on the timing thread; a copy is a preview.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sessions/conductor/crossings.hpp"
#include "sessions/conductor/dismissed_tags.hpp"
#include "sessions/conductor/fleet.hpp"
#include "sessions/conductor/last_passings.hpp"
#include "sessions/conductor/options.hpp"
#include "sessions/conductor/track_clock.hpp"
#include "sessions/conductor/track_log.hpp"
#include "sessions/conductor/track_show.hpp"
#include "sessions/conductor/view.hpp"

namespace chicane::sessions::conductor {

/// What has ended for so long is forgotten here; the journal has it.
inline constexpr std::int64_t memory_us = window_us_max;

struct Track {
    TrackOptions options;
    TrackClock clock;
    TrackLog log;
    Crossings crossings;
    DismissedTags dismissed;
    std::optional<Emergency> emergency;           ///< until it is released
    std::optional<timing::HostTime> released_at;  ///< and no green, nor a start, was shown since
    std::vector<Action> actions;                  ///< newest first, at most actions_max

    const DeviceOptions* device(const std::string& id) const;
    std::int64_t hide_us() const { return options.open_practice_hide_min * 60LL * 1'000'000; }
};

struct CentreLog {
    Fleet fleet;
    std::map<std::string, Track> tracks;
    LastPassings last_passings;
    SeenTags seen;  ///< on any track

    Track* track_of_device(const std::string& device);
    Track* track_of_session(const std::string& session);
    /// What the track shows at a time.
    Shown shown(Track& track, timing::DecoderTime now);
    timing::Board board(Track& track, timing::HostTime host);
};

CentreLog make_centre_log(std::vector<TrackOptions> tracks);

void apply(CentreLog& centre, const Entry& entry);
/// The same of a passing with a tag that waits for the main decoder's: no window has it before TrackLog::show.
void apply_held(CentreLog& centre, const Entry& entry);
/// Where a passing was: its loop's role, else its device's.
DeviceLoop place_of(const Track& track, const PassingKept& kept);

/// What must be kept after a passing of this time where it lies in no window: open practice begins.
std::optional<PracticeKept> practice_due(const Track& track, timing::DecoderTime time, std::uint64_t next_seq);
/// The same for the passings of a window that is no more.
std::optional<PracticeKept> practice_due_again(const Track& track, std::uint64_t next_seq);

}  // namespace chicane::sessions::conductor
