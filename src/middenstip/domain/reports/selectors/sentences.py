"""The sentences for all kinds of facts, collected from the rooms, or why a kind has none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from middenstip.domain.rooms import NOUNS, ROOMS
from middenstip.journal.told import Silent, Told

_SAID: dict[str, Told | Silent] = {fact.kind: said for room in ROOMS for fact, said in room.told.items()}
TOLD: dict[str, Told] = {kind: said for kind, said in _SAID.items() if isinstance(said, Told)}
SILENT: dict[str, str] = {kind: said.why for kind, said in _SAID.items() if isinstance(said, Silent)}

_GAPS = {gap for said in TOLD.values() for words in said.wordings for gap in re.findall(r"\{(\w+)\}", words)}
# The keys of fact data that hold a seat, and the nouns whose names a sentence needs.
SEATS: tuple[str, ...] = tuple(dict.fromkeys(key for said in TOLD.values() for key in said.seats))
NAMED: tuple[str, ...] = ("person", "seat", *(key for key in NOUNS if key in _GAPS - {"person", "seat"}))
LINKED: tuple[str, ...] = tuple(key for key in NAMED if NOUNS[key].is_linked)
UNLINKED: tuple[str, ...] = tuple(key for key in NAMED[2:] if not NOUNS[key].is_linked)


def words_for(kind: str, data: Mapping[str, Any]) -> str:
    """The sentence of this kind with its placeholders; "" for a silent or unknown kind."""
    said = TOLD.get(kind)
    return said.words(data) if said else ""
