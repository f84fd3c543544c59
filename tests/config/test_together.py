"""The server and the worker stop together, for each way of asking; none keeps the port. One that ends comes
back, with a ceiling, and the server stays without the worker."""

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

# A test run in the background ignores Ctrl-C, and so would its children.
RUN = """
import signal, sys
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.default_int_handler)
from middenstip.config.together import Pace, Program, run_together
command = [sys.executable, *sys.argv[1:]]
programs = [Program("De server", command), Program("De worker", command, is_needed=False)]
sys.exit(run_together(programs, began=lambda: None, patience=0.5, pace=Pace(0.05, 60.0, 3, 0.3)))
"""

# A server as servers are: a child that works, which both outlive a Ctrl-C that reaches them as well.
STUBBORN = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGINT, lambda *_: pathlib.Path(sys.argv[1], f"disturbed-{os.getpid()}").touch())
signal.signal(signal.SIGTERM, signal.SIG_IGN)
os.fork()
pathlib.Path(sys.argv[1], str(os.getpid())).touch()
time.sleep(30)  # a process that was forgotten ends then too
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
def test_a_program_that_does_not_stop_is_killed(asked: signal.Signals, tmp_path: Path) -> None:
    """As in a terminal: the signal reaches the whole group, and twice on a second Ctrl-C."""
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


# Each start leaves a file; in the first argument stands which of the two programs ends, and how.
MORTAL = """
import os, pathlib, signal, sys, time
folder, name, how = sys.argv[1:]
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
(pathlib.Path(folder) / f"{name}-{os.getpid()}").touch()
if how == "ends":
    sys.exit(7)
time.sleep(30)
"""

SERVER_AND_WORKER = """
import signal, sys
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.default_int_handler)
from middenstip.config.together import Pace, Program, run_together
code, folder, server, worker = sys.argv[1:]
run = [sys.executable, "-c", code, folder]
programs = [
    Program("De server", [*run, "server", server]),
    Program("De worker", [*run, "worker", worker], is_needed=False),
]
sys.exit(run_together(programs, began=lambda: None, patience=5.0, pace=Pace(0.05, 60.0, 3, 0.3)))
"""


def server_and_worker(folder: Path, server: str, worker: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SERVER_AND_WORKER, MORTAL, str(folder), server, worker]
    return subprocess.Popen(command, env=HERE, start_new_session=True, stderr=subprocess.PIPE, text=True)


def started(folder: Path, name: str) -> list[int]:
    return sorted(int(one.name.rpartition("-")[2]) for one in folder.glob(f"{name}-*"))


@pytest.mark.parametrize("name", ["server", "worker"])
def test_one_that_is_killed_is_started_again_and_the_other_never_stops(name: str, tmp_path: Path) -> None:
    together = server_and_worker(tmp_path, "stays", "stays")
    wait_for(lambda: len(started(tmp_path, "server")) == len(started(tmp_path, "worker")) == 1)
    killed = started(tmp_path, name)[0]
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: len(started(tmp_path, name)) == 2)
    other = {"server": "worker", "worker": "server"}[name]
    assert [alive(pid) for pid in started(tmp_path, other)] == [True]
    together.terminate()
    _, said = together.communicate(timeout=20)
    assert together.returncode == 0
    assert said == f"De {name} stopte onverwacht (SIGKILL), en start over 0.05 s opnieuw.\n"


def test_a_server_that_keeps_ending_stops_all_and_says_so(tmp_path: Path) -> None:
    together = server_and_worker(tmp_path, "ends", "stays")
    _, said = together.communicate(timeout=20)
    assert together.returncode == 1
    assert said.splitlines() == [
        "De server stopte onverwacht (uitgang 7), en start over 0.05 s opnieuw.",
        "De server stopte onverwacht (uitgang 7), en start over 0.1 s opnieuw.",
        "De server stopte onverwacht (uitgang 7), 3 keer achter elkaar. Middenstip stopt.",
    ]
    assert [alive(pid) for pid in started(tmp_path, "worker")] == [False]


def test_without_a_worker_the_server_stays_and_the_worker_is_tried_again(tmp_path: Path) -> None:
    together = server_and_worker(tmp_path, "stays", "ends")
    wait_for(lambda: len(started(tmp_path, "worker")) == 5)
    assert [alive(pid) for pid in started(tmp_path, "server")] == [True]
    together.terminate()
    _, said = together.communicate(timeout=20)
    assert together.returncode == 0
    assert len(said.splitlines()) == 3  # at the ceiling it is told once
    assert said.endswith("De bladzijden blijven staan; elke 0.3 s proberen we het opnieuw.\n")


# A server whose head is killed while its arms still take visitors.
HYDRA = """
import os, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
if os.fork() == 0:
    (folder / f"arm-{os.getpid()}").touch()
    time.sleep(30)
    os._exit(0)
(folder / f"server-{os.getpid()}").touch()
time.sleep(30)
"""


def test_what_a_dead_server_left_behind_ends_before_it_starts_again(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVER_AND_WORKER, HYDRA, str(tmp_path), "", ""]
    together = subprocess.Popen(command, env=HERE, start_new_session=True, stderr=subprocess.DEVNULL)
    wait_for(lambda: len(started(tmp_path, "server")) == len(started(tmp_path, "arm")) == 2)
    arms = started(tmp_path, "arm")
    for head in started(tmp_path, "server"):
        os.kill(head, signal.SIGKILL)
    wait_for(lambda: len(started(tmp_path, "server")) == 4)
    assert [alive(arm) for arm in arms] == [False, False]
    together.terminate()
    assert together.wait(timeout=20) == 0
