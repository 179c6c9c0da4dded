"""A random session from a seed: rules, entrants, loops, and what the decoders saw. Small numbers on purpose, so that ties, edges
of windows and deadlines on the microsecond of a passing are common."""
import random

SECOND = 1_000_000
FINISH_DECODERS = [11, 12, 13]
SECTOR_DECODER, BOX_DECODER, PIT_DECODER, STRANGE_DECODER = 21, 22, 31, 99
STRANGERS = [901, 902]


def dice(chance: random.Random, share: float) -> bool:
    return chance.random() < share


def some_end(chance: random.Random) -> dict:
    end = {}
    kind = chance.choice(["none", "time", "laps", "both", "both", "plus", "plus", "time"])
    if kind in ("time", "both", "plus"):
        end["time_s"] = chance.randint(20, 150)
    if kind in ("laps", "both"):
        end["laps"] = chance.randint(1, 7)
    if kind == "plus":
        end["plus_laps"] = chance.randint(1, 3)
    if dice(chance, 0.7):
        end["priority"] = chance.choice(["first", "last"])
    hows = ["next_crossing", "leader_first", "immediate"] + ["full_distance"] * 2 * ("laps" in end)
    if dice(chance, 0.85):
        end["how"] = chance.choice(hows)
    if dice(chance, 0.7):
        end["grace_s"] = chance.choice([0, 5, 10, 20, 30, 60, 180])
    return end


def some_rules(chance: random.Random, base_us: int) -> dict:
    rules = {"kind": chance.choice(["practice", "qualifying", "race", "race", "endurance"])}
    rules["start"] = chance.choice(["signal", "first_passing", "first_passing", "own"])
    if rules["start"] == "first_passing" and dice(chance, 0.3):
        del rules["start"]
    crossings = ["starts_lap", "own_clock"] + ["ends_lap"] * 2 * (rules.get("start") == "signal")
    if dice(chance, 0.8):
        rules["first_crossing"] = chance.choice(crossings)
    if dice(chance, 0.8):
        rules["rank"] = chance.choice(["best_lap", "laps", "total_time", "average_lap"])
    if dice(chance, 0.6):
        rules["arm_us"] = base_us + chance.randint(-5, 25) * SECOND
    if rules.get("start") == "signal":
        rules["start_at_us"] = base_us + chance.randint(0, 30) * SECOND + chance.choice([0, 0, 1, 500])
        if dice(chance, 0.03):
            rules["start_at_us"] = base_us + 10_000 * SECOND
    if dice(chance, 0.35):
        rules["open"] = True
    if dice(chance, 0.7):
        rules["min_lap_ms"] = chance.choice([0, 2000, 5000, 8000, 8001])
    if dice(chance, 0.4):
        rules["max_lap_ms"] = chance.choice([9000, 10000, 12000, 20000])
    for window in ("pair_window_ms", "merge_window_ms"):
        if dice(chance, 0.5):
            rules[window] = chance.choice([0, 1, 1000, 3000, 5000])
    return rules


def some_entrants(chance: random.Random) -> list[dict]:
    entrants, tag = [], 101
    for place in range(chance.choice([0, 1, 2, 3, 4, 5, 6, 8])):
        tags = list(range(tag, tag + chance.choice([0, 1, 1, 1, 1, 2, 2, 3])))
        tag += len(tags)
        entrant = {"number": str(chance.randint(1, 9)) + chr(ord("A") + place), "transponders": tags}
        if dice(chance, 0.9):
            entrant["name"] = f"Driver {place}"
        entrants.append(entrant)
    return entrants


def some_loops(chance: random.Random) -> list[dict]:
    loops = []
    if dice(chance, 0.6):
        loops += [{"decoder": d, "role": "finish"} for d in chance.sample(FINISH_DECODERS, chance.randint(1, 3))]
    if dice(chance, 0.5):
        loops.append({"decoder": SECTOR_DECODER, "role": "sector 1"})
        loops.append({"decoder": BOX_DECODER, "role": chance.choice(["sector 1", "sector 2", "pit_in", "pit_out", "pit_box"])})
    if dice(chance, 0.4):
        loops.append({"decoder": PIT_DECODER, "role": "finish_in_pit"})
    chance.shuffle(loops)
    return loops


def at_resolution(chance: random.Random, step_us: int, time_us: int) -> int:
    return time_us // step_us * step_us + (chance.randint(-1, 1) if dice(chance, 0.05) else 0)


