#!/usr/bin/env python3
"""Makes tokens.css and tokens-contrast.md from tokens.json, and Theme.qml where asked. Exit 1 if a pair misses its WCAG 2.2 level.

usage: web/look/tools/tokens.py [--qml FILE] [--check]
--check writes nothing: exit 1 names each made file that differs from what tokens.json says. Standard library only; runs from anywhere.
"""
import argparse
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
NEED = {"AAA": 7.0, "AA": 4.5, "UI": 3.0}


def luminance(hex_colour):
    parts = [int(hex_colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def contrast(a, b):
    la, lb = sorted((luminance(a), luminance(b)), reverse=True)
    return (la + 0.05) / (lb + 0.05)


def css(tokens):
    out = ["/* Made from tokens.json. Do not edit. */", ":root {"]
    for role in ("ui", "num", "plate"):
        f = tokens["font"][role]
        names = [f["family"]] + f["fallback"]
        out.append(f"  --font-{role}: " + ", ".join(n if n == "sans-serif" else f'"{n}"' for n in names) + ";")
    for name, s in tokens["size"].items():
        out.append(f'  --fs-{name}: {s["size"]}px; --lh-{name}: {s["line"]}px;')
    for name, t in tokens["type"].items():
        out.append(f'  --type-{name}: {t["weight"]} var(--fs-{t["size"]})/var(--lh-{t["size"]}) var(--font-{t["font"]});')
    for group in ("space", "radius", "stroke", "target", "row"):
        for name, v in tokens[group].items():
            out.append(f"  --{group}-{name}: {v}px;")
    for name, v in tokens["duration"].items():
        out.append(f"  --duration-{name}: {v}ms;")
    for name, v in tokens["easing"].items():
        out.append(f"  --easing-{name}: {v};")
    for name, v in tokens["elevation"].items():
        out.append(f"  --elevation-{name}: {v};")
    out.append("}")
    for theme, colours in tokens["color"].items():
        out.append(f'[data-theme="{theme}"] {{')
        out.append(f'  color-scheme: {"dark" if "dark" in theme else "light"};')
        out += [f"  --{n}: {v};" for n, v in colours.items()]
        out.append("}")
    out.append("@media (prefers-reduced-motion: reduce) {")
    out.append("  :root { --duration-fast: 0ms; --duration-move: 0ms; --duration-slow: 0ms; --duration-flash: 0ms; }")
    out.append("}")
    return "\n".join(out) + "\n"


def camel(name):
    head, *rest = name.split("-")
    return head + "".join(r[:1].upper() + r[1:] for r in rest)


def qml(tokens):
    themes = list(tokens["color"])
    out = ["// Made from tokens.json. Do not edit.", "pragma Singleton", "import QtQuick", "", "QtObject {", "    id: theme",
           f'    property string name: "{themes[0]}"  // ' + " | ".join(themes),
           "    readonly property int index: " + " : ".join(f'name === "{t}" ? {i}' for i, t in enumerate(themes)) + " : 0",
           "    property bool reducedMotion: false", "", "    component Colors: QtObject {", "        id: colors", "        property int at: 0"]
    for name in tokens["color"][themes[0]]:
        values = ", ".join(f'"{tokens["color"][t][name]}"' for t in themes)
        # QML takes a name like onAlarm for a signal's handler and leaves the property black, so on-alarm is inkOnAlarm there.
        out.append(f"        readonly property color {camel('ink-' + name if name.startswith('on-') else name)}: [{values}][colors.at]")
    out += ["    }", "    readonly property Colors color: Colors { at: theme.index }", "", "    component Fonts: QtObject {"]
    for name, t in tokens["type"].items():
        family, size = tokens["font"][t["font"]]["family"], tokens["size"][t["size"]]["size"]
        out.append(f'        readonly property font {camel(name)}: Qt.font({{ family: "{family}", pixelSize: {size}, weight: {t["weight"]} }})')
    out += ["    }", "    readonly property Fonts font: Fonts {}", ""]
    out += [f'    readonly property string {camel("family-" + role)}: "{tokens["font"][role]["family"]}"' for role in ("ui", "num", "plate")]
    out += [f"    readonly property int {camel('weight-' + name)}: {v}" for name, v in tokens["font"]["weight"].items()]
    out += [f"    readonly property int size{name}: {s['size']}" for name, s in tokens["size"].items()]
    for group in ("space", "radius", "stroke", "target", "row"):
        kind = "real" if group in ("stroke", "row") else "int"
        out += [f"    readonly property {kind} {camel(group + '-' + name)}: {v}" for name, v in tokens[group].items()]
    out += [f"    readonly property int {camel('duration-' + name)}: theme.reducedMotion ? 0 : {v}" if name != "toast"
            else f"    readonly property int {camel('duration-' + name)}: {v}" for name, v in tokens["duration"].items()]
    return "\n".join(out + ["}"]) + "\n"


def table(tokens):
    themes = list(tokens["color"])
    rows, bad, worst = [], [], {t: (99.0, "") for t in themes}
    for level, pairs in tokens["pairs"].items():
        for fg, backs in pairs:
            for bg in backs:
                cells = []
                for theme in themes:
                    c = tokens["color"][theme]
                    r = contrast(c[fg], c[bg])
                    ok = r >= NEED[level]
                    if not ok:
                        bad.append(f"{theme}: {fg} on {bg} {r:.2f} < {NEED[level]}")
                    cells.append(f"{r:.2f}" + ("" if ok else " **fails**"))
                    if level != "UI" and r < worst[theme][0]:
                        worst[theme] = (r, f"{fg} on {bg}")
                rows.append(f"| {level} | {fg} | {bg} | " + " | ".join(cells) + " |")
    head = ["# Contrast of the tokens", "",
            "WCAG 2.2 ratios. Needed: AAA 7.0 (rows of the control board, plates), AA 4.5 (all other text), UI 3.0 (edges of controls, focus ring, accent as a mark).",
            "Made by `tools/tokens.py` from `tokens.json`; the script fails when a pair misses its level. A pair that is not in the list may not be used for text.", "",
            "Weakest text pair: " + "; ".join(f"{t} {worst[t][0]:.2f} ({worst[t][1]})" for t in themes) + ".", "",
            "| level | foreground | background | " + " | ".join(themes) + " |", "|---|---|---|" + "--:|" * len(themes)]
    return "\n".join(head + rows) + "\n", bad


def options():
    parser = argparse.ArgumentParser(description="tokens.json -> tokens.css, tokens-contrast.md, Theme.qml")
    parser.add_argument("--qml", type=pathlib.Path, metavar="FILE", help="the QML singleton to make")
    parser.add_argument("--check", action="store_true", help="compare instead of writing")
    return parser.parse_args()


def main():
    chosen = options()
    tokens = json.loads((HERE / "tokens.json").read_text())
    contrasts, faults = table(tokens)
    made = {HERE / "tokens.css": css(tokens), HERE / "tokens-contrast.md": contrasts}
    if chosen.qml:
        made[chosen.qml] = qml(tokens)
    for path, text in made.items():
        if not chosen.check:
            path.write_text(text)
        elif not path.exists() or path.read_text() != text:
            faults.append(f"{path}: is not what tokens.json says; run web/look/tools/tokens.py --qml ui/kit/Theme.qml")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(made)} files from {len(tokens['color'])} themes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
