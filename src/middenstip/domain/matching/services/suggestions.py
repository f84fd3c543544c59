"""Suggestions: made for the owners of two things that fit, and answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching import facts, rules
from middenstip.domain.matching.lifecycle import ANSWERS, MOST_A_WEEK
from middenstip.domain.matching.method import fitting_for, key_of, owner_of
from middenstip.domain.matching.models import Listing, Suggestion
from middenstip.domain.matching.selectors import new_since
from middenstip.domain.parties.models import Person
from middenstip.journal.record import record
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

WEEK = timedelta(days=7)
BEST = 5  # of what fits one thing
About = Listing | Initiative


@write
def make_suggestions(*, about: About, at: datetime) -> int:
    """Suggest what fits this to its owner, and this to the owners of that; returns how many are new.

    Nobody gets more than five new ones in a week. A pair that somebody answered does not come back.
    """
    made = 0
    mine: list[Suggestion] = []
    for other, candidate in fitting_for(about, timezone.localdate(at))[:BEST]:
        mine += _suggest(owner_of(about), about, other, candidate.reasons, at)
        theirs = _suggest(owner_of(other), other, about, candidate.reasons, at)
        made += len(theirs)
        _tell(theirs, at)
    _tell(mine, at)
    return made + len(mine)


@write
def answer_suggestion(*, by: Doer, suggestion: Suggestion, answer: str, at: datetime) -> Suggestion:
    """*Ja, breng ons in contact*, *nu niet* or *niet voor mij*; it is not shown again."""
    require(rules.may_reply(by, suggestion))
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies een van de drie."})
    held = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
    if held.answer and held.answer != answer:
        raise NotNow("Je hebt hier al op geantwoord.")
    suggestion.answer, suggestion.answered_at = answer, at
    return suggestion.store("answer", "answered_at")


def _suggest(
    person: int, own: About, other: About, reasons: list[dict[str, Any]], at: datetime
) -> list[Suggestion]:
    """The suggestion, when this pair is new to this person (a key) and they had fewer than five this week."""
    Person.objects.select_for_update(no_key=True).get(pk=person)  # counted by one at a time
    pair = f"{key_of(own)}>{key_of(other)}"
    if Suggestion.objects.filter(person=person, pair=pair).exists():
        return []
    if new_since(person, at - WEEK) >= MOST_A_WEEK:
        return []
    columns = {_column(own, "own_"): own, _column(other): other}
    return [Suggestion(person_id=person, pair=pair, reasons=reasons, made_at=at, **columns).store()]


def _tell(made: list[Suggestion], at: datetime) -> None:
    """One fact for all new suggestions of one person."""
    if made:
        first = made[0]
        about = first.own_listing or first.own_initiative
        assert about
        person = first.person.public_id
        told = facts.SuggestionMade(
            subject=first.public_id, person=person, count=len(made), **about.area.where
        )
        record(told, by=None, at=at)


def _column(about: About, prefix: str = "") -> str:
    return f"{prefix}{'listing' if isinstance(about, Listing) else 'initiative'}"
