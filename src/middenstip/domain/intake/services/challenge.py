"""The right to challenge: from a first talk to an agreement, and whether it goes on after that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake import facts, rules
from middenstip.domain.intake.lifecycle import ANSWERS, CHALLENGE, CHALLENGE_OVER, ENDINGS, PARTS
from middenstip.domain.intake.models import Case, Challenge, ChallengeTalk
from middenstip.domain.intake.selectors.challenge import challenges_to_ring
from middenstip.domain.intake.selectors.terms import AT_ONCE
from middenstip.domain.intake.services.people import organisation_of
from middenstip.domain.intake.services.record import fresh, record_about
from middenstip.domain.parties import lifecycle as terms
from middenstip.domain.parties.selectors import manager_above, term_days
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.term import ESCALATIONS
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write

NO_DESK = "Eerst neemt iemand van de balie je zaak aan. Daarna kun je een taak uitdagen."
UNDER_WAY = "Er loopt al een uitdaging in deze zaak."
EMPTY = "Vul dit in. Weet je het nog niet? Vraag de balie."


@write
def open_challenge(*, by: Actor, case: Case, at: datetime) -> Challenge:
    """The initiator wants to take over a task: it begins with a talk."""
    case = fresh(case)
    require(rules.may_challenge(by, case))
    if case.handler_id is None:
        raise NotNow(NO_DESK)
    if case.challenges.exclude(state__in=CHALLENGE_OVER).exists():
        raise NotNow(UNDER_WAY)
    one = Challenge(case=case, opened_at=at).store()
    record_about(facts.ChallengeOpened, case, by, at, subject=one)
    return one


@write
def write_challenge(
    *, by: Actor, challenge: Challenge, parts: Mapping[str, str], send: bool, at: datetime
) -> Challenge:
    """The initiator writes the seven parts, and sends them when all are there: then the term runs."""
    case, one = _fresh(challenge)
    require(rules.may_challenge(by, case))
    one.state = CHALLENGE.after(one.state, "send" if send else "write")
    for name in PARTS:
        setattr(one, name, typed.text(parts.get(name, "")))
    empty = [name for name in PARTS if not getattr(one, name)]
    if send and empty:
        raise Invalid(dict.fromkeys(empty, EMPTY))
    if send:
        one.asked_at = at
        one.start_term(timezone.localdate(at), term_days(terms.CHALLENGE, organisation_of(case)))
        due = one.due_on.isoformat() if one.due_on else ""
        record_about(facts.ChallengeSent, case, by, at, subject=one, due=due)
    one.store("state", "asked_at", *PARTS, *Challenge.TERM)
    return one


@write
def check_challenge(
    *, by: Actor, challenge: Challenge, is_complete: bool, why: str = "", at: datetime
) -> Challenge:
    """The handler says that everything is there, or what is missing: then the term stops."""
    case, one = _fresh(challenge)
    require(rules.may_handle(by, case))
    one.state = CHALLENGE.after(one.state, "complete" if is_complete else "ask_more")
    one.why = typed.text(why)
    if not is_complete and not one.why:
        raise Invalid({"why": "Schrijf wat er nog mist."})
    if not is_complete:
        one.end_term()
    one.store("state", "why", "bell_on")
    record_about(facts.ChallengeChecked, case, by, at, subject=one, is_complete=is_complete)
    return one


@write
def decide_challenge(*, by: Actor, challenge: Challenge, answer: str, why: str, at: datetime) -> Challenge:
    """The handler gives the answer of the organisation: yes, partly or no, always with a reason."""
    case, one = _fresh(challenge)
    require(rules.may_handle(by, case))
    if answer not in ANSWERS:
        raise Invalid({"answer": "Kies een antwoord."})
    one.state = CHALLENGE.after(one.state, answer)
    one.why = typed.text(why)
    if not one.why:
        raise Invalid({"why": "Schrijf waarom. De initiatiefnemer leest dit."})
    one.decided_at = at
    one.end_term()
    one.store("state", "why", "decided_at", "bell_on")
    record_about(facts.ChallengeDecided, case, by, at, subject=one, answer=answer)
    return one


@write
def join_challenge(*, by: Actor, challenge: Challenge, agreement: str, at: datetime) -> Challenge:
    """The agreement (a public id) that came of it. The journey that drafts it knows who may."""
    case, one = _fresh(challenge)
    require(rules.may_handle(by, case))
    one.state = CHALLENGE.after(one.state, "agree")
    one.agreement = agreement
    one.store("state", "agreement")
    record_about(facts.ChallengeAgreed, case, by, at, subject=one, agreement=agreement)
    return one


@write
def talk_about(*, by: Actor, challenge: Challenge, text: str, at: datetime) -> ChallengeTalk:
    """Either side writes down how it goes."""
    case, one = _fresh(challenge)
    require(rules.may_talk(by, case))
    CHALLENGE.after(one.state, "talk")
    talk = _talk(by, one, text, at)
    record_about(facts.ChallengeTalked, case, by, at, subject=one)
    return talk


@write
def evaluate_challenge(*, by: Actor, challenge: Challenge, ending: str, text: str, at: datetime) -> Challenge:
    """The handler writes down what both sides think of it, and whether it goes on."""
    case, one = _fresh(challenge)
    require(rules.may_handle(by, case))
    if ending not in ENDINGS:
        raise Invalid({"ending": "Kies hoe het verder gaat."})
    one.state = CHALLENGE.after(one.state, ending)
    _talk(by, one, text, at)
    one.store("state")
    record_about(facts.ChallengeEvaluated, case, by, at, subject=one, ending=ending)
    return one


@write
def withdraw_challenge(*, by: Actor, challenge: Challenge, at: datetime) -> Challenge:
    """The initiator takes it back."""
    case, one = _fresh(challenge)
    require(rules.may_challenge(by, case))
    one.state = CHALLENGE.after(one.state, "withdraw")
    one.end_term()
    one.store("state", "bell_on")
    record_about(facts.ChallengeWithdrawn, case, by, at, subject=one)
    return one


def ring_challenges(*, at: datetime) -> int:
    """Ring every challenge that waits too long; returns how many. Safe to run twice, and to stop."""
    today, number = timezone.localdate(at), 0
    while waiting := challenges_to_ring(today, AT_ONCE):
        for challenge in waiting:
            _ring(challenge=challenge, at=at)
        number += len(waiting)
    return number


@write
def _ring(*, challenge: Challenge, at: datetime) -> None:
    case, one = _fresh(challenge)
    today = timezone.localdate(at)
    due = one.due_on.isoformat() if one.due_on else ""
    for bell in one.ring(today):
        found = manager_above(list(area_codes(case.initiative)), today)[0] if bell in ESCALATIONS else None
        named = found.public_id if found else ""
        record_about(facts.ChallengeRang, case, None, at, subject=one, bell=bell, due=due, seat=named)
    one.store("bell_on")


def _talk(by: Actor, challenge: Challenge, text: str, at: datetime) -> ChallengeTalk:
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf op hoe het gaat."})
    return ChallengeTalk(challenge=challenge, seat_id=by.seat_id, text=text, at=at).store()


def _fresh(challenge: Challenge) -> tuple[Case, Challenge]:
    """The case and the challenge as they are now, locked in that order."""
    case = fresh(challenge.case)
    one = Challenge.objects.select_for_update().get(pk=challenge.pk)
    one.case = case
    return case, one
