"""Translations: `python -m tools.messages` joins the files of each language into the one that gettext reads.

A language has a file per room and one for the frame (`locale/en/<room>.po`); joined they are `django.mo`,
which is built and never committed. With `--new` the English files are updated first: Dutch texts without a
translation are added to the file of the room that uses them, and unused ones are removed. polib reads and
writes both kinds of file, because gettext's own tools are not on every machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import polib

LOCALE = Path(__file__).parents[1] / "src" / "middenstip" / "locale"
ENGLISH = LOCALE / "en"
HEADER = "English. To bring it up to date: python -m tools.messages --new"
METADATA = {
    "Project-Id-Version": "middenstip",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}
Msgid = tuple[str, ...]  # one text, or its singular and plural


def read(path: Path) -> polib.POFile:
    """Every text of a .po file with its translation. OSError with the line number if it is no valid PO."""
    return polib.pofile(str(path), wrapwidth=0, check_for_duplicates=True)


def files(language: Path) -> dict[str, polib.POFile]:
    """The files of a language by name: a room, or the frame."""
    return {path.stem: read(path) for path in sorted(language.glob("*.po"))}


def said(entry: polib.POEntry) -> Msgid:
    """The text in the code."""
    return (entry.msgid, entry.msgid_plural) if entry.msgid_plural else (entry.msgid,)


def translated(entry: polib.POEntry) -> Msgid:
    """The translation; empty when there is none yet."""
    return tuple(entry.msgstr_plural[place] for place in sorted(entry.msgstr_plural)) or (entry.msgstr,)


def add_new() -> None:
    """Update the English files with the texts in the code, in the order of the code."""
    os.environ.setdefault("MIDDENSTIP_MODE", "test")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    import django

    django.setup()
    from tools.wording import wording

    known = {said(entry): entry for path in sorted(ENGLISH.rglob("*.po")) for entry in read(path)}
    rooms: dict[str, list[polib.POEntry]] = {}
    for text, room in sorted(wording().items()):
        rooms.setdefault(room, []).append(known.get(text) or _untranslated(text))
    for room in {*rooms, *files(ENGLISH)}:
        _write(ENGLISH / f"{room}.po", rooms.get(room, []))


def _write(path: Path, entries: Iterable[polib.POEntry]) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header, catalogue.metadata = HEADER, METADATA
    catalogue.extend(entries)
    if catalogue:
        catalogue.save(str(path))
    else:
        path.unlink(missing_ok=True)


def _untranslated(text: Msgid) -> polib.POEntry:
    if len(text) == 1:
        return polib.POEntry(msgid=text[0])
    return polib.POEntry(msgid=text[0], msgid_plural=text[1], msgstr_plural={0: "", 1: ""})


def joined(language: Path) -> polib.POFile:
    """All files of a language as one. ValueError when a text is in two of them."""
    catalogue = polib.POFile()
    # Not polib's own check for duplicates: it walks the whole catalogue for each text.
    known: dict[tuple[str, str | None], str] = {}
    for name, one in files(language).items():
        catalogue.metadata = one.metadata
        for entry in one:
            key = entry.msgid, entry.msgctxt
            if key in known:
                raise ValueError(f"“{entry.msgid}” is in {known[key]} and in {name}")
            known[key] = name
            catalogue.append(entry)
    return catalogue


def build() -> None:
    """Write the .mo of every language with a rename, so that a running server never reads half a file."""
    for language in LOCALE.iterdir():
        folder = language / "LC_MESSAGES"
        folder.mkdir(exist_ok=True)
        fresh = folder / f"django.{os.getpid()}"
        joined(language).save_as_mofile(str(fresh))
        fresh.replace(folder / "django.mo")


if __name__ == "__main__":
    if "--new" in sys.argv:
        add_new()
    build()
