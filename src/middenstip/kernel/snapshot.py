"""The rows that a write was called with, as they were: a try that was undone must leave no trace in them.

The database undoes what was written, but not what the function already changed in the objects it was given:
a version that was counted up, a stage that was taken. The next try would see those, and refuse wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from typing import Any

from django.db.models import Model


class Snapshot:
    """The values of every row in `things`, of rows in lists among them, and of rows those were read with."""

    def __init__(self, things: Iterable[Any]) -> None:
        self._rows: dict[int, tuple[Model, dict[str, Any], Any]] = {}
        for thing in things:
            self._keep(thing)

    def restore(self) -> None:
        """Give every row its values back."""
        for row, values, state in self._rows.values():
            row.__dict__.clear()
            row.__dict__.update(values)
            row._state = copy(state)
            row._state.fields_cache = dict(state.fields_cache)

    def _keep(self, thing: Any) -> None:
        if isinstance(thing, (list, tuple)):
            for one in thing:
                self._keep(one)
        if not isinstance(thing, Model) or id(thing) in self._rows:
            return
        state = copy(thing._state)
        state.fields_cache = dict(thing._state.fields_cache)
        values = {name: value for name, value in thing.__dict__.items() if name != "_state"}
        self._rows[id(thing)] = (thing, values, state)
        for related in state.fields_cache.values():
            self._keep(related)
