"""One backup in one file: a manifest and the parts it names, as tar and gzip, sealed with age by a key.

Without Middenstip it opens too: `age -d -i KEYFILE FILE | tar xz`. Nothing is held in memory as a whole.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

import pyrage

from middenstip.kernel.verdict import Refused

FORMAT = 1
MANIFEST = "manifest.json"
SEALED = b"age-encryption.org/v1"
PLAIN = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # gzip without a name and a time
BLOCK = 1 << 20
MOST_MANIFEST = 10 * BLOCK

DAMAGED = "Deze reservekopie is beschadigd of niet heel. Er is niets veranderd; neem een andere."
WRONG_KEY = "Deze sleutel past niet op deze reservekopie. Er is niets veranderd."
NO_KEY = "Deze reservekopie zit op slot. Noem het bestand met de geheime sleutel met --key."
NOT_OURS = "Dit bestand is geen reservekopie van Middenstip. Er is niets veranderd."
NEWER_FORMAT = "Deze reservekopie komt van een nieuwere versie van Middenstip. Werk eerst Middenstip bij."


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What an archive holds, and of which moment. `parts` gives the SHA-256 and the size of each file."""

    made_at: str
    engine: str
    server: str
    schema: list[list[str]]
    rows: dict[str, int]
    parts: dict[str, list[str | int]]
    format: int = FORMAT


@contextmanager
def work_folder(within: Path) -> Iterator[Path]:
    """A folder that only this account reads, gone afterwards; what a killed process left goes first."""
    within.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in within.glob(".work-*"):
        if not _is_alive(left):
            shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=f".work-{os.getpid()}-", dir=within) as folder:
        yield Path(folder)


def _is_alive(folder: Path) -> bool:
    number = folder.name.split("-")[1]
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True


def parts_in(folder: Path) -> dict[str, list[str | int]]:
    """Every file under `folder` with its SHA-256 and size, by its path from there."""
    found: dict[str, list[str | int]] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        found[path.relative_to(folder).as_posix()] = [digest, path.stat().st_size]
    return found


def pack(folder: Path, manifest: Manifest, to: Path, recipient: str) -> None:
    """Write the archive beside its place and move it there when it is whole and on the disk."""
    half = to.with_name(f".{to.name}.half")
    try:
        with _new(half) as out:
            if recipient:
                plain = folder.parent / "plain.tar.gz"
                with _new(plain) as between:
                    _write(folder, manifest, between)
                with plain.open("rb") as between:
                    pyrage.encrypt_io(between, out, [reading_key(recipient)])
            else:
                _write(folder, manifest, out)
            out.flush()
            os.fsync(out.fileno())
        half.replace(to)
    finally:
        half.unlink(missing_ok=True)


def reading_key(recipient: str) -> pyrage.x25519.Recipient:
    try:
        return pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise Refused("BACKUP_KEY is geen openbare sleutel: die begint met age1.") from None


def unpack(archive: Path, into: Path, secret: str) -> Manifest:
    """Take the archive apart in an empty folder, checked to the last byte; raises `Refused` otherwise."""
    try:
        with archive.open("rb") as file:
            head = file.read(len(SEALED))
            file.seek(0)
            if head == SEALED:
                plain = into.parent / "plain.tar.gz"
                with _new(plain) as out:
                    pyrage.decrypt_io(file, out, [_identity(secret)])
                with plain.open("rb") as between:
                    manifest = _read(between, into)
                plain.unlink()
                return manifest
            if not head.startswith(PLAIN[:3]):
                raise Refused(NOT_OURS)
            return _read(file, into)
    except FileNotFoundError:
        raise Refused(f"Het bestand {archive} is er niet.") from None
    except pyrage.DecryptError as error:
        raise Refused(WRONG_KEY if "matching key" in str(error).lower() else DAMAGED) from None
    except (tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error, ValueError, KeyError, TypeError):
        raise Refused(DAMAGED) from None
    except OSError as error:
        if error.errno:  # the disk is full, or may not be read
            raise Refused(f"De reservekopie is niet te lezen of uit te pakken: {error.strerror}.") from None
        raise Refused(DAMAGED) from None


def _identity(secret: str) -> pyrage.x25519.Identity:
    if not secret:
        raise Refused(NO_KEY)
    try:
        return pyrage.x25519.Identity.from_str(secret)
    except pyrage.IdentityError:
        raise Refused("Dat is geen geheime sleutel: die begint met AGE-SECRET-KEY-1.") from None


def _new(path: Path) -> IO[bytes]:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600), "wb")


def _write(folder: Path, manifest: Manifest, out: IO[bytes]) -> None:
    inside = folder.parent / MANIFEST
    inside.write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1))
    with (
        gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=4, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        tar.add(inside, MANIFEST, filter=_without_owner)
        for name in manifest.parts:
            tar.add(folder / name, name, filter=_without_owner)


def _without_owner(one: tarfile.TarInfo) -> tarfile.TarInfo:
    one.uid = one.gid = 0
    one.uname = one.gname = ""
    one.mode = 0o600
    return one


def _read(file: IO[bytes], into: Path) -> Manifest:
    if file.read(len(PLAIN)) != PLAIN:
        raise Refused(DAMAGED)
    file.seek(0)
    with gzip.GzipFile(fileobj=file, mode="rb") as packed:
        with tarfile.open(fileobj=packed, mode="r|") as tar:
            manifest = _manifest(tar)
            _room(into, manifest)
            waiting = dict(manifest.parts)
            while one := tar.next():
                if not one.isfile() or not _is_inside(one.name):
                    raise Refused(DAMAGED)
                _part(tar, one, into / one.name, waiting.pop(one.name))
            if waiting:
                raise Refused(DAMAGED)
        while packed.read(BLOCK):  # to the end: there stands the checksum of the whole
            pass
    return manifest


def _manifest(tar: tarfile.TarFile) -> Manifest:
    first = tar.next()
    if first is None or first.name != MANIFEST or first.size > MOST_MANIFEST:
        raise Refused(DAMAGED)
    inside = tar.extractfile(first)
    told = json.loads(inside.read()) if inside else {}
    if told["format"] > FORMAT:
        raise Refused(NEWER_FORMAT)
    return Manifest(**told)


def _room(into: Path, manifest: Manifest) -> None:
    asked = sum(int(size) for _, size in manifest.parts.values())
    if shutil.disk_usage(into).free < asked:
        raise Refused(f"Te weinig plaats op de schijf van {into.parent.parent}: {asked >> 20} MB nodig.")


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts


def _part(tar: tarfile.TarFile, one: tarfile.TarInfo, to: Path, told: list[str | int]) -> None:
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, inside = hashlib.sha256(), tar.extractfile(one)
    assert inside
    with _new(to) as out:
        while block := inside.read(BLOCK):
            digest.update(block)
            out.write(block)
    if [digest.hexdigest(), one.size] != told:
        raise Refused(DAMAGED)
