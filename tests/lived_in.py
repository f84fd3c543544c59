"""A platform with a history in a folder of its own, made once in a run of the tests and copied when needed.

Making all tables takes a process ten seconds and more.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from middenstip.config.environment import ROOT
from middenstip.kernel.one_at_a_time import alone, in_turn

LIFE = """
import django; django.setup()
from django.core.management import call_command
from tests.cast import neighbourhood, signed
call_command("migrate", verbosity=0)
signed(neighbourhood())
"""


def lived_in(factory: pytest.TempPathFactory, into: Path) -> None:
    """Put a SQLite database in which the chain was walked up to a signed agreement in the folder `into`."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = shared / "lived-in"
    with in_turn(lambda: alone(shared / "lived-in.lock"), lambda: None):
        if not made.exists():
            _live(shared / "living")
            (shared / "living").rename(made)
    shutil.copytree(made, into, dirs_exist_ok=True)


def _live(folder: Path) -> None:
    told = {"PYTHONPATH": "src", "MIDDENSTIP_MODE": "demo", "MIDDENSTIP_VAR": str(folder), "DATABASE_URL": ""}
    told |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
    command = [sys.executable, "-W", "ignore", "-c", LIFE]
    subprocess.run(command, cwd=ROOT, env=os.environ | told, check=True, stdin=subprocess.DEVNULL)
