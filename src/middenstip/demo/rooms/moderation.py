"""Three reports: one waits, one text is hidden and its writer appealed, one text stays."""

from __future__ import annotations

from datetime import timedelta

from middenstip.demo.rooms.step import Step
from middenstip.demo.teller import Teller, by_day
from middenstip.domain.initiatives.models import Update
from middenstip.domain.moderation import services as moderation
from middenstip.journeys import moderate_text, publish_text

PHONE = "Vragen over het planten? Bel onze buurman Piet thuis, ook 's avonds."
REPORTS = {
    "Voedselbos Lettele": ("gerrit", "eerlijk", "Klopt het aantal stemmen wel?"),
    "Koele pleinen": ("gerrit", "privacy", "Piet weet niet dat hij hier staat."),
    "Samen eten in De Hoven": ("bas", "reclame", "Dit lijkt op reclame."),
}


def report(teller: Teller) -> None:
    title, day = teller.story.title, teller.now - timedelta(days=3)
    if title not in REPORTS:
        return
    initiative = teller.fresh()
    if title == "Koele pleinen":
        at = by_day(day - timedelta(days=1))
        publish_text.news(by=teller.initiator, initiative=initiative, text=PHONE, at=at)
    newest = Update.objects.filter(initiative=initiative).latest("pk")
    who, rule, reason = REPORTS[title]
    complaint = moderate_text.report(
        noun="nieuws", code=f"{newest.pk}", rule=rule, reason=reason, person=teller.cast[who], at=by_day(day)
    )
    review, at = complaint.review, by_day(day + timedelta(days=1))
    if title == "Koele pleinen":
        why = "De tekst noemt een buurman die daar geen ja op zei."
        moderate_text.decide(
            by=teller.cast["theo"], review=review, outcome="hide", rule="privacy", reason=why, at=at
        )
        text = "Piet vond het goed. Ik had het erbij moeten zetten."
        at = by_day(at + timedelta(days=1))
        moderation.appeal_review(by=teller.initiator, review=review, text=text, at=at)
    elif title != "Voedselbos Lettele":
        why = "Dit vertelt hoe de avond was. Er wordt niets verkocht."
        moderate_text.decide(
            by=teller.cast["lotte"], review=review, outcome="keep", rule="reclame", reason=why, at=at
        )


STEPS = (Step(95, report),)
