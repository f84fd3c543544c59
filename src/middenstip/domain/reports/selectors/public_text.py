"""One public text that can be reported, found by the key of its `Reportable` and its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.models import Membership, Person, Seat
from middenstip.domain.parties.selectors import on_day
from middenstip.domain.rooms import REPORTABLE, path_to
from middenstip.kernel.face import Reportable
from middenstip.kernel.hidden import Hideable, words_of


@dataclass(frozen=True)
class PublicText:
    """A text as moderation sees it: who wrote it, in which area, and its words, also while it is hidden.

    `seat` is None for a text of a person; the writer of a text of a seat is the person who sits there.
    """

    kind: Reportable
    code: str
    words: tuple[str, ...]
    is_hidden: bool
    area: Area
    writer: Person | None
    seat: Seat | None
    path: str
    row: Hideable


def public_text(key: str, code: str, on: date) -> PublicText | None:
    """The text with this key and code that everyone may read, or could before it was hidden; else None."""
    kind = REPORTABLE.get(key)
    row = _row(kind, code) if kind else None
    if kind is None or row is None:
        return None
    wrote = _at(row, kind.writer)
    seat = wrote if isinstance(wrote, Seat) else None
    return PublicText(
        kind=kind,
        code=code,
        words=tuple(words_of(row.hidden) if row.is_hidden else _words(row)),
        is_hidden=row.is_hidden,
        area=_at(row, kind.area),
        writer=_sitter(seat, on) if seat else wrote,
        seat=seat,
        path=path_to(kind.noun, _at(row, kind.page)),
        row=row,
    )


def _row(kind: Reportable, code: str) -> Hideable | None:
    model: Any = apps.get_model(kind.model)
    if kind.code == "pk" and not (code.isascii() and code.isdigit() and len(code) < 16):
        return None
    around = {*(kind.with_ or (kind.area,)), kind.writer, *_parents(kind.page)}
    rows = model._default_manager.select_related(*around)
    found: Hideable | None = rows.filter(**{kind.code: code}, **kind.only).first()
    return found


def _parents(path: str) -> Sequence[str]:
    above = path.rpartition("__")[0]
    return [above] if above else []


def _words(row: Hideable) -> list[str]:
    own = [getattr(row, key) for key in row.public_texts]
    for name, columns in row.belonging.items():
        for values in getattr(row, name).order_by("pk").values_list(*columns):
            own += values
    return [text for text in own if text]


def _at(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def _sitter(seat: Seat, on: date) -> Person | None:
    sits = Membership.objects.filter(on_day(on), seat=seat).select_related("person").order_by("pk").first()
    return sits.person if sits else None
