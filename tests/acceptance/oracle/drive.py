"""What an entrant has driven, out of its crossings: laps, best, average, total. Everything is computed anew when asked."""
from dataclasses import dataclass

import passing
import spec


def cut(time_us: int) -> int:
    """At the resolution of 1 ms, cut off."""
    return time_us // 1000 * 1000


@dataclass
class Lap:
    number: int
    time_us: int
    end: passing.Passing


@dataclass
class Drive:
    rules: spec.Spec
    entrant: spec.Entrant
    crossings: list[passing.Passing]

    def crossing_of_lap(self, number: int) -> passing.Passing:
        """Lap 0 is the crossing that starts the first lap."""
        return self.crossings[number - 1 if self.rules.first_crossing == "ends_lap" else number]

    def laps(self) -> list[Lap]:
        times = [crossing.time_us for crossing in self.crossings]
        ends = self.crossings
        if self.rules.first_crossing == "ends_lap":
            times = [self.rules.start_at_us] + times
        else:
            ends = ends[1:]
        return [Lap(i + 1, times[i + 1] - times[i], ends[i]) for i in range(len(ends))]

    def lap_count(self) -> int:
        return len(self.laps())

    def rated_laps(self) -> list[Lap]:
        """Those short enough for best and average."""
        limit = self.rules.max_lap_us
        return [lap for lap in self.laps() if not limit or lap.time_us <= limit]

    def best(self) -> Lap | None:
        return min(self.rated_laps(), key=lambda lap: (cut(lap.time_us), lap.number), default=None)

    def average_us(self) -> int | None:
        rated = self.rated_laps()
        return sum(lap.time_us for lap in rated) // len(rated) if rated else None

    def total_us(self, clock_us: int | None) -> int | None:
        if not self.crossings:
            return None
        own = self.rules.start == "own" or self.rules.first_crossing == "own_clock"
        return self.crossings[-1].time_us - (self.crossings[0].time_us if own else clock_us)
