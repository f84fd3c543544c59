"""Every act locks in the order of docs/huis.md, so that no two wait for each other. Seen on PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from middenstip.domain.agreements import services as agreements
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import Change
from middenstip.journeys import (
    agree_goal,
    change_initiative,
    close_agreement,
    follow,
    leave,
    stop_initiative,
    take_part,
)
from middenstip.kernel import write as writing
from tests.cast import Cast, person, proposed, shared, signed, stops, submitted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time"),
]
ORDER = (
    "parties_person",
    "intake_case",
    "intake_action",
    "parties_membership",
    "goals_goal",
    "agreements_agreement",
    "initiatives_partner",
    "initiatives_numbering",
    "initiatives_initiative",
    "parties_follow",
)
LOCKS = re.compile(r'(?:UPDATE|DELETE FROM) "(\w+)"|SELECT .*? FROM "(\w+)".* FOR (?:NO KEY )?UPDATE', re.S)
HELP = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, list[str]]]]:
    """What each act locked, in its order: filled while the test runs."""
    seen: list[tuple[str, list[str]]] = []
    real = writing._in_one_transaction

    def watched(function: Any, args: Any, kwargs: Any) -> Any:
        locked: list[str] = []

        def note(execute: Any, sql: str, *rest: Any) -> Any:
            found = LOCKS.match(sql)
            table = found and (found[1] or found[2])
            if table in ORDER and table not in locked:
                locked.append(table)
            return execute(sql, *rest)

        seen.append((f"{function.__module__.rpartition('.')[2]}.{function.__name__}", locked))
        with connection.execute_wrapper(note):
            return real(function, args, kwargs)

    monkeypatch.setattr(writing, "_in_one_transaction", watched)
    yield seen
    wrong = {name: locked for name, locked in seen if locked != sorted(locked, key=ORDER.index)}
    # Unfollowing holds the person first, and so does whoever else locks what that person follows.
    wrong = {name: locked for name, locked in wrong.items() if name != "follow.unfollow_initiative"}
    assert wrong == {}


def test_from_idea_to_the_end(cast: Cast, acts: list[tuple[str, list[str]]]) -> None:
    agreement = signed(cast)
    agreements.keep_agreement(by=cast.marijke, agreement=agreement, at=cast.tick())
    initiative = Initiative.objects.select_related("area").get(pk=agreement.goal.initiative_id)
    told = {"outcome": "gelukt", "lesson": "Begin met de bodem.", "at": cast.tick()}
    close_agreement.finish(by=cast.marijke, initiative=initiative, **told)
    assert dict(acts)["close_agreement.finish"][-2:] == ["agreements_agreement", "initiatives_initiative"]


def test_a_table_that_is_left_and_stopped(cast: Cast, acts: list[tuple[str, list[str]]]) -> None:
    goal = proposed(cast)
    agree_goal.leave(by=cast.bas, goal=goal, at=cast.tick())
    stops(cast, Goal.objects.get(pk=goal.pk))


def test_an_idea_that_moves_and_stops(cast: Cast, acts: list[tuple[str, list[str]]]) -> None:
    goal = shared(cast)
    initiative = Initiative.objects.select_related("area", "municipality", "district").get()
    spot = initiatives.Spot(Area.objects.get(code="GM0150"))
    assert initiative.area.code != "GM0150"
    told = {"version": initiative.version, "at": cast.tick()}
    change_initiative.change(by=cast.marijke, initiative=initiative, change=Change(spot=spot), **told)
    assert Goal.objects.get(pk=goal.pk).area_id == spot.area.pk
    stop_initiative.stop(by=cast.marijke, initiative=initiative, lesson="Geen grond.", at=cast.tick())


def test_help_following_and_leaving(cast: Cast, acts: list[tuple[str, list[str]]]) -> None:
    initiative = submitted(cast)
    offer = initiatives.offer_help(by=cast.bas, initiative=initiative, **HELP, at=cast.tick())
    initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=cast.tick())
    take_part.end_help(by=cast.bas, partner=offer, at=cast.tick())
    for who in (cast.tarik, cast.bas):
        follow.follow_initiative(person=who.person_id, initiative=initiative, at=cast.tick())
    follow.unfollow_initiative(person=cast.bas.person_id, initiative=initiative)
    leave.erase(by=cast.tarik, person=person(cast.tarik), at=cast.tick())
    assert dict(acts)["leave.erase"] == [
        "parties_person",
        "parties_membership",
        "initiatives_initiative",
        "parties_follow",
    ]
