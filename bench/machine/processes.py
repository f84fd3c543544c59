"""The processes below a program, read from `/proc`, and killing them without a chance to clean up."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path


def children_of(pid: int) -> list[int]:
    """The processes that this one started itself, oldest first."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(after_name[1]) == pid and after_name[0] != "Z":
                found.append(int(folder.name))
    return sorted(found)


def below(pid: int) -> list[int]:
    """All processes under this one."""
    found = []
    for child in children_of(pid):
        found += [child, *below(child)]
    return found


def started_with(setting: str) -> list[int]:
    """All processes with this in the environment they began with, also those whose parent is gone."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if setting.encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.append(int(folder.name))
    return found


def command_of(pid: int) -> str:
    """The command line of a process; "" when it ended."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def kill(*pids: int) -> None:
    """SIGKILL: no code of theirs runs any more."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
