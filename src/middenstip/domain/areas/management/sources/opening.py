"""Open a file as text, and name its real format when it is not text."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from pathlib import Path

LIMIT = 1_000_000_000  # bytes after unpacking; the whole country in full detail is about 300 MB

GZIP = b"\x1f\x8b"
MARK = b"\xef\xbb\xbf"  # CBS and Excel start a table with it, and end its last row
CUT = "het bestand stopt midden in deze regel. Haal het opnieuw op."

SIGNS = {
    b"\x89PNG": "een plaatje (PNG)",
    b"\xff\xd8\xff": "een plaatje (JPEG)",
    b"GIF8": "een plaatje (GIF)",
    b"PK\x03\x04": "een zip- of Excel-bestand",
    b"%PDF": "een PDF",
    b"SQLite format 3": "een GeoPackage of andere database",
    b"\xd0\xcf\x11\xe0": "een oud Office-bestand",
    b"<": "een webpagina of XML",
}


class Broken(Exception):
    """A source that cannot be used. The message is a complete Dutch sentence that says where and why."""


def read_text(path: Path) -> str:
    """The text of a file, unpacked when it is gzip, without byte order mark. Raises `Broken`."""
    return to_text(_unpacked_from(path), path.name)


def read_table(path: Path) -> str:
    """The text of a table. A row that was cut off is refused: half a number looks like another number."""
    raw = _unpacked_from(path)
    text = to_text(raw, path.name)
    if raw.startswith(MARK) and "\n" in text and not text.endswith(("\n", "\r")):
        raise Broken(f"{path.name}, regel {len(text.splitlines())}: {CUT}")
    return text


def to_text(raw: bytes, name: str) -> str:
    """Bytes as text. Raises `Broken` with the file format, or the line of the first invalid character."""
    if raw.startswith(GZIP):
        raw = _unpacked(raw, name)
    for sign, kind in SIGNS.items():
        if raw.lstrip()[:16].startswith(sign):
            raise Broken(f"{name}: dit is {kind}. Kies een CSV- of GeoJSON-bestand.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise Broken(f"{name}, regel {line}: hier staat een teken dat geen UTF-8 is.") from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise Broken(f"{name}, regel {line}: hier staat een onleesbaar teken (NUL).")
    if not text.strip():
        raise Broken(f"{name}: dit bestand is leeg.")
    return text


def year_in(name: str) -> int | None:
    """The year in a file name, if there is exactly one."""
    years = set(re.findall(r"(?<!\d)(20\d\d)(?!\d)", name))
    return int(years.pop()) if len(years) == 1 else None


def _unpacked_from(path: Path) -> bytes:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Broken(f"{path.name}: dit bestand kan niet worden geopend.") from error
    return _unpacked(raw, path.name) if raw.startswith(GZIP) else raw


def _unpacked(raw: bytes, name: str) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
            text = packed.read(LIMIT + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Broken(f"{name}: dit gzip-bestand is beschadigd.") from error
    if len(text) > LIMIT:
        raise Broken(f"{name}: dit bestand is uitgepakt groter dan 1 GB.")
    return text
