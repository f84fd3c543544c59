"""Services for the people who are part of a case study: they agree, correct, or leave."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from middenstip.domain.learning import facts, rules
from middenstip.domain.learning.lifecycle import STUDY, VOICE
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.domain.learning.services.record import fresh, record_about
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel import typed
from middenstip.kernel.actor import Doer
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write


@write
def ask_voices(*, study: CaseStudy, people: Iterable[tuple[Person, Seat | None]], at: datetime) -> None:
    """These people are part of it. They hear it when the author shows it."""
    rows = [Voice(study=study, person=person, seat=seat, at=at) for person, seat in people]
    Voice.objects.bulk_create(rows)


@write
def agree_study(*, by: Doer, voice: Voice, at: datetime) -> Voice:
    """It is right."""
    return _answer(facts.StudyAgreed, by, voice, "agree", "", at)


@write
def correct_study(*, by: Doer, voice: Voice, remark: str, at: datetime) -> Voice:
    """Something is not right: the author changes it first."""
    remark = typed.text(remark)
    if not remark:
        raise Invalid({"remark": "Schrijf op wat er niet klopt."})
    return _answer(facts.StudyCorrected, by, voice, "correct", remark, at)


@write
def leave_study(*, by: Doer, voice: Voice, at: datetime) -> Voice:
    """Not to be named, also after it was published. No reason is asked."""
    return _answer(facts.StudyLeft, by, voice, "leave", "", at)


def _answer(kind: Any, by: Doer, voice: Voice, act: str, remark: str, at: datetime) -> Voice:
    study = fresh(voice.study)
    voice = Voice.objects.get(pk=voice.pk)
    require(rules.may_answer(by, voice))
    STUDY.after(study.state, "leave" if act == "leave" else "answer")
    voice.state, voice.remark, voice.at = VOICE.after(voice.state, act), remark, at
    voice.study = study
    voice.store("state", "remark", "at")
    record_about(kind, study, by, at, voice=voice.public_id)
    return voice
