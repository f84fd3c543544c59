"""What kind of file this is, by its first and last bytes: cheap enough to ask while somebody waits.

What lies deeper is looked at by the worker (`deep`).
"""

from __future__ import annotations

import codecs
from typing import BinaryIO

from middenstip.domain.files.content import packed, photos
from middenstip.domain.files.content.kinds import DOCUMENT_BYTES, KINDS, Kind
from middenstip.domain.files.content.wrong import (
    CUT_OFF,
    EMPTY,
    OLD_OFFICE,
    PROGRAM,
    TOO_LARGE,
    TWO_IN_ONE,
    UNKNOWN,
    WEB_PAGE,
    wrong,
)

_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\x00asm",
)
_MARKUP = (b"<!doctype", b"<html", b"<svg", b"<script", b"<head", b"<body", b"<iframe", b"<?xml", b"<?php")
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_BLOCK = 64 * 1024
_TAIL = 2048


def kind_of(file: BinaryIO, name: str = "") -> Kind:
    """The kind of this file; its name only tells a table in plain text (CSV) from other plain text.

    Raises `Invalid` with the true reason. Reads in blocks and leaves the file at its start.
    """
    try:
        size = file.seek(0, 2)
        if size == 0:
            raise wrong(EMPTY)
        if size > DOCUMENT_BYTES:
            raise wrong(TOO_LARGE)
        kind = _kind(file, name)
        if size > kind.most:
            raise wrong(TOO_LARGE)
        return kind
    finally:
        file.seek(0)


def _kind(file: BinaryIO, name: str) -> Kind:
    file.seek(0)
    head = file.read(_BLOCK)
    if head.startswith(_PROGRAMS):
        raise wrong(PROGRAM)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise wrong(OLD_OFFICE)
    if photo := _photo(head):
        photos.measure(file, photo)
        return photo
    if head.startswith(b"%PDF-"):
        return _pdf(file)
    if head.startswith(b"PK\x03\x04"):
        return KINDS[packed.office_kind(file)]
    return _text(file, head, name)


def _photo(head: bytes) -> Kind | None:
    if head.startswith(b"\xff\xd8\xff"):
        return KINDS["jpeg"]
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return KINDS["png"]
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return KINDS["webp"]
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC:
        return KINDS["heic"]
    return None


def _pdf(file: BinaryIO) -> Kind:
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    if b"%%EOF" not in file.read():
        raise wrong(CUT_OFF)
    if packed.has_directory(file):
        raise wrong(TWO_IN_ONE)
    return KINDS["pdf"]


def _text(file: BinaryIO, head: bytes, name: str) -> Kind:
    """Plain text in UTF-8 or the old Windows letters, without signs that no text has."""
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith((*_MARKUP, b"<!--")) or any(mark in head[:1024].lower() for mark in _MARKUP):
        raise wrong(WEB_PAGE)
    if packed.has_directory(file):
        raise wrong(TWO_IN_ONE)
    file.seek(0)
    while block := file.read(_BLOCK):
        if block.translate(None, _CONTROLS) != block:
            raise wrong(UNKNOWN)
    return KINDS["csv" if name.lower().endswith(".csv") else "txt"]


_CONTROLS = bytes(sign for sign in range(32) if sign not in b"\t\n\r\f") + b"\x7f"
