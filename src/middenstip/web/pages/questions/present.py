"""A question with its answers as plain values for the template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.questions.face import ASKED, SAID
from middenstip.domain.questions.lifecycle import (
    CLOSED,
    CONTACT,
    EXAMPLE,
    KINDS,
    OFFER,
    QUESTION,
    REASSURANCE,
    TIP,
    WARNING,
    WITHDRAWN,
)
from middenstip.domain.questions.models import Answer, Line, Question
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared import dates
from middenstip.web.shared.questions import answered_words

ICONS = {
    TIP: "lamp",
    EXAMPLE: "lijkt",
    CONTACT: "praat",
    OFFER: "aanbod",
    WARNING: "let-op",
    REASSURANCE: "vink",
}


def head(question: Question, today: date) -> dict[str, Any]:
    """The four fields, who asked, and where it stands."""
    is_gone = question.state == WITHDRAWN
    about = question.initiative
    return {
        "question": question,
        "text": masked(question.text),
        "explanation": masked(question.explanation),
        "motivation": masked(question.motivation),
        "working_area": masked(question.place),
        "area": {"name": question.area.name, "url": path_to("area", question.area.code)},
        "who": question.person.shown_name,
        "seat": question.seat.label if question.seat else "",
        "half": question.seat.half if question.seat else "",
        "day": dates.short_date(question.asked_at, today),
        "iso": timezone.localdate(question.asked_at).isoformat(),
        "is_gone": is_gone,
        "is_hidden": question.is_hidden,
        "is_closed": question.state == CLOSED,
        "acts": QUESTION.acts(question.state),
        "stand": "" if is_gone else answered_words(question),
        "initiative": {"title": about.title, "url": path_to("initiative", about.public_id)}
        if about
        else None,
        "report": "" if is_gone or question.is_hidden else _report(ASKED.key, question.public_id),
    }


def as_answers(
    answers: Iterable[Answer], listed: Collection[int | None], today: date, reader: int | None
) -> list[dict[str, Any]]:
    """Values for `questions/_answers.html`; `listed` are the keys of answers on the reader's list."""
    return [
        {
            "id": one.public_id,
            "kind": _(KINDS[one.kind]).capitalize(),
            "icon": ICONS[one.kind],
            "text": masked(one.text),
            "who": one.person.shown_name,
            "place": one.seat.label if one.seat else "",
            "half": one.seat.half if one.seat else "",
            "day": dates.short_date(one.at, today),
            "iso": timezone.localdate(one.at).isoformat(),
            "helped": one.helped_at is not None,
            "is_listed": one.pk in listed,
            "is_hidden": one.is_hidden,
            "is_mine": one.person_id == reader,
            "report": "" if one.is_hidden else _report(SAID.key, one.public_id),
        }
        for one in answers
    ]


def fitting(answers: Sequence[Answer], half: str, title: str) -> list[Answer]:
    """The answers of a half, or of a function; "" is no choice."""
    return [
        one
        for one in answers
        if (not half or (one.seat and one.seat.half == half))
        and (not title or (one.seat and one.seat.title == title))
    ]


def facets(answers: Sequence[Answer], page: str, half: str, title: str) -> list[dict[str, Any]]:
    """The ways to choose: every half and function that answered, with its number; none for one answer."""
    seats = [one.seat for one in answers if one.seat]
    if len(answers) < 2 or not seats:
        return []
    halves, titles = Counter(seat.half for seat in seats), Counter(seat.title for seat in seats if seat.side)
    shown = [_facet(page, {}, _("Alles"), len(answers), not half and not title)]
    shown += [
        _facet(page, {"helft": one.value}, _(one.word), halves[one.value], half == one.value)
        for one in Half
        if halves[one.value]
    ]
    shown += [
        _facet(page, {"functie": name}, name, count, title == name) for name, count in sorted(titles.items())
    ]
    return shown


def as_lines(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The lines of the list to prepare with."""
    return [
        {
            "id": one.public_id,
            "text": one.text,
            "of": one.answer.person.shown_name if one.answer else "",
            "is_action": bool(one.action),
        }
        for one in lines
    ]


def _facet(page: str, choice: dict[str, str], label: str, count: int, is_chosen: bool) -> dict[str, Any]:
    url = f"{page}?{urlencode(choice)}#antwoorden" if choice else f"{page}#antwoorden"
    return {"url": url, "label": label, "count": count, "current": is_chosen}


def _report(key: str, code: str) -> str:
    return reverse("moderation:report", args=[key, code])
