"""Every place that shows whose turn it is gives the same answer.

Along the chain, in the demo and in random sequences of acts the seats of each turn equal the seats with a row
in *Mijn*, and the pages of the initiative, the thing, the desk and *Mijn* show the same ask.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import Phase, given, note, seed
from hypothesis import settings as play_with
from hypothesis import strategies as st

from middenstip.demo.history import play
from middenstip.demo.management.commands.demo import AREA
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import working
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.kernel.write import write
from tests.cast import Cast, draft, seat_of
from tests.demo.test_demo import NOW
from tests.turns.acts import OTHERS, STORY, THREE, Move, World
from tests.turns.agreement import (
    assert_pages_agree,
    assert_seats_agree,
    said_by_rooms,
    said_by_rows,
    turns_around,
    turns_beside,
)
from tests.web.at_the_door import walk_in

MOVES = 4
SIGNING: list[Move] = [("sign", who) for who in THREE]
# The starting points of the random sequences: steps of the story so far, and the acts after them.
STARTS: dict[str, tuple[int, list[Move]]] = {
    "draft": (0, []),
    "submitted": (1, []),
    "taken": (2, []),
    "half confirmed": (3, []),
    "started": (4, []),
    "answered": (5, []),
    "no box": (4, [("no_box", "samira")]),
    "opened": (6, []),
    "opened by the desk": (5, [("open_standing", "samira")]),
    "writing": (8, []),
    "written": (11, []),
    "revealed": (12, []),
    "proposed": (13, []),
    "one unless": (15, [("unless", "bas")]),
    "one silent": (15, []),
    "shared": (16, []),
    "to sign": (17, []),
    "promised": (20, []),
    "kept": (21, []),
    "due": (20, [("wait", "tarik")]),
    "receiver gone": (16, [("promise", "bas"), *SIGNING, ("get_up", "ilse"), ("wait", "tarik")]),
    "promisor gone": (16, [("promise", "marijke"), *SIGNING, ("go", "marijke")]),
}
COURSES = int(os.environ.get("COURSES", "400"))  # in total; `make courses` plays two thousand


@pytest.fixture
def world(cast: Cast) -> World:
    """An idea of Marijke. Tarik is a colleague at the desk who only reads."""
    deventer = Area.objects.get(code="GM0150")
    parties.appoint(seat=seat_of(cast.tarik), role=HANDLER, area=deventer, at=cast.tick())
    return World(cast, draft(cast))


def clients_of(cast: Cast) -> dict[int, Client]:
    """Browsers of the cast, a visitor (0) and a colleague at the desk (-1)."""
    people = ("marijke", "bas", "ilse", "samira", "yara", "gerrit")
    found = {getattr(cast, name).person_id: walk_in(getattr(cast, name)) for name in people}
    return found | {0: walk_in(None), -1: walk_in(cast.tarik)}


def walk_in_as(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client


def go_on(world: World, *moves: Move) -> None:
    for what, who in moves:
        write(world.act(what, who))()


@pytest.mark.parametrize("start", STARTS)
def test_seats_and_rows_agree_in_random_sequences_of_acts(world: World, start: str) -> None:
    length, more = STARTS[start]
    go_on(world, *STORY[:length], *more)
    begin, clients = world.cast.at, clients_of(world.cast)
    story = STORY[length:]

    @seed(2026)
    @play_with(
        max_examples=COURSES // len(STARTS),
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
    )
    @given(st.binary(min_size=2 * MOVES, max_size=2 * MOVES))
    def course(drawn: bytes) -> None:
        world.cast.at, ahead = begin, iter(story)
        with transaction.atomic():
            for first, second in zip(drawn[::2], drawn[1::2], strict=True):
                by_story = next(ahead, None) if first % 2 else None
                what, who = by_story or OTHERS[second % len(OTHERS)]
                note(f"{what} by {who}")
                try:
                    write(world.act(what, who))()
                except Refused:
                    continue
                check(world, clients)
            transaction.set_rollback(True)

    check(world, clients)
    course()


SEEN: set[tuple[Any, ...]] = set()  # the situations of which this process has checked the pages


def check(world: World, clients: dict[int, Client]) -> None:
    """Check seats and rows always; the pages only in a new situation."""
    today = world.cast.today
    there = Initiative.objects.filter(public_id=world.public_id)
    if not there.exclude(stage="draft", initiator__erased_at__isnull=False).exists():
        return  # the worker deletes the draft of a person who left
    turns = assert_seats_agree(world.public_id, today)
    met = tuple(sorted((turn.act, len(turn.seats), turn.person > 0, turn.due is None) for turn in turns))
    if met not in SEEN:
        with clock.frozen(world.cast.at):
            assert_pages_agree(world.public_id, today, clients)
        SEEN.add(met)


def test_all_agree_at_every_step_of_the_chain(world: World) -> None:
    clients = clients_of(world.cast)
    for move in STORY:
        go_on(world, move)
        assert_seats_agree(world.public_id, world.cast.today)
        with clock.frozen(world.cast.at):
            assert_pages_agree(world.public_id, world.cast.today, clients)


@pytest.mark.django_db
def test_all_agree_in_the_demo(settings: Any) -> None:
    settings.PAGE_SIZE = 100  # all cases on one page of the inbox
    call_command("import_areas", compact=AREA, only="GM0150", active=True, verbosity=0)
    assert play(NOW) == 26
    today, asked, rows = timezone.localdate(NOW), set(), set()
    people = Person.objects.filter(email__isnull=False)
    clients = {one.pk: walk_in_as(one) for one in people} | {0: walk_in(None)}
    clients[-1] = clients[working(HANDLER, today).values_list("person", flat=True)[0]]
    for initiative in Initiative.objects.order_by("pk"):
        around = turns_around(initiative.public_id, today)[1]
        asked |= said_by_rooms([*around, *turns_beside(initiative.public_id, today)])
        with clock.frozen(NOW):
            assert_pages_agree(initiative.public_id, today, clients)
    for one in people:
        rows |= said_by_rows(one.pk, today)
    assert asked == rows
