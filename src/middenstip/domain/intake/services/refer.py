"""Referring a case to another desk with a receipt: it stays until the other accepts it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import ASKED, CASE, IN_HAND, REFERRAL
from middenstip.domain.intake.models import Case, Referral, SupportPoint
from middenstip.domain.intake.selectors.refer import (
    referral_by_id,
    referrals_to_ring,
    senders_of,
    works_at_a_desk,
)
from middenstip.domain.intake.selectors.terms import AT_ONCE
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties import lifecycle as terms
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import sitting_in, term_days
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

CIRCLE = "Deze zaak kwam daar al vandaan. Kies een andere balie, of geef zelf antwoord."
NO_DESK = "Bij %(seat)s neemt nu niemand zaken aan. Kies een ander."


@write
@once(lambda public_id: Referral.objects.get(public_id=public_id))
def refer_case(
    *,
    by: Actor,
    case: Case,
    to: Seat,
    why: str,
    point: SupportPoint | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Referral:
    """The handler asks another desk to take the case. The case stays here, and its term runs on."""
    case = fresh(case)
    require(rules.may_handle(by, case))
    CASE.after(case.state, "refer")
    why = typed.text(why)
    errors = {"why": "Schrijf waarom een ander beter helpt."} if not why else {}
    if refusal := _why_not(by, case, to, at):
        errors["to"] = refusal
    if errors:
        raise Invalid(errors)
    if Referral.objects.filter(case=case, state=ASKED).exists():
        raise NotNow("Deze zaak is al aan een ander gevraagd. Wacht op het antwoord, of neem de vraag terug.")
    referral = Referral(
        public_id=public_id or new_id(), case=case, by_id=by.seat_id, to=to, point=point, why=why, at=at
    )
    organisation = to.side.organisation_id if to.side else None
    referral.start_term(timezone.localdate(at), term_days(terms.REFERRAL, organisation))
    referral.store()
    record_about(facts.ReferralAsked, case, by, at, subject=referral, seat=to.public_id)
    return referral


@write
def accept_referral(*, by: Actor, referral: Referral, at: datetime) -> Referral:
    """The other desk takes the case: from now on this is its handler. Its last day stays the same."""
    case, referral = _fresh(referral)
    require(rules.may_answer_referral(by, referral))
    referral.state = REFERRAL.after(referral.state, "accept")
    case.state = CASE.after(case.state, "hand_over")
    if case.initiative.initiator_id == by.person_id:
        raise NotNow("Dit is je eigen idee. Laat een collega het aannemen.")
    _answered(referral, at)
    case.handler_id, case.moved_at = by.seat_id, at
    if case.state == IN_HAND:
        case.handler_confirmed_at = None
    case.store("state", "handler", "handler_confirmed_at", "moved_at")
    record_about(facts.ReferralAccepted, case, by, at, subject=referral, seat=by.seat_public_id)
    return referral


@write
def refuse_referral(*, by: Actor, referral: Referral, answer: str, at: datetime) -> Referral:
    """The other desk says no, with a reason. Nothing changes for the case."""
    case, referral = _fresh(referral)
    require(rules.may_answer_referral(by, referral))
    referral.state = REFERRAL.after(referral.state, "refuse")
    referral.answer = typed.text(answer)
    if not referral.answer:
        raise Invalid({"answer": "Schrijf waarom niet, dan weet de ander hoe het verder kan."})
    _answered(referral, at)
    record_about(facts.ReferralRefused, case, by, at, subject=referral)
    return referral


@write
def take_back_referral(*, by: Actor, referral: Referral, at: datetime) -> Referral:
    """The handler does not ask any more."""
    case, referral = _fresh(referral)
    require(rules.may_handle(by, case))
    referral.state = REFERRAL.after(referral.state, "take_back")
    _answered(referral, at)
    record_about(facts.ReferralTakenBack, case, by, at, subject=referral)
    return referral


def ring_referrals(*, at: datetime) -> int:
    """Ring every referral that waits too long; returns how many. Safe to run twice, and to stop."""
    today, number = timezone.localdate(at), 0
    while waiting := referrals_to_ring(today, AT_ONCE):
        for referral in waiting:
            _ring(referral=referral, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, referral: Referral, at: datetime) -> None:
    known = Referral.objects.select_for_update(of=("self",))
    one = known.select_related("case__initiative__area").get(pk=referral.pk)
    initiative = one.case.initiative
    for bell in one.ring(timezone.localdate(at)):
        told = facts.ReferralRang(
            subject=one.public_id, thread=initiative.public_id, **initiative.area.where, bell=bell
        )
        record(told, by=None, at=at)
    one.store("bell_on")


def _why_not(by: Actor, case: Case, to: Seat, at: datetime) -> str:
    """Why the case cannot go there; "" when it can."""
    if to.pk == by.seat_id:
        return "De zaak is al van jou."
    today = timezone.localdate(at)
    if not works_at_a_desk(to, today):
        return said(NO_DESK, seat=to.label)
    if all(one.pk == case.initiative.initiator_id for one in sitting_in([to.pk], today)[to.pk]):
        return "In die zetel zit de initiatiefnemer zelf. Kies een ander."
    senders = senders_of(case)
    if to.pk in {one.pk for one in senders}:
        return CIRCLE
    here = case.handler.side.organisation_id if case.handler and case.handler.side else None
    came_from = {one.side.organisation_id for one in senders if one.side} - {here}
    return CIRCLE if to.side and to.side.organisation_id in came_from else ""


def _answered(referral: Referral, at: datetime) -> None:
    referral.answered_at = at
    referral.end_term()
    referral.store("state", "answer", "answered_at", "bell_on")


def _fresh(referral: Referral) -> tuple[Case, Referral]:
    """The case and the referral as they are now, locked in that order."""
    case = fresh(referral.case)
    found = referral_by_id(Referral.objects.select_for_update().get(pk=referral.pk).public_id)
    assert found  # it was locked just now
    return case, found
