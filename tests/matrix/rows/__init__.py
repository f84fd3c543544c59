"""The rows by noun: each module here is loaded, and has a list ROWS.

A module may also have THINGS, by the names in the `args` of its rows: functions that make one in a world and
return the text for the URL; and `crowd(world, more)`, which adds rows behind its pages.
"""

from collections import Counter
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from tests.matrix.row import Row


def modules() -> list[ModuleType]:
    return [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]


def all_rows() -> list[Row]:
    return [row for module in modules() for row in module.ROWS]


def all_things() -> dict[str, Any]:
    found = [one for module in modules() for one in getattr(module, "THINGS", {}).items()]
    twice = [name for name, times in Counter(name for name, _ in found).items() if times > 1]
    assert twice == []  # the last would silently take the place of the first
    return dict(found)


def crowds() -> list[Any]:
    return [module.crowd for module in modules() if hasattr(module, "crowd")]
