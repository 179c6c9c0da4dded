#!/usr/bin/env python3
"""The house rules find what they are for: each fault is planted in a line, and each innocent neighbour of it passes.

A rule that finds nothing looks like a house in order; this is the test that it would say so.
"""
import sys

import arrows
import house
import rules_and_tests

# (the file it stands in, the line, whether it is a fault)
ARROWS = [
    ("timing/lap.cpp", '#include "timing/lap.hpp"', False),
    ("timing/lap.cpp", "#include <vector>", False),
    ("sessions/apply.cpp", '#include "timing/lap.hpp"', False),
    ("timing/lap.cpp", '#include "sessions/apply.hpp"', True),
    ("timing/lap.cpp", '#include "../sessions/apply.hpp"', True),
    ("web/host/main.cpp", "#include <sessions/apply.hpp>", True),
    ("timing/lap.cpp", "#include <QString>", True),
    ("timing/lap.cpp", "#include <fmt/core.h>", True),
    ("timing/lap.cpp", "#include <chrono>", True),
    ("timing/lap.cpp", "#include <ctime>", True),
    ("timing/lap.cpp", "#include <atomic>", True),
    ("timing/lap.cpp", "#include <sstream>", True),
    ("timing/lap.cpp", "auto now = std::time(nullptr);", True),
    ("sessions/apply.cpp", "auto now = std::chrono::system_clock::now();", True),
    ("sessions/conductor/conductor.cpp", "auto now = std::chrono::system_clock::now();", False),
    ("sessions/meetings/chance.hpp", "#include <random>", True),
    ("sessions/meetings/chance.hpp", "#include <fmt/core.h>", True),
    ("sessions/meetings/chance.hpp", '#include "sessions/setup.hpp"', True),
    ("decoders/codec/p3.cpp", "#include <boost/asio.hpp>", True),
    ("decoders/codec/p3.cpp", '#include "decoders/link/uri.hpp"', False),  # no such file
    ("decoders/codec/p3.cpp", '#include "decoders/link/watchdog.hpp"', True),
    ("centre/bookings/booking.cpp", '#include "centre/store/store.hpp"', True),
    ("centre/staff/staff.cpp", "#include <SQLiteCpp/SQLiteCpp.h>", True),
    ("centre/store/store.cpp", "#include <SQLiteCpp/SQLiteCpp.h>", False),
    ("web/http/router.cpp", '#include "web/feed/track_feed.hpp"', True),
    ("ui/models/desk.cpp", '#include "web/http/router.hpp"', True),
]
CASE = "TEST" + "_CASE"
HOUSE = [
    ("tests/timing/lap_test.cpp", f'{CASE}("a lap, and another") {{ int a; }}', False),
    ("tests/timing/lap_test.cpp", f'{CASE}("a; b") {{}}', True),
    ("tests/timing/lap_test.cpp", f'{CASE}(\n    "a; b") {{}}', True),
    ("tests/timing/lap_test.cpp", "std::this_thread::sleep_for(1ms);", True),
    ("tests/bench/web.cpp", "std::this_thread::sleep_for(1ms);", False),
    ("tests/timing/lap_test.cpp", "::usleep(10);", True),
    ("tests/ui/main.cpp", "QTest::qWait(10);", True),
    ("tests/ui/kit/tst_Button.qml", "wait(100)", True),
    ("tests/ui/kit/tst_Button.qml", "waitForRendering(button)", False),
    ("tests/acceptance/serve.sh", "sleep 1", True),
    ("tests/acceptance/serve.sh", "until ready; do sleep 0.05; done", False),
    ("tests/acceptance/backup.py", "time.sleep(1)", True),
    ("tests/acceptance/backup.py", "time.sleep(0.02)", False),
    ("web/client/tests/browser/flows.test.ts", "await page.waitForTimeout(5);", True),
    ("web/client/tests/unit/time.test.ts", "await new Promise((done) => setTimeout(done, 100));", True),
    ("web/client/src/lib/live/connection.svelte.ts", "setTimeout(retry, 100);", False),
    ("ui/screens/DeskPage.qml", 'color: "#FFF"', True),
    ("ui/screens/DeskPage.qml", 'color: "red"', True),
    ("ui/screens/DeskPage.qml", 'color: "transparent"', False),
    ("ui/screens/DeskPage.qml", "color: Qt.rgba(1, 0, 0, 1)", True),
    ("ui/kit/Button.qml", 'border.color: "#FFFFFF"', True),
    ("ui/kit/Theme.qml", 'readonly property color text: "#FFFFFF"', False),
    ("ui/screens/DeskPage.qml", "font.pixelSize: 14", True),
    ("ui/screens/DeskPage.qml", "width: 120", True),
    ("ui/screens/DeskPage.qml", "readonly property int columnWidth: 120", False),
    ("ui/screens/DeskPage.qml", "spacing: Theme.space4", False),
    ("timing/lap.cpp", "// TO" + "DO later", True),
    ("docs/README.md", "as in /home/" + "somebody/chicane", True),
    ("docs/README.md", "as in /wo" + "rk/main", True),
    ("docs/README.md", "the work/home balance of ~/root", False),
    ("web/client/package.json", '"resolved": "http' + 's://example.org/a.tgz"', True),
    ("timing/lap.cpp", "int a;\n" * (house.FILE_LINES_MAX + 1), True),
]
# (a row of the table of rules, whether it is a fault where one test is called "a lap")
RULES = [
    ("| 2 A lap is one | `a lap` |", False),
    ("| 2 A lap is one | `a lap` \u00b7 `another lap` |", True),
    ("| 2 A lap is one | |", True),
    ("| 2 A lap is one | *not yet* |", False),
    ("| rule | held by |", False),
]


def main() -> int:
    wrong = []
    for name, line, is_fault in ARROWS:
        if bool(arrows.line_faults(name, line)) != is_fault:
            wrong.append(f"arrows: {'not found' if is_fault else 'found without need'} in {name}: {line}")
    for name, text, is_fault in HOUSE:
        if bool(house.text_faults(name, text)) != is_fault:
            wrong.append(f"house: {'not found' if is_fault else 'found without need'} in {name}: {text[:80]}")
    names = rules_and_tests.test_names([f'{CASE}_METHOD(Laps, "a "\n    "lap") {{'])
    for row, is_fault in RULES:
        if bool(rules_and_tests.faults(row, names)) != is_fault:
            wrong.append(f"rules: {'not found' if is_fault else 'found without need'}: {row}")
    print("\n".join(wrong) if wrong else f"planted: {len(ARROWS) + len(HOUSE) + len(RULES)} lines, each judged rightly")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
