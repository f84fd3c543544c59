"""Who is told what about moderation: the moderators, the writer, and those who reported."""

from __future__ import annotations

from typing import Any

from middenstip.domain.moderation import facts
from middenstip.domain.moderation.lifecycle import KEEP, OPEN, OUTCOMES, REPORTED, UNDO
from middenstip.domain.moderation.models import HOUSE_RULES, Complaint, Review, Sweep
from middenstip.domain.moderation.rules import codes_around
from middenstip.domain.moderation.selectors import (
    complaint_by_id,
    decisions_about,
    is_queue_empty_before,
    review_by_id,
    sweep_by_id,
)
from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.rules import MODERATOR
from middenstip.domain.parties.selectors import seats_with_role
from middenstip.journal.told import Silent
from middenstip.notices.audience import Audience, in_seats
from middenstip.notices.dossier import Dossier
from middenstip.notices.policy import MINE, Post, own


def review_in(dossier: Dossier) -> Review | None:
    return dossier.subject("review", review_by_id)


def sweep_in(dossier: Dossier) -> Sweep | None:
    return dossier.subject("sweep", sweep_by_id)


def complaint_in(dossier: Dossier) -> Complaint | None:
    return dossier.subject("complaint", complaint_by_id)


def _moderators(dossier: Dossier) -> list[Seat]:
    review = review_in(dossier)
    return seats_with_role(MODERATOR, codes_around(review.area), dossier.on) if review else []


def _other_moderators(dossier: Dossier) -> list[Seat]:
    return [seat for seat in _moderators(dossier) if seat.half != dossier.entry.data["half"]]


def _writer(dossier: Dossier) -> list[Person]:
    review = review_in(dossier)
    return [review.writer] if review and review.writer else []


def _reporters(dossier: Dossier) -> list[Person]:
    review = review_in(dossier)
    return list(Person.objects.filter(complaints__review=review).order_by("pk")) if review else []


def _swept(dossier: Dossier) -> list[Person]:
    sweep = sweep_in(dossier)
    return [sweep.person] if sweep else []


_ROLE = "jij moderator bent in dit gebied"
MODERATORS = in_seats("moderators", _ROLE, _moderators)
OTHER_MODERATORS = in_seats("other_moderators", _ROLE, _other_moderators)
WRITER = Audience("writer", "dit over jouw tekst gaat", _writer)
REPORTERS = Audience("reporters", "jij dit meldde", _reporters)
SWEPT = Audience("swept", "dit over jouw teksten gaat", _swept)


def _is_first_in_queue(dossier: Dossier) -> bool:
    review = review_in(dossier)
    return review is not None and review.state == OPEN and is_queue_empty_before(review)


def _concerns_writer(dossier: Dossier) -> bool:
    """A text that was reported and stays was never out of sight: its writer did not miss anything."""
    review = review_in(dossier)
    return review is not None and not (review.origin == REPORTED and dossier.entry.data["outcome"] == KEEP)


def _gaps(dossier: Dossier) -> dict[str, Any]:
    review, sweep, data = review_in(dossier), sweep_in(dossier), dossier.entry.data
    told: dict[str, Any] = {"sweep": sweep, "undo_days": UNDO.days}
    if review:
        decisions = decisions_about(review)
        told |= {"review": review, "decision": decisions[-1] if decisions else None}
    rule = HOUSE_RULES.get(sweep.rule if sweep else data.get("rule", ""))
    return told | {"rule": rule.title if rule else "", "outcome": OUTCOMES.get(data.get("outcome", ""), "")}


POST = Post(
    heard={
        facts.ReviewOpened: (own(MODERATORS, page="review", still=_is_first_in_queue),),
        facts.ComplaintMade: Silent("the review it belongs to was told"),
        facts.ReviewDecided: (
            own(WRITER, page="review", still=_concerns_writer),
            own(REPORTERS, page=MINE, text="reporter"),
        ),
        facts.ReviewAppealed: (own(OTHER_MODERATORS, page="review"),),
        facts.ReviewJudged: (
            own(WRITER, page="review"),
            own(REPORTERS, page=MINE, text="reporter"),
        ),
        facts.SweepMade: (own(SWEPT, page=MINE),),
        facts.SweepUndone: (own(SWEPT, page=MINE),),
    },
    things={"review": review_in, "sweep": sweep_in, "complaint": complaint_in},
    gaps=_gaps,
)
