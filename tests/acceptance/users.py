#!/usr/bin/env python3
"""Accounts from the command line, while a centre runs and before. usage: users.py CHICANE"""
from centre_program import check, main, refused, run

PASSWORD, OTHER = "a long enough password", " another one, with blanks "


def user(work, *arguments, text_in=""):
    return run("user", *arguments, "--data", work.folder / "data", text_in=text_in)


def added(work, name, role="admin", password=PASSWORD):
    status, out, err = user(work, "add", name, "--role", role, text_in=password + "\n")
    check(status == 0 and out == err == "", f"{status} {out}{err}")


def signed_in(server, name, password):
    return server.request("POST", "/api/v1/login", {"user": name, "password": password})[0] == 200


def life(work):
    """An account is made, given another password and closed while the centre runs, and each takes effect at once"""
    (work.folder / "data").mkdir()
    added(work, "Anna")
    server = work.serve()
    added(work, "Zoë Désk", "cashier")
    token = server.sign_in("zoë Désk", PASSWORD)
    check(server.request("GET", "/api/v1/me", headers=token)[1]["user"]["roles"] == ["cashier"], "not a cashier")
    check(user(work, "password", "ANNA", text_in=OTHER + "\n")[0] == 0, "a name has no capitals of its own")
    check(signed_in(server, "anna", OTHER) and not signed_in(server, "anna", PASSWORD), "the password is another")
    check(user(work, "remove", "Zoë Désk")[0] == 0, "the account was not closed")
    check(server.request("GET", "/api/v1/me", headers=token)[0] == 401, "a closed account is still signed in")
    check(not signed_in(server, "Zoë Désk", PASSWORD), "a closed account signs in")
    check(user(work, "list")[1] == "Anna\tadmin\tactive\nZoë Désk\tcashier\tclosed\n", user(work, "list")[1])


def bad_names(work):
    """A name that no screen could sign in with, or no list could show, is refused in one line"""
    (work.folder / "data").mkdir()
    added(work, "Anna")
    for name, why in (("", "1 to 40 letters"), ("a" * 41, "1 to 40 letters"), (" anna", "no blank"), ("anna ", "no blank"),
                      ("an\tna", "on one line"), ("an\nna", "on one line"), (b"an\xff", "on one line"), ("anna", "already")):
        status, out, err = run_bytes(work, name)
        check(status == 2 and out == "" and err.count("\n") == 1 and why in err, f"{name!r}: {status} {out}{err}")
    added(work, "é" * 40, "viewer")
    refused(["user", "add", "bo", "--role", "boss", "--data", work.folder / "data"], '"boss" is no role', "race_control")
    status, _, err = user(work, "password", "Anna", text_in="short\n")
    check(status == 2 and "too short" in err, err)


def run_bytes(work, name):
    name = name.decode("utf-8", "surrogateescape") if isinstance(name, bytes) else name
    return user(work, "add", name, "--role", "admin", text_in=PASSWORD)


main([life, bad_names])
