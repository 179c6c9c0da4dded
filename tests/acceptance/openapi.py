#!/usr/bin/env python3
"""web/schema/openapi.json held against the running program. usage: openapi.py CHICANE"""
import json
import pathlib
import time
import uuid

from centre_program import CHICANE, Work, check, config, main, run, wait_for
from json_schema import Schema

PASSWORD = "a long enough password"
SCHEMA = Schema(json.loads((Work.sources / "web/schema/openapi.json").read_text()))
BOARD = Schema(json.loads((Work.sources / "web/schema/board.schema.json").read_text()))
PRINT = pathlib.Path(CHICANE).with_name("chicane-print")
OPERATIONS = {(method.upper(), path): operation for path, methods in SCHEMA.document["paths"].items()
              for method, operation in methods.items() if not operation.get("x-live")}


class Held:
    """A signed-in client that holds every answer against what is described of its operation."""

    def __init__(self, server, headers):
        self.server, self.headers, self.answered = server, headers, {}

    def ask(self, method, path, body=None, query="", version=None, headers=None, **values):
        more = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        if version is not None:
            more["If-Match"] = f'"{version}"'
        target = "/api/v1" + path.format(**values) + query
        status, answer = self.server.request(method, target, body, self.headers | more | (headers or {}))
        operation = f"{method} {target}"
        responses = OPERATIONS[method, "/api/v1" + path]["responses"]
        check(str(status) in responses, f"{operation}: status {status} is not described: {answer}")
        content = responses[str(status)].get("content")
        check(bool(content) == (answer is not None), f"{operation}: a body where none is described, or none: {answer}")
        for described in (content or {}).values():
            faults = SCHEMA.faults(answer, described["schema"])
            check(not faults, f"{operation}: {faults[:3]}")
        self.answered.setdefault((method, "/api/v1" + path), set()).add(status)
        return status, answer

    def make(self, path, body, **values):
        status, answer = self.ask("POST", path, body, **values)
        check(status == 201, f"POST {path} says {status} {answer}")
        return answer

    def change(self, method, path, body=None, version=None, query="", **values):
        status, answer = self.ask(method, path, body, query, version, **values)
        check(status in (200, 204), f"{method} {path} says {status} {answer}")
        return answer


def started(work, *names):
    """A running centre, and a client for each account, named as its role."""
    (work.folder / "data").mkdir()
    for name in names:
        status, _, err = run("user", "add", name, "--role", name, "--data", work.folder / "data", text_in=PASSWORD)
        check(status == 0, err)
    # A second track, whose decoder is not there: nobody drives, and there is an alarm.
    nobody = '[[track]]\nid = "kids"\n[[track.decoder]]\nid = "gone"\nuri = "tcp://127.0.0.1:1?protocol=p3"\n'
    work.write("two.toml", config() + nobody)
    server = work.serve(configuration="two.toml")
    return [Held(server, server.sign_in(name, PASSWORD)) for name in names]


def in_future_us(minutes):
    return int((time.time() + 60 * minutes) * 1e6)


def entities(admin):
    """One of each, in a session on the silent track: what the paths of the schema need."""
    plan = {"track": "kids", "name": "Heat", "kind": "race", "planned_start_us": in_future_us(60), "capacity": 6}
    session = admin.make("/sessions", plan | {"rules": {"start": "signal"}})["id"]
    person = {"family_name": "Besson", "given_name": "Inès", "birth_date": "2014-02-03"}
    customer = admin.make("/customers", person)["id"]
    kart = admin.make("/karts", {"number": "14", "transponders": [5691251]})["id"]
    entrant = admin.make("/sessions/{id}/entrants", {"customer": customer, "kart": kart}, id=session)["id"]
    hold = admin.make("/holds", {"session": session, "qty": 2})["id"]
    booking = admin.make("/bookings", {"session": session, "seats": [{"label": "Guest 1"}]})
    staff = admin.make("/staff", {"name": "Léa", "initials": "LA", "roles": ["cashier"]})["id"]
    tried = {"id": "pit", "track": "kids", "uri": "sim:?protocol=p3", "role": "pit_in", "test": True}
    device = admin.make("/devices", tried)["id"]
    rule_set = admin.make("/rule-sets", {"name": "Club sprint", "kind": "race", "rules": {"end": {"laps": 9}}})["id"]
    day = {"track": "kids", "name": "Company day", "start_us": in_future_us(300), "minutes": 90, "karts": 4}
    meeting = admin.make("/meetings", day | {"entries": [{"name": f"Guest {n}"} for n in range(8)]})
    return {"meeting": meeting["id"], "entry": meeting["entries"][0]["id"], "session": session, "rule_set": rule_set, "customer": customer, "kart": kart, "entrant": entrant, "hold": hold, "staff": staff,
            "ref": booking["ref"], "seat": booking["seats"][0]["id"], "track": "main", "device": device,
            "number": 5691251, "date": "2026-11-28", "alarm": 1, "seq": 1}


