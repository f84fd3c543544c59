"""Services that write a case study."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.learning import facts, rules
from middenstip.domain.learning.lifecycle import (
    DRAFT,
    LICENCES,
    OUTCOMES,
    REVIEW_TIME,
    SIZES,
    STUDY,
    VOICE,
)
from middenstip.domain.learning.models import TEXTS, CaseStudy, Voice
from middenstip.domain.learning.selectors import voices_of
from middenstip.domain.learning.services.record import fresh, record_about
from middenstip.domain.parties.models import Person
from middenstip.kernel import hidden, typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.half import ALL_HALVES, Half
from middenstip.kernel.ids import new_id
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, require
from middenstip.kernel.write import write

LINES = ("title", "place", "visit", "organisation")
CHOSEN = ("size", "origin_half", "halves", "outcome", "is_nameless", "licence")


@write
@once(lambda public_id: CaseStudy.objects.get(public_id=public_id))
def begin_study(
    *,
    by: Doer,
    texts: Mapping[str, str],
    choices: Mapping[str, Any],
    area: Area,
    initiative: Initiative | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> CaseStudy:
    """Begin a draft. `texts` are `models.TEXTS`, `choices` are `CHOSEN`; only title and outcome are asked."""
    if initiative:
        require(rules.may_begin(by, initiative))
    study = CaseStudy(
        public_id=public_id or new_id(),
        **_told(texts, choices),
        person_id=by.person_id,
        seat_id=by.seat_id if isinstance(by, Actor) else None,
        initiative=initiative,
        area=area,
        drafted_at=at,
        changed_at=at,
    ).store()
    record_about(facts.StudyBegun, study, by, at)
    return study


@write
def change_study(
    *, by: Doer, study: CaseStudy, texts: Mapping[str, str], choices: Mapping[str, Any], at: datetime
) -> CaseStudy:
    """Change the draft. While others are looking, everyone who answered is asked to look again."""
    study = fresh(study)
    require(rules.may_write(by, study))
    study.state = STUDY.after(study.state, "change")
    new = _told(texts, choices)
    if all(getattr(study, name) == value for name, value in new.items()):
        return study
    for name, value in new.items():
        setattr(study, name, value)
    study.changed_at = at
    if study.state != DRAFT:
        require(rules.is_told(study))
        for voice in voices_of(study):
            if VOICE.allows(voice.state, "renew"):
                voice.state = VOICE.after(voice.state, "renew")
                voice.store("state")
    study.store(*new, "changed_at")
    record_about(facts.StudyChanged, study, by, at)
    return study


@write
def review_study(*, by: Doer, study: CaseStudy, at: datetime) -> CaseStudy:
    """Show it for seven days to everyone who is part of it."""
    study = fresh(study)
    require(rules.may_write(by, study))
    study.state = STUDY.after(study.state, "show")
    require(rules.is_told(study))
    study.review_until = at + REVIEW_TIME
    study.store("state", "review_until")
    record_about(facts.StudyReviewed, study, by, at, until=study.review_until.date().isoformat())
    return study


@write
def publish_study(*, by: Doer, study: CaseStudy, at: datetime) -> CaseStudy:
    """Make it public, when everyone agreed or had the time to look."""
    study = fresh(study)
    require(rules.may_write(by, study))
    study.state = STUDY.after(study.state, "publish")
    require(rules.may_publish(study, voices_of(study), at))
    study.published_at = at
    study.store("state", "published_at")
    record_about(facts.StudyPublished, study, by, at, outcome=study.outcome)
    return study


@write
def withdraw_study(*, by: Doer, study: CaseStudy, at: datetime) -> CaseStudy:
    """Nobody but the author reads it any more."""
    study = fresh(study)
    require(rules.may_withdraw(by, study))
    study.state = STUDY.after(study.state, "withdraw")
    study.store("state")
    record_about(facts.StudyWithdrawn, study, by, at)
    return study


@write
def drop_drafts(*, person: Person) -> None:
    """Delete the drafts of a person who is erased, and what that person said about texts of others."""
    CaseStudy.objects.filter(person=person, state=DRAFT).delete()
    Voice.objects.filter(person=person).delete()


@write
def hide_study(*, code: str, words: str, by: Doer | None, at: datetime) -> None:
    """Put `words` in place of its texts; a journey of moderation calls this."""
    study = fresh(CaseStudy.objects.get(public_id=code))
    hidden.hide(study, words)
    record_about(facts.StudyHidden, study, by, at)


@write
def show_study(*, code: str, by: Doer | None, at: datetime) -> None:
    """Put the texts back. `NotNow` when they are not hidden."""
    study = fresh(CaseStudy.objects.get(public_id=code))
    hidden.show(study)
    record_about(facts.StudyShown, study, by, at)


def _told(texts: Mapping[str, str], choices: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name in TEXTS:
        text = texts.get(name, "")
        told[name] = typed.name(name, text) if name in LINES else typed.text(text)
    if not told["title"]:
        raise Invalid({"title": "Geef het voorbeeld een titel."})
    chosen = {name: choices.get(name, "") for name in CHOSEN}
    chosen |= {"halves": int(chosen["halves"] or 0), "is_nameless": bool(chosen["is_nameless"])}
    known = {
        "outcome": chosen["outcome"] in OUTCOMES,
        "size": chosen["size"] in ("", *SIZES),
        "origin_half": chosen["origin_half"] in ("", *Half),
        "halves": 0 <= chosen["halves"] <= ALL_HALVES,
        "licence": chosen["licence"] in LICENCES,
    }
    if wrong := {name: "Maak een keuze." for name, is_known in known.items() if not is_known}:
        raise Invalid(wrong)
    return told | chosen
