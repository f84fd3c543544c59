"""One act begins while the transaction of another is open: they run in turn and leave nothing behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection, transaction

from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.matching.models import Introduction
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow, Membership, Person
from middenstip.journeys import (
    agree_goal,
    follow,
    leave,
    make_deal,
    move_goal,
    open_goal,
    stop_initiative,
    take_part,
)
from middenstip.kernel.half import Half, bits_of
from middenstip.kernel.verdict import Refused
from tests.cast import Cast, person, seat_of, submitted, supported, table
from tests.domain.matching.playing import met, place

ONE_WRITER = "on SQLite the second window waits until the first is done; PostgreSQL plays this"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason=ONE_WRITER),
]
Act = Callable[[], object]


def meanwhile(first: Act, second: Act) -> str:
    """Do `first`; before it commits, `second` begins. Returns the refusal of the second, "" without one."""
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


def test_a_table_opened_while_the_initiative_stops_ends_with_it(cast: Cast) -> None:
    initiative = supported(cast)
    told = {"by": cast.marijke, "initiative": initiative, "at": cast.tick()}
    stale = Initiative.objects.get()
    said = meanwhile(
        lambda: open_goal.open_goal(**told, title="Een bos", question="Waar?"),
        lambda: stop_initiative.stop(**told | {"initiative": stale}, lesson="Te nat."),
    )
    assert (said, Initiative.objects.get().stage, Goal.objects.get().state) == ("", "stopped", "stopped")


@pytest.mark.parametrize("is_first", [True, False])
def test_a_person_being_erased_cannot_join_a_table(cast: Cast, is_first: bool) -> None:
    goal, tarik, at = table(cast), person(cast.tarik), cast.tick()
    goals.use_link(by=cast.tarik, link=goals.make_link(by=cast.bas, goal=goal, most=1, at=at), at=at)
    acts: list[Act] = [
        lambda: leave.erase(by=cast.tarik, person=tarik, at=at),
        lambda: agree_goal.join(by=cast.tarik, goal=goal, at=at),
    ]
    said = meanwhile(*acts if is_first else reversed(acts))
    assert said == ("Je zit niet meer in deze zetel." if is_first else "")
    leave.clear_up(at=at)
    assert not Chair.objects.filter(seat=cast.tarik.seat_id, left_at=None).exists()


@pytest.mark.parametrize("is_first", [True, False])
def test_a_person_being_erased_cannot_offer_help(cast: Cast, is_first: bool) -> None:
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
def test_a_half_that_joins_a_table_while_its_help_ends_takes_part(cast: Cast, is_first: bool) -> None:
    goal, at = table(cast), cast.tick()
    assert goal.initiative
    agree_goal.leave(by=cast.bas, goal=goal, at=at)
    goals.invite_seat(by=cast.ilse, goal=goal, seat=seat_of(cast.bas), at=at)
    told = {"brings": "Bomen.", "gets": "", "fears": "", "has_read": True}
    offer = initiatives.offer_help(by=cast.bas, initiative=goal.initiative, **told, at=at)
    partner = initiatives.answer_help(by=cast.marijke, partner=offer, accept=True, at=at)
    acts: list[Act] = [
        lambda: agree_goal.join(by=cast.bas, goal=goal, at=at),
        lambda: take_part.end_help(by=cast.bas, partner=partner, at=at),
    ]
    assert meanwhile(*acts if is_first else reversed(acts)) == ""
    assert Initiative.objects.get().halves == bits_of(Half)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_yes_and_a_not_now_at_the_same_moment_give_one_answer(cast: Cast, is_first: bool) -> None:
    goal, at = table(cast), cast.tick()
    request = goals.ask_chair(by=cast.tarik, goal=goal, at=at)
    acts: list[Act] = [
        lambda: agree_goal.let_in(by=cast.bas, request=request, at=at),
        lambda: goals.refuse_chair(by=cast.ilse, request=request, reply="", at=at),
    ]
    said = meanwhile(*acts if is_first else reversed(acts))
    assert said.startswith("Dit kan nu niet.")
    assert Chair.objects.filter(seat=cast.tarik.seat_id, left_at=None).exists() == is_first


def test_the_last_two_yes_at_the_same_moment_stop_the_table_once(cast: Cast) -> None:
    goal, at = table(cast), cast.tick()
    motion = move_goal.move(by=cast.bas, goal=goal, reason="Het lukt niet.", at=at)
    said = meanwhile(
        lambda: move_goal.answer(by=cast.ilse, motion=motion, is_yes=True, at=at),
        lambda: move_goal.answer(by=cast.marijke, motion=motion, is_yes=True, at=at),
    )
    assert (said, Goal.objects.get().state) == ("", "stopped")


def test_a_link_for_one_takes_in_one_of_two_at_the_same_moment(cast: Cast) -> None:
    goal, at = table(cast), cast.tick()
    link = goals.make_link(by=cast.bas, goal=goal, most=1, at=at)
    said = meanwhile(
        lambda: agree_goal.accept_link(by=cast.gerrit, link=link, at=at),
        lambda: agree_goal.accept_link(by=cast.tarik, link=link, at=at),
    )
    assert said.endswith("opgebruikt.")
    assert Chair.objects.filter(left_at=None).count() == 4


def test_a_double_click_on_joining_creates_one_seat(cast: Cast) -> None:
    told = {"email": "fenna@example.org", "name": "Fenna", "at": cast.tick()}
    said = meanwhile(lambda: parties.register_person(**told), lambda: parties.register_person(**told))
    assert (said, Person.objects.filter(email="fenna@example.org").count()) == ("", 1)


@pytest.mark.parametrize("act", ["rename", "seat", "follow"])
@pytest.mark.parametrize("is_first", [True, False])
def test_another_window_of_an_erased_person_stores_nothing(cast: Cast, act: str, is_first: bool) -> None:
    """It would restore the name, follow, or take a seat without a person."""
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


def test_two_deals_about_one_offer_at_once_have_one_winner(cast: Cast) -> None:
    offer = place(cast, cast.gerrit, "Stoeptegels", is_offer=True)
    one, two = met(cast, cast.marijke, cast.gerrit, offer), met(cast, cast.bas, cast.gerrit, offer)
    told = {"what": "Ik haal ze op.", "due_on": cast.day(3), "at": cast.tick()}
    said = meanwhile(
        lambda: make_deal.agree(by=cast.marijke, introduction=one, **told),
        lambda: make_deal.agree(by=cast.bas, introduction=two, **told),
    )
    assert said == "Hierover is net iets afgesproken met een ander."
    assert sorted(Introduction.objects.values_list("state", flat=True)) == ["agreed", "declined"]