# Whose id stands in a path of its own kind.
NOUNS = {"sessions": "session", "customers": "customer", "karts": "kart", "holds": "hold", "seats": "seat",
         "staff": "staff", "rule-sets": "rule_set", "meetings": "meeting", "tracks": "track", "devices": "device", "alarms": "alarm"}


def filled(path, ids):
    noun = NOUNS.get(path.split("/")[3])
    return path.replace("{id}", str(ids.get(noun))).format(**{k: v for k, v in ids.items() if k != "id"})


def every_operation(work):
    """Every operation of the schema succeeds as it is described, and each answer holds its schema"""
    admin, = started(work, "admin")
    ids = entities(admin)
    at = {"id": ids["session"]}
    status, health = admin.ask("GET", "/health")
    lost = [each["id"] for each in health["decoders"] if each["state"] == "down"]
    check(status == 503 and health["status"] == "degraded" and lost == ["gone"], f"health says {status} {health}")
    well = Held(work.serve("well"), {})
    wait_for(lambda: well.ask("GET", "/health")[0] == 200, "health is ok")
    admin.answered |= well.answered
    for path in ("/tracks", "/me", "/karts", "/transponders", "/devices", "/staff", "/sessions"):
        admin.change("GET", path)
    admin.change("GET", "/planner/{date}", date=ids["date"])
    admin.change("GET", "/search", query="?q=bess")
    admin.change("GET", "/customers", query="?q=in%C3%A8s")
    admin.change("GET", "/bookings", query=f"?session={ids['session']}")
    admin.change("GET", "/bookings/{ref}", ref=ids["ref"])
    wait_for(lambda: admin.change("GET", "/transponders", query="?unknown=1")["items"], "an unknown tag")
    for path in ("/tracks/{id}", "/tracks/{id}/control", "/tracks/{id}/passings"):
        admin.change("GET", path, id="main")
    board = admin.change("GET", "/tracks/{id}/board", id="main")
    check(not BOARD.faults(board, BOARD.document), f"{BOARD.faults(board, BOARD.document)[:3]}")
    for noun, path in (("device", "/devices/{id}"), ("kart", "/karts/{id}"), ("customer", "/customers/{id}")):
        admin.change("GET", path, id=ids[noun])
    for path in ("/devices/{id}/history", "/devices/{id}/tags", "/devices/{id}/bytes"):
        admin.change("GET", path, id="sf")
    admin.change("GET", "/devices/{id}/commands", id="sf")
    clear = {"command": "clear", "confirm": True}
    wait_for(lambda: admin.ask("POST", "/devices/{id}/commands", clear, id="sf")[0] == 200, "a cleared memory")
    admin.change("GET", "/devices/ports")
    admin.change("POST", "/devices/probe", {"uri": "tcp://127.0.0.1:2"})  # nobody is there, and it says so
    admin.change("POST", "/devices/scan", {"network": "127.0.0.1/32", "ports": [2]})
    admin.change("PATCH", "/devices/{id}", {"role": "pit_out"}, 1, id=ids["device"])
    admin.change("DELETE", "/devices/{id}", version=2, id=ids["device"])
    admin.make("/devices", {"id": "hand", "track": "kids", "uri": "manual:"})
    admin.make("/devices/{id}/passings", {"transponder": 5691251}, id="hand")
    seq = admin.make("/devices/{id}/passings", {}, id="hand")["seq"]
    wait_for(lambda: admin.change("GET", "/tracks/{id}/control", id="kids")["crossings"], "an open crossing")
    admin.change("GET", "/tracks/{id}/crossings/{seq}/candidates", id="kids", seq=seq)
    admin.change("GET", "/transponders/{number}", number=ids["number"])
    admin.change("GET", "/transponders/{number}/candidates", number=ids["number"], query="?track=main")
    for path in ("/sessions/{id}", "/sessions/{id}/entrants"):
        admin.change("GET", path, **at)
    version = admin.change("PATCH", "/sessions/{id}", {"name": "Final"}, 1, **at)["version"]
    order = [each["id"] for each in admin.change("GET", "/sessions/{id}/entrants", **at)["items"]]
    admin.change("PUT", "/sessions/{id}/entrants/order", {"ids": order[::-1]}, version, **at)
    admin.change("PATCH", "/sessions/{id}/entrants/{entrant}", {"number": "9"}, 1, entrant=ids["entrant"], **at)
    admin.change("PUT", "/seats/{id}/kart", {"kart": None}, 1, id=ids["seat"])
    for kind in ("arm", "start", "more_time", "finish"):
        more = {"more_s": 60} if kind == "more_time" else {}
        admin.change("POST", "/sessions/{id}/events", {"kind": kind} | more, **at)
    for path in ("/sessions/{id}/result", "/sessions/{id}/events", "/sessions/{id}/sheet.csv", "/sessions/{id}/sheet.json"):
        admin.change("GET", path, **at)
    printed, _ = admin.ask("GET", "/sessions/{id}/sheet.pdf", **at)
    check(printed == (200 if PRINT.exists() else 501), f"a PDF with chicane-print {PRINT}: {printed}")
    admin.change("GET", "/sessions/{id}/entrants/{entrant}/passings", entrant=ids["entrant"], **at)
    retired = {"kind": "status", "entrant": ids["entrant"], "status": "retired"}
    preview = admin.change("POST", "/sessions/{id}/events", retired, query="?dry_run=1", **at)
    check(preview["changed"][0]["after"]["state"] == "retired", f"a preview says {preview}")
    seq = admin.change("POST", "/sessions/{id}/events", retired, **at)["seq"]
    for kind in ("undo", "redo"):
        admin.change("POST", "/tracks/{id}/events", {"kind": kind, "seq": seq}, id="kids")
    admin.change("POST", "/sessions/{id}/events", {"kind": "close"}, **at)
    admin.change("POST", "/tracks/{id}/events", {"kind": "message", "text": "Karts to the pit"}, id="kids")
    admin.change("PUT", "/transponders/{number}/assignment", {"kart": None}, number=ids["number"])
    admin.change("POST", "/karts/import", {"rows": [{"number": "15"}], "dry_run": True})
    admin.change("PATCH", "/karts/{id}", {"class": "kids"}, 1, id=ids["kart"])
    admin.change("PATCH", "/customers/{id}", {"nickname": "Turbo"}, 1, id=ids["customer"])
    admin.change("PATCH", "/staff/{id}", {"roles": ["viewer"]}, 1, id=ids["staff"])
    admin.change("PUT", "/staff/{id}/password", {"password": "another long one"}, 2, id=ids["staff"])
    admin.change("POST", "/holds/{id}/renew", id=ids["hold"])
    admin.change("DELETE", "/holds/{id}", id=ids["hold"])
    admin.change("POST", "/seats/{id}/cancel", id=ids["seat"])
    admin.change("POST", "/bookings/{ref}/cancel", ref=ids["ref"])
    admin.change("DELETE", "/sessions/{id}/entrants/{entrant}", version=2, entrant=ids["entrant"], **at)
    admin.change("DELETE", "/karts/{id}", version=2, id=ids["kart"])
    counts = admin.change("GET", "/meetings/{id}/points", id=ids["meeting"])
    table = {"kind": "final", "by_place_hundredths": [1000, 500]}
    admin.change("PUT", "/meetings/{id}/points", {"tables": [table]}, counts["version"], id=ids["meeting"])
    admin.change("GET", "/meetings/{id}/standings", id=ids["meeting"])
    admin.change("GET", "/standings", query="?championship=Winter")
    admin.ask("GET", "/standings.csv", query="?championship=Winter")
    admin.ask("GET", "/meetings/{id}/standings.csv", id=ids["meeting"])
    admin.ask("GET", "/records.csv", query="?track=main")
    admin.change("POST", "/draws", {"kind": "random", "people": 9, "places": 3, "heats_each": 2})
    admin.change("GET", "/ratings", query="?track=main")
    admin.change("GET", "/records", query="?track=main&period=week")
    meeting_at = {"id": ids["meeting"]}
    admin.change("GET", "/meetings")
    admin.change("POST", "/meetings/preview", {"people": 8, "karts": 4, "minutes": 90})
    admin.change("POST", "/meetings/{id}/tell", **meeting_at)
    admin.make("/meetings/{id}/entries", {"entries": [{"name": "Late"}]}, **meeting_at)
    admin.change("PATCH", "/meetings/{id}/entries/{entry}", {"withdrawn": True}, 1, entry=ids["entry"], **meeting_at)
    drawn = admin.change("POST", "/meetings/{id}/draw", **meeting_at)
    admin.change("PATCH", "/meetings/{id}", {"name": "Company evening"}, drawn["version"], **meeting_at)
    admin.change("GET", "/meetings/{id}", **meeting_at)
    shipped = wait_for(lambda: admin.change("GET", "/rule-sets")["items"], "the rule-sets that a centre begins with")
    check(len(shipped) == 5 + 1, f"shipped: {[each['name'] for each in shipped]}")
    late = {"track": "kids", "name": "Late", "planned_start_us": in_future_us(90), "rule_set": ids["rule_set"]}
    other = admin.make("/sessions", late)["id"]
    admin.change("GET", "/sessions/{id}", id=other)
    admin.change("PATCH", "/rule-sets/{id}", {"valid_from": "2027-01-01"}, 1, id=ids["rule_set"])
    admin.change("GET", "/rule-sets/{id}", id=ids["rule_set"])
    admin.change("DELETE", "/rule-sets/{id}", version=2, id=ids["rule_set"])
    admin.change("POST", "/sessions/{id}/cancel", version=1, id=other)
    alarms = wait_for(lambda: admin.change("GET", "/tracks/{id}/control", id="kids")["alarms"] or None, "an alarm")
    admin.change("POST", "/alarms/{id}/seen", id=alarms[0]["id"])
    admin.change("POST", "/login", {"user": "admin", "password": PASSWORD})
    admin.change("DELETE", "/login")
    missed = [operation for operation in OPERATIONS
              if not operation[1].endswith(".pdf") and not any(status < 300 for status in admin.answered.get(operation, set()))]
    check(not missed, f"never succeeded: {missed}")


