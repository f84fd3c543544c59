"""Translations: `python -m tools.messages` turns every django.po into the django.mo that gettext reads.

With `--new` it first adds the Dutch texts that `locale/en` lacks, untranslated, and drops what is gone. polib
reads and writes both kinds of file: gettext's own tools are on no fresh machine.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polib

LOCALE = Path(__file__).parents[1] / "src" / "middenstip" / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
Msgid = tuple[str, ...]  # one text, or the singular and the plural


def read(path: Path) -> polib.POFile:
    """Every text of a .po with its translation, a line each. OSError with the line when it is no PO."""
    return polib.pofile(str(path), wrapwidth=0, check_for_duplicates=True)


def said(entry: polib.POEntry) -> Msgid:
    """What stands in the code."""
    return (entry.msgid, entry.msgid_plural) if entry.msgid_plural else (entry.msgid,)


def translated(entry: polib.POEntry) -> Msgid:
    """What it is in the other language; empty where nobody filled it in."""
    return tuple(entry.msgstr_plural[place] for place in sorted(entry.msgstr_plural)) or (entry.msgstr,)


def add_new() -> None:
    """Bring the English catalogue up to date with the texts in the code, in their order."""
    os.environ.setdefault("MIDDENSTIP_MODE", "test")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    import django

    django.setup()
    from tools.wording import wording

    catalogue = read(ENGLISH)
    known = {said(entry): entry for entry in catalogue}
    catalogue[:] = [known.get(text) or _untranslated(text) for text in sorted(wording())]
    catalogue.save()


def _untranslated(text: Msgid) -> polib.POEntry:
    if len(text) == 1:
        return polib.POEntry(msgid=text[0])
    return polib.POEntry(msgid=text[0], msgid_plural=text[1], msgstr_plural={0: "", 1: ""})


def build() -> None:
    """Write every .mo, each in one move: a server that reads it never sees half of it."""
    for po in LOCALE.rglob("*.po"):
        fresh = po.with_suffix(f".{os.getpid()}")
        read(po).save_as_mofile(str(fresh))
        fresh.replace(po.with_suffix(".mo"))


if __name__ == "__main__":
    if "--new" in sys.argv:
        add_new()
    build()
