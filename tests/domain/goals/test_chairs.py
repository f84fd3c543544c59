"""Every request, invitation and link takes only steps of its lifecycle, and a chair needs one of them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import INVITATION, LINK, REQUEST
from middenstip.domain.goals.models import Chair, Goal, Invitation, Link, Request
from middenstip.domain.initiatives.models import Initiative
from middenstip.journeys import agree_goal, open_goal
from middenstip.kernel.verdict import Refused
from tests.cast import Cast, seat_of, supported, table

GUESTS = ("gerrit", "tarik", "yara")
ACTS = ("ask", "let_in", "refuse", "withdraw", "invite", "join", "decline", "take_back")
ACTS += ("link", "use", "leave", "wait")
KINDS = ((Request, REQUEST), (Invitation, INVITATION), (Link, LINK))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.sampled_from(ACTS), some.sampled_from(GUESTS)), max_size=16))
def test_after_any_sequence_a_chair_came_by_an_invitation_or_a_request(
    cast: Cast, moves: list[tuple[str, str]]
) -> None:
    goal = Goal.objects.first() or table(cast)
    with transaction.atomic():
        for what, who in moves:
            before = _states()
            try:
                with transaction.atomic():
                    _act(cast, goal, what, getattr(cast, who))
            except Refused:
                assert _states() == before
                continue
            for key, state in _states().items():
                kind = {model.__name__: steps for model, steps in KINDS}[key[0]]
                came = before.get(key, kind.start)
                assert came == state or (came, state) in {(a, b) for (a, _), b in kind.steps.items()}
        for name in GUESTS:
            seat = getattr(cast, name).seat_id
            if Chair.objects.filter(goal=goal, seat=seat, left_at=None).exists():
                let_in = Request.objects.filter(goal=goal, seat=seat, state="let_in")
                accepted = Invitation.objects.filter(goal=goal, seat=seat, state="accepted")
                assert let_in.exists() or accepted.exists()
        for link in Link.objects.all():
            assert link.uses.count() == link.used <= link.most
        transaction.set_rollback(True)


def _states() -> dict[tuple[str, int], str]:
    return {(m.__name__, pk): state for m, _ in KINDS for pk, state in m.objects.values_list("pk", "state")}  # type: ignore[attr-defined]


def _act(cast: Cast, goal: Goal, what: str, by: Any) -> None:
    at = cast.tick(days=9) if what == "wait" else cast.tick()
    asked = Request.objects.filter(goal=goal, seat=by.seat_id).order_by("-pk").first()
    invited = Invitation.objects.filter(goal=goal, seat=by.seat_id).order_by("-pk").first()
    link = Link.objects.order_by("-pk").first()
    if what == "ask":
        goals.ask_chair(by=by, goal=goal, at=at)
    elif what == "let_in" and asked:
        agree_goal.let_in(by=cast.bas, request=asked, at=at)
    elif what == "refuse" and asked:
        goals.refuse_chair(by=cast.ilse, request=asked, reply="Nu niet.", at=at)
    elif what == "withdraw" and asked:
        goals.withdraw_request(by=by, request=asked, at=at)
    elif what == "invite":
        goals.invite_seat(by=cast.bas, goal=goal, seat=seat_of(by), at=at)
    elif what == "join":
        agree_goal.join(by=by, goal=goal, at=at)
    elif what == "decline" and invited:
        goals.answer_invitation(by=by, invitation=invited, answer="not_now", at=at)
    elif what == "take_back" and invited:
        goals.withdraw_invitation(by=cast.bas, invitation=invited, at=at)
    elif what == "link":
        goals.make_link(by=cast.bas, goal=goal, most=2, at=at)
    elif what == "use" and link:
        agree_goal.accept_link(by=by, link=link, at=at)
    elif what == "leave":
        agree_goal.leave(by=by, goal=goal, at=at)
    elif what == "wait":
        goals.lapse_requests(at=at)
        goals.lapse_invitations(at=at)


@pytest.mark.parametrize(("reach", "expected"), [("", "wijk"), ("gemeente", "gemeente")])
@pytest.mark.parametrize("code", ["WK015014", "EIGEN-LETTELE"])
def test_a_table_is_for_the_people_of_its_area_or_a_wider_one(
    cast: Cast, code: str, reach: str, expected: str
) -> None:
    supported(cast)
    if code != "WK015014":
        Area.objects.filter(code="WK015014").update(kind="eigen", code=code)
    idea = Initiative.objects.select_related("area", "municipality", "district", "seat").get()
    told = {"title": "Een tafel", "question": "Waar?", "reach": reach}
    goal = open_goal.open_goal(by=cast.marijke, initiative=idea, **told, at=cast.tick())
    assert goal.reach == expected
