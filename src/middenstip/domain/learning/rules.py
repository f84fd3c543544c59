"""Who may read, write, correct and publish a case study."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.learning.lifecycle import (
    AGREED,
    CORRECTED,
    FAILED,
    LEFT,
    PUBLISHED,
    REVIEW,
)
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import YES, Verdict, no


def is_author(person: int | None, study: CaseStudy) -> bool:
    """Whether the person with this key wrote it. None is a visitor."""
    return person == study.person_id


def may_see(person: int | None, study: CaseStudy, voices: Iterable[Voice]) -> bool:
    """Everyone reads what is published; the people who are part of it read what they are shown."""
    if study.state == PUBLISHED or is_author(person, study):
        return True
    is_theirs = any(voice.person_id == person and voice.state != LEFT for voice in voices)
    return study.state == REVIEW and is_theirs


def may_begin(by: Doer, initiative: Initiative) -> Verdict:
    """The initiator tells the story of an initiative that has ended."""
    if not is_initiator(by.person_id, initiative):
        return no("Alleen de initiatiefnemer vertelt hoe het ging.")
    if STAGES.acts(initiative.stage):
        return no("Dit initiatief loopt nog. Vertel het verhaal als het klaar is of gestopt.")
    return YES


def may_write(by: Doer, study: CaseStudy) -> Verdict:
    """Only the author changes, shows, publishes and withdraws it."""
    if not is_author(by.person_id, study):
        return no("Alleen wie dit voorbeeld schreef, doet dat.")
    return no("Deze tekst is verborgen. Lees bij het besluit waarom.") if study.is_hidden else YES


def may_withdraw(by: Doer, study: CaseStudy) -> Verdict:
    """The author may always withdraw it."""
    return YES if is_author(by.person_id, study) else no("Alleen wie dit voorbeeld schreef, trekt het in.")


def may_answer(by: Doer, voice: Voice) -> Verdict:
    """Everyone answers for themselves."""
    return YES if by.person_id == voice.person_id else no("Dit antwoord is van een ander.")


def is_told(study: CaseStudy) -> Verdict:
    """Whether enough is told: how the cooperation came about, and of what failed where, and what now."""
    if not study.how:
        return no("Vertel eerst hoe de samenwerking ontstond. Daar leert een ander het meest van.")
    if study.outcome == FAILED and not (study.broke_where and study.broke_now):
        return no("Vertel waar het vastliep, en wat je nu zou doen.")
    return YES


def may_publish(study: CaseStudy, voices: Iterable[Voice], at: datetime) -> Verdict:
    """When everyone who is part of it agreed, or after the days to look; never over an open correction."""
    there = [one for one in voices if one.state != LEFT and not one.person.erased_at]
    if any(one.state == CORRECTED for one in there):
        return no("Iemand vroeg om een verbetering. Pas de tekst eerst aan.")
    if any(one.state != AGREED for one in there) and study.review_until and at < study.review_until:
        return no("Nog niet iedereen keek. Publiceren kan als iedereen akkoord is, of na zeven dagen.")
    return YES