def refusals(work):
    """Without an account or the right role an operation is refused as it is described"""
    admin, viewer = started(work, "admin", "viewer")
    ids, stranger = entities(admin), Held(admin.server, {})
    for (method, path), operation in OPERATIONS.items():
        if path == "/api/v1/login":
            continue
        who, plain = operation["x-who"], filled(path, ids)
        status, _ = admin.server.request(method, plain)
        check((status == 401) == ("anyone" not in who), f"{method} {path} says {status} to a stranger")
        status, answer = admin.server.request(method, plain, headers=viewer.headers)
        barred = not {"anyone", "any", "viewer"} & set(who)
        check((status == 403) == barred, f"{method} {path} says {status} to a viewer")
        check(not barred or sorted(answer["roles"]) == sorted(who), f"{method} {path} names {answer}, not {who}")
    check(stranger.ask("POST", "/login", {"user": "admin", "password": "wrong"})[0] == 401, "a wrong password is let in")


def bodies():
    """Every operation that takes a body, and the body's schema."""
    for (method, path), operation in OPERATIONS.items():
        if "requestBody" in operation:
            yield method, path, SCHEMA.resolved(operation["requestBody"]["content"]["application/json"]["schema"])


def wrong_fields(work):
    """Every field of every body is refused with its pointer where its type is wrong, and so is one that nobody knows"""
    admin, = started(work, "admin")
    ids = entities(admin)
    checked = 0
    for method, path, body in bodies():
        for field in [*body["properties"], "nobody_knows"]:
            is_object = "$ref" in body["properties"].get(field, {})
            told_of(admin, method, filled(path, ids), {field: 5 if is_object else {"x": 1}}, f"/{field}")
            checked += 1
    check(checked > 80, f"only {checked} fields")


