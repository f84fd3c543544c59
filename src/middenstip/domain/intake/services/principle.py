"""What an organisation answers by, the rules that it bent, and its bylaw on challenges."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import PRECEDENTS
from middenstip.domain.intake.models import Bylaw, Case, Principle, Tailoring
from middenstip.domain.intake.services.people import organisation_of
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties.models import Organisation
from middenstip.domain.parties.rules import may_set_terms
from middenstip.domain.parties.selectors import organisation_of_seat
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
def add_principle(*, by: Actor, organisation: Organisation, text: str, at: datetime) -> Principle:
    """The organisation says in one sentence what it answers by."""
    require(rules.may_set_principles(by, organisation.pk, organisation_of_seat(by.seat_id)))
    text = typed.line(text)
    if not text:
        raise Invalid({"text": "Schrijf het principe in één zin."})
    one = Principle(organisation=organisation, text=text, by_id=by.seat_id, at=at).store()
    record(facts.PrincipleAdded(subject=one.public_id), by=by, at=at)
    return one


@write
def end_principle(*, by: Actor, principle: Principle, at: datetime) -> Principle:
    """It no longer holds. What was decided by it stays."""
    one = Principle.objects.select_for_update().get(pk=principle.pk)
    require(rules.may_set_principles(by, one.organisation_id, organisation_of_seat(by.seat_id)))
    if one.ended_at:
        raise NotNow("Dit principe geldt al niet meer.")
    one.ended_at = at
    one.store("ended_at")
    record(facts.PrincipleEnded(subject=one.public_id), by=by, at=at)
    return one


@write
def bend_rule(
    *,
    by: Actor,
    case: Case,
    rule: str,
    why: str,
    precedent: str,
    principle: Principle | None = None,
    is_kept: bool = True,
    at: datetime,
) -> Tailoring:
    """The handler notes which rule was bent in this case, why, and what that means for others."""
    case = fresh(case)
    require(rules.may_handle(by, case))
    organisation, rule, why = organisation_of(case), typed.line(rule), typed.text(why)
    errors = {} if rule else {"rule": "Schrijf welke regel het is."}
    if not why:
        errors["why"] = "Schrijf waarom het hier anders kan."
    if precedent not in PRECEDENTS:
        errors["precedent"] = "Kies wat dit betekent voor anderen."
    if principle and principle.organisation_id != organisation:
        errors["principle"] = "Dit principe is van een andere organisatie."
    if errors:
        raise Invalid(errors)
    if organisation is None:
        raise NotNow("Alleen een organisatie maakt een uitzondering op haar regels.")
    told = {"rule": rule, "why": why, "precedent": precedent, "principle": principle, "is_kept": is_kept}
    one = Tailoring(case=case, organisation_id=organisation, by_id=by.seat_id, at=at, **told).store()
    record_about(facts.RuleBent, case, by, at, precedent=precedent)
    return one


@write
def choose_bylaw(*, by: Actor, organisation: Organisation, name: str, source: str, excluded: str) -> Bylaw:
    """The bylaw on challenges of an organisation: its name, where it stands, and what it excludes."""
    require(may_set_terms(by, organisation.pk, organisation_of_seat(by.seat_id)))
    told = {"name": typed.line(name), "source": typed.line(source), "excluded": typed.text(excluded)}
    if not told["name"]:
        raise Invalid({"name": "Vul de naam van de verordening in."})
    one, _is_new = Bylaw.objects.update_or_create(organisation=organisation, defaults=told)
    return one
