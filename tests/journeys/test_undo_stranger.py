"""The stranger: a new account sits, posts two hundred times, and all of it is undone in one act."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.lifecycle import PENDING
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.moderation.models import Sweep
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import agree_goal, move_goal, submit_initiative, undo_stranger
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.hidden import HIDDEN
from middenstip.kernel.verdict import Forbidden, NotNow, Refused
from tests.cast import Cast, joins, moderator, proposed
from tests.notices.ears import heard, post
from tests.web.at_the_door import page, walk_in

WHY = {"rule": "reclame", "reason": "Dit is reclame.", "days": 30}


def stranger(cast: Cast) -> Actor:
    """A new account with a seat of its own in Lettele."""
    at = cast.tick()
    person = parties.register_person(email="vreemd@demo.middenstip.example", name="V", at=at)
    village = Area.objects.select_related("municipality", "district").get(code="WK015014")
    parties.own_seat(person=person, half=Half.RESIDENTS, area=village, at=at)
    return hats_of_person(person, cast.today)[0]


def spam(cast: Cast, by: Actor, times: int) -> int:
    """Submit ideas, as often as the platform lets them; returns how many."""
    done = 0
    for number in range(times):
        with suppress(Refused):
            submit_initiative.tell(
                initiator=Person.objects.get(pk=by.person_id),
                half=Half.RESIDENTS,
                area=Area.objects.select_related("municipality", "district").get(code="WK015014"),
                texts={"title": f"Koop {number}", "what": f"Nu goedkoop: nummer {number}.", "why": ""},
                reins={},
                at=cast.tick(seconds=1),
            )
            done += 1
    return done


def test_all_that_a_stranger_did_is_undone_in_one_act_and_can_be_put_back(cast: Cast) -> None:
    yara = moderator(cast, cast.yara)
    goal = proposed(cast)
    street = (goal.state, goal.initiative and goal.initiative.title)
    v = stranger(cast)
    with pytest.raises(Refused):
        agree_goal.join(by=v, goal=goal, at=cast.tick())
    joins(cast, v, goal)
    motion = move_goal.move(by=v, goal=goal, reason="Koop bij mij.", at=cast.tick())
    assert motion.state == PENDING  # alone, a stranger stops no table
    assert spam(cast, v, 200) == 20
    person = Person.objects.get(pk=v.person_id)
    city = Area.objects.get(code="GM0150")

    sweep = undo_stranger.sweep(by=yara, person=person, area=city, **WHY, at=cast.tick())
    post(cast)
    assert len(sweep.texts) == 20
    assert not Chair.objects.filter(seat=v.seat_id, left_at=None).exists()
    mine = Initiative.objects.filter(initiator=person)
    assert {one.title for one in mine} == {HIDDEN}
    assert [one.title for one in Initiative.objects.public()] == ["Voedselbos Lettele"]
    assert "Koop" not in page(walk_in(None), "/initiatieven/")
    assert "goedkoop" not in walk_in(None).get("/api/v1/initiatieven").content.decode()
    goal = Goal.objects.get(pk=goal.pk)
    assert (goal.state, goal.initiative and goal.initiative.title) == street
    assert heard(v)[-1] == "Een moderator verborg wat je plaatste"
    with pytest.raises(Forbidden, match="Je hebt pauze"):
        submit_initiative.tell(
            initiator=person,
            half=Half.RESIDENTS,
            area=Area.objects.get(code="WK015014"),
            texts={"title": "Nog een", "what": "Koop.", "why": ""},
            reins={},
            at=cast.tick(),
        )

    undo_stranger.undo(by=yara, sweep=sweep, at=cast.tick())
    post(cast)
    assert Initiative.objects.public().filter(initiator=person).count() == 20
    assert heard(v)[-1] == "Je teksten staan er weer"
    with pytest.raises(NotNow, match="al teruggedraaid"):
        undo_stranger.undo(by=yara, sweep=sweep, at=cast.tick())


def test_only_a_moderator_sweeps_another_person_and_undoes_it_within_a_week(cast: Cast) -> None:
    yara, city = moderator(cast, cast.yara), Area.objects.get(code="GM0150")
    other = Person.objects.get(pk=cast.gerrit.person_id)
    with pytest.raises(Forbidden, match="moderator van dit gebied"):
        undo_stranger.sweep(by=cast.bas, person=other, area=city, **WHY, at=cast.tick())
    me = Person.objects.get(pk=yara.person_id)
    with pytest.raises(NotNow, match="jezelf"):
        undo_stranger.sweep(by=yara, person=me, area=city, **WHY, at=cast.tick())
    sweep = undo_stranger.sweep(by=yara, person=other, area=city, **WHY, at=cast.tick())
    with pytest.raises(Forbidden, match="moderator van dit gebied"):
        undo_stranger.undo(by=cast.bas, sweep=sweep, at=cast.tick())
    with pytest.raises(Forbidden, match="zeven dagen"):
        undo_stranger.undo(by=yara, sweep=sweep, at=cast.at + timedelta(days=8))
    assert Sweep.objects.get().undone_at is None


def test_a_text_that_is_hidden_or_gone_already_is_left_alone(cast: Cast) -> None:
    yara, city = moderator(cast, cast.yara), Area.objects.get(code="GM0150")
    v = stranger(cast)
    assert spam(cast, v, 2) == 2
    person = Person.objects.get(pk=v.person_id)
    first = undo_stranger.sweep(by=yara, person=person, area=city, **WHY, at=cast.tick())
    second = undo_stranger.sweep(by=yara, person=person, area=city, **WHY, at=cast.tick())
    assert (len(first.texts), second.texts) == (2, [])
    Sweep.objects.filter(pk=first.pk).update(texts=[["nieuws", "99"], ["weg", "1"], *first.texts])
    first.refresh_from_db()
    undo_stranger.undo(by=yara, sweep=first, at=cast.tick())
    assert Initiative.objects.public().count() == 2
