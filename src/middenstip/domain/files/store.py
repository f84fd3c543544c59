"""Where the bytes lie: a folder, or object storage (S3) by setting. Each file has a folder, its blob."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

SENT, DOCUMENT = "gestuurd", "document"  # as it came in; a document that was looked at


class Away(Exception):
    """The storage could not do it: the disk is full, or the storage of another machine does not answer."""


def put(blob: str, part: str, data: File[bytes] | bytes) -> None:
    """Keep these bytes. Raises `Away`; nothing half is left under this name for long (`orphans`)."""
    with _told_as_away():
        content = ContentFile(data) if isinstance(data, bytes) else data
        _storage().save(_path(blob, part), content)


def to_send(blob: str, part: str) -> File[bytes]:
    """The bytes, for an answer that closes them. Raises `Away` when they cannot be read or are not there."""
    with _told_as_away():
        return _storage().open(_path(blob, part))


@contextmanager
def opened(blob: str, part: str) -> Iterator[BinaryIO]:
    """The bytes, to read within this block. Raises `Away` as `to_send` does."""
    with to_send(blob, part) as file:
        yield file  # type: ignore[misc]


def move_to_document(blob: str) -> None:
    """A document that is in order: what was sent becomes what is shown."""
    with opened(blob, SENT) as file:
        put(blob, DOCUMENT, File(file))
    drop(blob, SENT)


def drop(blob: str, *parts: str) -> None:
    """Take these parts away, or everything of this blob. Raises `Away`."""
    with _told_as_away():
        storage = _storage()
        names = parts or tuple(_listed(storage, f"{blob[:2]}/{blob}"))
        for part in names:
            storage.delete(_path(blob, part))
        if not parts:
            storage.delete(f"{blob[:2]}/{blob}")


def is_empty(blob: str) -> bool:
    """Whether no byte of it is left. Raises `Away`."""
    with _told_as_away():
        return not _listed(_storage(), f"{blob[:2]}/{blob}")


def orphans(known: set[str], before: datetime) -> list[str]:
    """Blobs that no row knows, not touched since `before`: what a broken upload left. Raises `Away`."""
    with _told_as_away():
        storage = _storage()
        found = []
        for shelf in _folders(storage, ""):
            for blob in _folders(storage, shelf):
                if blob in known:
                    continue
                parts = _listed(storage, f"{shelf}/{blob}")
                if all(storage.get_modified_time(_path(blob, part)) < before for part in parts):
                    found.append(blob)
        return found


def _storage() -> Storage:
    return storages["files"]


def _path(blob: str, part: str) -> str:
    return f"{blob[:2]}/{blob}/{part}"


def _listed(storage: Storage, folder: str) -> list[str]:
    try:
        return list(storage.listdir(folder)[1])
    except FileNotFoundError:
        return []


def _folders(storage: Storage, folder: str) -> list[str]:
    try:
        return list(storage.listdir(folder)[0])
    except FileNotFoundError:
        return []


@contextmanager
def _told_as_away() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # each storage has errors of its own: of the disk, of the network, of S3
        raise Away(type(error).__name__) from error
