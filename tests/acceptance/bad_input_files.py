#!/usr/bin/env python3
"""A wrong chicane.toml, SPEC or option: one line with file, line, key and what was expected, status 2, nothing changed.
usage: bad_input_files.py CHICANE"""
from centre_program import check, config, main, refused, sums

SPEC = """[session]
kind = "race"
min_lap_ms = 15000
[end]
laps = 10
[[entrant]]
number = "7"
name = "A. Driver"
transponders = [5691251]
[[entrant]]
number = "8"
transponders = [5691252]
[[loop]]
decoder = 268307
role = "finish"
"""

# What is put in whose place, and the line that is said: the rest of it may change its words.
WRONG_CONFIGS = [
    ("a text without its end", 'id = "main"', 'id = "main', "wrong.toml:6: not TOML: "),
    ("a value that is missing", "length_m = 650", "length_m =", "wrong.toml:7: not TOML: "),
    ("a key given twice", "length_m = 650", "length_m = 650\nlength_m = 651", "wrong.toml:8: not TOML: "),
    ("an unknown key", "length_m", "length", "wrong.toml:7: track.length: unknown key; known here: "),
    ("an unknown table", "[rmonitor]", "[rmonitr]", "wrong.toml:3: rmonitr: unknown key; known here: centre, rmonitor"),
    ("a wrong type", "= 650", '= "650"', "wrong.toml:7: track.length_m: expected a whole number from 0 to 100000, found '650'"),
    ("out of range", "= 650", "= -1", "wrong.toml:7: track.length_m: expected a whole number from 0 to 100000, found -1"),
    ("a table in place of tables", "[[track]]", "[track]", "wrong.toml:5: track: expected tables: [[track]], found a table"),
    ("a key that is missing", 'id = "sf"', "", "wrong.toml:10: track.decoder.id: is missing; expected a text"),
    ("no track at all", "track", "trak", "wrong.toml:1: track: is missing; a centre has at least one [[track]]"),
    ("an id that is none", '"main"', '"Main Track"', 'wrong.toml:6: track.id: expected at most 32 of a-z'),
    ("an unknown protocol", "protocol=p3", "protocol=p4", 'wrong.toml:12: track.decoder.uri: unknown protocol "p4"; known: p3'),
    ("an unknown scheme", "sim:", "smi:", "wrong.toml:12: track.decoder.uri: expected tcp://HOST:PORT, tcp-listen://, udp://, serial://, zmq://, file:PATH, sim: or manual:"),
    ("an unknown option", "karts=8", "cars=8", 'wrong.toml:12: track.decoder.uri: unknown option "cars"; known: protocol'),
    ("an option out of range", "karts=8", "karts=0", "wrong.toml:12: track.decoder.uri: karts: expected a whole number"),
    ("a port that is none", "127.0.0.1:0", "127.0.0.1:99999", "wrong.toml:2: web.listen: expected an address and a port"),
    ("a name for an address", "127.0.0.1:0", "a.example:80", "wrong.toml:2: web.listen: expected an address and a port"),
    ("an unknown role", 'id = "sf"', 'id = "sf"\nrole = "goal"', 'wrong.toml:12: track.decoder.role: unknown word "goal"; known: finish'),
    ("letters that are no UTF-8", "main", "ma\udcffin", "wrong.toml:6: not TOML: "),
]

TWO_TRACKS = '[[track]]\nid = "main"\n'
TWO_DECODERS = '[[track.decoder]]\nid = "sf"\nuri = "sim:?protocol=p3"\n'

WRONG_SPECS = [
    ("no TOML", '"race"', "race", "wrong.toml:2: not TOML: "),
    ("an unknown key", "min_lap_ms", "min_lap", "wrong.toml:3: session.min_lap: unknown key; known here: "),
    ("an unknown word", '"race"', '"rase"', 'wrong.toml:2: session.kind: unknown word "rase"; known: practice, qualifying'),
    ("no kind", 'kind = "race"\n', "", "wrong.toml:1: session.kind: is missing; known: practice"),
    ("a wrong type", "laps = 10", 'laps = "10"', "wrong.toml:5: end.laps: expected a whole number from 0 to 1000000, found '10'"),
    ("out of range", "laps = 10", "laps = -10", "wrong.toml:5: end.laps: expected a whole number from 0 to 1000000, found -10"),
    ("beyond 64 bits", "laps = 10", "laps = 99999999999999999999", "wrong.toml:5: not TOML: "),
    ("no number", 'number = "7"\n', "", "wrong.toml:6: entrant.number: is missing; expected a text"),
    ("a transponder that two have", "5691252", "5691251", "wrong.toml:12: entrant.transponders: "),
    ("a transponder in quotes", "5691252", '"5691252"', "wrong.toml:12: entrant.transponders: expected whole numbers"),
    ("one transponder, no list", "[5691252]", "5691252", "wrong.toml:12: entrant.transponders: expected a list"),
    ("a decoder that is listed twice", 'role = "finish"', 'role = "finish"\n[[loop]]\ndecoder = 268307\nrole = "pit_in"',
     "wrong.toml:17: loop.decoder: "),
    ("an unknown role", '"finish"', '"sector 99"', 'wrong.toml:15: loop.role: expected "sector 1" to "sector 63"'),
    ("what does not go together", "laps = 10", "laps = 10\nplus_laps = 2", "wrong.toml:6: end.plus_laps: "),
    ("a signal that is missing", '"race"', '"race"\nfirst_crossing = "ends_lap"', "wrong.toml:3: session.first_crossing: "),
]


