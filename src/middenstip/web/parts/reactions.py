"""Reactions on the pages of an initiative and of a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.urls import reverse

from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.reactions.models import Reaction
from middenstip.domain.reactions.rules import may_react
from middenstip.domain.reactions.selectors import About, reactions_in, replies_to, talk_about
from middenstip.web.shared.part import OnGoal, OnInitiative, Part, RoomParts
from middenstip.web.shared.reaction_form import ReactionForm
from middenstip.web.shared.reactions import as_reactions, chips, waiting_words
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words

SHOWN = 5  # the latest reactions on the page of an initiative


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The latest reactions, how many wait for an answer, and the form to react."""
    initiative = page.initiative
    if initiative.stage == DRAFT:
        return
    here = reverse("reactions:of_initiative", args=[initiative.public_id])
    reader = page.actor.person_id if page.actor else None
    values = _latest(initiative, here, page.today, reader)
    yield Part("parts/reactions/initiative.html", page.MAIN, 75, values)


def on_goal(page: OnGoal) -> Iterator[Part]:
    """The latest reactions, and the way to react."""
    here = reverse("reactions:of_goal", args=[page.goal.public_id])
    yield Part("parts/reactions/goal.html", page.MAIN, 20, _latest(page.goal, here, page.today, None))


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal)


def _latest(about: About, here: str, today: date, reader: int | None) -> dict[str, Any]:
    talk = talk_about(about)
    rows: list[Reaction] = reactions_in(talk, reader=reader, limit=SHOWN) if talk.pk else []
    for row in rows:
        row.talk = talk
    can = may_react(talk)
    return {
        "waits": waiting_words(talk, today) if can else "",
        "chips": chips(talk, here, ""),
        "reactions": as_reactions(rows, replies_to(rows), today, reader),
        "here": here,
        "reaction_form": ReactionForm(),
        "why_not": in_words(can.reason),
        "login": with_next(reverse("account:join"), here),
        "count": sum(talk.numbers.values()),
        "is_more": sum(talk.numbers.values()) > len(rows),
    }
