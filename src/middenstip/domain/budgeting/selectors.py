"""Queries about budgets, plans, codes and ballots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.budgeting.lifecycle import (
    CLOSED,
    COUNTED_STATES,
    FEASIBLE,
    PROPOSED,
    REFUSED,
    RULES,
    VOTING,
)
from middenstip.domain.budgeting.models import Assent, Ballot, Budget, Code, Outcome, PaperBallot, Plan
from middenstip.domain.goals.lifecycle import GOAL
from middenstip.domain.goals.models import Chair, Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import seats_with_role
from middenstip.kernel import clock, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import ALPHABET

CODE_LENGTH = 12
_AROUND = ("area", "area__municipality", "area__district", "seat", "checker__side__organisation", "goal")


def budget_by_id(public_id: str) -> Budget | None:
    """One budget with its area and checker; None when there is none. One query."""
    return Budget.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def budgets(
    *, area: Area | None = None, after: tuple[datetime, int] | None = None, limit: int
) -> list[Budget]:
    """Budgets with fixed rules, newest first, from a place in the list. One query."""
    rows = Budget.objects.public().select_related("area")
    if area:
        rows = rows.filter(area=area)
    if after:
        at, pk = after
        rows = rows.filter(Q(drafted_at__lt=at) | Q(drafted_at=at, pk__lt=pk))
    return list(rows.order_by("-drafted_at", "-pk")[:limit])


def budget_rows(before: int | None, limit: int) -> list[Budget]:
    """Budgets with fixed rules for the API, newest first; `before` is the last key shown. One query."""
    rows = Budget.objects.public().select_related("area")
    if before:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-pk")[:limit])


def assents_to(budget: Budget) -> list[Assent]:
    """The halves that said yes to the rules, with their seats. One query."""
    return list(
        Assent.objects.filter(budget=budget).select_related("seat__side__organisation").order_by("pk")
    )


def drafts_for(person: int, by: Actor | None) -> list[Budget]:
    """Rules that are not fixed: of a person (a key), and waiting for the half of a seat. One query."""
    mine = Q(person=person)
    if by:
        here = Q(municipality__in=Seat.objects.filter(pk=by.seat_id).values("area__municipality"))
        sits = Q(goal=None) | Q(goal__in=Chair.objects.filter(seat=by.seat_id, left_at=None).values("goal"))
        mine |= here & sits & ~Q(assents__half=by.half)
    return list(Budget.objects.filter(mine, state=RULES).order_by("-drafted_at")[:20])


def tables_near(area: Area) -> list[Goal]:
    """The running tables in the gemeente of this area, newest first. One query."""
    rows = Goal.objects.filter(municipality=area.municipality or area).exclude(state__in=GOAL.ends)
    return list(rows.order_by("-opened_at", "-pk")[:100])


def earlier_votes(budget: Budget) -> list[Budget]:
    """Counted votes in the same gemeente, to try the rules on, newest first. One query."""
    rows = Budget.objects.filter(
        municipality=budget.municipality_id, state__in=COUNTED_STATES, ballot_count__gt=0
    )
    return list(rows.exclude(pk=budget.pk).order_by("-closes_on", "-pk")[:50])


def money_of(initiative: Initiative) -> list[str]:
    """The agreements (public ids) about money that this initiative won. One query."""
    rows = Plan.objects.filter(initiative=initiative).exclude(agreement="")
    return list(rows.values_list("agreement", flat=True))


def realised(budgets: Iterable[Budget]) -> dict[int, tuple[int, int]]:
    """Of each counted budget (a key) how many plans won, and how many of them are done. One query."""
    keys = [one.pk for one in budgets if one.state in COUNTED_STATES]
    if not keys:
        return {}
    rows = Plan.objects.filter(budget__in=keys).order_by().values("budget")
    summed = rows.annotate(won=Count("rank"), done=Count("delivered_on"))
    return {row["budget"]: (row["won"], row["done"]) for row in summed}


def running_in(kind: str, codes: Sequence[str], limit: int) -> list[Budget]:
    """Budgets that take votes, in areas of this kind with these codes. One query."""
    column = "municipality" if kind in (Kind.MUNICIPALITY, Kind.PROVINCE) else "area"
    rows = Budget.objects.filter(state=VOTING, **{f"{column}__code__in": codes})
    return list(rows.order_by("closes_on")[:limit])


def plan_by_id(budget: Budget, public_id: str) -> Plan | None:
    """One plan of a budget with its owner; None when there is none. One query."""
    rows = Plan.objects.select_related("person", "seat", "initiative")
    plan = rows.filter(budget=budget, public_id=public_id).first()
    if plan:
        plan.budget = budget
    return plan


def plans_of(budget: Budget) -> list[Plan]:
    """Its plans by number, without withdrawn ones. One query."""
    rows = Plan.objects.filter(budget=budget, state__in=(PROPOSED, FEASIBLE, REFUSED))
    return list(rows.select_related("person", "initiative").order_by("number"))


def on_ballot(budget: Budget) -> list[Plan]:
    """The plans that can be chosen, by number. One query."""
    return list(Plan.objects.filter(budget=budget, state=FEASIBLE).order_by("number"))


def on_trial_ballot(budget: Budget) -> list[Plan]:
    """The plans to practise with, by number: what is not checked yet has its highest cost. One query."""
    rows = list(Plan.objects.filter(budget=budget, state__in=(PROPOSED, FEASIBLE)).order_by("number"))
    for plan in rows:
        plan.cost = plan.cost_high if plan.cost is None else plan.cost
    return rows


def code_hash(budget: Budget, code: str) -> str:
    """The keyed hash under which a code is stored."""
    return salted_hmac("budgeting.code", f"{budget.pk}|{code}", algorithm="sha256").hexdigest()


def typed_code(text: str) -> str:
    """A code as it was printed, however it was typed; "" when it cannot be one.

    >>> typed_code("K7WM-2PQR 9xbt"), typed_code("abc")
    ('k7wm2pqr9xbt', '')
    """
    plain = "".join(sign for sign in typed.line(text).lower() if sign.isalnum())
    return plain if len(plain) == CODE_LENGTH and set(plain) <= set(ALPHABET) else ""


def code_of(budget: Budget, text: str, *, is_held: bool = False) -> Code | None:
    """The living code that was typed, with its ballot; None when there is none. One query, or none.

    With `is_held` it is locked: one vote with it at a time, and none when it ended meanwhile.
    """
    code = typed_code(text)
    if not code:
        return None
    rows = Code.objects.select_related("ballot").filter(budget=budget, is_dead=False)
    rows = rows.select_for_update(of=("self",)) if is_held else rows
    return rows.filter(hash=code_hash(budget, code)).first()


def receipt_ballot(budget: Budget, receipt: str) -> Ballot | None:
    """The ballot with this receipt; None when there is none. One query."""
    return Ballot.objects.filter(budget=budget, receipt=receipt).first()


def outcome_of(budget: Budget, *, with_ballots: bool = False) -> Outcome | None:
    """The result of the count, with the text of the ballots only on request. One query."""
    rows = Outcome.objects.filter(budget=budget)
    return (rows if with_ballots else rows.defer("ballots")).first()


def ballots_of(budget: Budget) -> list[tuple[str, dict[str, int], str]]:
    """Receipt, choices and channel of every ballot, by receipt. One query."""
    rows = Ballot.objects.filter(budget=budget).order_by("receipt")
    return list(rows.values_list("receipt", "choices", "channel"))


def paper_of(budget: Budget) -> list[PaperBallot]:
    """The paper ballots that were typed in, by number. One query."""
    return list(PaperBallot.objects.filter(budget=budget).order_by("number")[:1000])


def paper_waiting(budget: Budget) -> int:
    """How many paper ballots are not settled. One query."""
    return PaperBallot.objects.filter(budget=budget, is_settled=False).count()


def to_count() -> list[Budget]:
    """Budgets that closed and are not counted. One query."""
    return list(Budget.objects.filter(state=CLOSED).select_related("area").order_by("pk"))


def checkers_in(area: Area) -> list[Seat]:
    """The seats that can be named in the rules to judge plans: the handlers of the area."""
    codes = [one.code for one in (area, area.district, area.municipality) if one]
    return seats_with_role(HANDLER, codes, clock.today())


def own_initiatives(person: int) -> list[Initiative]:
    """The submitted initiatives of a person (a key), newest first. One query."""
    rows = Initiative.objects.filter(initiator=person).exclude(stage="draft")
    return list(rows.order_by("-submitted_at")[:50])