def refuses(work, arguments, what, words):
    before = sums(work.folder)
    try:
        refused(arguments, words)
    except Exception as fault:
        raise type(fault)(f"{what}: {fault}") from fault
    check(sums(work.folder) == before, f"{what}: something was changed")


def wrong_configurations(work):
    """A wrong chicane.toml is refused with file, line, key and what was expected"""
    right = config()
    cases = [(what, right.replace(part, other, -1 if part == "track" else 1), line) for what, part, other, line in WRONG_CONFIGS]
    cases += [("two tracks of one id", right + TWO_TRACKS, 'wrong.toml:14: track.id: two tracks are called "main"'),
              ("two decoders of one id", right + TWO_DECODERS, 'wrong.toml:14: track.decoder.id: two decoders are called "sf"'),
              ("an empty file", "", "wrong.toml:1: track: is missing")]
    for what, text, line in cases:
        work.write("wrong.toml", text.encode(errors="surrogateescape"))
        refuses(work, work.serve_arguments(configuration="wrong.toml"), what, line)


def wrong_specs(work):
    """A wrong SPEC is refused with file, line, key and what was expected"""
    capture = work.write("capture.hex", "8e02\n")
    arguments = ["replay", capture, "--protocol", "p3", "--session", work.folder / "wrong.toml"]
    cases = [(what, SPEC.replace(part, other, 1), line) for what, part, other, line in WRONG_SPECS]
    cases.append(("an empty file", "", "wrong.toml:1: session.kind: is missing"))
    for what, text, line in cases:
        work.write("wrong.toml", text)
        refuses(work, arguments, what, line)


def missing_files(work):
    """A file that is missing, a folder in its place and a capture that is none are named"""
    spec, capture = work.write("spec.toml", SPEC), work.write("capture.hex", "8e02\nzz\n")
    replay = ["replay", capture, "--protocol", "p3", "--session"]
    refuses(work, work.serve_arguments(configuration="none.toml"), "no configuration", "none.toml: cannot be read: No such")
    refuses(work, work.serve_arguments(configuration="web"), "a folder", "web: cannot be read: Is a directory")
    refuses(work, [*replay, work.folder / "none.toml"], "no SPEC", "none.toml: cannot be read: No such file")
    refuses(work, [*replay, spec], "a capture that is none", "capture.hex:2: expected a frame in pairs of hexadecimal digits")
    refuses(work, ["decode", work.folder / "none.hex", "--protocol", "p3"], "no capture", "none.hex: No such file")
    refuses(work, ["decode", capture, "--protocol", "p4"], "a protocol", '--protocol: unknown protocol "p4"; known: p3')
    without_web = [*work.serve_arguments()[:-1], work.folder / "none"]
    refuses(work, without_web, "no web client", "none: cannot be read: No such file")


def wrong_options(work):
    """A wrong option is one line that names the command and where to read on"""
    for arguments, line in (([], "chicane: A subcommand is required; see chicane --help"),
                            (["foo"], 'chicane: "foo" is not known here; see chicane --help'),
                            (["user", "ad", "anna"], 'chicane user: "ad" is not known here; see chicane user --help'),
                            (["decode", "a.bin", "--protocl", "p3"],
                             'chicane decode: "--protocl" is not known here; see chicane decode --help'),
                            (["serve"], "chicane serve: --config is required; see chicane serve --help"),
                            (["user", "add", "anna"], "chicane user add: --role is required; see chicane user add --help"),
                            (["drive"], "chicane: "), (["serve", "--confg", "x"], "chicane serve: "),
                            (["simulate", "--protocol", "p3", "--karts", "many"], "chicane simulate: "),
                            (["simulate", "--protocol", "p3", "--listen", "127.0.0.1:99999"], "--listen: expected HOST:PORT"),
                            (["simulate", "--protocol", "p4"], '--protocol: unknown protocol "p4"; known: p3, p98'),
                            (["simulate", "--protocol", "p3", "--faults", "rain"], 'unknown fault "rain"; known: drop')):
        refuses(work, arguments, arguments, line)


main([wrong_configurations, wrong_specs, missing_files, wrong_options])
