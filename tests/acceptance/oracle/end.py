"""How a run ends: zero, flag, deadline, found out anew from the crossings so far.

A run is the whole session's, or with `start = "own"` one entrant's. Moments are pairs (time_us, place in the order of
crossing), so that "from the flag on" and "just after" are comparisons: a deadline stands before all passings of its
microsecond, but with `immediate` after them, since these still count.
"""
from dataclasses import dataclass

from drive import Drive
from passing import FOR_EVER, Passing
import ranking
import spec

Moment = tuple[int, int]


@dataclass
class End:
    flag: Moment | None  # when it is, or will be, shown
    last_us: int | None  # the grace's last microsecond


class Run:
    """The crossings of those who run together, in order, and what they mean for the end."""

    def __init__(self, rules: spec.Spec, entrants: list[spec.Entrant], crossings: list[tuple[spec.Entrant, Passing]]):
        self.rules, self.entrants, self.crossings = rules, entrants, crossings
        self.clock_us = None
        if rules.start == "signal":
            self.clock_us = rules.start_at_us
        elif crossings:
            self.clock_us = crossings[0][1].time_us

    def drive(self, entrant: spec.Entrant, until: Moment = (FOR_EVER, 0)) -> Drive:
        return Drive(self.rules, entrant, [p for e, p in self.crossings if e is entrant and p.moment <= until])

    def laps_with(self, entrant: spec.Entrant, crossing: Passing) -> int:
        return self.drive(entrant, crossing.moment).lap_count()

    def is_leader(self, entrant: spec.Entrant, crossing: Passing) -> bool:
        drives = [self.drive(e, crossing.moment) for e in self.entrants]
        return ranking.ranked(self.rules.rank, drives, self.clock_us)[0].entrant is entrant

    def first_crossing(self, wanted) -> tuple[spec.Entrant, Passing] | None:
        return next(((e, p) for e, p in self.crossings if wanted(e, p)), None)

    def time_up_us(self) -> int | None:
        return self.clock_us + self.rules.time_us if self.rules.time_us and self.clock_us is not None else None

    def leader_from(self, time_us: int) -> tuple[spec.Entrant, Passing] | None:
        return self.first_crossing(lambda e, p: p.time_us >= time_us and self.is_leader(e, p))

    def end(self) -> End:
        rules, time_up = self.rules, self.time_up_us()
        if self.clock_us is None or not (rules.laps or rules.time_us):
            return End(None, None)
        if rules.plus_laps:
            return self.end_by_time_plus_laps(time_up)
        by_laps = self.first_crossing(lambda e, p: rules.laps and self.laps_with(e, p) >= rules.laps)
        laps_moment = by_laps and by_laps[1].moment
        time_moment = (time_up, -1) if rules.time_us else None
        if rules.laps and rules.time_us:
            if rules.priority == "first":
                zero = min(time_moment, laps_moment) if laps_moment else time_moment
            else:
                zero = max(time_moment, laps_moment) if laps_moment else None
        else:
            zero = laps_moment if rules.laps else time_moment
        if zero is not None and zero == time_moment:
            return self.end_by_time(time_up)
        return self.shown_at(zero)

    def end_by_time(self, time_up: int) -> End:
        if self.rules.how == "immediate":
            return self.shown_at((time_up, FOR_EVER))
        if self.rules.how == "leader_first":
            leader = self.leader_from(time_up)
            return self.shown_at(leader[1].moment) if leader else End(None, time_up + self.rules.grace_us)
        return self.shown_at((time_up, -1))

    def end_by_time_plus_laps(self, time_up: int) -> End:
        leader = self.leader_from(time_up)
        if not leader:
            return End(None, time_up + self.rules.grace_us)
        due = self.laps_with(*leader) + self.rules.plus_laps
        zero = self.first_crossing(lambda e, p: p.moment > leader[1].moment and self.laps_with(e, p) >= due)
        return self.shown_at(zero[1].moment if zero else None)

    def shown_at(self, flag: Moment | None) -> End:
        return End(flag, flag[0] + self.rules.grace_us if flag else None)

    def ends_its_run(self, entrant: spec.Entrant, crossing: Passing, end: End) -> bool:
        """Whether this crossing is its entrant's last."""
        rules = self.rules
        if rules.how == "full_distance":
            done = self.laps_with(entrant, crossing) >= rules.laps
            if not rules.time_us:
                return done
            past = crossing.time_us >= self.time_up_us()
            return (done or past) if rules.priority == "first" else (done and past)
        return rules.how != "immediate" and end.flag is not None and crossing.moment >= end.flag

    def took_flag(self, entrant: spec.Entrant, end: End) -> bool:
        return any(self.ends_its_run(e, p, end) for e, p in self.crossings if e is entrant)

    def is_after_finish(self, entrant: spec.Entrant, passing: Passing) -> bool:
        end = self.end()
        if self.rules.how == "immediate":
            return (end.flag is not None and passing.moment > end.flag) or self.leader_never_came(end, passing.time_us)
        if end.last_us is not None and passing.time_us > end.last_us:
            return True
        if self.took_flag(entrant, end):
            return True
        if end.flag is None or passing.moment < end.flag or self.rules.first_crossing == "ends_lap":
            return False
        return not self.drive(entrant, end.flag).crossings

    def leader_never_came(self, end: End, now_us: int) -> bool:
        return end.flag is None and end.last_us is not None and now_us > end.last_us

    def flag_shown(self, now_us: int) -> bool:
        flag = self.end().flag
        return flag is not None and flag[0] <= now_us

    def finished(self, now_us: int) -> bool:
        end = self.end()
        if self.leader_never_came(end, now_us):
            return True
        if not self.flag_shown(now_us):
            return False
        if self.rules.how == "immediate" or now_us > end.last_us:
            return True
        everyone = self.rules.first_crossing == "ends_lap"
        started = [e for e in self.entrants if everyone or self.drive(e).crossings]
        return all(self.took_flag(e, end) for e in started)
