"""Who may report, decide, appeal and judge; and who may post."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from middenstip.domain.areas.models import Area
from middenstip.domain.moderation.lifecycle import APPEAL, KEEP, UNDO
from middenstip.domain.moderation.models import HOUSE_RULES, Decision, Pause, Review, Sweep
from middenstip.domain.parties.rules import ADMIN, MODERATOR
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import YES, Verdict, no, said

ENOUGH = 2  # halves with a moderator
ONE_HALF = (
    "Weghalen kan pas als hier moderatoren van twee helften zijn: iemand van een andere helft oordeelt over "
    "een bezwaar. Verberg de tekst zolang."
)
NOT_YOURS = "Dit besluit gaat niet over jouw tekst."


def codes_around(area: Area) -> list[str]:
    """The codes of this area and its parents, for which roles can be granted."""
    return list({area.code: 0, **dict.fromkeys(code for code in area.where.values() if code)})


def may_moderate(by: Actor | None, area: Area) -> Verdict:
    """A moderator of the area."""
    if by and by.has_role(MODERATOR, *codes_around(area)):
        return YES
    return no("Dit doet een moderator van dit gebied.")


def may_report(person: int | None, writers: Collection[int]) -> Verdict:
    """Everyone, also without an account, about the text of another person."""
    if person in writers:
        return no("Dit is je eigen tekst. Je kunt haar zelf veranderen.")
    return YES


def may_decide(by: Actor, review: Review, reporters: Collection[int]) -> Verdict:
    """A moderator of the area, about the text of another person that they did not report themselves."""
    verdict = may_moderate(by, review.area)
    if not verdict:
        return verdict
    if is_writer(by, review):
        return no("Dit is je eigen tekst. Een andere moderator besluit.")
    if by.person_id in reporters:
        return no("Je meldde deze tekst zelf. Een andere moderator besluit.")
    return YES


def may_remove(halves: Collection[str]) -> Verdict:
    """What is removed is deleted after its term, so another half must be able to judge an appeal first.

    `halves` are those that have a moderator here.
    """
    if len(halves) < ENOUGH:
        return no(ONE_HALF)
    return YES


def may_judge(by: Actor, first: Decision) -> Verdict:
    """Of those who may decide: another person, of another half than the first decision."""
    if by.person_id == first.person_id:
        return no("Jij nam het eerste besluit. Een andere moderator kijkt naar het bezwaar.")
    if by.half == first.half:
        return no("Naar een bezwaar kijkt een moderator van een andere helft.")
    return YES


def may_appeal(by: Doer, review: Review, first: Decision | None, at: datetime) -> Verdict:
    """Only the writer, within six weeks, against a decision that was not in their favour."""
    if not is_writer(by, review):
        return no(NOT_YOURS)
    if first and first.outcome == KEEP:
        return no("Je tekst staat er. Bezwaar is niet nodig.")
    if first and at > first.at + APPEAL:
        return no("Bezwaar maken kon tot zes weken na het besluit.")
    return YES


def may_read(by: Doer | None, review: Review) -> Verdict:
    """The writer and the moderators of the area."""
    if by and (is_writer(by, review) or (isinstance(by, Actor) and may_moderate(by, review.area))):
        return YES
    return no("Dit lezen alleen de schrijver en de moderatoren van dit gebied.")


def is_writer(by: Doer, review: Review) -> bool:
    """Whether this person wrote it, or sits in the seat that did."""
    seat = by.seat_id if isinstance(by, Actor) else None
    return by.person_id == review.writer_id or (seat is not None and seat == review.seat_id)


def may_set(by: Actor, area: Area) -> Verdict:
    """An administrator or moderator of the area chooses its settings."""
    if by.has_role(ADMIN, *codes_around(area)) or may_moderate(by, area):
        return YES
    return no("Dit doet een beheerder of een moderator van dit gebied.")


def may_post(pause: Pause | None) -> Verdict:
    """Everyone who is not paused. The reason says until when, and which rule."""
    if pause is None:
        return YES
    until = date_format(timezone.localtime(pause.until_at), "j F Y")
    text = "Je hebt pauze tot %(until)s. %(rule)s %(reason)s Daarna kun je weer plaatsen."
    return no(said(text, until=until, rule=HOUSE_RULES[pause.rule].title, reason=pause.reason))


def may_undo(by: Actor, sweep: Sweep, at: datetime) -> Verdict:
    """A moderator of the area, within seven days."""
    verdict = may_moderate(by, sweep.area)
    if verdict and at > sweep.at + UNDO:
        return no("Terugdraaien kon tot zeven dagen daarna.")
    return verdict
