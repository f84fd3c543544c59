"""Run programs side by side, and start one again that ends; stop all when this program is asked to stop.

A program that ends waits longer each time before it starts again, until it ran for a calm minute. One that
keeps ending is given up: without the server there is no platform, so then all stop. Without the worker the
pages still work, so it is tried again now and then, and the server stays.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

Child = subprocess.Popen[bytes]
ASKED_TO_STOP = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)  # a service, a closed window, Ctrl-C
LOOK = 0.1  # seconds between two looks at the programs
LEFTOVERS = 3.0  # seconds that the processes of a program that died get to end by themselves


@dataclass(frozen=True)
class Program:
    """One program. `name` stands in what is printed; when it `is_needed`, the others stop without it."""

    name: str
    command: Sequence[str]
    is_needed: bool = True


@dataclass(frozen=True)
class Pace:
    """How soon a program starts again: `first` seconds, then twice as long each time."""

    first: float = 1.0
    calm: float = 60.0  # seconds after which it counts as well again
    most: int = 5  # times that it may end without a calm minute
    seldom: float = 60.0  # seconds between two tries of a program that is not needed, after that

    def pause(self, ended: int) -> float:
        return float(self.first * 2 ** (ended - 1)) if ended < self.most else self.seldom


class GivenUp(Exception):
    """A program that is needed keeps ending."""


class _Kept:
    """A program that is kept running."""

    def __init__(self, program: Program, pace: Pace) -> None:
        self.program, self.pace = program, pace
        self.child: Child | None = None
        self._ended = 0  # how often, without a calm minute between
        self._from = 0.0  # the moment it starts, or did start

    def look(self) -> None:
        """Start it when it is time; notice that it ended. Raises `GivenUp`."""
        now = time.monotonic()
        if self.child is None:
            if now >= self._from:
                self.child, self._from = _start(self.program.command), now
        elif self.child.poll() is not None:
            child, self.child = self.child, None
            try:
                self._tell(child, now)
            finally:
                _clear(child.pid)

    def _tell(self, child: Child, now: float) -> None:
        self._ended = 1 if now - self._from >= self.pace.calm else self._ended + 1
        pause = self.pace.pause(self._ended)
        self._from = now + pause
        said = f"{self.program.name} stopte onverwacht ({_how(child.returncode)})"
        if self._ended < self.pace.most:
            _say(f"{said}, en start over {pause:g} s opnieuw.")
        elif self.program.is_needed:
            _say(f"{said}, {self._ended} keer achter elkaar. Middenstip stopt.")
            raise GivenUp
        elif self._ended == self.pace.most:
            _say(
                f"{said}, {self._ended} keer achter elkaar. De bladzijden blijven staan;"
                f" elke {pause:g} s proberen we het opnieuw."
            )


def run_together(
    programs: Sequence[Program],
    began: Callable[[], object],
    patience: float = 40.0,
    pace: Pace | None = None,
) -> int:
    """Run `programs` until one that is needed keeps ending (1) or this program is asked to stop (0).

    Then stop them, or kill them after `patience` seconds: longer than a mail server may take for one mail.

    Each has a process group of its own. Ctrl-C reaches a whole group at once, and a server whose workers
    get it too waits for them for ever; now only this program gets it, and terminates the programs one by one.
    """
    for number in ASKED_TO_STOP:
        if signal.getsignal(number) is not signal.SIG_IGN:  # ignored under nohup
            signal.signal(number, lambda *_: sys.exit(0))
    kept = [_Kept(program, pace or Pace()) for program in programs]
    try:
        for one in kept:
            one.look()
        began()
        while True:
            time.sleep(LOOK)
            for one in kept:
                one.look()
    except GivenUp:
        return 1
    finally:
        _stop([one.child for one in kept if one.child], patience)


def _start(command: Sequence[str]) -> Child:
    return subprocess.Popen(command, process_group=0)  # noqa: S603 - a command of ours


def _clear(group: int) -> None:
    """End what a program that died left behind: a server without its head still takes visitors."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGTERM)
        until = time.monotonic() + LEFTOVERS
        while time.monotonic() < until:
            os.killpg(group, 0)
            time.sleep(0.05)
        os.killpg(group, signal.SIGKILL)


def _how(code: int) -> str:
    if code >= 0:
        return f"uitgang {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signaal {-code}"


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _stop(children: Sequence[Child], patience: float) -> None:
    for number in ASKED_TO_STOP:  # a second Ctrl-C must not leave a process behind
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.terminate()
    until = time.monotonic() + patience
    for child in children:
        with suppress(subprocess.TimeoutExpired):
            child.wait(timeout=max(0.0, until - time.monotonic()))
        with suppress(ProcessLookupError):  # the whole group has ended
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
