"""*Mijn* as plain values for its template."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from middenstip.domain.intake.turns import DO
from middenstip.domain.parties.rules import ROLES
from middenstip.domain.reports.selectors.waiting import (
    BEGUN,
    CARRIED,
    FOLLOWED,
    FOLLOWED_AREA,
    PROMISE,
    Waiting,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.web.shared import dates
from middenstip.web.shared.fold import fold
from middenstip.web.shared.place_choices import names_of_areas
from middenstip.web.shared.words import stage_words


def present(
    lines: Sequence[Waiting], hats: Sequence[Actor], worn: Actor | None, today: date
) -> dict[str, Any]:
    """Everything `mine/index.html` shows about what waits, was promised and is followed."""
    by_seat = {hat.seat_id: hat for hat in hats}
    first, rest = fold([_followed(line) for line in _of(lines, FOLLOWED.kind, FOLLOWED_AREA.kind)])
    begun, older = fold([_begun(line) for line in _of(lines, BEGUN.kind)])
    return {
        "begun": begun,
        "begun_rest": older,
        "waiting": [_to_do(line, by_seat, worn, today) for line in lines if line.is_to_do],
        "promises": [_promise(line, by_seat, worn, today) for line in _of(lines, PROMISE, DO.kind)],
        "carried": [_promise(line, by_seat, worn, today) for line in _of(lines, CARRIED)],
        "followed_first": first,
        "followed_rest": rest,
        "other_hats": [hat for hat in hats if worn and hat.seat_id != worn.seat_id],
        "seats": [_seat(hat) for hat in hats],
    }


def _begun(line: Waiting) -> dict[str, str]:
    """An initiative of theirs, with the way to its case."""
    case = path_to("case", line.words) if line.words else ""
    return {"title": line.title, "url": line.path, "stage": stage_words(line.context), "case": case}


def _seat(hat: Actor) -> dict[str, Any]:
    """A hat with each of its roles: the word, the area, and what the role allows."""
    names = names_of_areas() if hat.grants else {}
    roles = [
        {
            "word": _(ROLES[role].word),
            "place": names.get(code, code),
            "sentence": _(ROLES[role].sentence),
        }
        for role, code in sorted(hat.grants)
        if role in ROLES
    ]
    return {"hat": hat.hat, "half": hat.half, "seat_id": hat.seat_public_id, "roles": roles}


def _of(lines: Sequence[Waiting], *kinds: str) -> list[Waiting]:
    return [line for line in lines if line.kind in kinds]


def _to_do(line: Waiting, hats: dict[int, Actor], worn: Actor | None, today: date) -> dict[str, Any]:
    other = _other_hat(line, hats, worn)
    return {
        "title": line.ask,
        "action": line.label,
        "url": line.path,
        "context_text": _context(line, other),
        "when_text": _when(line, today),
        "is_late": line.is_late(today),
        "hat": other.seat_public_id if other else "",
    }


def _other_hat(line: Waiting, hats: dict[int, Actor], worn: Actor | None) -> Actor | None:
    """The hat for which a line is, when that is not the current one."""
    hat = hats.get(line.seat)
    return hat if hat and worn and hat.seat_id != worn.seat_id else None


def _context(line: Waiting, other: Actor | None) -> str:
    """The thing around a line, and the hat it is for."""
    as_hat = _("als %(hat)s") % {"hat": other.hat} if other else ""
    return " · ".join(part for part in (line.title, line.context, as_hat) if part)


def _when(line: Waiting, today: date) -> str:
    if line.due_on is None:
        return ""
    if line.is_late(today):
        return dates.days_left(line.due_on, today)
    return capfirst(dates.day_date(line.due_on))


def _promise(line: Waiting, hats: dict[int, Actor], worn: Actor | None, today: date) -> dict[str, Any]:
    due = dates.long_date(line.due_on) if line.due_on else ""
    late = dates.days_left(line.due_on, today) if line.due_on and line.is_late(today) else ""
    return {
        "id": line.target,
        "title": line.words,
        "context": _context(line, _other_hat(line, hats, worn)),
        "due": due,
        "late": late,
        "url": line.path,
    }


def _followed(line: Waiting) -> dict[str, str]:
    note = _("gebied") if line.kind == FOLLOWED_AREA.kind else stage_words(line.context)
    return {"title": line.title, "url": line.path, "note": note}
