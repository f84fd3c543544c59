"""Policies: who is told about a fact, and how; and all policies of a room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from middenstip.journal.fact import Fact
from middenstip.journal.told import Silent
from middenstip.kernel.models import Thing
from middenstip.notices.audience import Audience
from middenstip.notices.dossier import Dossier

Still = Callable[[Dossier], bool]


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Who is told about one kind of fact.

    `page` is the noun whose page the notice links to; MINE is the reader's own page. Followers are told only
    when they want to be (`is_follow`); others always. Nobody is told about their own act, unless they need
    a confirmation (`also_self`). `text` selects other words for this audience than for another one:
    the template is `kinds/<kind>[.<text>].txt`. The notice is written only if `still` holds.
    """

    to: tuple[Audience, ...]
    page: str
    text: str = ""
    is_follow: bool = False
    also_self: bool = False
    still: Still | None = None


Heard = Mapping[type[Fact], tuple[Policy, ...] | Silent]
MINE = "mine"


@dataclass(frozen=True, kw_only=True)
class Post:
    """Everything that notices need from one room.

    `heard` has, for every fact of the room, who is told about it, or `Silent` with the reason. It may also
    add policies for facts of a lower room. `things` finds the nouns that a notice can link to, `gaps` the
    template variables for the facts of this room, besides initiative, by, seat, day and data.
    """

    heard: Heard
    things: Mapping[str, Callable[[Dossier], Thing | None]] = field(default_factory=dict)
    gaps: Callable[[Dossier], dict[str, Any]] = lambda dossier: {}


def own(
    *to: Audience, page: str, text: str = "", also_self: bool = False, still: Still | None = None
) -> Policy:
    """A policy for people with a part of their own in it: always sent."""
    return Policy(to=to, page=page, text=text, also_self=also_self, still=still)
