"""The built `chicane` as a test starts, asks and stops it. What is waited for is an event, with a deadline and no pause for luck."""
import hashlib
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

DEADLINE_S = 30
CHICANE = sys.argv[1]
SIMULATED = 'uri = "sim:?protocol=p3&karts=8&seed=7&speed=100"'


class Failed(Exception):
    pass


def check(holds, what):
    if not holds:
        raise Failed(what)


def wait_for(ask, what):
    """The first answer of `ask` that is neither None nor False."""
    end = time.monotonic() + DEADLINE_S
    while time.monotonic() < end:
        answer = ask()
        if answer is not None and answer is not False:
            return answer
        time.sleep(0.02)
    raise Failed(f"never came: {what}")


def config(decoder=SIMULATED, web="127.0.0.1:0", rmonitor="127.0.0.1:0"):
    return f"""[web]
listen = "{web}"
[rmonitor]
listen = "{rmonitor}"
[[track]]
id = "main"
length_m = 650
min_lap_ms = 15000
open_practice_hide_min = 0
[[track.decoder]]
id = "sf"
{decoder}
"""


def run(*arguments, text_in="", **options):
    """A command to its end: status, output, errors."""
    done = subprocess.run([CHICANE, *map(str, arguments)], input=text_in, capture_output=True, text=True,
                          timeout=DEADLINE_S, **options)
    return done.returncode, done.stdout, done.stderr


def refused(arguments, *words, status=2):
    """One line on standard error with these words in it, nothing else said, and the status of the contract."""
    got, out, err = run(*arguments)
    check(got == status, f"status {got}, {out}{err}")
    check(out == "" and err.count("\n") == 1, f"not one line on standard error: {out}{err}")
    for word in words:
        check(word in err, f"{word!r} is not in {err!r}")


def sums(folder):
    """What lies in a folder, by name, so that a change of anything shows."""
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
            for path in sorted(pathlib.Path(folder).rglob("*"))}


class Work:
    """A folder that goes with the test, with a web client of one page and a configuration in it."""

    program = [CHICANE]
    sources = pathlib.Path(__file__).resolve().parents[2]

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chicane."))
        self.servers = []
        (self.folder / "web").mkdir()
        (self.folder / "web/index.html").write_text("<!doctype html><title>live</title>")
        self.write("chicane.toml", config())

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content) if isinstance(content, bytes) else path.write_text(content)
        return path

    def serve(self, data="data", configuration="chicane.toml", **options):
        server = Server(self, self.folder / data, self.folder / configuration, options)
        self.servers.append(server)
        return server

    def serve_arguments(self, data="data", configuration="chicane.toml"):
        return ["serve", "--config", self.folder / configuration, "--data", self.folder / data, "--web",
                self.folder / "web"]

    def leave(self):
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    def __init__(self, work, data, configuration, options):
        self.log = work.folder / f"log-{len(work.servers)}"
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(
                [CHICANE, *map(str, work.serve_arguments(data, configuration))], stdout=subprocess.PIPE, stderr=log,
                text=True, **options)
        ready = self.process.stdout.readline()
        check(ready.startswith("ready web="), f"no line ready but {ready!r}; {self.log.read_text()}")
        self.addresses = dict(part.split("=", 1) for part in ready.split()[1:])

    def request(self, method, path, body=None, headers=None):
        """Status and document, also of a refusal."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://{self.addresses['web']}{path}", data, headers or {}, method=method)
        if body is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=DEADLINE_S) as answer:
                if "json" not in (answer.headers["Content-Type"] or "json"):
                    return answer.status, answer.read().decode("utf-8", "replace")
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.loads(refusal.read() or b"null")

    def board(self, track="main"):
        return self.request("GET", f"/api/v1/tracks/{track}/board")[1]["board"]

    def health(self):
        return self.request("GET", "/api/v1/health")

    def sign_in(self, user, password):
        status, answer = self.request("POST", "/api/v1/login", {"user": user, "password": password})
        check(status == 200, f"login says {status} {answer}")
        return {"Authorization": f"Bearer {answer['token']}"}

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(DEADLINE_S)

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def laps(board):
    return sum(row["laps"] for row in board["rows"])


def main(cases):
    """Each case is a function whose docstring is the rule; it gets a folder of its own."""
    failed = 0
    for case in cases:
        work = Work()
        try:
            case(work)
            print(f"PASS {case.__doc__}")
        except Exception as fault:  # whatever it is, the other cases run
            failed += 1
            print(f"FAIL {case.__doc__}\n     {type(fault).__name__}: {fault}")
        finally:
            work.leave()
    sys.exit(1 if failed else 0)
