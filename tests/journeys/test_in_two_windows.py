"""One act begins while the transaction of another is still open: they take turns, nothing is left over."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection, transaction

from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.journeys import agree_goal, follow, leave, open_goal, stop_initiative, take_part
from middenstip.kernel.half import Half, bits_of
from middenstip.kernel.verdict import Refused
from tests.cast import Cast, person, submitted, supported, table

ONE_WRITER = "on SQLite the second window waits until the first is done; PostgreSQL plays this"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason=ONE_WRITER),
]
Act = Callable[[], object]


def meanwhile(first: Act, second: Act) -> str:
    """Do `first`; before it is kept, `second` begins. What the second is told: "" when it was done."""
    said = []

    def other() -> None:
        try:
            second()
            said.append("")
        except Refused as refusal:
            said.append(refusal.reason)
        finally:
            connection.close()

    thread = threading.Thread(target=other)
    with transaction.atomic():
        first()
        thread.start()
        time.sleep(0.3)
    thread.join()
    return said[0]


def test_a_table_that_is_opened_while_the_initiative_stops_ends_with_it(cast: Cast) -> None:
    initiative = supported(cast)
    told = {"by": cast.marijke, "initiative": initiative, "at": cast.tick()}
    stale = Initiative.objects.get()
    said = meanwhile(
        lambda: open_goal.open_goal(**told, title="Een bos", question="Waar?"),
        lambda: stop_initiative.stop(**told | {"initiative": stale}, lesson="Te nat."),
    )
    assert (said, Initiative.objects.get().stage, Goal.objects.get().state) == ("", "stopped", "stopped")


@pytest.mark.parametrize("is_first", [True, False])
def test_nobody_is_wiped_and_sits_down(cast: Cast, is_first: bool) -> None:
    goal, tarik, at = table(cast), person(cast.tarik), cast.tick()
    acts: list[Act] = [
        lambda: leave.erase(by=cast.tarik, person=tarik, at=at),
        lambda: agree_goal.join(by=cast.tarik, goal=goal, at=at),
    ]
    said = meanwhile(*acts if is_first else reversed(acts))
    assert said == ("Je zit niet meer in deze zetel." if is_first else "")
    leave.clear_up(at=at)
    assert not Chair.objects.filter(seat=cast.tarik.seat, left_at=None).exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_nobody_is_wiped_and_offers_help(cast: Cast, is_first: bool) -> None:
    initiative, tarik, at = submitted(cast), person(cast.tarik), cast.tick()
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    acts: list[Act] = [
        lambda: leave.erase(by=cast.tarik, person=tarik, at=at),
        lambda: initiatives.offer_help(by=cast.tarik, initiative=initiative, **told, at=at),
    ]
    meanwhile(*acts if is_first else reversed(acts))
    leave.clear_up(at=at)
    assert not Partner.objects.filter(state="offered").exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_a_half_that_comes_and_goes_at_once_is_there(cast: Cast, is_first: bool) -> None:
    goal, at = table(cast), cast.tick()
    assert goal.initiative
    agree_goal.leave(by=cast.bas, goal=goal, at=at)
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=goal.initiative, **told, at=at)
    partner = initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=at)
    acts: list[Act] = [
        lambda: agree_goal.join(by=cast.bas, goal=goal, at=at),
        lambda: take_part.end_help(by=cast.bas, partner=partner, at=at),
    ]
    assert meanwhile(*acts if is_first else reversed(acts)) == ""
    assert Initiative.objects.get().halves == bits_of(Half)


def test_who_clicks_twice_on_joining_is_one_person(cast: Cast) -> None:
    told = {"email": "fenna@example.org", "name": "Fenna", "at": cast.tick()}
    said = meanwhile(lambda: parties.register_person(**told), lambda: parties.register_person(**told))
    assert (said, Person.objects.filter(email="fenna@example.org").count()) == ("", 1)


@pytest.mark.parametrize("act", ["rename", "seat", "follow"])
@pytest.mark.parametrize("is_first", [True, False])
def test_nothing_of_who_is_wiped_comes_back(cast: Cast, act: str, is_first: bool) -> None:
    """Another window would put the name back, follow, or take a seat for nobody."""
    initiative, tarik, at = submitted(cast), person(cast.tarik), cast.tick()
    acts: dict[str, Act] = {
        "rename": lambda: parties.rename_person(by=cast.tarik, name="Tarik", at=at),
        "seat": lambda: parties.own_seat(
            person=person(cast.tarik), half=Half.BUSINESS, area=initiative.area, at=at
        ),
        "follow": lambda: follow.follow_initiative(person=tarik.pk, initiative=initiative, at=at),
    }
    wipe = partial(leave.erase, by=cast.tarik, person=tarik, at=at)
    said = meanwhile(wipe, acts[act]) if is_first else meanwhile(acts[act], wipe)
    assert said == ("Je gegevens zijn gewist." if is_first else "")
    assert Person.objects.get(pk=tarik.pk).name == ""
    assert not Membership.objects.filter(person=tarik, until_on=None).exists()
    assert not Follow.objects.filter(person=tarik).exists()
