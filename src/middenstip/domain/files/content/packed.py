"""Documents that are zip archives: ODT, ODS, DOCX and XLSX. Their directory first, their insides later.

The size of what is inside is read from the directory. Python never unpacks more than it says there, and a
member that holds more fails its checksum.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from typing import BinaryIO

from middenstip.domain.files.content.kinds import MB
from middenstip.domain.files.content.wrong import (
    ATTACHED,
    BOMB,
    CUT_OFF,
    LOCKED,
    MACRO,
    ODD_NAMES,
    OUTSIDE,
    TWO_IN_ONE,
    UNKNOWN,
    wrong,
)

MOST_MEMBERS, MOST_DIRECTORY = 5_000, 1 * MB
MOST_UNPACKED, MOST_TIMES = 150 * MB, 200
_END, _END_LENGTH, _COMMENT = b"PK\x05\x06", 22, 65_535
_ODF = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_MAIN = {b"wordprocessingml.document.main+xml": "docx", b"spreadsheetml.sheet.main+xml": "xlsx"}
_MACROS = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml|basic/.*|scripts/.*|macrosheets/.*)$")
_RUNS = r".*\.(exe|dll|com|bat|cmd|ps1|js|vbs|jar|msi|scr|lnk|hta|html?|svg|zip)"
_HIDDEN = re.compile(rf"(^|/)(activex/.*|{_RUNS}|oleobject[^/]*\.bin|embeddings/.*\.(bin|docm|xlsm))$")
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_REMOTE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_DDE = re.compile(
    rb"<(\w+:)?ddeLink|\bDDE(AUTO)?\b\s+[\"\\a-z]|<table:dde-link|<office:dde-source", re.IGNORECASE
)
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)


def has_directory(file: BinaryIO) -> bool:
    """Whether a program for archives would open this as one."""
    return _end(file) is not None


def office_kind(file: BinaryIO) -> str:
    """Which document this archive is: `odt`, `ods`, `docx` or `xlsx`. Reads its directory and its label."""
    _directory_is_sane(file)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
            _members_are_sane(members)
            return _labelled(archive, members)
    except _BROKEN as error:
        raise wrong(CUT_OFF) from error


def look_inside(file: BinaryIO) -> None:
    """Unpack everything once, block by block; raises `Invalid` for what is damaged or reaches outside."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            for member in archive.infolist():
                _member(archive, member)
    except _BROKEN as error:
        raise wrong(CUT_OFF) from error


_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error, OSError,
           UnicodeError, ValueError)  # fmt: skip


def _end(file: BinaryIO) -> tuple[int, bytes] | None:
    """Where the end of the directory stands, and its record."""
    size = file.seek(0, 2)
    start = max(0, size - _COMMENT - _END_LENGTH)
    file.seek(start)
    tail = file.read()
    place = tail.rfind(_END)
    record = tail[place : place + _END_LENGTH] if place >= 0 else b""
    return (start + place, record) if len(record) == _END_LENGTH else None


def _directory_is_sane(file: BinaryIO) -> None:
    """Before Python reads the whole directory: it is small, it is there, and nothing stands behind it."""
    found = _end(file)
    if found is None:
        raise wrong(CUT_OFF)
    place, record = found
    number, length, offset, comment = struct.unpack("<10xHIIH", record)
    if number > MOST_MEMBERS or length > MOST_DIRECTORY:
        raise wrong(BOMB)
    if offset + length != place or place + _END_LENGTH + comment != file.seek(0, 2):
        raise wrong(TWO_IN_ONE)


def _members_are_sane(members: list[zipfile.ZipInfo]) -> None:
    names = [one.filename for one in members]
    if len(set(names)) != len(names) or any(_is_odd(name) for name in names):
        raise wrong(ODD_NAMES)
    if any(one.flag_bits & 0x1 for one in members):
        raise wrong(LOCKED)
    if sum(one.file_size for one in members) > MOST_UNPACKED:
        raise wrong(BOMB)
    if any(one.file_size > max(20 * MB, one.compress_size * MOST_TIMES) for one in members):
        raise wrong(BOMB)
    folded = [name.lower() for name in names]
    if any(_MACROS.search(name) and not name.endswith("/") for name in folded):
        raise wrong(MACRO)
    if any(_HIDDEN.search(name) for name in folded):
        raise wrong(ATTACHED)


def _is_odd(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name


def _labelled(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> str:
    names = {one.filename for one in members}
    if "mimetype" in names:
        kind = _ODF.get(_start(archive, "mimetype"))
        if kind is None or "content.xml" not in names:
            raise wrong(UNKNOWN)
        return kind
    if "[Content_Types].xml" not in names:
        raise wrong(UNKNOWN)
    types = _start(archive, "[Content_Types].xml")
    if b"macroenabled" in types.lower():
        raise wrong(MACRO)
    found = {kind for mark, kind in _MAIN.items() if mark in types}
    if len(found) != 1:
        raise wrong(UNKNOWN)
    return found.pop()


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(1 * MB).strip()


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Read one member to its end, for its checksum; what is XML is searched, with some overlap."""
    is_xml = member.filename.lower().endswith((".xml", ".rels"))
    before = b""
    with archive.open(member) as part:
        while block := part.read(256 * 1024):
            if is_xml:
                _search(before + block, member.filename)
                before = block[-2048:]


def _search(text: bytes, name: str) -> None:
    if _ENTITY.search(text) or _DDE.search(text):
        raise wrong(OUTSIDE)
    if name.endswith(".rels") and any(not _LINK.search(one[0]) for one in _REMOTE.finditer(text)):
        raise wrong(OUTSIDE)
