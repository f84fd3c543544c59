"""A case study as plain values for the template."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.learning.face import STORY
from middenstip.domain.learning.lifecycle import (
    DRAFT,
    LEFT,
    LICENCES,
    PUBLISHED,
    REVIEW,
    SIZES,
    STUDY,
    VOICE,
    WITHDRAWN,
)
from middenstip.domain.learning.models import CaseStudy, Voice
from middenstip.domain.learning.rules import is_told, may_publish
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.kernel.half import halves_of
from middenstip.web.shared import dates
from middenstip.web.shared.studies import outcome_of, ring
from middenstip.web.shared.words import in_words


def as_study(study: CaseStudy, voices: list[Voice], reader: int | None, at: datetime) -> dict[str, Any]:
    """Everything that its page shows."""
    about = study.initiative
    return {
        "study": study,
        "title": masked(study.title),
        **outcome_of(study),
        "ring": ring(study.halves),
        "facts": _facts(study),
        "sections": _rows(study, _story()),
        "views": _rows(study, _views()),
        "broke": _rows(study, _broke()),
        "visit": masked(study.visit),
        "author": "" if study.is_nameless else study.person.shown_name,
        "organisation": masked(study.organisation),
        "people": [] if study.is_nameless else _people(voices),
        "licence": _(LICENCES[study.licence]),
        "day": dates.long_date(study.published_at) if study.published_at else "",
        "initiative": {"title": about.title, "url": path_to("initiative", about.public_id)}
        if about
        else None,
        "state_text": _(STUDY.words[study.state]),
        "is_draft": study.state == DRAFT,
        "in_review": study.state == REVIEW,
        "is_public": study.state == PUBLISHED,
        "is_gone": study.state == WITHDRAWN,
        "acts": STUDY.acts(study.state),
        "until": dates.long_date(study.review_until) if study.review_until else "",
        "voices": [_voice(one) for one in voices],
        "mine": next((one for one in voices if one.person_id == reader and one.state != LEFT), None),
        "why_not_told": in_words(is_told(study).reason),
        "why_not_publish": in_words(may_publish(study, voices, at).reason),
        "report": _report(study),
    }


def _facts(study: CaseStudy) -> list[dict[str, str]]:
    halves = ", ".join(_(half.value) for half in halves_of(study.halves))
    told = [
        (_("Waar"), masked(study.place) or study.area.name),
        (_("Hoe groot"), _(SIZES[study.size]) if study.size else ""),
        (_("Wie begon"), _(study.origin_half) if study.origin_half else ""),
        (_("Wie deed mee"), halves),
    ]
    return [{"label": label, "text": text} for label, text in told if text]


def _story() -> list[tuple[str, str]]:
    return [
        (_("Wat was het?"), "what"),
        (_("Hoe de samenwerking ontstond"), "how"),
        (_("Geld"), "money"),
        (_("Regels"), "rules_met"),
        (_("Afspraken"), "agreements_used"),
    ]


def _views() -> list[tuple[str, str]]:
    return [
        (_("Bewoner"), "as_resident"),
        (_("Professional"), "as_professional"),
        (_("Literatuur"), "as_literature"),
    ]


def _broke() -> list[tuple[str, str]]:
    return [
        (_("Waar liep het vast?"), "broke_where"),
        (_("Wat kostte het?"), "broke_cost"),
        (_("Wat zouden we nu doen?"), "broke_now"),
    ]


def _rows(study: CaseStudy, names: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"label": label, "text": masked(text)} for label, name in names if (text := getattr(study, name))]


def _people(voices: Iterable[Voice]) -> list[str]:
    there = (one for one in voices if one.state != LEFT and not one.person.erased_at)
    return [
        f"{one.person.shown_name}, {one.seat.label}" if one.seat else one.person.shown_name for one in there
    ]


def _voice(one: Voice) -> dict[str, str]:
    return {
        "who": one.person.shown_name,
        "state": _(VOICE.words[one.state]),
        "remark": masked(one.remark),
        "iso": timezone.localdate(one.at).isoformat(),
    }


def _report(study: CaseStudy) -> str:
    if study.state != PUBLISHED or study.is_hidden:
        return ""
    return reverse("moderation:report", args=[STORY.key, study.public_id])
