"""Who may organise, propose, judge and type in; and what a valid ballot is."""

from __future__ import annotations

from collections.abc import Mapping

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting.lifecycle import (
    BASKET,
    CHOOSE,
    CLOSED,
    COUNTED_STATES,
    IDEAS,
    MOST_REPAIRS,
    POINTS,
    READABLE,
    REFUSED,
    RULES,
    VOTING,
    euro,
)
from middenstip.domain.budgeting.models import Budget, Plan
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.rules import ADMIN, CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Invalid, Verdict, no, said

ORGANISERS = (CONNECTOR, HANDLER, ADMIN)
ONLY_ORGANISER = "Dit doet wie de begroting organiseert: de verbinder, de balie of de beheerder."


def may_organise(by: Doer | None, area: Area) -> Verdict:
    """A verbinder, a handler or an administrator of the area runs a budget there."""
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    if isinstance(by, Actor) and any(by.has_role(role, *codes) for role in ORGANISERS):
        return YES
    return no(ONLY_ORGANISER)


def may_read(by: Doer | None, budget: Budget) -> bool:
    """Everyone reads a budget once its rules are fixed; before that, who organises it."""
    return budget.state in READABLE or bool(may_organise(by, budget.area))


def may_propose(budget: Budget) -> Verdict:
    """Everyone who is logged in proposes plans, while they are collected."""
    if budget.state == IDEAS:
        return YES
    if budget.state == RULES:
        return no("De spelregels liggen nog niet vast. Plannen indienen kan daarna.")
    return no("Plannen indienen kan niet meer.")


def may_link(by: Doer, initiative: Initiative) -> Verdict:
    """A plan belongs to an initiative of the proposer."""
    if is_initiator(by.person_id, initiative):
        return YES
    return no("Dit initiatief is niet van jou. Kies er een van jezelf.")


def is_owner(person: int | None, plan: Plan) -> bool:
    """Whether the person with this key proposed it. None is a visitor."""
    return person is not None and person == plan.person_id


def may_change(by: Doer, plan: Plan) -> Verdict:
    """The owner changes a plan; after a no, once."""
    if not is_owner(by.person_id, plan):
        return no("Alleen wie het plan indiende, verandert het.")
    if plan.is_hidden:
        return no("Deze tekst is verborgen. Lees bij het besluit waarom.")
    if plan.state == REFUSED and plan.repairs >= MOST_REPAIRS:
        return no("Je plan is al een keer hersteld. Nog een keer kan niet.")
    return YES


def may_withdraw(by: Doer, plan: Plan) -> Verdict:
    """The owner withdraws a plan, until people vote."""
    if not is_owner(by.person_id, plan):
        return no("Alleen wie het plan indiende, trekt het in.")
    if plan.budget.state in (VOTING, CLOSED, *COUNTED_STATES):
        return no("Er wordt al gestemd. Intrekken kan niet meer.")
    return YES


def may_judge(by: Doer, plan: Plan) -> Verdict:
    """Only the seat that the rules name judges, and never its own plan."""
    if not isinstance(by, Actor) or by.seat_id != plan.budget.checker_id:
        return no("Haalbaarheid beoordeelt alleen de functie die in de spelregels staat.")
    if is_owner(by.person_id, plan):
        return no("Je eigen plan beoordeelt een ander.")
    return YES


def is_paper_time(budget: Budget) -> Verdict:
    """Paper ballots are typed in while people vote, and until the count."""
    if budget.state in (VOTING, CLOSED):
        return YES
    return no("Papieren stembiljetten typ je in vanaf de opening tot de telling.")


def check_choices(budget: Budget, costs: Mapping[int, int], choices: Mapping[int, int]) -> None:
    """Raise `Invalid` unless this is a ballot by the rules. `costs` are the plans that can be chosen."""
    unknown = [number for number in choices if number not in costs]
    if unknown:
        raise Invalid({"": said("Plan %(number)s staat niet op het stembiljet.", number=unknown[0])})
    if any(points < 1 for points in choices.values()):
        raise Invalid({"": "Geef een plan één punt of meer, of laat het leeg."})
    if budget.kind == CHOOSE and len(choices) > budget.most:
        text = "Je koos %(chosen)s plannen. Kies er hoogstens %(most)s."
        raise Invalid({"": said(text, chosen=len(choices), most=budget.most)})
    if budget.kind == POINTS and (given := sum(choices.values())) > budget.most:
        text = "Je gaf %(given)s punten. Geef er samen hoogstens %(most)s."
        raise Invalid({"": said(text, given=given, most=budget.most)})
    if budget.kind == BASKET and (over := sum(costs[one] for one in choices) - budget.amount) > 0:
        text = "Je mandje is %(over)s te vol. Haal er eerst iets uit."
        raise Invalid({"": said(text, over=euro(over))})
