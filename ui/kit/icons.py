#!/usr/bin/env python3
"""web/look/icons/*.svg -> Icons.qml, a table of path data by name. usage: icons.py ICON_FOLDER OUT_FILE

The Qt of Debian 12 draws paths but ships its SVG reader apart; circles and rectangles become paths, which icon_paint draws.
Standard library only.
"""
import pathlib
import sys
import xml.etree.ElementTree as tree


def circle(a):
    x, y, r = (float(a[k]) for k in ("cx", "cy", "r"))
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


def rectangle(a):
    x, y, w, h, r = (float(a.get(k, 0)) for k in ("x", "y", "width", "height", "rx"))
    arc = f"a{r:g} {r:g} 0 0 1 "
    return (f"M{x + r:g} {y:g}h{w - 2 * r:g}{arc}{r:g} {r:g}v{h - 2 * r:g}{arc}{-r:g} {r:g}"
            f"h{2 * r - w:g}{arc}{-r:g} {-r:g}v{2 * r - h:g}{arc}{r:g} {-r:g}z")


SHAPES = {"path": lambda a: a["d"], "circle": circle, "rect": rectangle}


def parts(file):
    """Path data of one icon: lines, filled parts, width; where it has them, lines of another width and flat caps."""
    root = tree.parse(file).getroot()
    lines, fills, fine, fine_width = [], [], [], ""
    for element in root:
        data = SHAPES[element.tag.split("}")[1]](element.attrib)
        if element.attrib.get("stroke-width", root.attrib["stroke-width"]) != root.attrib["stroke-width"]:
            fine.append(data)
            fine_width = element.attrib["stroke-width"]
        else:
            (fills if element.attrib.get("stroke") == "none" else lines).append(data)
        if element.attrib.get("fill") == "currentColor" and element.attrib.get("stroke") != "none":
            fills.append(data)
    row = f'["{"".join(lines)}", "{"".join(fills)}", {root.attrib["stroke-width"]}'
    flat = root.attrib.get("stroke-linecap") == "butt"
    return row + (f', "{"".join(fine)}", {fine_width or 0}, {str(flat).lower()}]' if fine or flat else "]")


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    rows = [f'        "{f.stem}": {parts(f)}' for f in sorted(folder.glob("*.svg"))]
    out.write_text("// Made from web/look/icons by icons.py. Do not edit.\npragma Singleton\nimport QtQuick\n\nQtObject {\n"
                   "    // name: [lines, filled parts, width of the lines (, lines of another width, that width, flat caps)], on a grid of 24\n"
                   "    readonly property var paths: ({\n" + ",\n".join(rows) + "\n    })\n}\n")


if __name__ == "__main__":
    main()
