"""The questions of the hall as plain values, for the phone, the host and the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.gatherings.lifecycle import (
    ANNOUNCED,
    ANSWERED,
    CODE,
    HALL,
    HEARD,
    LEFT,
    LISTENING,
    ON_TABLE,
    OUT,
    PAST,
    SUMMED,
    WAITS,
)
from middenstip.domain.gatherings.models import Gathering, HallQuestion, NoteLine
from middenstip.domain.gatherings.rules import asks_now, may_confirm, types_cards_now
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.pages.gatherings.hall_forms import DifferForm, HideForm, SumUpForm
from middenstip.web.pages.gatherings.present import BECAME
from middenstip.web.shared.share import qr_code
from middenstip.web.shared.words import thousands

ON_SCREEN, BESIDE_LONG = 5, 3  # waiting questions on the projector; fewer beside a long one on the table
LONG = 80  # characters; smaller letters on the projector
LINES_ON_SCREEN = 6
MOST_SHARED, NEWEST = 20, 10  # waiting questions on a phone, unless it asks for all
STEPS = ("table", "back", "answer")


@dataclass(frozen=True)
class Hall:
    """What was read for the page: the gathering, its questions, and what this phone or host may do."""

    one: Gathering
    questions: list[HallQuestion]
    marks: Mapping[int, bool]
    hosts: bool
    now: datetime
    refused: Any = None
    shows_all: bool = True

    @property
    def is_open(self) -> bool:
        return bool(asks_now(self.one, self.now))

    def waiting(self) -> list[HallQuestion]:
        """What waits: for a phone the most shared, the newest, and its own."""
        rows = [one for one in self.questions if one.state == WAITS]
        if self.hosts or self.shows_all or len(rows) <= MOST_SHARED + NEWEST:
            return rows
        newest = {one.pk for one in sorted(rows, key=lambda one: one.pk)[-NEWEST:]} | set(self.marks)
        return rows[:MOST_SHARED] + [one for one in rows[MOST_SHARED:] if one.pk in newest]

    @property
    def listens(self) -> bool:
        return self.one.kind == LISTENING


def hall_values(hall: Hall) -> dict[str, Any]:
    """Values for `gatherings/hall.html`."""
    return {
        "is_open": hall.is_open,
        "why_not": _(asks_now(hall.one, hall.now).reason) if not hall.is_open else "",
        "listens": hall.listens,
        "is_host": hall.hosts,
        "groups": _groups(hall),
        "more": sum(one.state == WAITS for one in hall.questions) - len(hall.waiting()),
        "can_type": hall.hosts and bool(types_cards_now(hall.one, hall.now)),
        "has_screen": hall.one.state == ANNOUNCED or bool(hall.questions),
    }


def _groups(hall: Hall) -> list[dict[str, Any]]:
    """The questions by how they stand, the table first. A group without questions is left out."""
    rows = [one for one in hall.questions if one.state != WAITS] + hall.waiting()
    groups = (
        ("op-tafel", _("Nu op tafel"), (ON_TABLE,)),
        ("samengevat", _("Klopt deze samenvatting?"), (SUMMED,)),
        ("wachten", _("Deze vragen wachten") if hall.is_open else _("Bleven liggen"), (WAITS,)),
        ("beantwoord", _("Beantwoord"), (ANSWERED,)),
        ("gehoord", _("Gehoord, en het klopt"), (HEARD,)),
        ("verborgen", _("Verborgen"), (OUT,)),
    )
    found = [
        {
            "id": key,
            "title": title,
            "is_table": key == "op-tafel",
            "questions": [hall_line(hall, one) for one in rows if one.state in states],
        }
        for key, title, states in groups
    ]
    return [group for group in found if group["questions"]]


def hall_line(hall: Hall, one: HallQuestion) -> dict[str, Any]:
    """One question, with what this reader can do."""
    is_own = hall.marks.get(one.pk) is True
    acts = HALL.acts(one.state) if hall.is_open else ()
    can_confirm = "agree" in acts and bool(may_confirm(one, is_own, hall.hosts))
    can_hide = hall.hosts and HALL.allows(one.state, "hide")
    can_sum = hall.hosts and hall.listens and "sum_up" in acts
    return {
        "id": one.public_id,
        "text": masked(one.text),
        "is_long": len(one.summary or one.text) > LONG,
        "half": one.half,
        "on_card": one.on_card,
        "shared": _shared(one),
        "is_own": is_own,
        "is_shared": hall.marks.get(one.pk) is False,
        "can_echo": "echo" in acts and one.pk not in hall.marks and not hall.hosts,
        "steps": _steps(hall, one, acts),
        "can_note": hall.hosts and one.state != OUT and one.line_id is None and _writes(hall),
        "is_noted": one.line_id is not None,
        "can_show": hall.hosts and one.state == OUT,
        "why_hidden": masked(one.why_hidden),
        "summary": masked(one.summary),
        "reply": masked(one.reply),
        "can_confirm": can_confirm,
        "is_heard_aloud": can_confirm and not is_own,
        "hide_form": _form(HideForm, hall, one) if can_hide else None,
        "sum_form": _form(SumUpForm, hall, one, summary=one.summary) if can_sum else None,
        "differ_form": _form(DifferForm, hall, one) if can_confirm else None,
    }


def _writes(hall: Hall) -> bool:
    """Notes are written from the beginning of the gathering until the follow-up day."""
    return hall.one.state in (ANNOUNCED, "held") and hall.one.starts_at <= hall.now


def _steps(hall: Hall, one: HallQuestion, acts: Iterable[str]) -> list[dict[str, str]]:
    words = {"table": _("Leg op tafel"), "back": _("Terug bij wat wacht"), "answer": _("Beantwoord")}
    possible = [step for step in STEPS if hall.hosts and step in acts]
    return [
        {"step": step, "label": words[step]} for step in possible if not (hall.listens and step == "answer")
    ]


def _form(kind: Any, hall: Hall, one: HallQuestion, **start: str) -> Any:
    refused = hall.refused
    if isinstance(refused, kind) and refused.question == one:
        return refused
    return kind(question=one, initial=start)


def _shared(one: HallQuestion) -> str:
    """*Ook de vraag van 3 anderen*; "" when nobody said so."""
    if not one.echoes:
        return ""
    words = ngettext("Ook de vraag van %(count)s ander", "Ook de vraag van %(count)s anderen", one.echoes)
    return words % {"count": thousands(one.echoes)}


def left_behind(questions: Iterable[HallQuestion]) -> list[dict[str, str]]:
    """What nobody came to, for the notes."""
    return [
        {"text": masked(one.text), "half": one.half, "shared": _shared(one)}
        for one in questions
        if one.state in LEFT
    ]


def ways(one: Gathering) -> dict[str, Any]:
    """The address that people type to ask, and the code that they scan."""
    short = reverse("gatherings:hall_code", args=[one.public_id[:CODE]])
    whole = f"{settings.SITE_URL}{reverse('gatherings:hall', args=[one.public_id])}"
    return {
        "ask_host": settings.SITE_URL.partition("://")[2],
        "ask_path": short.rstrip("/"),
        "ask_qr": qr_code(whole, _("QR-code om een vraag te stellen")),
    }


def screen_values(hall: Hall, lines: Iterable[NoteLine]) -> dict[str, Any]:
    """Values for `gatherings/screen.html`. The notes are for the end."""
    is_past = hall.one.state in PAST
    waiting = [one for one in hall.questions if one.state == WAITS]
    table = next((one for one in hall.questions if one.state == ON_TABLE), None)
    summed = [one for one in hall.questions if one.state == SUMMED]
    shown = next((hall_line(hall, one) for one in (table, *summed[-1:]) if one), None)
    most = BESIDE_LONG if is_past or (shown and shown["is_long"]) else ON_SCREEN
    return {
        "is_open": hall.is_open,
        "why_not": _(asks_now(hall.one, hall.now).reason) if not hall.is_open else "",
        "table": shown if table else None,
        "summed": None if table else shown,
        "waiting": [
            {"text": masked(one.text), "number": thousands(one.echoes + 1)} for one in waiting[:most]
        ],
        "is_short": most == BESIDE_LONG,
        "more": max(0, len(waiting) - most),
        "lines": [
            {"text": masked(line.text), "became": _(BECAME[line.noun]) if line.noun else ""}
            for line in (list(lines)[-LINES_ON_SCREEN:] if is_past else [])
        ],
        "halves": [
            {"half": half, "number": hall.one.coming.get(half, 0) + hall.one.walked_in.get(half, 0)}
            for half in Half
        ],
    }
