"""Services that write agreements."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from middenstip.domain.agreements import facts, rules
from middenstip.domain.agreements.lifecycle import AGREEMENT, PROPOSED
from middenstip.domain.agreements.models import Agreement, Signature
from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import sitting_in
from middenstip.journal.record import record
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require, said
from middenstip.kernel.write import write

_GOAL_WITH = ("initiative", "area", "municipality")


@write
@once(lambda public_id: Agreement.objects.get(public_id=public_id))
def propose_agreement(
    *,
    by: Actor,
    goal: Goal,
    promisor: Seat,
    promisee: Seat,
    what: str,
    due_on: date | None,
    conditions: str = "",
    also_sign: Iterable[Seat] = (),
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Agreement:
    """Propose an agreement for signing, by both sides and by the other seats that must support it."""
    goal = Goal.objects.select_for_update(of=("self",)).select_related(*_GOAL_WITH).get(pk=goal.pk)
    chairs = {chair.seat_id for chair in chairs_at(goal)}
    require(rules.may_propose(by, goal, chairs))
    signers = {seat.pk: seat for seat in (promisor, promisee, *also_sign)}
    require(rules.may_bind(signers.values(), goal, chairs))
    initiative = goal.initiative
    if initiative is None:
        raise NotNow("Deze opgave hoort nog niet bij een initiatief.")
    if promisor.pk == promisee.pk:
        raise Invalid({"promisee": "Kies twee verschillende partijen: wie belooft het, en aan wie?"})
    day = _check(what, due_on, at)
    agreement = Agreement(
        public_id=public_id or new_id(),
        initiative=initiative,
        goal=goal,
        area=goal.area,
        municipality=goal.municipality,
        promisor=promisor,
        promisee=promisee,
        what=typed.text(what),
        due_on=day,
        conditions=typed.points(conditions),
        proposed_by_id=by.seat_id,
        proposed_at=at,
    ).store()
    Signature.objects.bulk_create(Signature(agreement=agreement, seat=seat) for seat in signers.values())
    due = agreement.due_on.isoformat()
    _record(facts.AgreementProposed, agreement, by, at, due=due, signers=len(signers))
    return agreement


@write
def draft_agreement(
    *,
    by: Doer,
    initiative: Initiative,
    promisor: Seat,
    promisee: Seat,
    what: str,
    due_on: date | None,
    conditions: str = "",
    public_id: str = "",
    at: datetime,
) -> Agreement:
    """Draft an agreement of two seats that found each other without a table; both still sign it."""
    day = _check(what, due_on, at)
    agreement = Agreement(
        public_id=public_id or new_id(),
        initiative=initiative,
        area=initiative.area,
        municipality=initiative.municipality,
        promisor=promisor,
        promisee=promisee,
        what=typed.text(what),
        due_on=day,
        conditions=typed.points(conditions),
        proposed_by=promisor,
        proposed_at=at,
    ).store()
    Signature.objects.bulk_create(Signature(agreement=agreement, seat=seat) for seat in (promisor, promisee))
    _record(facts.AgreementProposed, agreement, by, at, due=day.isoformat(), signers=2)
    return agreement


@write
def change_agreement(
    *,
    by: Actor,
    agreement: Agreement,
    what: str,
    due_on: date | None,
    conditions: str,
    number: int,
    at: datetime,
) -> Agreement:
    """Change the text; every signature lapses. Raises `Stale` unless `number` is the current version."""
    agreement = _fresh(agreement)
    require(rules.may_change(by, {place.seat_id for place in _places(agreement)}))
    agreement.state = AGREEMENT.after(agreement.state, "change")
    require(rules.may_write(agreement))
    if agreement.number != number:
        raise Stale(
            "De afspraak is intussen veranderd. Hieronder staan beide teksten.",
            {"what": agreement.what, "conditions": agreement.conditions},
        )
    new = (typed.text(what), _check(what, due_on, at), typed.points(conditions))
    if new == (agreement.what, agreement.due_on, agreement.conditions):
        raise Invalid({"what": "Dit is dezelfde afspraak. Verander eerst iets."})
    agreement.what, agreement.due_on, agreement.conditions = new
    agreement.number = number + 1
    agreement.store("what", "conditions", "due_on", "number")
    agreement.signatures.update(at=None, person=None, sentence="", on_paper=False)
    _record(facts.AgreementChanged, agreement, by, at, number=agreement.number)
    return agreement


@write
def sign_agreement(
    *, by: Actor, agreement: Agreement, number: int, on_paper: bool = False, at: datetime
) -> Agreement:
    """Sign, for the seat, the version that was read. When all have signed, the agreement is in force."""
    agreement = _fresh(agreement)
    places = {place.seat_id: place for place in _places(agreement)}
    require(rules.may_sign(by, places.values()))
    agreement.state = AGREEMENT.after(agreement.state, "sign")
    if agreement.number != number:
        raise NotNow("De afspraak is intussen veranderd. Lees eerst de nieuwe tekst.")
    signature = places[by.seat_id]
    if signature.at:
        raise NotNow("Je hebt deze afspraak al getekend.")
    if not (verdict := rules.may_sign_now(agreement, timezone.localdate(at))):
        raise NotNow(verdict.reason)
    signature.at, signature.person_id, signature.on_paper = at, by.person_id, on_paper
    signature.sentence = str(sentence_for(signature.seat))
    signature.store()
    _record(
        facts.AgreementSigned,
        agreement,
        by,
        at,
        seat=by.seat_public_id,
        signed_half=by.half.value,
        on_paper=on_paper,
    )
    if all(place.at for place in places.values()):
        agreement.state, agreement.made_at = AGREEMENT.after(agreement.state, "all_signed"), at
        agreement.store("state", "made_at")
        _record(facts.AgreementMade, agreement, by, at, due=agreement.due_on.isoformat())
    return agreement


@write
def withdraw_agreement(*, by: Actor, agreement: Agreement, at: datetime) -> Agreement:
    """Withdraw an unsigned agreement: by the proposer, or by a signer when the proposing seat is empty."""
    agreement = _fresh(agreement)
    require(rules.may_withdraw(by, agreement, *_stand_in(agreement, agreement.proposed_by_id, at)))
    return _close(agreement, "withdraw", facts.AgreementWithdrawn, by, at)


@write
def lapse_unsigned(*, by: Actor, initiative: Initiative, goal: Goal | None = None, at: datetime) -> None:
    """The initiative, or this table of it, ended: agreements that not every seat signed lapse.

    Signed agreements stay in force.
    """
    rows = _locked().filter(initiative=initiative)
    _lapse(rows.filter(goal=goal) if goal else rows, by, at)


@write
def lapse_draft(*, by: Doer, code: str, at: datetime) -> None:
    """The two seats of this agreement (a public id) undid their deal: it lapses, unless all have signed."""
    agreement = _locked().filter(public_id=code).first()
    if agreement and agreement.state != PROPOSED and AGREEMENT.acts(agreement.state):
        raise NotNow("Jullie tekenden deze afspraak al. Sluit hem af op zijn eigen bladzijde.")
    _lapse(_locked().filter(public_id=code), by, at)


@write
def lapse_waiting_for(*, by: Actor, seat: Seat, at: datetime) -> None:
    """Let agreements lapse that wait for this seat, when `by` leaves it and nobody can sit in it again."""
    _lapse(_locked().filter(signatures__seat=seat, signatures__at=None), by, at)


@write
def keep_agreement(*, by: Actor, agreement: Agreement, at: datetime) -> Agreement:
    """Record that it is done: by the receiving side, or by another signer when that seat is empty."""
    agreement = _fresh(agreement)
    require(rules.may_keep(by, agreement, *_stand_in(agreement, agreement.promisee_id, at)))
    return _close(agreement, "keep", facts.AgreementKept, by, at)


@write
def miss_agreement(*, by: Actor, agreement: Agreement, why_not: str, at: datetime) -> Agreement:
    """Record that it was not met, and why. This is an outcome too, not an error."""
    agreement = _fresh(agreement)
    require(rules.may_miss(by, agreement, *_stand_in(agreement, agreement.promisee_id, at)))
    agreement.why_not = typed.text(why_not)
    if not agreement.why_not:
        raise Invalid({"why_not": "Schrijf in één zin waarom het niet lukte."})
    return _close(agreement, "miss", facts.AgreementNotMet, by, at)


@write
def hold_agreements(*, initiative: Initiative) -> None:
    """Nobody changes its agreements until this write is done."""
    list(_locked().filter(initiative=initiative).order_by("pk"))


@write
def move_agreements(*, initiative: Initiative) -> None:
    """Copy the new area of an initiative that moved within its gemeente to its agreements."""
    Agreement.objects.filter(initiative=initiative).update(area=initiative.area)


def sentence_for(seat: Seat) -> str:
    """The sentence that a seat signs: *Ik teken voor Kwekerij De Esch, als eigenaar.*"""
    if seat.side:
        return said(
            "Ik teken voor %(organisation)s, als %(title)s.",
            organisation=seat.side.organisation.name,
            title=seat.title,
        )
    return said("Ik teken als %(title)s.", title=seat.title)


def _stand_in(agreement: Agreement, seat: int, at: datetime) -> tuple[set[int], bool]:
    """The seats (keys) that may act for this seat (a key), and whether they may now: the seat is empty."""
    signers = {place.seat_id for place in _places(agreement)}
    return signers, not sitting_in([seat], timezone.localdate(at))[seat]


def _lapse(rows: QuerySet[Agreement], by: Doer, at: datetime) -> None:
    waiting = list(rows.filter(state=PROPOSED).order_by("pk"))
    for agreement in waiting:
        _record(facts.AgreementWithdrawn, agreement, by, at, lapsed=True)
    if waiting:
        lapsed = Agreement.objects.filter(pk__in=[one.pk for one in waiting])
        lapsed.update(state=AGREEMENT.after(PROPOSED, "lapse"), closed_at=at)


def _close(agreement: Agreement, act: str, kind: Any, by: Actor, at: datetime) -> Agreement:
    agreement.state, agreement.closed_at = AGREEMENT.after(agreement.state, act), at
    agreement.store("state", "closed_at", "why_not")
    _record(kind, agreement, by, at)
    return agreement


def _check(what: str, due_on: date | None, at: datetime) -> date:
    errors = {}
    if not typed.text(what):
        errors["what"] = "Schrijf op wat er beloofd wordt."
    if due_on is None:
        errors["due_on"] = "Kies een dag. Zonder dag is het geen afspraak."
    elif is_past(due_on, timezone.localdate(at)):
        errors["due_on"] = "Kies een dag die nog komt."
    if errors or due_on is None:
        raise Invalid(errors)
    return due_on


def _places(agreement: Agreement) -> QuerySet[Signature]:
    return agreement.signatures.select_related("seat__side__organisation")


@write
def hide_agreement(*, code: str, words: str, by: Actor | None, at: datetime) -> None:
    """Put `words` in place of its texts (called by journeys of moderation)."""
    agreement = _locked().get(public_id=code)
    hidden.hide(agreement, words)
    _record(facts.AgreementHidden, agreement, by, at)


@write
def move_along(*, old: Area, city: Area) -> None:
    """Agreements of a gemeente that was abolished belong to the new one."""
    Agreement.objects.filter(municipality=old).update(municipality=city)


@write
def show_agreement(*, code: str, by: Actor | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    agreement = _locked().get(public_id=code)
    hidden.show(agreement)
    _record(facts.AgreementShown, agreement, by, at)


def _fresh(agreement: Agreement) -> Agreement:
    """The agreement as it is now in the database, locked until the end of the transaction."""
    return _locked().get(pk=agreement.pk)


def _locked() -> QuerySet[Agreement]:
    rows = Agreement.objects.select_for_update(of=("self",))
    return rows.select_related("area", "initiative__area", "initiative__municipality", "goal")


def _record(kind: Any, agreement: Agreement, by: Doer | None, at: datetime, **data: Any) -> None:
    record(
        kind(
            subject=agreement.public_id,
            thread=agreement.initiative.public_id,
            **agreement.area.where,
            **data,
        ),
        by=by,
        at=at,
    )
