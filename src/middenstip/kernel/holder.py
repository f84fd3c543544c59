"""What can hold photos and documents: a kind of thing, and what its own room answers about the files on it.

The room of files lies below the rooms of these things and knows them by kind and public id alone. Each room
announces its holders in its `files.py`, through its face.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Verdict


@dataclass(frozen=True)
class Reader:
    """Who reads: the key of the person (None is a visitor), and all their hats."""

    person: int | None
    hats: tuple[Actor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A kind of thing with files.

    noun: the word for it in an address and in the table of files.
    find: the thing with this public id, with whatever the rules below need.
    existing: which of these public ids still exist; files of the others are orphans.
    may_read: whether this reader may see the thing, and so its files.
    may_add: whether this actor may put files there, and take away any file there.
    path, name: the page that shows the thing, and what it is called there.
    where: `thread` and the codes of areas, as a fact keeps them.
    is_portrait: it holds one photo, the portrait or logo; a new one takes the place of the old.
    asks_everyone: it holds one photo, and its own room asks everyone who can be recognised on it; the
    sender of the photo does not answer for them.
    """

    noun: str
    find: Callable[[str], Any]
    existing: Callable[[Collection[str]], set[str]]
    may_read: Callable[[Reader, Any], Verdict]
    may_add: Callable[[Actor, Any], Verdict]
    path: Callable[[Any], str]
    name: Callable[[Any], str]
    where: Callable[[Any], Mapping[str, str]]
    is_portrait: bool = False
    asks_everyone: bool = False

    @property
    def holds_one(self) -> bool:
        """Whether it is for one photo, and no documents."""
        return self.is_portrait or self.asks_everyone
