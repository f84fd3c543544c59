"""Gatherings on other pages: what comes, and the way to announce one."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from django.urls import reverse

from middenstip.domain.gatherings.selectors import coming_in, next_about
from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.kernel import clock
from middenstip.web.shared.gatherings import as_gatherings
from middenstip.web.shared.part import OnArea, OnGoal, OnInitiative, Part, RoomParts

SHOWN = 4
PLACE = 980  # near the end, above the way to give a signal


def on_initiative(page: OnInitiative) -> Iterator[Part]:
    """The way to its agenda, and for the initiator to announce and to invite. No query."""
    one = page.initiative
    if not one.submitted_at or one.is_hidden:
        return
    values = {"agenda": f"{reverse('gatherings:index')}?{urlencode({'initiatief': one.public_id})}"}
    values["invites"] = reverse("gatherings:invites", args=[one.public_id])
    if page.actor and is_initiator(page.actor.person_id, one) and STAGES.acts(one.stage):
        values["announce"] = f"{reverse('gatherings:new')}?{urlencode({'initiatief': one.public_id})}"
    yield Part("parts/gatherings/initiative.html", page.MAIN, PLACE, values)


def on_goal(page: OnGoal) -> Iterator[Part]:
    """The next gathering of the table, and the way to announce one. One query."""
    one = next_about(goal=page.goal, now=clock.now())
    values = {
        "gatherings": as_gatherings([one], page.today) if one else [],
        "announce": f"{reverse('gatherings:new')}?{urlencode({'opgave': page.goal.public_id})}"
        if page.sits
        else "",
    }
    if one or page.sits:
        yield Part("parts/gatherings/goal.html", page.MAIN, 15, values)


def on_area(page: OnArea) -> Iterator[Part]:
    """The first gatherings to come, and the way to be drawn for one. One query."""
    rows = coming_in(page.place.kind, page.place.codes, clock.now(), SHOWN)
    if rows:
        values = {
            "gatherings": as_gatherings(rows, page.today),
            "agenda": f"{reverse('gatherings:index')}?{urlencode({'gebied': page.place.code})}",
        }
        yield Part("parts/gatherings/area.html", page.WIDE, 4, values)
    url = f"{reverse('gatherings:willing')}?{urlencode({'gebied': page.place.code})}"
    yield Part("parts/gatherings/area_lot.html", page.WIDE, 5, {"url": url})


PARTS = RoomParts(on_initiative=on_initiative, on_goal=on_goal, on_area=on_area)
