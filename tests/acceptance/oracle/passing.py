"""A passing as `chicane decode` prints it, and the order of crossing. What a record leaves out counts as 0."""
import json
from dataclasses import dataclass

FOR_EVER = 1 << 62


@dataclass
class Passing:
    index: int  # among the passing records, as they stand in the file
    number: int | None
    transponder: int
    time_us: int
    decoder: int
    place: int = -1  # in the order of crossing
    verdict: str = ""

    @property
    def moment(self) -> tuple[int, int]:
        """Where it stands among all moments: deadlines of its microsecond are (time_us, -1) or (time_us, FOR_EVER)."""
        return (self.time_us, self.place)


def of_records(records: list[dict]) -> list[Passing]:
    """The passings of a capture, in the order of crossing."""
    found = [record for record in records if record["type"] == "passing"]
    passings = [Passing(index, r.get("number"), r.get("transponder", 0), r.get("time_us", 0), r.get("decoder", 0))
                for index, r in enumerate(found)]
    passings.sort(key=lambda p: (p.time_us, p.number or 0, p.decoder, p.index))
    for place, passing in enumerate(passings):
        passing.place = place
    return passings


def of_lines(text: str) -> list[Passing]:
    return of_records([json.loads(line) for line in text.splitlines() if line.strip()])
