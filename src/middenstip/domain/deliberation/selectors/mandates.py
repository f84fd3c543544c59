"""Queries about the mandate card, the win-win table and the equality meter of a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from middenstip.domain.deliberation.models import Condition, Gain, Mandate, MandateCheck, View
from middenstip.domain.goals.models import Goal, Letter, Version
from middenstip.kernel.half import Half


def mandate_of(goal: Goal) -> Mandate | None:
    """The card of this table; None when there is none. One query."""
    return Mandate.objects.select_related("promised_by__side__organisation").filter(goal=goal).first()


def checks_of(mandate: Mandate) -> dict[tuple[str, str], int]:
    """How often each half gave each answer. One query."""
    rows = MandateCheck.objects.filter(mandate=mandate).values("half", "answer").annotate(n=Count("*"))
    return {(row["half"], row["answer"]): row["n"] for row in rows}


def gains_of(goal: Goal) -> dict[str, Gain]:
    """The line of each half. One query."""
    return {one.half: one for one in Gain.objects.filter(goal=goal)}


@dataclass(frozen=True)
class Weight:
    """What one half has at a table: words written, proposals made, and asks without an answer."""

    half: str
    words: int
    proposals: int
    unanswered: int


def weights_at(goal: Goal) -> list[Weight]:
    """The equality meter: per half, never per person. Four queries.

    Words are those of the letters, the versions of the goal, and what was said in dialogues. Proposals are
    the versions. Unanswered asks are conditions of counted ballots that must be answered, and were not.
    """
    words: Counter[str] = Counter()
    proposals: Counter[str] = Counter()
    for half, text in Letter.objects.filter(goal=goal).values_list("seat__half", "text"):
        words[half] += len(text.split())
    for half, text in Version.objects.filter(goal=goal).values_list("by__half", "text"):
        words[half] += len(text.split())
        proposals[half] += 1
    for half, text in View.objects.filter(dialogue__goal=goal).values_list("attendee__half", "text"):
        words[half] += len(text.split())
    open_asks = Condition.objects.filter(ballot__goal=goal, must_answer=True, reply="")
    asks = Counter(open_asks.values_list("half", flat=True))
    return [Weight(half.value, words[half.value], proposals[half.value], asks[half.value]) for half in Half]
