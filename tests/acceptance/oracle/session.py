"""A session over a capture: who is entered, each passing's verdict, and who is where at the end."""
from drive import Drive
from end import Run
from passing import Passing
import spec

FINISH = ("finish", "finish_in_pit")


class Session:
    def __init__(self, rules: spec.Spec, passings: list[Passing]):
        self.rules, self.passings = rules, passings
        self.entrants = list(rules.entrants)
        self.holder = {tag: entrant for entrant in self.entrants for tag in entrant.transponders}
        if rules.open:
            self.enter_strangers()
        self.crossings: list[tuple[spec.Entrant, Passing]] = []
        for passing in passings:
            passing.verdict = self.verdict(passing)
            if passing.verdict in ("starts_lap", "counted") and self.role(passing.decoder) in FINISH:
                self.crossings.append((self.holder[passing.transponder], passing))

    def enter_strangers(self) -> None:
        for passing in self.passings:
            tag = passing.transponder
            if tag not in self.holder:
                self.holder[tag] = spec.Entrant(str(tag), f"Unknown {tag}", [tag], len(self.entrants))
                self.entrants.append(self.holder[tag])

    def role(self, decoder: int) -> str:
        return dict(self.rules.loops).get(decoder, "finish")

    def line(self, decoder: int) -> int:
        """The place among its loop's decoders; those without an entry come last and are equal."""
        listed = [d for d, role in self.rules.loops if role == self.role(decoder)]
        return listed.index(decoder) if decoder in listed else len(listed)

    def run_of(self, entrant: spec.Entrant) -> Run:
        if self.rules.start == "own":
            return Run(self.rules, [entrant], [(e, p) for e, p in self.crossings if e is entrant])
        return Run(self.rules, self.entrants, self.crossings)

    def is_duplicate(self, passing: Passing) -> bool:
        return any((p.decoder, p.transponder, p.time_us) == (passing.decoder, passing.transponder, passing.time_us)
                   for p in self.passings[:passing.place])

    def is_backup(self, passing: Passing) -> bool:
        return any(p.transponder == passing.transponder and self.role(p.decoder) == self.role(passing.decoder)
                   and self.line(p.decoder) < self.line(passing.decoder)
                   and abs(p.time_us - passing.time_us) <= self.rules.merge_window_us for p in self.passings)

    def is_before_start(self, passing: Passing) -> bool:
        rules = self.rules
        return passing.time_us < rules.arm_us or (rules.start == "signal" and passing.time_us < rules.start_at_us)

    def verdict(self, passing: Passing) -> str:
        if self.is_duplicate(passing):
            return "duplicate"
        if self.is_backup(passing):
            return "backup"
        entrant = self.holder.get(passing.transponder)
        if entrant is None:
            return "unknown_transponder"
        if self.is_before_start(passing):
            return "before_start"
        if self.run_of(entrant).is_after_finish(entrant, passing):
            return "after_finish"
        if self.role(passing.decoder) not in FINISH:
            return "counted"
        return self.verdict_of_crossing(entrant, passing)

    def verdict_of_crossing(self, entrant: spec.Entrant, passing: Passing) -> str:
        mine = [p for e, p in self.crossings if e is entrant]
        since_us = None
        if mine:
            since_us = passing.time_us - mine[-1].time_us
            if passing.transponder != mine[-1].transponder and since_us <= self.rules.pair_window_us:
                return "second_transponder"
        elif self.rules.first_crossing == "ends_lap":
            since_us = passing.time_us - self.rules.start_at_us
        if since_us is not None and since_us < self.rules.min_lap_us:
            return "below_min_lap"
        return "starts_lap" if since_us is None else "counted"

    def now_us(self) -> int | None:
        return max((p.time_us for p in self.passings), default=None)

    def clock_us(self) -> int | None:
        return Run(self.rules, self.entrants, self.crossings).clock_us

    def drive(self, entrant: spec.Entrant) -> Drive:
        return Drive(self.rules, entrant, [p for e, p in self.crossings if e is entrant])

    def state(self) -> str:
        now_us, clock_us = self.now_us(), self.clock_us()
        if now_us is None or clock_us is None or now_us < clock_us:
            return "waiting"
        if self.rules.start == "own":
            started = [e for e in self.entrants if self.drive(e).crossings]
            return "finished" if all(self.run_of(e).finished(now_us) for e in started) else "running"
        run = Run(self.rules, self.entrants, self.crossings)
        if run.finished(now_us):
            return "finished"
        return "finishing" if run.flag_shown(now_us) else "running"

    def status(self, entrant: spec.Entrant) -> str:
        if self.state() == "waiting":
            return "running"
        now_us, run, crossed = self.now_us(), self.run_of(entrant), self.drive(entrant).crossings
        if run.took_flag(entrant, run.end()):
            return "finished"
        if not run.finished(now_us):
            return "running"
        if not crossed:
            return "dns"
        if self.rules.how == "immediate":
            return "finished"
        return "dnf" if self.rules.kind in ("race", "endurance") else "finished"
