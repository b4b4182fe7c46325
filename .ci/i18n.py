"""Translations: gathers the strings of the sources into i18n/*.ts, fills them in from tables, compiles them to *.qm.

Without options: gather and compile; fails where a translation is unfinished.
--fill FILE.csv...   take translations from tables with the columns en, ru, kk (exact source strings), then the same
--missing FILE.csv   write the strings that still want a translation as such a table
--compile            only compile what is newer than its *.qm; unfinished strings stay English
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.house import translated_strings  # noqa: E402 (found by the path above)

LANGUAGES = {"ru": "ru_RU", "kk": "kk_KZ"}
LRELEASE = "/usr/lib/qt5/bin/lrelease"


def table(language: str) -> Path:
    return ROOT / "i18n" / f"kaznedra_{language}.ts"


def gather(language: str, strings: list[str]) -> ET.ElementTree:
    """The language's messages for `strings`, in their order; translations are kept, vanished messages are gone.

    Places in the sources are left out: they would change the file with every line moved.
    """
    with tempfile.TemporaryDirectory() as folder:
        draft, calls = Path(folder, "draft.ts"), Path(folder, "calls.py")
        # one call a line: of a call that ends in a comma pylupdate5 sees nothing
        lines = [f'QCoreApplication.translate("Kaznedra", {json.dumps(text, ensure_ascii=False)})' for text in strings]
        calls.write_text("\n".join(lines), encoding="utf-8")
        if table(language).exists():
            draft.write_bytes(table(language).read_bytes())
        command = ["pylupdate5", "-noobsolete", str(calls), "-ts", str(draft)]
        # without a UTF-8 locale it would read the sources as Latin-1
        quiet = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "ignore"}
        subprocess.run(command, check=True, cwd=ROOT, env=quiet)
        tree = ET.parse(draft)
    root = tree.getroot()
    root.attrib.update(version="2.1", language=LANGUAGES[language], sourcelanguage="en")
    for context in root.iter("context"):
        messages = sorted(context.findall("message"), key=lambda message: message.findtext("source", ""))
        for message in messages:
            context.remove(message)
            for place in message.findall("location"):
                message.remove(place)
            context.append(message)
    return tree


def fill(tree: ET.ElementTree, language: str, known: dict[str, dict[str, str]]) -> None:
    """Set the translations that `known` (by source string, then language) has."""
    for message in tree.iter("message"):
        translation = known.get(message.findtext("source", ""), {}).get(language, "")
        if translation:
            element = message.find("translation")
            element.text = translation
            element.attrib.pop("type", None)


def unfinished(tree: ET.ElementTree) -> list[str]:
    """Source strings without a finished translation."""
    return [
        message.findtext("source", "")
        for message in tree.iter("message")
        if message.find("translation").get("type") or not message.findtext("translation")
    ]


def write(tree: ET.ElementTree, path: Path) -> None:
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compile_newer() -> None:
    for language in LANGUAGES:
        source, target = table(language), table(language).with_suffix(".qm")
        if source.exists() and (not target.exists() or target.stat().st_mtime < source.stat().st_mtime):
            subprocess.run([LRELEASE, "-silent", str(source), "-qm", str(target)], check=True)


def read_tables(paths: list[Path]) -> dict[str, dict[str, str]]:
    known: dict[str, dict[str, str]] = {}
    for path in paths:
        with open(path, encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                earlier = known.setdefault(row["en"], row)
                for language in LANGUAGES:
                    if row[language] and earlier[language] != row[language]:
                        print(f"i18n: {row['en']!r}: {earlier[language]!r} kept, not {row[language]!r} of {path.name}")
    return known


def write_missing(path: Path, wanting: dict[str, list[str]], trees: dict[str, ET.ElementTree]) -> None:
    done = {
        language: {message.findtext("source"): message.findtext("translation") for message in tree.iter("message")}
        for language, tree in trees.items()
    }
    with open(path, "w", encoding="utf-8", newline="") as lines:
        rows = csv.writer(lines)
        rows.writerow(["en", *LANGUAGES])
        for source in sorted({source for sources in wanting.values() for source in sources}):
            rows.writerow([source, *(done[language].get(source) or "" for language in LANGUAGES)])


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--fill", nargs="+", type=Path, default=[], metavar="FILE")
    options.add_argument("--missing", type=Path, metavar="FILE")
    options.add_argument("--compile", action="store_true")
    chosen = options.parse_args()
    if chosen.compile:
        compile_newer()
        return 0
    known = read_tables(chosen.fill)
    strings = sorted(translated_strings())
    trees = {language: gather(language, strings) for language in LANGUAGES}
    wanting = {}
    for language, tree in trees.items():
        fill(tree, language, known)
        write(tree, table(language))
        wanting[language] = unfinished(tree)
    compile_newer()
    if chosen.missing:
        write_missing(chosen.missing, wanting, trees)
    for language, sources in wanting.items():
        print(f"i18n: {table(language).relative_to(ROOT)}: {len(strings)} strings, {len(sources)} unfinished")
        for source in sources[:5]:
            print(f"    {source!r}")
    return 1 if any(wanting.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
