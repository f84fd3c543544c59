"""Services that write moderation. Hiding and showing a text is done by the journeys around them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from middenstip.domain.areas.models import Area
from middenstip.domain.moderation import facts, rules
from middenstip.domain.moderation.lifecycle import (
    KEEP,
    LONGEST_PAUSE,
    OPEN,
    OUTCOMES,
    PAUSE,
    REMOVE,
    REPORTED,
    REVIEW,
    due_after,
)
from middenstip.domain.moderation.models import (
    HOUSE_RULES,
    Appeal,
    AreaSetting,
    Complaint,
    Decision,
    Pause,
    Posting,
    Review,
    Sweep,
)
from middenstip.domain.moderation.selectors import (
    SAME_WITHIN,
    first_decision,
    halves_moderating,
    reporters_of,
)
from middenstip.domain.parties.models import Person, Seat
from middenstip.journal.record import record
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

PER_NETWORK = 10  # reports in an hour
PER_PERSON = 30  # reports in a day
ADDRESS_KEPT = timedelta(days=30)  # after the answer
ADDRESS_LONGEST = timedelta(days=180)
WHY = "Schrijf in één zin waarom."


@write
def open_review(
    *,
    noun: str,
    target: str,
    area: Area,
    writer: Person | None,
    seat: Seat | None = None,
    origin: str = REPORTED,
    at: datetime,
) -> Review:
    """The open review of this text; created if there is none, so that a second report joins the first."""
    found = (
        Review.objects.select_for_update(of=("self",)).filter(noun=noun, target=target, state=OPEN).first()
    )
    if found:
        return found
    due_on = due_after(timezone.localdate(at))
    told = {"writer": writer, "seat": seat, "origin": origin, "opened_at": at, "due_on": due_on}
    review = Review(noun=noun, target=target, area=area, **told).store()
    _record(facts.ReviewOpened, review.public_id, area, None, at, origin=origin)
    return review


@write
def add_complaint(
    *,
    review: Review,
    rule: str,
    reason: str,
    person: Doer | None = None,
    email: str = "",
    network: str = "",
    at: datetime,
) -> Complaint:
    """Add a report. The same person reports a text once; a second time returns the first report."""
    rule, reason = _checked(rule, reason)
    if person:
        before = review.complaints.filter(person=person.person_id).first()
        if before:
            return before
    _limited(person, network, at)
    complaint = Complaint(
        review=review,
        rule=rule,
        reason=reason,
        person_id=person.person_id if person else None,
        email="" if person else email,
        network=network,
        at=at,
    ).store()
    Review.objects.filter(pk=review.pk).update(reports=F("reports") + 1)
    _record(facts.ComplaintMade, complaint.public_id, review.area, person, at, review=review.public_id)
    return complaint


@write
def confirm_address(*, complaint: Complaint, token: str, at: datetime) -> Complaint:
    """The person who reported confirms the address, with the token from the mail. Repeatable."""
    if not complaint.email or token != complaint.token:
        raise NotNow("Deze link klopt niet meer. Je kunt het antwoord hier lezen met je code.")
    if complaint.confirmed_at is None:
        complaint.confirmed_at = at
        complaint.store("confirmed_at")
    return complaint


@write
def decide_review(
    *, by: Actor, review: Review, outcome: str, rule: str, reason: str, days: int = 0, at: datetime
) -> Review:
    """The first decision about a text. The second moderator at the same moment is told of the first."""
    review = _fresh(review)
    require(rules.may_decide(by, review, reporters_of(review)))
    _still_open(review, "decide")
    if outcome == REMOVE:
        codes = rules.codes_around(review.area)
        require(rules.may_remove(halves_moderating(review.area, codes, timezone.localdate(at))))
    review.state = REVIEW.after(review.state, "decide")
    decision = _decide(by, review, outcome, rule, reason, days, at)
    told: dict[str, Any] = {"outcome": outcome, "rule": decision.rule, "days": decision.days}
    _record(facts.ReviewDecided, review.public_id, review.area, by, at, **told)
    return review


@write
def appeal_review(*, by: Doer, review: Review, text: str, at: datetime) -> Review:
    """The writer appeals, once."""
    review = _fresh(review)
    first = first_decision(review)
    require(rules.may_appeal(by, review, first, at))
    if Appeal.objects.filter(review=review).exists():
        raise NotNow("Je maakte al bezwaar. Op een bezwaar volgt geen tweede bezwaar.")
    review.state = REVIEW.after(review.state, "appeal")
    text = typed.text(text)
    if not text:
        raise Invalid({"text": "Schrijf waarom je het er niet mee eens bent."})
    Appeal(review=review, text=text, at=at).store()
    review.due_on = due_after(timezone.localdate(at))
    review.store("state", "due_on")
    half = first.half if first else ""
    _record(facts.ReviewAppealed, review.public_id, review.area, by, at, half=half)
    return review


@write
def judge_review(*, by: Actor, review: Review, keeps: bool, rule: str, reason: str, at: datetime) -> Review:
    """Another moderator of another half keeps the first decision, or reverses it: the text is shown again."""
    review = _fresh(review)
    first = first_decision(review)
    require(rules.may_decide(by, review, reporters_of(review)))
    _still_open(review, "judge")
    review.state = REVIEW.after(review.state, "judge")
    assert first  # it was decided
    require(rules.may_judge(by, first))
    review.closed_at = at
    outcome = first.outcome if keeps else KEEP
    decision = _decide(by, review, outcome, rule, reason, first.days if keeps else 0, at, is_appeal=True)
    if not keeps:
        Pause.objects.filter(review=review, until_at__gt=at).update(until_at=at)
    told = {"outcome": outcome, "rule": decision.rule}
    _record(facts.ReviewJudged, review.public_id, review.area, by, at, **told)
    return review


@write
def mark_dropped(*, review: Review, at: datetime) -> None:
    """The words of a removed text were deleted for good. No moderator reads them again."""
    review.dropped_at = at
    review.store("dropped_at")


@write
def count_posting(*, person: int, noun: str, target: str, fingerprint: str, at: datetime) -> None:
    """Remember that a person posted this text."""
    Posting(person_id=person, noun=noun, target=target, fingerprint=fingerprint, at=at).store()


@write
def start_sweep(
    *,
    by: Actor,
    person: Person,
    area: Area,
    rule: str,
    reason: str,
    days: int,
    texts: list[tuple[str, str]],
    seats: list[int],
    at: datetime,
) -> Sweep:
    """Record what one act undid, and pause the person."""
    require(rules.may_moderate(by, area))
    if by.person_id == person.pk:
        raise NotNow("Over jezelf besluit een andere moderator.")
    rule, reason = _checked(rule, reason)
    sweep = Sweep(
        person=person,
        area=area,
        rule=rule,
        reason=reason,
        seat_id=by.seat_id,
        texts=[list(one) for one in texts],
        seats=seats,
        at=at,
    ).store()
    until = at + timedelta(days=_days(days))
    Pause(person=person, sweep=sweep, rule=rule, reason=reason, from_at=at, until_at=until).store()
    told: dict[str, Any] = {"texts": len(texts), "seats": len(seats)}
    _record(facts.SweepMade, sweep.public_id, area, by, at, **told)
    return sweep


@write
def end_sweep(*, by: Actor, sweep: Sweep, at: datetime) -> Sweep:
    """Mark a sweep as undone, and end its pause. `NotNow` the second time."""
    sweep = Sweep.objects.select_for_update(of=("self",)).select_related("area", "person").get(pk=sweep.pk)
    require(rules.may_undo(by, sweep, at))
    if sweep.undone_at:
        raise NotNow("Dit is al teruggedraaid.")
    sweep.undone_at = at
    sweep.store("undone_at")
    Pause.objects.filter(sweep=sweep, until_at__gt=at).update(until_at=at)
    _record(facts.SweepUndone, sweep.public_id, sweep.area, by, at)
    return sweep


@write
def choose_setting(*, by: Actor, area: Area, holds_first: bool, posts_per_day: int) -> AreaSetting:
    """Choose what an area wants."""
    require(rules.may_set(by, area))
    if not 1 <= posts_per_day <= MOST_PER_DAY:
        raise Invalid({"posts_per_day": said("Kies een getal van 1 tot %(most)s.", most=MOST_PER_DAY)})
    told = {"holds_first": holds_first, "posts_per_day": posts_per_day}
    return AreaSetting.objects.update_or_create(area=area, defaults=told)[0]


MOST_PER_DAY = 500


@write
def forget_reporters(*, at: datetime) -> int:
    """Delete the addresses and networks of reports, and old postings, after their term; returns how many."""
    over = Q(answered_at__lt=at - ADDRESS_KEPT) | Q(at__lt=at - ADDRESS_LONGEST)
    forgotten = Complaint.objects.filter(over).exclude(email="").update(email="")
    Complaint.objects.filter(at__lt=at - timedelta(days=1)).exclude(network="").update(network="")
    Posting.objects.filter(at__lt=at - SAME_WITHIN).delete()
    return forgotten


def _decide(
    by: Actor,
    review: Review,
    outcome: str,
    rule: str,
    reason: str,
    days: int,
    at: datetime,
    is_appeal: bool = False,
) -> Decision:
    if outcome not in OUTCOMES:
        raise Invalid({"outcome": "Kies een besluit."})
    rule, reason = _checked(rule, reason)
    days = _days(days) if outcome == PAUSE else 0
    decision = Decision(
        review=review,
        is_appeal=is_appeal,
        outcome=outcome,
        rule=rule,
        reason=reason,
        days=days,
        person_id=by.person_id,
        seat_id=by.seat_id,
        half=by.half,
        at=at,
    ).store()
    review.outcome = outcome
    review.decided_at = review.decided_at or at
    review.store("state", "outcome", "decided_at", "closed_at")
    if days and review.writer and not is_appeal:
        until = at + timedelta(days=days)
        Pause(
            person=review.writer, review=review, rule=rule, reason=reason, from_at=at, until_at=until
        ).store()
    return decision


def _checked(rule: str, reason: str) -> tuple[str, str]:
    errors = {}
    if rule not in HOUSE_RULES:
        errors["rule"] = "Kies welke regel het is."
    reason = typed.text(reason)
    if not reason:
        errors["reason"] = WHY
    if errors:
        raise Invalid(errors)
    return rule, reason


def _days(days: int) -> int:
    if not 1 <= days <= LONGEST_PAUSE:
        raise Invalid({"days": said("Kies een getal van 1 tot %(most)s.", most=LONGEST_PAUSE)})
    return days


def _limited(person: Doer | None, network: str, at: datetime) -> None:
    """Refuse more reports than a person or network needs. Nothing is lost: the refusal shows the text."""
    wait = "Even rustig aan: er kwamen veel meldingen tegelijk. Probeer het over een uur nog eens."
    if person:
        today = Complaint.objects.filter(person=person.person_id, at__gt=at - timedelta(days=1)).count()
        if today >= PER_PERSON:
            raise NotNow(wait)
    elif network:
        hour = Complaint.objects.filter(network=network, at__gt=at - timedelta(hours=1)).count()
        if hour >= PER_NETWORK:
            raise NotNow(wait)


def _still_open(review: Review, act: str) -> None:
    """Tell the second moderator what the first one decided."""
    if not REVIEW.allows(review.state, act) and review.outcome:
        told = {"outcome": OUTCOMES[review.outcome]}
        raise NotNow(said("Een andere moderator besloot al: %(outcome)s.", **told))


def _fresh(review: Review) -> Review:
    """The review as it is now, locked until the end of the transaction."""
    rows = Review.objects.select_for_update(of=("self",))
    return rows.select_related("area__district", "area__municipality", "writer", "seat").get(pk=review.pk)


def _record(kind: Any, subject: str, area: Area, by: Doer | None, at: datetime, **data: Any) -> None:
    record(kind(subject=subject, **data, **area.where), by=by, at=at)
