#!/usr/bin/env python3
"""Every text of the desk is in French, and English has its plural forms: lupdate is run on copies and finds nothing new or unfinished.
French sets a narrow no-break space before ; : ! ? and inside guillemets, at the desk and in the web client."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
LUPDATE = pathlib.Path("/usr/lib/qt6/bin/lupdate")


def unfinished(language, options):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / f"desk_{language}.ts"
        shutil.copy(ROOT / "ui/i18n" / copy.name, copy)
        subprocess.run([LUPDATE, ROOT / "ui", "-I", ROOT, "-locations", "none", *options, "-ts", copy], check=True, capture_output=True)
        messages = tree.parse(copy).getroot().iter("message")
        return [f"{language}: {m.find('translation').get('type')}: {m.findtext('source')}" for m in messages
                if m.find("translation").get("type") in ("unfinished", "vanished", "obsolete")]


NARROW = "\u202f"
WITHOUT_SPACE = re.compile(f"(?<!{NARROW})[;:!?»]|«(?!{NARROW})")
NO_SENTENCE = re.compile(r"https?://|\b[\d.]+:\d+")  # an address, a time


def french_texts():
    for m in tree.parse(ROOT / "ui/i18n/desk_fr.ts").getroot().iter("message"):
        yield from (each.text or "" for each in m.find("translation").iter())
    code = (ROOT / "web/client/src/lib/i18n/fr.ts").read_text()
    for text in re.findall(r"'([^'\n]*)'|`([^`]*)`", code):
        yield re.sub(r"\$\{[^}]*\}", "%1", "".join(text)).replace(r"\u202f", NARROW)


def main():
    faults = unfinished("fr", []) + unfinished("en", ["-pluralonly"])
    faults += [f"fr: no narrow no-break space (U+202F): {text}" for text in french_texts()
               if WITHOUT_SPACE.search(NO_SENTENCE.sub("", text))]
    print("\n".join(faults) or "texts: all are there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