class Track:
    """Karts drive round; every way a decoder may see that goes into `records`."""

    def __init__(self, chance: random.Random, base_us: int, loops: list[dict]):
        self.chance, self.base_us, self.loops = chance, base_us, loops
        self.records: list[dict] = []
        self.step_us = chance.choice([1, 1000, 1000, SECOND, SECOND])  # whole seconds: ties and exact deadlines
        listed = [loop["decoder"] for loop in loops if loop["role"] == "finish"]
        self.finish = listed or chance.choice([[11], [11, 12]])
        if dice(chance, 0.2):
            self.finish = self.finish + [STRANGE_DECODER]
        self.others = [loop["decoder"] for loop in loops if loop["role"] != "finish"]

    def see(self, tag: int, time_us: int, decoder: int) -> None:
        record = {"type": "passing", "transponder": tag, "time_us": at_resolution(self.chance, self.step_us, time_us),
                  "decoder": decoder}
        self.records.append(record)
        if dice(self.chance, 0.04):
            self.records.append(dict(record))

    def cross(self, tags: list[int], time_us: int) -> None:
        chance = self.chance
        if dice(chance, 0.05):
            return
        for tag in tags if dice(chance, 0.7) else [chance.choice(tags)]:
            tag_us = time_us + chance.choice([0, 0, 100_000, 1_000_000, 2_999_999, 3_000_000, 3_000_001])
            for decoder in self.finish if dice(chance, 0.5) else [chance.choice(self.finish)]:
                self.see(tag, tag_us + chance.choice([0, 0, 1, 1000, -1_000_000, 3_000_000, 3_000_001]), decoder)
            if dice(chance, 0.05):
                self.see(tag, tag_us + chance.randint(1, 4) * SECOND, chance.choice(self.finish))

    def drive(self, tags: list[int]) -> None:
        chance = self.chance
        time_us = self.base_us + chance.randint(-10, 30) * SECOND + chance.randrange(SECOND)
        pace_us = chance.randint(6, 14) * SECOND
        for _ in range(chance.choice([0, 1, 2, 5, 10, 15])):
            self.cross(tags, time_us)
            if self.others and dice(chance, 0.5):
                self.see(chance.choice(tags), time_us + chance.randint(0, 5) * SECOND, chance.choice(self.others))
            time_us += pace_us + chance.choice([0, 0, 1000, 999, -1, 1]) + chance.randint(-1500, 1500) * 1000
            if dice(chance, 0.06):
                time_us += chance.randint(10, 90) * SECOND

    def numbered_and_shuffled(self) -> list[dict]:
        chance, records = self.chance, self.records
        if not dice(chance, 0.3):
            records.sort(key=lambda record: record["time_us"])
        for place, record in enumerate(records):
            record["number"] = chance.choice([1, 2, 3]) if dice(chance, 0.1) else place + 1
            if dice(chance, 0.02):
                del record["number"]
            if dice(chance, 0.01) and record["decoder"] in self.finish:
                del record["decoder"]
        if dice(chance, 0.5):
            chance.shuffle(records)
        return records


def broken(chance: random.Random, spec: dict) -> None:
    """One of the things that are refused."""
    session, end = spec["session"], spec["end"]
    fault = chance.randrange(7)
    if fault == 0:
        session |= {"start": "own", "first_crossing": "ends_lap"}
    elif fault == 1:
        end |= {"how": "full_distance", "laps": 0}
    elif fault == 2:
        end |= {"plus_laps": 2, "laps": 3, "time_s": 20}
    elif fault == 3:
        end |= {"plus_laps": 2, "time_s": 0}
    elif fault == 4:
        spec["entrant"] += [{"number": "98", "transponders": [77]}, {"number": "99", "transponders": [77]}]
    elif fault == 5:
        session["rank"] = "fastest"
    else:
        del session["kind"]


def session_of(seed: int) -> tuple[dict, list[dict]]:
    """SPEC as a document, and the records of the capture in the file's order."""
    chance = random.Random(seed)
    base_us = chance.choice([100 * SECOND, 1_551_542_808_933_000])
    spec = {"session": some_rules(chance, base_us), "end": some_end(chance), "entrant": some_entrants(chance),
            "loop": some_loops(chance)}
    track = Track(chance, base_us, spec["loop"])
    for entrant in spec["entrant"]:
        if entrant["transponders"]:
            track.drive(entrant["transponders"])
    for stranger in STRANGERS:
        if dice(chance, 0.4):
            track.drive([stranger])
    records = track.numbered_and_shuffled()
    if dice(chance, 0.03):
        broken(chance, spec)
    return spec, records


def toml_value(value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, list)) else f'"{value}"'


def toml(spec: dict) -> str:
    lines = []
    for name, tables in spec.items():
        for table in tables if isinstance(tables, list) else [tables]:
            lines.append(f"[[{name}]]" if isinstance(tables, list) else f"[{name}]")
            lines += [f"{key} = {toml_value(value)}" for key, value in table.items()]
    return "\n".join(lines) + "\n"
