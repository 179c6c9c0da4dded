// A conductor in a glass: a journal that is on disk when the test says so, a clock that the test moves, and a sink that remembers.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "sessions/conductor/conductor.hpp"
#include "timing/ensure.hpp"

namespace chicane::sessions::conductor {

/// On disk at once (`quick`), or when the test says so; a full disk takes nothing, and what was not synced is lost in a kill.
class MemoryJournal : public Journal {
  public:
    bool append(const Entry& entry) override {
        if (takes_no_more) return false;
        entries.push_back(entry);
        if (quick && !full) durable_seq = entry.seq;
        return true;
    }
    std::uint64_t durable() const override { return durable_seq; }
    std::int64_t lag_ms() const override { return waited_ms; }
    std::optional<std::string> fault() const override {
        return full ? std::optional<std::string>("database or disk is full") : std::nullopt;
    }
    void sync() {
        durable_seq = entries.empty() ? 0 : entries.back().seq;
        if (on_durable) on_durable();
    }
    std::vector<Entry> entries;
    std::uint64_t durable_seq = 0;
    std::int64_t waited_ms = 0;
    bool quick = true;
    bool full = false;
    bool takes_no_more = false;
};

class FakeClock : public Clock {
  public:
    timing::HostTime now() const override { return time; }
    void wake_at(timing::HostTime at) override { wake = at; }
    timing::HostTime time{1'795'500'000'000'000};
    std::optional<timing::HostTime> wake;
};

class MemorySink : public Sink {
  public:
    void on_board(const std::string& track, std::shared_ptr<const timing::Board> board) override {
        boards[track] = std::move(board);
    }
    void on_view(const std::string& track, std::shared_ptr<const TrackView> view) override {
        views[track] = std::move(view);
    }
    void on_sessions(const std::string& track) override { ++session_changes[track]; }
    void on_broken(const std::string& what) override { broken.push_back(what); }
    std::map<std::string, std::shared_ptr<const timing::Board>> boards;
    std::map<std::string, std::shared_ptr<const TrackView>> views;
    std::map<std::string, int> session_changes;
    std::vector<std::string> broken;
};

inline constexpr std::int64_t second_us = 1'000'000;
inline constexpr std::int64_t minute_us = 60 * second_us;
inline constexpr std::int64_t gathered_us = 5'000;  ///< passings that come within it make one view

/// A centre of one track with one decoder whose clock is the host's; transponder 100 + n is kart n.
struct ConductorCase {
    ConductorCase() { open(); }

    /// `tracks` more than one: "kids" with the decoder "kids-sf"; `backup`: the main track has "sf2" at the finish, too.
    explicit ConductorCase(bool kids, bool backup) : with_kids(kids), with_backup(backup) { open(); }

    void open() {
        conductor.reset();
        std::vector tracks{options("main", "sf")};
        if (with_backup) tracks[0].devices.push_back({"sf2", "tcp://127.0.0.1:5404?protocol=p3"});
        if (set_up) set_up(tracks[0]);
        if (with_kids) tracks.push_back(options("kids", "kids-sf"));
        conductor = std::make_unique<Conductor>(tracks, journal, sink, clock);
        conductor->restore(journal.entries);
    }

    TrackOptions options(const std::string& id, const std::string& device) {
        TrackOptions track;
        track.id = id;
        track.name = "Circuit " + id;
        track.min_lap_us = 15 * second_us;
        track.devices = {{device, "tcp://127.0.0.1:5403?protocol=p3"}};
        track.next_morning = [this](timing::DecoderTime after) {
            timing::ensure(!break_next_morning, "planted by the test");
            constexpr std::int64_t day_us = 86'400 * second_us, five_us = 5 * 3600 * second_us;
            return timing::DecoderTime{(after.us - five_us) / day_us * day_us + five_us + day_us};
        };
        return track;
    }

    /// The server is killed and starts again on what its disk holds.
    void kill() {
        std::erase_if(journal.entries, [&](const Entry& entry) { return entry.seq > journal.durable_seq; });
        open();
    }

    void pass(std::uint64_t tag, std::int64_t at_s, const std::string& device = "sf") {
        hear(tag, begin.us + at_s * second_us, timing::HostTime{begin.us + at_s * second_us}, device);
    }
    /// A passing of a decoder's time that comes in at a host time.
    void hear(std::uint64_t tag, std::int64_t time_us, timing::HostTime at, const std::string& device = "sf",
              std::uint32_t epoch = 0) {
        decoders::link::ReceivedPassing received;
        received.passing.number = ++number;
        received.passing.transponder = timing::TransponderId{tag};
        received.passing.time_us = time_us;
        received.epoch = epoch;
        clock.time = std::max(clock.time, at);
        received.received = clock.time;
        conductor->on_passing(device, received);
    }
    void health(const std::string& device, decoders::link::SourceState state) {
        decoders::link::SourceHealth health;
        health.state = state;
        conductor->on_health(device, health);
    }
    void wake_at(std::int64_t s) {
        at(s);
        conductor->on_wake();
    }

    std::optional<Outcome> ask(Ask what, bool dry_run = false) {
        auto answer = std::make_shared<std::optional<Outcome>>();
        conductor->handle({std::move(what), "control", dry_run},
                          [answer](Outcome outcome) { *answer = std::move(outcome); });
        return *answer;
    }

    /// Carried out, and answered at once.
    bool did(Ask what) {
        const auto outcome = ask(std::move(what));
        return outcome && outcome->has_value();
    }

    static Setup race(std::string id, std::int32_t laps) {
        Setup setup;
        setup.id = std::move(id);
        setup.name = "Heat";
        setup.track = "main";
        setup.rules.kind = timing::Kind::race;
        setup.rules.rank = timing::Ranking::laps;
        setup.rules.start = timing::Start::signal;
        setup.rules.min_lap_us = 15 * second_us;
        setup.rules.end.laps = laps;
        setup.rules.end.how = timing::EndHow::leader_first;
        for (std::uint32_t i = 1; i <= 3; ++i)
            setup.entrants.push_back({timing::EntrantId{i},
                                      std::to_string(i),
                                      "Driver " + std::to_string(i),
                                      "D. " + std::to_string(i),
                                      {timing::TransponderId{100 + i}},
                                      {}});
        return setup;
    }

    const timing::Board& board() const { return *sink.boards.at("main"); }
    /// Once what passed a moment ago is gathered into it.
    const TrackView& view() {
        if (clock.wake && *clock.wake <= timing::later_by(clock.time, gathered_us)) {
            const timing::HostTime now = std::exchange(clock.time, std::max(clock.time, *clock.wake));
            conductor->on_wake();
            clock.time = now;
        }
        seen.push_back(sink.views.at("main"));
        return *seen.back();
    }
    timing::HostTime host(std::int64_t s) const { return {begin.us + s * second_us}; }
    void at(std::int64_t s) { clock.time = host(s); }

    MemoryJournal journal;
    FakeClock clock;
    MemorySink sink;
    std::vector<std::shared_ptr<const TrackView>> seen;  ///< a test may look at two at once
    timing::HostTime begin = clock.time;
    std::uint32_t number = 0;
    bool with_kids = false;
    bool with_backup = false;
    bool break_next_morning = false;
    std::function<void(TrackOptions&)> set_up;  ///< changes the main track's options before it opens
    std::unique_ptr<Conductor> conductor;
};

}  // namespace chicane::sessions::conductor
