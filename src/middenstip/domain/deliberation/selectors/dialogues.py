"""Queries about a dialogue: who is there, what was said, and the answers."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Max

from middenstip.domain.deliberation.models import Attendee, Dialogue, Recognised, Stance, View
from middenstip.domain.goals.models import Goal

_TABLE = ("goal__initiative", "goal__area__district", "goal__municipality", "area")
_GOAL = (*_TABLE, "led_by__side__organisation")


def dialogue_by_id(public_id: str) -> Dialogue | None:
    """One dialogue with its goal and who leads it; None when there is none. One query."""
    return Dialogue.objects.select_related(*_GOAL).filter(public_id=public_id).first()


def dialogues_of(goal: Goal, limit: int) -> list[Dialogue]:
    """The newest dialogues of this table, newest first. One query."""
    return list(Dialogue.objects.filter(goal=goal).select_related(*_GOAL).order_by("-pk")[:limit])


def hold_dialogue(dialogue: Dialogue) -> Dialogue:
    """The dialogue as it is now, locked."""
    return Dialogue.objects.select_for_update(of=("self",)).select_related(*_GOAL).get(pk=dialogue.pk)


def attendees_of(dialogue: Dialogue) -> list[Attendee]:
    """Everybody who took part, by number. One query."""
    return list(Attendee.objects.filter(dialogue=dialogue).order_by("number"))


def attendee_in(dialogue: Dialogue, seats: Collection[int]) -> Attendee | None:
    """The one that sits in one of these seats (keys). One query."""
    return Attendee.objects.filter(dialogue=dialogue, seat__in=seats).first()


def attendee_with(dialogue: Dialogue, number: int) -> Attendee | None:
    return Attendee.objects.filter(dialogue=dialogue, number=number).first()


def next_attendee(dialogue: Dialogue) -> int:
    """The number for who comes in now."""
    highest: int | None = Attendee.objects.filter(dialogue=dialogue).aggregate(n=Max("number"))["n"]
    return (highest or 0) + 1


def views_in(dialogue: Dialogue) -> list[View]:
    """Everything that was said, in order. One query."""
    return list(View.objects.filter(dialogue=dialogue).order_by("pk"))


def view_by_id(dialogue: Dialogue, public_id: str) -> View | None:
    return View.objects.filter(dialogue=dialogue, public_id=public_id).first()


def recognised_in(dialogue: Dialogue) -> list[Recognised]:
    """Every recognition in this dialogue. One query."""
    return list(Recognised.objects.filter(view__dialogue=dialogue).order_by("pk"))


def stances_in(dialogue: Dialogue) -> list[Stance]:
    """The answers of every round. One query."""
    return list(Stance.objects.filter(dialogue=dialogue).order_by("round", "attendee__number"))


def stance_by_key(dialogue: Dialogue, key: int) -> Stance | None:
    return Stance.objects.filter(dialogue=dialogue, pk=key, round=dialogue.round).first()
