"""Everything that waits for one person: the rows of all rooms, in one query whatever their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Subquery
from django.utils.translation import gettext as _

from middenstip.domain.agreements.turns import PROMISE as PROMISED
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.turns import CARRIED as CARRY
from middenstip.domain.parties.models import Follow
from middenstip.domain.rooms import ROOMS
from middenstip.kernel.clock import is_past
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.turn import NO_DAY, Move, rows

MOST = 100  # an upper bound, so that the page always costs the same

# For information only; every other row asks for an act.
PROMISE, CARRIED = PROMISED.kind, CARRY.kind
FOLLOWED = Move("followed", "%(words)s", "", "/initiatief/{}/")
FOLLOWED_AREA = Move("followed_area", "%(words)s", "", "/gebied/{}/")
# An initiative of this person: `context` is its stage, `words` the id of its case.
BEGUN = Move("begun", "%(words)s", "", "/initiatief/{}/")
TO_KNOW = (BEGUN.kind, PROMISE, CARRIED, FOLLOWED.kind, FOLLOWED_AREA.kind)
TURNS = [room.turns() for room in ROOMS if room.turns]
MOVES: dict[str, Move] = {move.kind: move for turns in TURNS for move in turns.moves}
MOVES |= {move.kind: move for move in (BEGUN, FOLLOWED, FOLLOWED_AREA)}


@dataclass(frozen=True)
class Waiting:
    """One row: `target` is the public id to act on, `seat` the key of the seat that must act (0: any).

    `title` is its subject, `context` the thing around it and `words` the value for the placeholder of the
    sentence, all as people wrote them; `due_on` is None without a day.
    """

    kind: str
    target: str
    title: str
    context: str
    seat: int
    due_on: date | None
    words: str = ""

    @property
    def is_to_do(self) -> bool:
        return self.kind not in TO_KNOW

    @property
    def ask(self) -> str:
        """The question, in the same words as on every other page."""
        return MOVES[self.kind].said(self.words)

    @property
    def label(self) -> str:
        """The label of the button."""
        return _(MOVES[self.kind].label)

    @property
    def path(self) -> str:
        return MOVES[self.kind].path.format(self.target)

    def is_late(self, today: date) -> bool:
        return is_past(self.due_on, today)


def waiting_for(*, person: int, seats: Sequence[int], today: date) -> list[Waiting]:
    """Everything for this person (a key) in these seats (keys), earliest due day first. One query.

    What a seat of this person must do is not listed for the person a second time.
    """
    found = [
        Waiting(kind, target, title, context, seat, None if due == NO_DAY else due, words or "")
        for kind, target, title, context, seat, due, words in _WAITING.rows(
            person=person, seats=seats, today=today
        )
    ]
    seated = {(one.kind, one.target) for one in found if one.seat}
    return [one for one in found if one.seat or (one.kind, one.target) not in seated]


def _everything(person: int, seats: Sequence[int], today: date) -> QuerySet[Any, Any]:
    parts = [part for turns in TURNS for part in turns.rows(person, seats, today)]
    parts += [_begun(person), *_followed(person)]
    together: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return together.order_by("w_due", "w_kind", "w_target")[:MOST]


def _begun(person: int) -> QuerySet[Any, Any]:
    mine = Initiative.objects.filter(initiator=person)
    return rows(BEGUN, mine, title="title", context="stage", words="case__public_id")


def _followed(person: int) -> list[QuerySet[Any, Any]]:
    mine = Follow.objects.filter(person=person)
    followed = mine.filter(kind=Follow.INITIATIVE).values("target")
    areas = mine.filter(kind=Follow.AREA).values("target")
    there = Initiative.objects.filter(public_id__in=Subquery(followed))
    return [
        rows(FOLLOWED, there, title="title", context="stage"),
        rows(FOLLOWED_AREA, Area.objects.filter(code__in=Subquery(areas)), target="code", title="name"),
    ]


_WAITING = Prepared(_everything, keys=["person"], key_lists=["seats"], days=["today"])
