"""The four rankings, and the gap of one entrant to another, word for word after the contract."""
from drive import Drive, cut


def best_lap_key(drive: Drive):
    """Best, second best …; who has one more is ahead: a lap that is missing is longer than any."""
    times = sorted(cut(lap.time_us) for lap in drive.rated_laps())
    return [(0, time) for time in times] + [(1, 0)], drive.best().end.place


def key(rank: str, drive: Drive, clock_us: int | None):
    if not drive.crossings:
        return (2, drive.entrant.place)
    last = drive.crossings[-1].place
    first = (1, drive.crossings[0].place)
    if rank == "laps":
        return (0, -drive.lap_count(), last) if drive.lap_count() else first
    if rank == "total_time":
        return (0, -drive.lap_count(), cut(drive.total_us(clock_us)), last) if drive.lap_count() else first
    if not drive.rated_laps():
        return first
    if rank == "best_lap":
        return (0, *best_lap_key(drive))
    return (0, cut(drive.average_us()), cut(drive.best().time_us), drive.best().end.place)


def ranked(rank: str, drives: list[Drive], clock_us: int | None) -> list[Drive]:
    return sorted(drives, key=lambda drive: key(rank, drive, clock_us))


def difference(mine: int | None, other: int | None) -> int | None:
    return None if mine is None or other is None else cut(mine) - cut(other)


def gap(rank: str, drive: Drive, ahead: Drive, running: bool, clock_us: int | None) -> tuple[int | None, int | None]:
    """Microseconds and laps from `drive` to `ahead`, which is itself in the first row."""
    if not drive.crossings:
        return None, None
    if rank == "best_lap":
        best, other = drive.best(), ahead.best()
        return difference(best and best.time_us, other and other.time_us), 0
    if rank == "average_lap":
        return difference(drive.average_us(), ahead.average_us()), 0
    down = ahead.lap_count() - drive.lap_count()
    if rank == "total_time":
        return (None, down) if down else (difference(drive.total_us(clock_us), ahead.total_us(clock_us)), 0)
    mine, theirs = drive.crossings[-1], ahead.crossings[-1]
    if running and theirs.place > mine.place:
        down -= 1
        theirs = ahead.crossing_of_lap(drive.lap_count())
    if down:
        return None, down
    return max(0, difference(mine.time_us - clock_us, theirs.time_us - clock_us)), 0
