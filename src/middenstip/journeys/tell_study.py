"""An initiative that ended becomes a case study: five answers, and the rest from its own record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone, translation

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives.lifecycle import STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.learning import rules
from middenstip.domain.learning import services as learning
from middenstip.domain.learning.lifecycle import FAILED, size_of
from middenstip.domain.learning.models import LONG, MIDDLE, CaseStudy
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import sitting_in
from middenstip.domain.reports.selectors.story import whole_story_of
from middenstip.domain.reports.selectors.taking_part import (
    TAKES_PART,
    halves_taking_part,
    seats_taking_part,
)
from middenstip.kernel.actor import Actor
from middenstip.kernel.turn import short
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write

QUESTIONS = ("how", "broke_where", "broke_cost", "broke_now", "visit")
MOST_LINES = 15
ENDS = {"done": "gedaan", "not_met": "niet gehaald"}


@write
def begin(*, by: Actor, initiative: Initiative, answers: Mapping[str, str], at: datetime) -> CaseStudy:
    """The draft of the author, filled from the journal. Asked again, it is the same draft."""
    require(rules.may_begin(by, initiative))
    known = CaseStudy.objects.select_for_update(of=("self",)).filter(initiative=initiative).first()
    if known:
        return known
    people = _people(initiative, at)
    texts = {name: answers.get(name, "") for name in QUESTIONS} | {
        "title": initiative.title,
        "place": initiative.area.name,
        "what": _without_names(_what(initiative), initiative, people),
        "agreements_used": _agreements(initiative),
        "broke_now": answers.get("broke_now", "") or initiative.lesson,
    }
    choices = {
        "outcome": initiative.outcome or FAILED,
        "size": size_of(initiative.area.inhabitants),
        "origin_half": initiative.origin_half,
        "halves": halves_taking_part(initiative),
        "licence": "by",
    }
    study = learning.begin_study(
        by=by, texts=texts, choices=choices, area=initiative.area, initiative=initiative, at=at
    )
    learning.ask_voices(study=study, people=people, at=at)
    return study


def _what(initiative: Initiative) -> str:
    """The plan, and below it what happened, oldest first."""
    with translation.override("nl"):
        lines = whole_story_of(initiative.public_id, MOST_LINES)
    story = [f"{timezone.localdate(one.at):%d-%m-%Y}: {one.text}" for one in reversed(lines)]
    ends = initiative.stage == STOPPED and initiative.lesson
    told = [initiative.what, "Zo ging het:", *story, *([initiative.lesson] if ends else [])]
    return "\n".join(told)[:LONG]


def _without_names(text: str, initiative: Initiative, people: list[tuple[Person, Seat | None]]) -> str:
    """The text with a function for every name: people decide about their own name."""
    text = text.replace(initiative.initiator.shown_name, "De initiatiefnemer")
    for person, seat in people:
        text = text.replace(person.shown_name, f"Iemand ({seat.title})" if seat else "Iemand")
    return text[:LONG]


def _agreements(initiative: Initiative) -> str:
    rows = Agreement.objects.filter(initiative=initiative, state__in=ENDS, hidden__isnull=True)
    told = rows.order_by("due_on", "pk").values_list("what", "state")[:MOST_LINES]
    return "\n".join(f"{short(what)} ({ENDS[state]})" for what, state in told)[:MIDDLE]


def _people(initiative: Initiative, at: datetime) -> list[tuple[Person, Seat | None]]:
    """Everyone who took part, each once, except the initiator who writes it."""
    today = timezone.localdate(at)
    seats = {
        seat.pk: seat for part in TAKES_PART for seat in seats_taking_part(part, initiative.public_id, today)
    }
    found: dict[int, tuple[Person, Seat | None]] = {}
    for pk, people in sitting_in(list(seats), today).items():
        for person in people:
            if person.pk != initiative.initiator_id:
                found.setdefault(person.pk, (person, seats[pk]))
    return list(found.values())
