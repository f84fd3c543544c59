"""Whose turn it is: one move that a person can make now, and the same move as a row of *Mijn*.

It knows no noun. Each room declares in its `turns.py` what can be asked (a table of `Move`s), whose turn it
is for one thing (`turn(thing) -> Turn | None`, pure), and the rows for *Mijn* (`rows`). A page never computes
this again: it shows `Turn.ask` and, to a reader who may act, the button of the move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _

from middenstip.kernel.half import Half

NO_DAY = date(9999, 12, 31)
COLUMNS = ("w_kind", "w_target", "w_title", "w_context", "w_seat", "w_due", "w_words")
_LONGEST = 140


def short(text: str, longest: int = _LONGEST) -> str:
    """The text on one line, cut after a whole word."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rsplit(" ", 1)[0] + " …"


@dataclass(frozen=True)
class Who:
    """The one whose turn it is, in words for other readers. `name` "" is nobody; `half` "" is no half."""

    name: str
    role: str = ""
    half: str = ""


NOBODY = Who("")


@dataclass(frozen=True)
class Move:
    """One thing that can be asked: the sentence, the label of the button and the page of the act.

    `ask` and `label` are Dutch and translated when shown. `ask` may have one placeholder, `%(words)s`;
    `fill` makes its value from the words of the thing (default: `short` text). With
    `is_own` words that people wrote, if any, replace the whole sentence. `path` has `{}` for
    the public id.
    """

    kind: str
    ask: str
    label: str
    path: str
    fill: Callable[[str], str] = short
    is_own: bool = False

    def said(self, words: str = "") -> str:
        """The sentence that asks for this move."""
        if self.is_own and words:
            return short(words)
        sentence = _(self.ask)
        return sentence % {"words": self.fill(words)} if "%(words)s" in sentence else sentence


@dataclass(frozen=True)
class Turns:
    """What a room declares about turns: all its moves, and the rows of *Mijn* for a person (a key) in some
    seats (keys) on a day."""

    moves: tuple[Move, ...]
    rows: Callable[[int, Sequence[int], date], list[QuerySet[Any, Any]]]


@dataclass(frozen=True)
class Turn:
    """One move: who makes it, what is asked, by which act, where, since when and until which day.

    `seats` are the keys of the seats that may do it now, in the order of their chairs or halves. `person` is
    the key of a person who may do it in any seat or without one, because it belongs to the initiator and not
    to a seat (0: nobody). With neither, any colleague may do it, and *Mijn* shows no row of it.
    """

    who: Who
    seats: tuple[int, ...]
    ask: str
    act: str
    label: str
    path: str
    since: datetime | None = None
    due: date | None = None
    person: int = 0

    def lies_with(self, person: int | None, seats: Iterable[int] = ()) -> bool:
        """Whether this person (a key; None: a visitor) in one of these seats (keys) has the turn."""
        return (bool(self.person) and self.person == person) or not set(self.seats).isdisjoint(seats)


def turn_for(
    move: Move,
    target: str,
    who: Who,
    *,
    seats: Iterable[int] = (),
    person: int = 0,
    words: str = "",
    since: datetime | None = None,
    due: date | None = None,
) -> Turn:
    """This move, for the thing with this public id."""
    path = move.path.format(target)
    found = tuple(seats)
    return Turn(who, found, move.said(words), move.kind, _(move.label), path, since, due, person)


def together(movers: Sequence[Who], many: str) -> Who:
    """One by name; several as a number, because the card has one line. `many` has `%(count)s` for it."""
    if len(movers) == 1:
        return movers[0]
    halves = [half for half in Half if half in {mover.half for mover in movers}]
    role = listed([_(half.value) for half in halves]) if len(halves) > 1 else ""
    return Who(many % {"count": len(movers)}, role, halves[0].value if len(halves) == 1 else "")


def listed(words: Sequence[str]) -> str:
    """*bewoners, overheid en ondernemers*."""
    return _(" en ").join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def rows(
    move: Move,
    found: QuerySet[Any],
    *,
    title: str,
    target: str = "public_id",
    context: str = "",
    seat: str = "",
    due: str = "",
    words: str = "",
) -> QuerySet[Any, Any]:
    """The result of a query as rows of *Mijn*, in the columns that all rooms share (`COLUMNS`).

    Each name is a column of the query: its subject, the thing around it, the seat that must act (none: the
    person), the last day, and the words for the placeholder of the sentence.
    """
    never = Value(NO_DAY, output_field=DateField())
    shape = {
        "w_kind": Value(move.kind, output_field=CharField()),
        "w_target": F(target),
        "w_title": Cast(F(title), TextField()),
        "w_context": Cast(F(context), TextField()) if context else Value("", output_field=TextField()),
        "w_seat": Cast(F(seat), IntegerField()) if seat else Value(0, output_field=IntegerField()),
        "w_due": Coalesce(F(due), never, output_field=DateField()) if due else Cast(never, DateField()),
        "w_words": Cast(F(words), TextField()) if words else Value("", output_field=TextField()),
    }
    lines: QuerySet[Any, Any] = found.order_by().annotate(**shape).values_list(*shape)
    return lines
