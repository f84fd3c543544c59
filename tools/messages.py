"""Translations: `python -m tools.messages` turns every django.po into the django.mo that gettext reads.

With `--new` it first adds the Dutch texts that `locale/en` lacks, untranslated, and drops what is gone.
Formats: the PO and MO chapters of the GNU gettext manual; `msgfmt` is not needed.
"""

from __future__ import annotations

import ast
import os
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "src" / "middenstip" / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
MAGIC = 0x950412DE
Msgid = tuple[str, ...]  # one text, or the singular and the plural
Catalogue = dict[Msgid, Msgid]

_WORD = re.compile(r'(msgid_plural|msgid|msgstr)(?:\[\d\])? (".*")|(".*")')


def read(path: Path) -> Catalogue:
    """Every text of a .po with its translation, in file order. ValueError on a line that is no PO."""
    return {
        tuple(text for word, text in entry if word != "msgstr"): tuple(
            text for word, text in entry if word == "msgstr"
        )
        for entry in _entries(path)
    }


def _entries(path: Path) -> Iterator[list[tuple[str, str]]]:
    entry: list[tuple[str, str]] = []
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        found = _WORD.fullmatch(line)
        if not found:
            raise ValueError(f"{path.name}, line {number}: {line}")
        word, first, more = found.groups()
        if word == "msgid" and entry:
            yield entry
            entry = []
        if word:
            entry.append((word, ast.literal_eval(first)))
        else:
            entry[-1] = (entry[-1][0], entry[-1][1] + ast.literal_eval(more))
    if entry:
        yield entry


def compiled(catalogue: Catalogue) -> bytes:
    """The catalogue as MO: two tables of (length, offset), then the texts; what is empty is left out."""
    rows = {"\0".join(said).encode(): "\0".join(to).encode() for said, to in catalogue.items() if all(to)}
    texts = [*sorted(rows), *(rows[key] for key in sorted(rows))]
    start = 28 + 8 * len(texts)
    spots, body = b"", b""
    for text in texts:
        spots += struct.pack("<2I", len(text), start + len(body))
        body += text + b"\0"
    return struct.pack("<7I", MAGIC, 0, len(rows), 28, 28 + 4 * len(texts), 0, start) + spots + body


def written(catalogue: Catalogue) -> str:
    """The catalogue as PO, the header first and then by Dutch text."""
    return "\n".join(_entry(said, catalogue[said]) for said in sorted(catalogue))


def _entry(said: Msgid, to: Msgid) -> str:
    lines = [f"{word} {_quoted(text)}" for word, text in zip(("msgid", "msgid_plural"), said, strict=False)]
    marks = [f"[{number}]" for number in range(2)] if len(said) > 1 else [""]
    lines += [f"msgstr{mark} {_quoted(text)}" for mark, text in zip(marks, to, strict=True)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'


def add_new() -> None:
    """Bring the English catalogue up to date with the texts in the code."""
    os.environ.setdefault("MIDDENSTIP_MODE", "test")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    import django

    django.setup()
    from tools.wording import wording

    known = read(ENGLISH)
    ENGLISH.write_text(written({said: known.get(said, ("",) * len(said)) for said in {("",), *wording()}}))


def build() -> None:
    """Write every .mo, each in one move: a server that reads it never sees half of it."""
    for po in LOCALE.rglob("*.po"):
        fresh = po.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(compiled(read(po)))
        fresh.replace(po.with_suffix(".mo"))


if __name__ == "__main__":
    if "--new" in sys.argv:
        add_new()
    build()
