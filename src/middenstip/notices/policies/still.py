"""What is too late to tell, because the post comes round after the fact.

No mail asks for what can't be done any more, or says what is no longer so and no later mail takes back.
"""

from __future__ import annotations

from middenstip.domain.goals.lifecycle import FINISHED, GOAL, NO, SHARED, UNLESS
from middenstip.domain.goals.lifecycle import PROPOSED as ON_THE_TABLE
from middenstip.domain.goals.models import Answer, Chair
from middenstip.domain.initiatives.lifecycle import HELP, STAGES
from middenstip.domain.intake.lifecycle import ACTION, CASE
from middenstip.domain.intake.rules import has_question
from middenstip.domain.projects.lifecycle import AGREEMENT
from middenstip.notices.dossier import Dossier


def idea_runs(dossier: Dossier) -> bool:
    return dossier.initiative is not None and bool(STAGES.acts(dossier.initiative.stage))


def is_still_chosen(dossier: Dossier) -> bool:
    """The place, or whether to earn money, is as this fact says."""
    said = dossier.entry.data.items()
    return idea_runs(dossier) and all(getattr(dossier.initiative, key) == value for key, value in said)


def offer_waits(dossier: Dossier) -> bool:
    return idea_runs(dossier) and _helps(dossier, HELP.start)


def takes_part(dossier: Dossier) -> bool:
    return _helps(dossier, "accepted")


def _helps(dossier: Dossier, state: str) -> bool:
    if dossier.initiative is None or dossier.named_seat is None:
        return False
    return dossier.initiative.partners.filter(seat=dossier.named_seat, state=state).exists()


def is_connector(dossier: Dossier) -> bool:
    return dossier.initiative is not None and dossier.initiative.connector == dossier.named_seat


def nobody_took_it(dossier: Dossier) -> bool:
    return dossier.case is not None and dossier.case.state == CASE.start


def case_runs(dossier: Dossier) -> bool:
    return dossier.case is not None and bool(CASE.acts(dossier.case.state))


def is_handler(dossier: Dossier) -> bool:
    return dossier.case is not None and case_runs(dossier) and dossier.case.handler == dossier.named_seat


def action_is_open(dossier: Dossier) -> bool:
    return dossier.action is not None and dossier.action.state == ACTION.start


def is_asked_to_carry(dossier: Dossier) -> bool:
    action = dossier.action
    if action is None or not action_is_open(dossier):
        return False
    return action.asked == dossier.named_seat and has_question(action, dossier.on)


def table_runs(dossier: Dossier) -> bool:
    return dossier.goal is not None and dossier.goal.state not in GOAL.ends


def is_left_empty(dossier: Dossier) -> bool:
    """Nobody sits there any more, and the seat of this fact was the last."""
    if dossier.goal is None or not table_runs(dossier):
        return False
    chairs = dossier.goal.chairs.all()
    is_empty = not chairs.filter(left_at=None).exists()
    return is_empty and chairs.latest("left_at", "pk").seat == dossier.named_seat


def is_invited(dossier: Dossier) -> bool:
    """Who was asked did not come yet: with the chair the invitation goes."""
    if dossier.goal is None or not table_runs(dossier):
        return False
    return dossier.goal.invitations.filter(seat=dossier.named_seat).exists()


def version_waits(dossier: Dossier) -> bool:
    return _is_last_version(dossier, ON_THE_TABLE)


def is_shared(dossier: Dossier) -> bool:
    return _is_last_version(dossier, SHARED, FINISHED)


def no_stands(dossier: Dossier) -> bool:
    """It was a nee to the version on the table, it is that one still, and who said it still sits there."""
    answer = dossier.entry.data.get("answer")
    if answer not in (UNLESS, NO) or not version_waits(dossier):
        return False
    sits = Chair.objects.filter(goal=dossier.goal, seat=dossier.named_seat, left_at=None)
    last = Answer.objects.filter(version__goal=dossier.goal, version__number=dossier.entry.data["number"])
    return last.filter(seat__in=sits.values("seat"), answer=answer).exists()


def _is_last_version(dossier: Dossier, *states: str) -> bool:
    goal = dossier.goal
    return goal is not None and goal.state in states and goal.number == dossier.entry.data["number"]


def text_waits(dossier: Dossier) -> bool:
    """This text of the agreement, the first or a changed one, is the one to sign."""
    agreement = dossier.agreement
    if agreement is None or agreement.state != AGREEMENT.start:
        return False
    return bool(agreement.number == dossier.entry.data.get("number", 1))
