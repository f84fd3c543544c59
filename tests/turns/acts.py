"""The acts of the whole chain by name, so that they can be played in any order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from middenstip.domain.agreements import services as agreements
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.goals import services as goals
from middenstip.domain.goals.models import Goal, Motion
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.models import Case
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Grant, Seat
from middenstip.journeys import (
    agree_goal,
    assess_initiative,
    close_agreement,
    leave,
    move_goal,
    open_goal,
    sign_agreement,
    stop_initiative,
    submit_initiative,
)
from middenstip.kernel.verdict import NotNow
from tests.cast import Cast, joins, person, seat_of

Move = tuple[str, str]  # act, person
THREE = ("marijke", "ilse", "bas")
STORY: list[Move] = [
    ("submit", "marijke"),
    ("take", "samira"),
    ("confirm", "samira"),
    ("confirm", "marijke"),
    ("help", "samira"),
    ("open", "marijke"),
    ("join", "ilse"),
    ("join", "bas"),
    *(("write", who) for who in THREE),
    ("reveal", "ilse"),
    ("propose", "bas"),
    *(("yes", who) for who in THREE),
    ("promise", "ilse"),
    *(("sign", who) for who in THREE),
    ("keep", "marijke"),
    ("finish", "marijke"),
]
OTHERS: list[Move] = [
    ("confirm", "marijke"),
    ("no_box", "samira"),
    ("note", "samira"),
    ("take", "ilse"),
    ("search", "yara"),
    ("lose_role", "samira"),
    ("lose_role", "yara"),
    ("open_standing", "yara"),
    ("open_standing", "samira"),
    *((what, who) for what in ("join", "leave", "unless", "no", "yes") for who in (*THREE, "gerrit")),
    ("propose", "ilse"),
    ("stop_table", "bas"),
    ("ask", "tarik"),
    *(("agree_to_stop", who) for who in THREE),
    ("undo_stop", "ilse"),
    ("promise", "bas"),
    ("change", "ilse"),
    ("withdraw", "ilse"),
    ("miss", "ilse"),
    ("stop", "marijke"),
    ("go", "marijke"),
    ("go", "gerrit"),
    ("get_up", "bas"),
    ("get_up", "ilse"),
    ("wait", "tarik"),
]


class World:
    """One initiative of Marijke, as it is now."""

    def __init__(self, cast: Cast, initiative: Initiative) -> None:
        self.cast, self.key, self.public_id = cast, initiative.pk, initiative.public_id

    @property
    def initiative(self) -> Initiative:
        people = ("area", "municipality", "district", "seat", "initiator", "connector")
        return Initiative.objects.select_related(*people).get(pk=self.key)

    @property
    def case(self) -> Case:
        return _there(Case.objects.select_related("initiative__area").filter(initiative=self.key).first())

    @property
    def goal(self) -> Goal:
        return _there(Goal.objects.filter(initiative=self.key).order_by("-pk").first())

    @property
    def agreement(self) -> Agreement:
        return _there(Agreement.objects.filter(initiative=self.key).order_by("-pk").first())

    def act(self, what: str, who: str) -> Callable[[], object]:
        """The act, to call inside a `write`. Raises `Refused` when it is not allowed now."""
        by, at = getattr(self.cast, who), self.cast.tick()
        return lambda: ACTS[what](self, by, at)


def _there(found: Any) -> Any:
    if found is None:
        raise NotNow("Dit is er nog niet.")
    return found


def _decide(world: World, by: Any, at: Any, outcome: str, connector: Seat | None = None) -> object:
    told = {"outcome": outcome, "answer": "Ja.", "connector": connector}
    return assess_initiative.decide(by=by, case=world.case, **told, at=at)


def _open(world: World, by: Any, at: Any, sit_down: bool) -> object:
    told = {"title": "Een voedselbos", "question": "Waar?", "sit_down": sit_down}
    return open_goal.open_goal(by=by, initiative=world.initiative, **told, at=at)


def _answer(world: World, by: Any, at: Any, answer: str) -> object:
    goal, why = world.goal, "Een bankje."
    return agree_goal.answer(by=by, goal=goal, number=goal.number, answer=answer, condition=why, at=at)


def _motion(world: World) -> Motion:
    return _there(Motion.objects.filter(goal=world.goal).order_by("-pk").first())


def _agree_to_stop(world: World, by: Any, at: Any) -> object:
    return move_goal.answer(by=by, motion=_motion(world), is_yes=True, at=at)


def _promise(world: World, by: Any, at: Any) -> object:
    """Ilse promises it to Marijke, Bas and Marijke to Ilse; the third of them signs too."""
    cast = world.cast
    to = cast.marijke if by == cast.ilse else cast.ilse
    third = next(one for one in (cast.bas, cast.marijke) if one not in (by, to))
    name = by.name.split()[0]
    told = {"what": f"De grond is schoon ({name}).", "due_on": cast.day(100)}
    return agreements.propose_agreement(
        by=by,
        goal=world.goal,
        promisor=seat_of(by),
        promisee=seat_of(to),
        also_sign=[seat_of(third)],
        **told,
        at=at,
    )


def _change(world: World, by: Any, at: Any) -> object:
    one, day = world.agreement, world.cast.day(90)
    told = {"what": "De grond is droog.", "due_on": day, "conditions": "", "number": one.number}
    return agreements.change_agreement(by=by, agreement=one, **told, at=at)


def _withdraw(world: World, by: Any, at: Any) -> object:
    return agreements.withdraw_agreement(by=by, agreement=world.agreement, at=at)


def _sign(world: World, by: Any, at: Any) -> object:
    one = world.agreement
    return sign_agreement.sign(by=by, agreement=one, number=one.number, at=at)


def _lose_role(world: World, by: Any, at: Any) -> object:
    grants = Grant.objects.filter(seat=by.seat_id, until_on=None)
    return [parties.end_role(by=world.cast.noor, grant=grant, at=at) for grant in grants]


def _go(world: World, by: Any, at: Any) -> object:
    leave.erase(by=by, person=person(by), at=at)
    return leave.clear_up(at=at)


def _get_up(world: World, by: Any, at: Any) -> object:
    parties.leave_seat(person=person(by), seat=seat_of(by), at=at)
    return leave.clear_up(at=at)


def _propose(world: World, by: Any, at: Any) -> object:
    goal = world.goal
    return agree_goal.propose(by=by, goal=goal, text=f"Doel {at}", number=goal.number, at=at)


ACTS: dict[str, Callable[[World, Any, Any], object]] = {
    "submit": lambda w, by, at: submit_initiative.submit(by=by, initiative=w.initiative, at=at),
    "take": lambda w, by, at: assess_initiative.take(by=by, case=w.case, at=at),
    "confirm": lambda w, by, at: intake.confirm_start(by=by, case=w.case, at=at),
    "note": lambda w, by, at: intake.write_note(
        by=by, case=w.case, text="We spraken.", next_step="Bel de buren", at=at
    ),
    "help": lambda w, by, at: _decide(w, by, at, "support"),
    "no_box": lambda w, by, at: _decide(w, by, at, "no_box", seat_of(w.cast.yara)),
    "search": lambda w, by, at: assess_initiative.take_search(by=by, case=w.case, at=at),
    "lose_role": _lose_role,
    "open": lambda w, by, at: _open(w, by, at, True),
    "open_standing": lambda w, by, at: _open(w, by, at, False),
    "join": lambda w, by, at: joins(w.cast, by, w.goal, at),
    "leave": lambda w, by, at: agree_goal.leave(by=by, goal=w.goal, at=at),
    "write": lambda w, by, at: goals.write_letter(by=by, goal=w.goal, text="Groen.", at=at),
    "reveal": lambda w, by, at: goals.reveal_letters(by=by, goal=w.goal, at=at),
    "propose": _propose,
    "yes": lambda w, by, at: _answer(w, by, at, "ja"),
    "unless": lambda w, by, at: _answer(w, by, at, "tenzij"),
    "no": lambda w, by, at: _answer(w, by, at, "nee"),
    "stop_table": lambda w, by, at: move_goal.move(by=by, goal=w.goal, reason="Het lukt niet.", at=at),
    "ask": lambda w, by, at: goals.ask_chair(by=by, goal=w.goal, at=at),
    "agree_to_stop": _agree_to_stop,
    "undo_stop": lambda w, by, at: move_goal.undo(by=by, motion=_motion(w), at=at),
    "promise": _promise,
    "change": _change,
    "withdraw": _withdraw,
    "sign": _sign,
    "keep": lambda w, by, at: agreements.keep_agreement(by=by, agreement=w.agreement, at=at),
    "miss": lambda w, by, at: agreements.miss_agreement(by=by, agreement=w.agreement, why_not="Nat.", at=at),
    "finish": lambda w, by, at: close_agreement.finish(
        by=by, initiative=w.initiative, outcome="gelukt", lesson="Begin klein.", at=at
    ),
    "stop": lambda w, by, at: stop_initiative.stop(by=by, initiative=w.initiative, lesson="Nat.", at=at),
    "go": _go,
    "get_up": _get_up,
    "wait": lambda w, by, at: w.cast.tick(days=101),
}
