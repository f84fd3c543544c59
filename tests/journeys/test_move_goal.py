"""A table is stopped, or a chair sent away, only by a yes of every half there, and it can be undone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.lifecycle import MOTION
from middenstip.domain.goals.models import Chair, Goal, Motion
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import FACILITATOR
from middenstip.domain.parties.selectors import hats_of_person
from middenstip.journeys import agree_goal, move_goal, open_goal, stop_initiative
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half, halves_of
from middenstip.kernel.verdict import Forbidden, Invalid, NotNow, Refused
from middenstip.kernel.write import write
from tests.cast import Cast, joins, person, proposed, shared, stops, supported, table

WHY = "We komen er niet uit."


def facilitator(cast: Cast) -> Actor:
    """Samira leads the talk."""
    parties.appoint(
        seat=Seat.objects.get(pk=cast.samira.seat_id), role=FACILITATOR, area=None, at=cast.tick()
    )
    return next(hat for hat in hats_of_person(person(cast.samira), cast.today))


def motion_to_stop(cast: Cast, goal: Goal) -> Motion:
    return move_goal.move(by=cast.bas, goal=goal, reason=WHY, at=cast.tick())


def state() -> tuple[str, str]:
    return Goal.objects.latest("pk").state, Initiative.objects.get().stage


def test_a_table_stops_only_when_every_half_says_yes(cast: Cast) -> None:
    goal = proposed(cast)
    motion = motion_to_stop(cast, goal)
    assert (motion.state, state()) == ("pending", ("proposed", "goal"))
    motion = move_goal.answer(by=cast.ilse, motion=motion, is_yes=True, at=cast.tick())
    assert (motion.state, state()) == ("pending", ("proposed", "goal"))
    motion = move_goal.answer(by=cast.marijke, motion=motion, is_yes=True, at=cast.tick())
    assert (motion.state, state()) == ("carried", ("stopped", "connecting"))


def test_a_stopped_table_goes_on_where_it_was_within_seven_days(cast: Cast) -> None:
    goal = proposed(cast)
    agree_goal.answer(by=cast.bas, goal=goal, number=1, answer="ja", at=cast.tick())
    before = Goal.objects.values("state", "halves_present", "halves_yes", "number").get()
    stops(cast, goal)
    assert halves_of(Initiative.objects.get().halves) == (Half.RESIDENTS,)
    cast.tick(days=6)
    move_goal.undo(by=cast.ilse, motion=Motion.objects.get(), at=cast.tick())
    assert Goal.objects.values("state", "halves_present", "halves_yes", "number").get() == before
    assert (Initiative.objects.get().stage, halves_of(Initiative.objects.get().halves)) == (
        "goal",
        tuple(Half),
    )
    with pytest.raises(NotNow):
        move_goal.undo(by=cast.ilse, motion=Motion.objects.get(), at=cast.tick())


def test_after_seven_days_a_stop_cannot_be_undone(cast: Cast) -> None:
    stops(cast, proposed(cast))
    cast.tick(days=7)
    with pytest.raises(NotNow, match="Die zijn voorbij"):
        move_goal.undo(by=cast.ilse, motion=Motion.objects.get(), at=cast.tick())


def test_a_table_is_not_resumed_beside_a_newer_one_or_after_the_initiative_ended(cast: Cast) -> None:
    stops(cast, proposed(cast))
    told = {"title": "Opnieuw", "question": "Waar?"}
    newer = open_goal.open_goal(by=cast.marijke, initiative=Initiative.objects.get(), **told, at=cast.tick())
    with pytest.raises(NotNow, match="een nieuwe tafel"):
        move_goal.undo(by=cast.ilse, motion=Motion.objects.get(), at=cast.tick())
    stops(cast, newer)
    stop_initiative.stop(by=cast.marijke, initiative=Initiative.objects.get(), lesson="Nat.", at=cast.tick())
    with pytest.raises(NotNow, match="afgesloten"):
        move_goal.undo(by=cast.ilse, motion=Motion.objects.earliest("pk"), at=cast.tick())


def test_the_facilitator_stops_a_table_with_a_reason(cast: Cast) -> None:
    goal, leader = proposed(cast), facilitator(cast)
    with pytest.raises(Invalid) as refused:
        move_goal.move(by=leader, goal=goal, reason=" ", at=cast.tick())
    assert refused.value.errors == {"reason": "Zeg in één zin waarom. De anderen lezen dit."}
    assert move_goal.move(by=leader, goal=goal, reason=WHY, at=cast.tick()).state == "carried"
    assert state() == ("stopped", "connecting")
    move_goal.undo(by=leader, motion=Motion.objects.get(), at=cast.tick())
    assert state() == ("proposed", "goal")


def test_the_facilitator_decides_a_motion_of_the_table(cast: Cast) -> None:
    goal, leader = proposed(cast), facilitator(cast)
    motion = motion_to_stop(cast, goal)
    assert move_goal.answer(by=leader, motion=motion, is_yes=True, at=cast.tick()).state == "carried"


def test_one_no_ends_a_motion_and_the_one_who_asked_withdraws_it(cast: Cast) -> None:
    goal = proposed(cast)
    motion = motion_to_stop(cast, goal)
    with pytest.raises(NotNow, match="ligt er al"):
        move_goal.move(by=cast.ilse, goal=goal, reason=WHY, at=cast.tick())
    assert move_goal.answer(by=cast.ilse, motion=motion, is_yes=False, at=cast.tick()).state == "refused"
    with pytest.raises(NotNow):
        move_goal.answer(by=cast.marijke, motion=motion, is_yes=True, at=cast.tick())
    motion = motion_to_stop(cast, goal)
    assert move_goal.answer(by=cast.bas, motion=motion, is_yes=False, at=cast.tick()).state == "withdrawn"


def test_a_motion_lapses_after_seven_days(cast: Cast) -> None:
    goal = proposed(cast)
    motion = motion_to_stop(cast, goal)
    cast.tick(days=7)
    with pytest.raises(NotNow, match="voorbij"):
        move_goal.answer(by=cast.ilse, motion=motion, is_yes=True, at=cast.tick())
    assert goals.lapse_motions(at=cast.tick()) == 1
    assert Motion.objects.get().state == "lapsed"


def test_a_shared_goal_cannot_be_stopped(cast: Cast) -> None:
    with pytest.raises(NotNow, match="alle drie de helften"):
        move_goal.move(by=cast.bas, goal=shared(cast), reason=WHY, at=cast.tick())


def test_a_chair_is_sent_away_and_brought_back(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.gerrit, goal)
    motion = move_goal.move(
        by=cast.bas, goal=goal, seat=cast.gerrit.seat_public_id, reason=WHY, at=cast.tick()
    )
    with pytest.raises(Forbidden, match="meetelt"):  # the chair it is about has no say in it
        move_goal.answer(by=cast.gerrit, motion=motion, is_yes=False, at=cast.tick())
    for by in (cast.ilse, cast.marijke):
        motion = move_goal.answer(by=by, motion=motion, is_yes=True, at=cast.tick())
    assert (motion.state, _sits(cast.gerrit)) == ("carried", False)
    with pytest.raises(Forbidden):
        move_goal.undo(by=cast.gerrit, motion=motion, at=cast.tick())
    move_goal.undo(by=cast.ilse, motion=motion, at=cast.tick())
    assert _sits(cast.gerrit)


def test_two_halves_cannot_send_the_third_away_but_the_facilitator_can(cast: Cast) -> None:
    goal, leader = table(cast), facilitator(cast)
    seat = cast.bas.seat_public_id
    with pytest.raises(NotNow, match="enige stoel van deze helft"):
        move_goal.move(by=cast.ilse, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    with pytest.raises(NotNow, match="je eigen stoel"):
        move_goal.move(by=cast.bas, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    with pytest.raises(NotNow, match="zit niet aan tafel"):
        move_goal.move(by=cast.ilse, goal=goal, seat=cast.tarik.seat_public_id, reason=WHY, at=cast.tick())
    motion = move_goal.move(by=leader, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    assert (state()[0], halves_of(Initiative.objects.get().halves)) == (
        "gathering",
        (Half.RESIDENTS, Half.GOVERNMENT),
    )
    move_goal.undo(by=leader, motion=motion, at=cast.tick())
    assert (state()[0], halves_of(Initiative.objects.get().halves)) == ("writing", tuple(Half))


def test_a_goal_shared_without_the_chair_that_comes_back_is_a_proposal_again(cast: Cast) -> None:
    goal = proposed(cast)
    joins(cast, cast.gerrit, goal)
    for by in (cast.marijke, cast.ilse, cast.bas):
        agree_goal.answer(by=by, goal=goal, number=1, answer="ja", at=cast.tick())
    leader = facilitator(cast)
    seat = cast.gerrit.seat_public_id
    motion = move_goal.move(by=leader, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    assert state() == ("shared", "agreements")
    move_goal.undo(by=leader, motion=motion, at=cast.tick())
    assert state() == ("proposed", "goal")


def test_a_chair_does_not_come_back_to_a_stopped_table_twice_or_without_a_person(cast: Cast) -> None:
    goal, leader = proposed(cast), facilitator(cast)
    joins(cast, cast.gerrit, goal)
    seat = cast.gerrit.seat_public_id
    motion = move_goal.move(by=leader, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    joins(cast, cast.gerrit, goal)
    with pytest.raises(NotNow, match="al weer aan tafel"):
        move_goal.undo(by=leader, motion=motion, at=cast.tick())
    agree_goal.leave(by=cast.gerrit, goal=goal, at=cast.tick())
    stop = move_goal.move(by=leader, goal=goal, reason=WHY, at=cast.tick())
    with pytest.raises(NotNow, match="Draai eerst dat terug"):
        move_goal.undo(by=leader, motion=motion, at=cast.tick())
    parties.leave_seat(
        person=person(cast.gerrit), seat=Seat.objects.get(pk=cast.gerrit.seat_id), at=cast.tick()
    )
    parties.leave_seat(
        person=person(cast.marijke), seat=Seat.objects.get(pk=cast.marijke.seat_id), at=cast.tick()
    )
    move_goal.undo(by=leader, motion=stop, at=cast.tick())
    assert not _sits(cast.marijke)  # she left while the table was stopped
    with pytest.raises(NotNow, match="zit niemand meer"):
        move_goal.undo(by=leader, motion=motion, at=cast.tick())


def test_stopping_lapses_unsigned_agreements_and_they_stay_lapsed(cast: Cast) -> None:
    goal = proposed(cast)
    stops(cast, goal)
    move_goal.undo(by=cast.bas, motion=Motion.objects.get(), at=cast.tick())
    assert not Agreement.objects.exists()


def test_a_table_without_an_initiative_is_stopped_and_resumed(cast: Cast) -> None:
    goal = proposed(cast)
    Goal.objects.update(initiative=None)
    stops(cast, Goal.objects.get(pk=goal.pk))
    move_goal.undo(by=cast.bas, motion=Motion.objects.get(), at=cast.tick())
    assert Goal.objects.get().state == "proposed"


def test_a_chair_that_is_back_is_not_let_in_again(cast: Cast) -> None:
    goal, leader = proposed(cast), facilitator(cast)
    joins(cast, cast.gerrit, goal)
    seat = cast.gerrit.seat_public_id
    motion = move_goal.move(by=leader, goal=goal, seat=seat, reason=WHY, at=cast.tick())
    request = goals.ask_chair(by=cast.gerrit, goal=goal, at=cast.tick())
    move_goal.undo(by=leader, motion=motion, at=cast.tick())
    with pytest.raises(NotNow, match="zit al aan tafel"):
        agree_goal.let_in(by=cast.bas, request=request, at=cast.tick())


def test_a_resumed_table_waits_for_the_half_that_left_meanwhile(cast: Cast) -> None:
    goal, leader = table(cast), facilitator(cast)
    motion = move_goal.move(by=leader, goal=goal, reason=WHY, at=cast.tick())
    parties.leave_seat(
        person=person(cast.marijke), seat=Seat.objects.get(pk=cast.marijke.seat_id), at=cast.tick()
    )
    move_goal.undo(by=leader, motion=motion, at=cast.tick())
    assert state()[0] == "gathering"


def test_an_initiator_alone_in_an_unconfirmed_seat_stops_the_table_at_once(cast: Cast) -> None:
    idea = supported(cast)
    area = Area.objects.get(code="WK015014")
    seat = parties.own_seat(person=person(cast.marijke), half=Half.BUSINESS, area=area, at=cast.tick())
    shop = next(hat for hat in hats_of_person(person(cast.marijke), cast.today) if hat.seat_id == seat.pk)
    told = {"title": "Een bos", "question": "Waar?"}
    goal = open_goal.open_goal(by=shop, initiative=idea, **told, at=cast.tick())
    assert (goal.halves_present, halves_of(Initiative.objects.get().halves)) == (0, (Half.RESIDENTS,))
    assert move_goal.move(by=shop, goal=goal, reason=WHY, at=cast.tick()).state == "carried"


MOVES = some.lists(
    some.tuples(
        some.sampled_from(["move", "yes", "no", "undo", "wait"]),
        some.sampled_from(["marijke", "ilse", "bas", "gerrit", "tarik"]),
    ),
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_after_any_sequence_a_stopped_table_had_the_yes_of_every_seat(
    cast: Cast, moves: list[tuple[str, str]]
) -> None:
    goal = _played(cast)
    for what, who in moves:
        by, last = getattr(cast, who), Motion.objects.filter(goal=goal).order_by("-pk").first()
        before = (last.state if last else "", Goal.objects.get(pk=goal.pk).state)
        try:
            _act(cast, goal, last, what, by)
        except Refused:
            assert (last.state if last else "", Goal.objects.get(pk=goal.pk).state) == before
            continue
        for motion in Motion.objects.filter(goal=goal, state="carried"):
            said = set(motion.consents.values_list("seat", flat=True))
            assert said == {cast.marijke.seat_id, cast.ilse.seat_id, cast.bas.seat_id}
        if last:
            now = Motion.objects.get(pk=last.pk).state
            assert now == last.state or (last.state, now) in _steps()
    Motion.objects.filter(goal=goal).delete()


def _played(cast: Cast) -> Goal:
    found = Goal.objects.first()
    if found is None:
        return proposed(cast)
    Goal.objects.update(state="proposed")
    Initiative.objects.update(stage="goal")
    return Goal.objects.get()


def _act(cast: Cast, goal: Goal, last: Motion | None, what: str, by: Actor) -> None:
    if what == "wait":
        cast.tick(days=1)
    elif what == "move":
        _in_one(lambda: move_goal.move(by=by, goal=goal, reason=WHY, at=cast.tick()))
    elif last and what == "undo":
        _in_one(lambda: move_goal.undo(by=by, motion=last, at=cast.tick()))
    elif last:
        _in_one(lambda: move_goal.answer(by=by, motion=last, is_yes=what == "yes", at=cast.tick()))


def _in_one(act: object) -> None:
    write(act)()  # type: ignore[arg-type]


def _steps() -> set[tuple[str, str]]:
    return {(before, after) for (before, _), after in MOTION.steps.items()}


def _sits(actor: Actor) -> bool:
    return Chair.objects.filter(seat=actor.seat_id, left_at=None).exists()
