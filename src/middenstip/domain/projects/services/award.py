"""Awards and their tranches: money that a giver granted, paid when a condition is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import AWARD, AWARD_KINDS, TRANCHE
from middenstip.domain.projects.models import Award, Project, Tranche
from middenstip.domain.projects.rules import may_give
from middenstip.domain.projects.services.hold import amount_above_nought, hold, hold_for, needed, tell
from middenstip.domain.projects.services.money import open_pot, receive
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

MOST_PARTS = 24


@dataclass(frozen=True)
class Part:
    """A tranche to be: how much, when, and on which condition."""

    amount: int
    due_on: date
    condition: str = ""


@write
@once(lambda public_id: Award.objects.get(public_id=public_id), besides=("parts",))
def grant_award(
    *,
    by: Actor,
    project: Project,
    kind: str,
    name: str,
    amount: int,
    covers_on: date | None,
    parts: Sequence[Part],
    conditions: str = "",
    pot: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Award:
    """Grant money in one or more tranches that add up to it, by the giver."""
    project = hold(project)
    require(rules.may_grant(by))
    require(rules.may_take(project))
    cents = amount_above_nought("amount", amount)
    if kind not in AWARD_KINDS or covers_on is None:
        raise Invalid({"kind": "Kies een soort, en tot wanneer het geldt."})
    if not 1 <= len(parts) <= MOST_PARTS:
        raise Invalid({"amount": "Verdeel het over 1 tot 24 deelbedragen."})
    if any(part.amount <= 0 for part in parts) or sum(part.amount for part in parts) != cents:
        raise Invalid({"amount": "De deelbedragen zijn samen niet precies dit bedrag."})
    award = Award(
        project=project, giver_id=by.seat_id, kind=kind, name=typed.line(needed(name=name)["name"]),
        amount=cents, shared=cents, conditions=typed.points(conditions), covers_on=covers_on,
        pot=open_pot(project, pot), at=at,
    )  # fmt: skip
    award.public_id = public_id or award.public_id
    award.store()
    Tranche.objects.bulk_create(
        Tranche(
            award=award,
            amount=part.amount,
            due_on=part.due_on,
            condition=typed.line(part.condition),
            moved_at=at,
        )
        for part in parts
    )
    project.promised += cents
    project.store("promised")
    tell(facts.AwardGranted, project, by, at, cents=cents)
    return award


@write
def move_tranche(*, by: Actor, tranche: Tranche, act: str, at: datetime) -> Tranche:
    """The team says that the condition is met and asks for the money; the giver pays it."""
    if act not in ("meet", "ask", "pay"):
        raise NotNow("Dit kan niet met een deelbedrag.")
    award = tranche.award
    project, tranche = _held(by, tranche, is_giver=act == "pay")
    if tranche.award.state != AWARD.start:
        raise NotNow("Deze toekenning is ingetrokken.")
    tranche.state, tranche.moved_at = TRANCHE.after(tranche.state, act), at
    tranche.store("state", "moved_at")
    if act == "pay":
        project.promised -= tranche.amount
        project.store("promised")
        day, pot = timezone.localdate(at), award.pot
        receive(by, project, tranche.amount, at, day=day, text=award.name, pot=pot, tranche=tranche)
    _tell(project, tranche, by, at)
    return tranche


@write
def withhold_tranche(*, by: Actor, tranche: Tranche, why: str, at: datetime) -> Tranche:
    """The giver does not pay it, and says why."""
    project, tranche = _held(by, tranche, is_giver=True)
    tranche.state, tranche.moved_at = TRANCHE.after(tranche.state, "withhold"), at
    tranche.why_withheld = needed(why=why)["why"]
    tranche.store("state", "moved_at", "why_withheld")
    project.promised -= tranche.amount
    project.store("promised")
    _tell(project, tranche, by, at)
    return tranche


@write
def withdraw_award(*, by: Actor, award: Award, why: str, at: datetime) -> Award:
    """The giver takes back what was not paid yet, and says why. What was paid stays."""
    project = hold(award.project)
    award = Award.objects.select_related("giver").get(pk=award.pk)
    require(may_give(by, award))
    award.state = AWARD.after(award.state, "withdraw")
    award.why_withdrawn = needed(why=why)["why"]
    award.store("state", "why_withdrawn")
    open_parts = award.tranches.exclude(state__in=["paid", "withheld"])
    cents = sum(open_parts.values_list("amount", flat=True))
    open_parts.update(state="withheld", why_withheld=award.why_withdrawn, moved_at=at)
    project.promised -= cents
    project.store("promised")
    tell(facts.AwardWithdrawn, project, by, at, cents=cents)
    return award


def _held(by: Actor, tranche: Tranche, *, is_giver: bool) -> tuple[Project, Tranche]:
    if is_giver:
        project = hold(tranche.award.project)
    else:
        project, _ = hold_for(by, tranche.award.project)
    tranche = Tranche.objects.select_related("award__giver").get(pk=tranche.pk)
    if is_giver:
        require(may_give(by, tranche.award))
    return project, tranche


def _tell(project: Project, tranche: Tranche, by: Actor, at: datetime) -> None:
    about = {"state": tranche.state, "cents": tranche.amount, "seat": tranche.award.giver.public_id}
    tell(facts.TrancheMoved, project, by, at, **about)
