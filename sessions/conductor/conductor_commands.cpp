// Commands: decided, carried out or previewed, answered when the disk has them.
#include <algorithm>

#include "sessions/conductor/conductor_parts.hpp"
#include "sessions/conductor/decision.hpp"
#include "sessions/conductor/preview.hpp"

namespace chicane::sessions::conductor {

std::int32_t adopted_passings(CentreLog& centre, const std::vector<Entry>& entries, timing::HostTime host) {
    std::int32_t adopted = 0;
    for (const Entry& entry : entries) {
        const auto* given = std::get_if<AssignmentKept>(&entry.body);
        const auto track = centre.tracks.find(entry.track);
        if (!given || track == centre.tracks.end()) continue;
        if (std::holds_alternative<transponders::Nobody>(given->holder)) continue;
        const Shown shown = centre.shown(track->second, track->second.clock.now(host));
        if (!shown.live) continue;
        for (const JudgedPassing& passing : shown.live->window.passings_of(given->transponder)) {
            const bool entered = passing.entrant && passing.entrant->value < unentered_first;
            const auto holder = centre.fleet.tags().holder(given->transponder, passing.raw.time);
            const bool held = holder && !std::holds_alternative<transponders::Nobody>(*holder);
            adopted += passing.raw.time >= given->from && !entered && !held;
        }
    }
    return adopted;
}

namespace {

/// Done whatever the disk does.
bool is_for_safety(const Ask& ask) {
    return std::holds_alternative<ShowFlag>(ask) || std::holds_alternative<StopTrack>(ask);
}

}  // namespace

void Conductor::handle(const Command& command, Answer answer) {
    Parts& parts = *parts_;
    if (const auto* seen = std::get_if<SeeAlarm>(&command.ask); seen && !command.dry_run) {
        for (auto& [id, track] : parts.centre.tracks) {
            if (parts.watches[id].alarms.see(seen->alarm)) parts.publish_view(track);
        }
        return answer(Done{});
    }
    // Before anything that may fail: people do not wait for a board, a disk or a check.
    if (const auto* stop = std::get_if<StopTrack>(&command.ask); stop && !command.dry_run) parts.stop(stop->track);
    if (const auto* free = std::get_if<ReleaseTrack>(&command.ask); free && !command.dry_run)
        parts.release(free->track);
    if (parts.answers.is_full() && !is_for_safety(command.ask)) {
        return answer(refuse(RefusalCode::too_many, "too many commands wait for the disk"));
    }
    const auto fault = parts.journal.fault();
    if (fault && !command.dry_run && !is_for_safety(command.ask)) {
        return answer(refuse(RefusalCode::journal_failed, *fault));
    }
    Decision::Answer decided;
    try {
        decided = Decision(parts.centre, command, parts.clock.now(), parts.last_seq + 1).decide();
    } catch (const std::logic_error& broken) {
        for (auto& [id, track] : parts.centre.tracks) parts.repair(track, broken.what());
        return answer(refuse(RefusalCode::bad_state, "a check failed; the state was made anew, try again"));
    }
    if (!decided) return answer(std::unexpected(decided.error()));
    if (decided->empty()) return answer(Done{});
    if (command.dry_run) return answer(parts.preview(*decided));
    parts.carry_out(command, std::move(*decided), std::move(answer));
}

Done Conductor::Parts::preview(const std::vector<Entry>& entries) {
    Done done;
    const timing::HostTime host = clock.now();
    if (const auto corrected = correction_of(centre, entries, last_seq + 1)) {
        guarded(*corrected->track, [&] {
            done.if_ended = counts_at_the_end(centre, *corrected, host);
            const timing::Board before = board_of(centre, *corrected, host, done.if_ended);
            const timing::Board after = corrected_board(centre, *corrected, host, done.if_ended);
            done.moved = moved(before, after);
            done.changed = changed(before, after);
        });
        return done;
    }
    done.adopted_passings = adopted_passings(centre, entries, host);
    CentreLog tried = centre;
    std::uint64_t seq = last_seq;
    for (Entry entry : entries) {
        entry.seq = ++seq;
        apply(tried, entry);
    }
    for (auto& [id, track] : tried.tracks) {
        const timing::Board after = tried.board(track, host);
        std::ranges::move(moved(*watches[id].board, after), std::back_inserter(done.moved));
        std::ranges::move(changed(*watches[id].board, after), std::back_inserter(done.changed));
    }
    return done;
}

void Conductor::Parts::carry_out(const Command& command, std::vector<Entry> entries, Answer answer) {
    Done done;
    done.adopted_passings = adopted_passings(centre, entries, clock.now());
    // Of a session that no track shows any more, nobody else would tell who moved.
    const auto corrected = correction_of(centre, entries, last_seq + 1);
    timing::Board uncorrected;
    if (corrected) guarded(*corrected->track, [&] { uncorrected = board_of(centre, *corrected, clock.now()); });
    bool taken = true;
    for (Entry& entry : entries) {
        const auto track = centre.tracks.find(entry.track);
        Track& concerned = track == centre.tracks.end() ? centre.tracks.begin()->second : track->second;
        if (const PassingKept* told = passing_of(entry.body))
            guarded(concerned, [&] { day(concerned, told->device, told->received).note(*told); });
        if (std::holds_alternative<PracticeKept>(entry.body)) guarded(concerned, [&] { forget_old(concerned); });
        guarded(concerned, [&] { taken = keep(std::move(entry)) && taken; });
    }
    if (std::holds_alternative<AbortSession>(command.ask) || std::holds_alternative<UndoAction>(command.ask)) {
        for (auto& [id, track] : centre.tracks) guarded(track, [&] { release_passings(track, command.by); });
    }
    steer();  // people first: a stop does not wait for boards
    done.seq = last_seq;
    for (auto& [id, track] : centre.tracks) {
        const auto before = watches[id].board;
        watches[id].endurance_at.reset();
        guarded(track, [&] { publish(track); });
        if (!corrected) std::ranges::move(moved(*before, *watches[id].board), std::back_inserter(done.moved));
        sink.on_sessions(id);
    }
    if (corrected) {
        guarded(*corrected->track, [&] { done.moved = moved(uncorrected, board_of(centre, *corrected, clock.now())); });
    }
    set_wake();
    if (!taken) return answer(refuse(RefusalCode::journal_failed, "too much waits for the disk; a restart forgets it"));
    answers.wait(std::move(done), std::move(answer));
    answers.on_disk(journal.durable());
}

void Conductor::Parts::release_passings(Track& track, const std::string& by) {
    for (std::size_t practice = 0; practice < practices_released_max; ++practice) {
        const auto due = practice_due_again(track, last_seq + 1);
        if (!due) return;
        keep({0, track.options.id, clock.now(), by, *due});
    }
}

}  // namespace chicane::sessions::conductor
