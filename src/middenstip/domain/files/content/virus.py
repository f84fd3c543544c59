"""Ask ClamAV (clamd) about a file, over its socket. Without one, nothing is asked and nothing is claimed."""

from __future__ import annotations

import socket
import struct
from typing import BinaryIO
from urllib.parse import urlsplit

_BLOCK = 64 * 1024
_SECONDS = 60


class NoAnswer(Exception):
    """The scanner is away: the file waits."""


def is_clean(file: BinaryIO, address: str) -> bool:
    """Whether clamd at this address finds nothing; raises `NoAnswer` when it does not say.

    `address` is `unix:///run/clamav/clamd.ctl` or `tcp://machine:3310`.
    """
    file.seek(0)
    try:
        with _connected(address) as line:
            line.sendall(b"zINSTREAM\0")
            while block := file.read(_BLOCK):
                line.sendall(struct.pack("!I", len(block)) + block)
            line.sendall(struct.pack("!I", 0))
            answer = b""
            while not answer.endswith(b"\0") and (more := line.recv(4096)):
                answer += more
    except OSError as error:
        raise NoAnswer from error
    finally:
        file.seek(0)
    said = answer.rstrip(b"\0").strip()
    if said.endswith(b"OK"):
        return True
    if said.endswith(b"FOUND"):
        return False
    raise NoAnswer(said.decode(errors="replace"))


def _connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_SECONDS)
        line.connect(parts.path)
        return line
    return socket.create_connection((parts.hostname or "", parts.port or 3310), _SECONDS)
