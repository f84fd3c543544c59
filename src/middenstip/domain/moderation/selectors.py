"""Queries about reviews, reports, pauses and the settings of an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db.models import Q, QuerySet

from middenstip.domain.areas.models import Area
from middenstip.domain.moderation.lifecycle import (
    APPEAL,
    APPEALED,
    CLOSED,
    DECIDED,
    HIDE,
    KEEP,
    OPEN,
    PAUSE,
    REMOVE,
    REPORTED,
    WAITING,
)
from middenstip.domain.moderation.models import (
    AreaSetting,
    Complaint,
    Decision,
    Pause,
    Posting,
    Review,
    Sweep,
)
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import MODERATOR
from middenstip.domain.parties.selectors import seats_holding
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor

PAGE = 25
SAME_WITHIN = timedelta(days=30)  # postings are kept as long
NEW_FOR = timedelta(days=14)
_AROUND = ("area__district", "area__municipality", "writer", "seat__side__organisation")


def review_by_id(public_id: str) -> Review | None:
    """One review with its area and writer; None when there is none. One query."""
    return Review.objects.select_related(*_AROUND).filter(public_id=public_id).first()


def complaint_by_id(public_id: str) -> Complaint | None:
    """One report with its review; None when there is none. One query."""
    rows = Complaint.objects.select_related("review__area", "person")
    return rows.filter(public_id=public_id).first()


def sweep_by_id(public_id: str) -> Sweep | None:
    return Sweep.objects.select_related("area", "person").filter(public_id=public_id).first()


def queue(by: Actor, after: tuple[date, int] | None = None) -> list[Review]:
    """What waits for a moderator in the areas of this actor, earliest due day first. One query."""
    rows = Review.objects.filter(_inside(by), state__in=WAITING)
    if after:
        due, pk = after
        rows = rows.filter(due_on__gte=due).exclude(due_on=due, pk__lte=pk)
    return list(rows.select_related("area").order_by("due_on", "pk")[: PAGE + 1])


def queue_size(by: Actor, most: int) -> int:
    """How many texts wait for this moderator, counted to `most`. One query."""
    return Review.objects.filter(_inside(by), state__in=WAITING)[:most].count()


def to_drop(at: datetime, limit: int) -> list[Review]:
    """The removed texts about which nobody can appeal any more, with their words still kept. One query."""
    over = Q(state=CLOSED) | Q(state=DECIDED, decided_at__lt=at - APPEAL)
    return list(Review.objects.filter(over, outcome=REMOVE, dropped_at=None).order_by("pk")[:limit])


def is_moderator(by: Actor | None) -> bool:
    """Whether the actor is a moderator of any area."""
    return by is not None and any(role == MODERATOR for role, _code in by.grants)


def reviews_of(person: int) -> list[Review]:
    """The newest decisions and waiting checks about texts of this person. One query."""
    return list(Review.objects.filter(_about(person)).order_by("-opened_at", "-pk")[:PAGE])


def _about(person: int) -> Q:
    """Reports that are still open are not shown to the writer: nothing was decided yet."""
    return Q(writer=person) & (~Q(state=OPEN) | ~Q(origin=REPORTED))


def complaints_about(review: Review) -> list[Complaint]:
    """The first reports, and how often it was reported is `review.reports`. One query."""
    return list(review.complaints.order_by("pk")[:PAGE])


def reporters_of(review: Review) -> set[int]:
    """The people (keys) who reported it with an account. One query."""
    return set(review.complaints.filter(person__isnull=False).values_list("person", flat=True))


def decisions_about(review: Review) -> list[Decision]:
    """The first decision and the one after an appeal. One query."""
    return list(review.decisions.order_by("is_appeal"))


def first_decision(review: Review) -> Decision | None:
    return review.decisions.filter(is_appeal=False).first()


def last_review(noun: str, target: str) -> Review | None:
    """The newest review of this text. One query."""
    return Review.objects.filter(noun=noun, target=target).order_by("-pk").first()


def is_queue_empty_before(review: Review) -> bool:
    """Whether no other text waited in this area: moderators hear of the first one, not of each one."""
    waiting = Review.objects.filter(area=review.area_id, state__in=WAITING, pk__lt=review.pk)
    return not waiting.exists()


def halves_moderating(area: Area, codes: Sequence[str], on: date) -> set[str]:
    """The halves that have a moderator here. One query."""
    return set(seats_holding(MODERATOR, list(codes), on).values_list("half", flat=True))


def pause_of(person: int, at: datetime) -> Pause | None:
    """The pause of this person that ends last; None when there is none now. One query."""
    running = Pause.objects.filter(person=person, from_at__lte=at, until_at__gt=at)
    return running.order_by("-until_at").first()


def setting_for(area: Area) -> AreaSetting:
    """The setting of the area, else of its wijk or gemeente, else the usual one. One query."""
    codes = [code for code in area.where.values() if code]
    found = {
        row.area.code: row for row in AreaSetting.objects.filter(area__code__in=codes).select_related("area")
    }
    return next((found[code] for code in codes if code in found), AreaSetting(area=area))


def postings_since(person: int, moment: datetime) -> int:
    return Posting.objects.filter(person=person, at__gte=moment).count()


def has_posted(person: int) -> bool:
    return Posting.objects.filter(person=person).exists()


def is_new(person: Person, at: datetime) -> bool:
    """Whether this person joined less than two weeks ago."""
    return person.joined_at is None or person.joined_at > at - NEW_FOR


def posted_before(person: int, fingerprint: str, at: datetime, by_anyone: bool) -> bool:
    """Whether the same text was posted in the last month, by this person or (`by_anyone`) by anyone."""
    same = Posting.objects.filter(fingerprint=fingerprint, at__gt=at - SAME_WITHIN)
    return (same if by_anyone else same.filter(person=person)).exists()


def fingerprint_of(texts: Sequence[str]) -> str:
    """The same for texts that a reader would call the same; "" for a text too short to recognise."""
    words = typed.folded(" ".join(texts))
    return sha256(words.encode()).hexdigest() if len(words) >= SHORTEST else ""


SHORTEST = 20


def posted_by(person: int) -> list[tuple[str, str]]:
    """(key, code) of every text that this person posted in the last month, newest first. One query."""
    return list(
        Posting.objects.filter(person=person).order_by("-pk").values_list("noun", "target").distinct()
    )


@dataclass(frozen=True)
class YearFigures:
    """One year of moderation: reports, outcomes, appeals, and the days until the decision (median)."""

    year: int
    reports: int
    texts: int
    by_rule: list[tuple[str, int]]
    outcomes: dict[str, int]
    appeals: int
    reversed: int
    days: int | None
    in_time: int


def figures_for(year: int) -> YearFigures:
    """The figures of the reviews that were opened in a year. Three queries, however many there are."""
    reviews = Review.objects.filter(opened_at__year=year, origin=REPORTED)
    rows = list(reviews.values_list("opened_at", "decided_at", "due_on", "outcome", "appeal", "state"))
    rules = Counter(Complaint.objects.filter(at__year=year).values_list("rule", flat=True))
    days = sorted((decided - opened).days for opened, decided, *_rest in rows if decided)
    late_reversed = Decision.objects.filter(review__in=reviews, is_appeal=True, outcome=KEEP).count()
    outcomes = Counter(outcome for *_first, outcome, _appeal, _state in rows if outcome)
    return YearFigures(
        year=year,
        reports=sum(rules.values()),
        texts=len(rows),
        by_rule=rules.most_common(),
        outcomes={key: outcomes[key] for key in (KEEP, HIDE, REMOVE, PAUSE)},
        appeals=sum(1 for row in rows if row[4]),
        reversed=late_reversed,
        days=days[len(days) // 2] if days else None,
        in_time=sum(1 for _opened, decided, due, *_rest in rows if decided and decided.date() <= due),
    )


def years_with_reports() -> list[int]:
    """The years with reports, newest first. One query."""
    return [moment.year for moment in Review.objects.dates("opened_at", "year", order="DESC")]


def unasked(limit: int) -> QuerySet[Complaint]:
    """Reports with an address that was not asked to confirm yet."""
    return Complaint.objects.exclude(email="").filter(asked_at=None).order_by("pk")[:limit]


def unanswered(limit: int) -> QuerySet[Complaint]:
    """Reports with a confirmed address whose review was decided, and that were not answered yet."""
    rows = Complaint.objects.exclude(email="").filter(confirmed_at__isnull=False, answered_at=None)
    decided = rows.filter(review__decided_at__isnull=False).exclude(review__state=APPEALED)
    return decided.select_related("review").order_by("pk")[:limit]


def _inside(by: Actor) -> Q:
    codes = {code for role, code in by.grants if role == MODERATOR}
    if "" in codes:
        return Q()
    where: dict[str, Any] = {"code__in": codes}
    fits = Q()
    for to in ("area", "area__district", "area__municipality"):
        fits |= Q(**{f"{to}__{key}": value for key, value in where.items()})
    return fits
