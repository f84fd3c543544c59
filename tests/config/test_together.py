"""The server and the worker stop together, however they are asked; nobody keeps the port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HERE = os.environ | {"PYTHONPATH": str(ROOT / "src")}

# Whatever runs the tests in the background ignores Ctrl-C, and so would its children.
RUN = """
import signal, sys
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.default_int_handler)
from middenstip.config.together import run_together
sys.exit(run_together([[sys.executable, *sys.argv[1:]]] * 2, began=lambda children: None, patience=0.5))
"""

# A server as servers are: a child that works, which both outlive a Ctrl-C that reaches them as well.
STUBBORN = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGINT, lambda *_: pathlib.Path(sys.argv[1], f"disturbed-{os.getpid()}").touch())
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.fork()
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
time.sleep(30)  # then whoever was forgotten goes too
"""


def alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status")
    if status.parent.parent.joinpath("self").exists():  # where a dead one without a parent lingers
        return status.exists() and "State:\tZ" not in status.read_text()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(right: Callable[[], bool], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not right():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_whoever_does_not_stop_is_stopped(asked: signal.Signals, tmp_path: Path) -> None:
    """As in a terminal: the signal reaches everybody of our group, twice for who is impatient."""
    together = subprocess.Popen(
        [sys.executable, "-c", RUN, "-c", STUBBORN, str(tmp_path)], env=HERE, start_new_session=True
    )
    wait_for(lambda: len(list(tmp_path.iterdir())) == 4)
    os.killpg(together.pid, asked)
    time.sleep(0.1)
    os.killpg(together.pid, asked)
    assert together.wait(timeout=20) == 0
    names = [one.name for one in tmp_path.iterdir()]
    assert [name for name in names if name.startswith("disturbed")] == []
    wait_for(lambda: not any(alive(int(name)) for name in names), 5.0)


def test_when_one_ends_the_other_ends_too(tmp_path: Path) -> None:
    short = "import time; time.sleep(0.5)"
    together = subprocess.run([sys.executable, "-c", RUN, "-c", short], env=HERE, timeout=20, check=False)
    assert together.returncode == 1
