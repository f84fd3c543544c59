"""Who may organise, propose, judge and type in; and what a valid ballot is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping

from middenstip.domain.areas.models import Area
from middenstip.domain.budgeting.lifecycle import (
    BASKET,
    CHOOSE,
    CLOSED,
    COUNTED_STATES,
    FEASIBLE,
    IDEAS,
    IN_THE_RULES,
    MOST_REPAIRS,
    POINTS,
    READABLE,
    REFUSED,
    RULES,
    VOTING,
    euro,
)
from middenstip.domain.budgeting.models import Assent, Budget, Plan
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import ADMIN, CONNECTOR, HANDLER
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import YES, Invalid, NotNow, Verdict, no, said

ORGANISERS = (CONNECTOR, HANDLER, ADMIN)
ONLY_ORGANISER = "Dit doet wie de begroting organiseert: de verbinder, de balie of de beheerder."


def may_organise(by: Doer | None, area: Area) -> Verdict:
    """A verbinder, a handler or an administrator of the area runs a budget there."""
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    if isinstance(by, Actor) and any(by.has_role(role, *codes) for role in ORGANISERS):
        return YES
    return no(ONLY_ORGANISER)


def may_read(by: Doer | None, budget: Budget) -> bool:
    """Everyone reads a budget with fixed rules; before that, who organises it or may say yes to it."""
    if budget.state in READABLE:
        return True
    return isinstance(by, Actor) and (bool(may_organise(by, budget.area)) or speaks_here(by, budget))


def speaks_here(by: Actor, budget: Budget) -> bool:
    """Whether the seat of this actor is in the gemeente of the budget. One query."""
    here = Seat.objects.filter(pk=by.seat_id, area__municipality=budget.municipality_id)
    return here.exists()


def may_agree(
    by: Actor, budget: Budget, seat: Seat, chairs: Collection[int] | None, given: Iterable[Assent]
) -> Verdict:
    """A seat says yes for its half, once. `chairs` are the seats at the table that decides, if any."""
    if seat.confirmed_at is None:
        return no("Nog niemand bevestigde dat jij voor deze helft spreekt.")
    if chairs is not None and seat.pk not in chairs:
        return no("Over deze spelregels beslist wie aan tafel zit.")
    if chairs is None and seat.area.municipality_id != budget.municipality_id:
        return no("Over deze spelregels beslist wie in dit gebied een zetel heeft.")
    for one in given:
        if one.half == seat.half:
            return no("Jouw helft zei al ja.")
        if one.person_id == by.person_id:
            return no("Je zei al ja, met een andere pet. Eén mens spreekt voor één helft.")
    return YES


def halves_without_yes(given: Iterable[Assent]) -> list[Half]:
    """The halves that did not say yes to the rules."""
    said_yes = {one.half for one in given}
    return [half for half in Half if half.value not in said_yes]


def mark_of(budget: Budget) -> str:
    """The checksum of the rules: the SHA-256 of their names and values, as JSON."""
    told = {name: f"{getattr(budget, name)}" for name in IN_THE_RULES}
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def check_unchanged(budget: Budget) -> None:
    """Raise `NotNow` when the rules are not those that the three halves agreed on."""
    if budget.state != RULES and budget.rules_mark != mark_of(budget):
        raise NotNow(
            "De spelregels zijn niet meer die waar de drie helften ja tegen zeiden. Vraag de beheerder wat er"
            " gebeurde."
        )


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


def may_go_on(by: Actor, plan: Plan) -> Verdict:
    """The owner goes on with a plan after the count, once: with the money or without."""
    if not is_owner(by.person_id, plan):
        return no("Alleen wie het plan indiende, gaat ermee verder.")
    if plan.budget.state not in COUNTED_STATES or plan.state != FEASIBLE:
        return no("Verdergaan kan na de uitslag, met een plan waarop mensen stemden.")
    if plan.agreement or (plan.initiative_id and plan.rank is None):
        return no("Dit plan gaat al verder, als initiatief.")
    if plan.is_hidden:
        return no("Deze tekst is verborgen. Lees bij het besluit waarom.")
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
