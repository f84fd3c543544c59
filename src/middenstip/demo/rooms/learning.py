"""The case studies of the demo, and the agreements that began with one of our texts."""

from __future__ import annotations

from datetime import datetime, timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.stories.learned import ENDED_HERE, FROM_ELSEWHERE, Elsewhere
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.learning import services
from middenstip.domain.learning.models import CaseStudy
from middenstip.journeys import publish_text, tell_study
from middenstip.kernel.actor import Actor

LAST = "Huiswerkzolder"  # the last story: all others are told by then
USED = ("beheer", "geld", "beheer", "samenwerking", "stoppen")


def learn(teller: Teller) -> None:
    if teller.story.title != LAST:
        return
    city = Area.objects.get(code="GM0150")
    for told in FROM_ELSEWHERE:
        _tell(teller, told, city)
    around = ("area", "district", "municipality", "initiator", "seat")
    for number, one in enumerate(ENDED_HERE):
        by, at = teller.cast[one.who], by_day(teller.now - timedelta(days=20 - number))
        initiative = Initiative.objects.select_related(*around).get(title=one.title)
        study = tell_study.begin(by=by, initiative=initiative, answers=one.answers, at=at)
        _publish(by, study, at)
    agreements = Agreement.objects.select_related("area").order_by("pk")[: len(USED)]
    for text, made in zip(USED, agreements, strict=False):
        services.count_use(text=text, agreement=made.public_id, area=made.area, at=made.proposed_at)


def _tell(teller: Teller, told: Elsewhere, area: Area) -> None:
    by, at = teller.cast[told.who], by_day(teller.now - timedelta(days=told.ago))
    choices = {
        "outcome": told.outcome,
        "size": told.size,
        "origin_half": told.origin,
        "halves": told.halves,
        "is_nameless": told.is_nameless,
        "licence": told.licence,
    }
    study = services.begin_study(by=by, texts=told.texts, choices=choices, area=area, at=at)
    _publish(by, study, at)


def _publish(by: Actor, study: CaseStudy, at: datetime) -> None:
    """Shown to who was there, and published when the seven days have passed."""
    services.review_study(by=by, study=study, at=by_day(at + timedelta(days=1)))
    publish_text.study(by=by, study=study, at=by_day(at + timedelta(days=9)))


STEPS = (Step(98, learn),)
