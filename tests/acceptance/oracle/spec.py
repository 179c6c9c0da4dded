"""SPEC.toml as the contract words it: what a session is run by. Refuses what the contract refuses, with BadSpec.

Times are integer microseconds from here on, whatever unit the key has.
"""
import tomllib
from dataclasses import dataclass, field

WORDS = {
    "kind": ("practice", "qualifying", "race", "endurance"),
    "start": ("signal", "first_passing", "own"),
    "first_crossing": ("starts_lap", "ends_lap", "own_clock"),
    "rank": ("best_lap", "laps", "total_time", "average_lap"),
    "priority": ("first", "last"),
    "how": ("next_crossing", "leader_first", "immediate", "full_distance"),
}
SESSION_KEYS = {"kind", "start", "start_at_us", "open", "arm_us", "first_crossing", "rank", "min_lap_ms", "max_lap_ms",
                "pair_window_ms", "merge_window_ms"}
END_KEYS = {"laps", "time_s", "plus_laps", "priority", "how", "grace_s"}
MS, S = 1_000, 1_000_000


class BadSpec(Exception):
    """What `chicane replay` answers with exit status 2."""


@dataclass
class Entrant:
    number: str
    name: str
    transponders: list[int]
    place: int  # in SPEC; those of an open session come after


@dataclass
class Spec:
    kind: str
    start: str
    start_at_us: int
    open: bool
    arm_us: int
    first_crossing: str
    rank: str
    min_lap_us: int
    max_lap_us: int
    pair_window_us: int
    merge_window_us: int
    laps: int
    time_us: int
    plus_laps: int
    priority: str
    how: str
    grace_us: int
    entrants: list[Entrant] = field(default_factory=list)
    loops: list[tuple[int, str]] = field(default_factory=list)  # decoder and role, as listed


def word(table: dict, key: str, default: str) -> str:
    value = table.get(key, default)
    if value not in WORDS[key]:
        raise BadSpec(f"{key} = {value!r}")
    return value


def known_keys(table: dict, keys: set) -> None:
    if unknown := set(table) - keys:
        raise BadSpec(f"unknown key {sorted(unknown)[0]}")


def refuse_contradictions(spec: Spec) -> None:
    if spec.first_crossing == "ends_lap" and spec.start != "signal":
        raise BadSpec("ends_lap without signal")
    if spec.how == "full_distance" and (not spec.laps or spec.plus_laps):
        raise BadSpec("full_distance without laps or with plus_laps")
    if spec.plus_laps and (not spec.time_us or spec.laps):
        raise BadSpec("plus_laps without time_s or with laps")
    tags = [tag for entrant in spec.entrants for tag in entrant.transponders]
    if len(tags) != len(set(tags)):
        raise BadSpec("a transponder on two entrants")


def of(text: str) -> Spec:
    document = tomllib.loads(text)
    known_keys(document, {"session", "end", "entrant", "loop"})
    session, end = document.get("session", {}), document.get("end", {})
    known_keys(session, SESSION_KEYS)
    known_keys(end, END_KEYS)
    if "kind" not in session:
        raise BadSpec("kind is required")
    kind = word(session, "kind", "")
    racing = kind in ("race", "endurance")
    spec = Spec(
        kind=kind,
        start=word(session, "start", "first_passing"),
        start_at_us=session.get("start_at_us", 0),
        open=session.get("open", False),
        arm_us=session.get("arm_us", 0),
        first_crossing=word(session, "first_crossing", "starts_lap"),
        rank=word(session, "rank", "laps" if racing else "best_lap"),
        min_lap_us=session.get("min_lap_ms", 0) * MS,
        max_lap_us=session.get("max_lap_ms", 0) * MS,
        pair_window_us=session.get("pair_window_ms", 3000) * MS,
        merge_window_us=session.get("merge_window_ms", 3000) * MS,
        laps=end.get("laps", 0),
        time_us=end.get("time_s", 0) * S,
        plus_laps=end.get("plus_laps", 0),
        priority=word(end, "priority", "first"),
        how=word(end, "how", "leader_first" if racing else "next_crossing"),
        grace_us=end.get("grace_s", 180) * S,
    )
    for place, table in enumerate(document.get("entrant", [])):
        known_keys(table, {"number", "name", "transponders"})
        if "number" not in table:
            raise BadSpec("an entrant's number is required")
        spec.entrants.append(Entrant(table["number"], table.get("name", ""), table.get("transponders", []), place))
    for table in document.get("loop", []):
        known_keys(table, {"decoder", "role"})
        spec.loops.append((table["decoder"], table["role"]))
    refuse_contradictions(spec)
    return spec
