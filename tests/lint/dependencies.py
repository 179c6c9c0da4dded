#!/usr/bin/env python3
"""docs/dependencies.md has a line for every Debian package that ./dev installs and every npm package of the web client.

DEBIAN says under which word of the page a package is found; a package without one, and one that ./dev no longer installs, is a fault.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

DEBIAN = {
    "g++": "g++", "cmake": "CMake", "ninja-build": "Ninja", "ccache": "ccache", "pkg-config": "pkg-config", "git": "git",
    "ca-certificates": "ca-certificates", "python3": "Python 3", "curl": "curl", "nodejs": "Node", "npm": "npm", "tzdata": "tzdata",
    "libboost1.81-dev": "Boost", "libsqlite3-dev": "SQLite 3", "libsqlitecpp-dev": "SQLiteCpp", "libsodium-dev": "libsodium",
    "libssl-dev": "OpenSSL", "libcli11-dev": "CLI11", "libtomlplusplus-dev": "toml++", "libhowardhinnant-date-dev": "Howard Hinnant",
    "libserialport-dev": "libserialport", "libzmq3-dev": "libzmq", "libfmt-dev": "fmt", "libspdlog-dev": "spdlog", "prometheus-cpp-dev": "prometheus-cpp", "catch2": "Catch2", "libbenchmark-dev": "Google Benchmark", "libgl-dev": "OpenGL",
    "fonts-inter": "Inter", "fonts-roboto-unhinted": "Roboto", "fonts-dejavu-core": "DejaVu", "chromium": "Chromium",
    "libqrencode-dev": "libqrencode", "poppler-utils": "poppler-utils",
}
FAMILIES = {"qt6-": "Qt 6.4", "libqt6": "Qt 6.4", "qml6-module-": "Qt 6.4", "clang-": "clang-19", "libclang-": "clang-19"}
NPM = {"@sveltejs/vite-plugin-svelte": "vite-plugin-svelte", "svelte": "Svelte 5", "vite": "Vite 6", "typescript": "TypeScript 5"}


def installed_by_dev() -> set[str]:
    text = (ROOT / "dev").read_text(encoding="utf-8")
    lists = re.findall(r"packages_\w+=\(([^)]*)\)", text) + re.findall(r"install_packages ((?:[a-z][\w.+-]+ ?)+)", text)
    return {name for words in lists for name in words.split() if not name.startswith("[")}


def word_of(package: str) -> str | None:
    return DEBIAN.get(package) or next((word for prefix, word in FAMILIES.items() if package.startswith(prefix)), None)


def main() -> int:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    packages = installed_by_dev()
    faults = [f"{name}: ./dev installs it, DEBIAN here does not know it" for name in sorted(packages) if word_of(name) is None]
    faults += [f"{name}: DEBIAN here knows it, ./dev does not install it" for name in sorted(set(DEBIAN) - packages)]
    wanted = {word for word in map(word_of, packages) if word}
    client = json.loads((ROOT / "web/client/package.json").read_text(encoding="utf-8"))
    npm = {**client.get("dependencies", {}), **client["devDependencies"]}
    wanted |= {NPM.get(name, name) for name in npm}
    faults += [f"docs/dependencies.md: no line for {word}" for word in sorted(wanted) if word not in page]
    print("\n".join(faults) if faults else f"dependencies: {len(packages)} Debian and {len(npm)} npm packages have their line")
    return 1 if faults or not packages else 0


if __name__ == "__main__":
    sys.exit(main())