def told_of(admin, method, path, body, pointer):
    headers = admin.headers | {"If-Match": '"1"', "Idempotency-Key": uuid.uuid4().hex}
    status, answer = admin.server.request(method, path, body, headers)
    told = [error["pointer"] for error in (answer or {}).get("errors", [])]
    check(status == 422 and pointer in told, f"{method} {path} {str(body)[:80]}: {status} {answer}")


# What lies just beyond a bound.
BEYOND = {"minimum": lambda bound: bound - 1, "maximum": lambda bound: bound + 1, "pattern": lambda _: "zzz_0",
          "maxLength": lambda bound: "a" * (bound + 1), "minLength": lambda bound: "a" * (bound - 1),
          "enum": lambda _: "zzz", "maxItems": lambda bound: [5] * (bound + 1)}


def fields_with_bounds(schema, wrap=lambda value: value, pointer=""):
    """Each bounded field of a body, also of an object in it, with a body that holds a value beyond the bound."""
    for field, each in SCHEMA.resolved(schema)["properties"].items():
        each, at = SCHEMA.resolved(each), f"{pointer}/{field}"
        within = lambda value, field=field: wrap({field: value})
        if "properties" in each:
            yield from fields_with_bounds(each, within, at)
        for name, beyond in BEYOND.items():
            if name in each:
                yield within(beyond(each[name])), at


def bounds(work):
    """Every bound that the schema names is kept: what lies beyond is refused with its pointer"""
    admin, = started(work, "admin")
    ids, checked = entities(admin), 0
    for method, path, schema in bodies():
        for body, pointer in fields_with_bounds(schema):
            told_of(admin, method, filled(path, ids), body, pointer)
            checked += 1
    check(checked > 80, f"only {checked} bounds")


main([every_operation, refusals, wrong_fields, bounds])
