#!/usr/bin/env python3
"""Theme.qml and Icons.qml are what web/look makes of itself today."""
import filecmp
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    with tempfile.TemporaryDirectory() as folder:
        icons, theme = pathlib.Path(folder, "Icons.qml"), pathlib.Path(folder, "Theme.qml")
        subprocess.run([sys.executable, ROOT / "ui/kit/icons.py", ROOT / "web/look/icons", icons], check=True)
        look = pathlib.Path(folder, "look")
        subprocess.run(["cp", "-r", ROOT / "web/look", look], check=True)
        subprocess.run([sys.executable, look / "tools/tokens.py", "--qml", theme], check=True, capture_output=True)
        faults = [f.name for f in (icons, theme) if not filecmp.cmp(f, ROOT / "ui/kit" / f.name, shallow=False)]
    print("made again differently: " + ", ".join(faults) if faults else "Theme.qml and Icons.qml are up to date")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
