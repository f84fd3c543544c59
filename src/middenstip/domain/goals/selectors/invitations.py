"""The requests for a chair, the motions, the invitations and the links of a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from middenstip.domain.goals.lifecycle import ASKED, CARRIED, OPEN, PENDING, SENT
from middenstip.domain.goals.models import Consent, Goal, Invitation, Link, Motion, Request
from middenstip.domain.parties.selectors import holder_of


@dataclass(frozen=True)
class Asking:
    """A seat that asked for a chair, with its word for the table."""

    public_id: str
    seat: int
    half: str
    label: str
    name: str
    word: str
    area: str
    counts: bool


def requests_at(goal: Goal, on: date) -> list[Asking]:
    """The seats that wait for a chair, oldest first. One query."""
    rows = Request.objects.filter(goal=goal, state=ASKED).order_by("pk")
    columns = ("public_id", "seat", "seat__half", "seat__title", "seat__side__organisation__name")
    found = rows.annotate(name=holder_of("seat", on)).values_list(
        *columns, "name", "word", "seat__area__name", "seat__confirmed_at"
    )
    return [
        Asking(
            key,
            seat,
            half,
            f"{title}, {organisation}" if organisation else title,
            name or "",
            word,
            area,
            counts is not None,
        )
        for key, seat, half, title, organisation, name, word, area, counts in found
    ]


def request_by_id(goal: Goal, public_id: str) -> Request | None:
    people = ("goal", "seat", "person")
    return Request.objects.select_related(*people).filter(goal=goal, public_id=public_id).first()


def motions_at(goal: Goal, at: datetime) -> list[Motion]:
    """The motions that wait for an answer or can still be undone, newest first. One query."""
    open_ones = Q(state=PENDING) | Q(state=CARRIED)
    found = Motion.objects.filter(open_ones, goal=goal, until__gte=at).order_by("-pk")
    return list(found.select_related("goal", "chair__seat__side__organisation", "by__side__organisation"))


def consents_to(motions: list[Motion]) -> set[tuple[int, int]]:
    """The keys of motion and seat of every yes. One query, none without motions."""
    if not motions:
        return set()
    return set(Consent.objects.filter(motion__in=motions).values_list("motion", "seat"))


def motion_by_id(goal: Goal, public_id: str) -> Motion | None:
    found = Motion.objects.filter(goal=goal, public_id=public_id)
    return found.select_related("goal", "chair__seat").first()


def invitation_of(goal: Goal, seat: int) -> Invitation | None:
    """The open invitation of this seat (a key)."""
    return Invitation.objects.filter(goal=goal, seat=seat, state=SENT).select_related("goal").first()


def invitations_of(goal: Goal) -> list[Invitation]:
    """The open invitations of a table, newest first. One query."""
    found = Invitation.objects.filter(goal=goal, state=SENT).order_by("-pk")
    return list(found.select_related("seat__side__organisation"))


def invitation_by_id(goal: Goal, public_id: str) -> Invitation | None:
    return Invitation.objects.filter(goal=goal, public_id=public_id).select_related("goal").first()


def links_of(goal: Goal, at: datetime) -> list[Link]:
    """The links of a table that work now, newest first. One query."""
    return list(Link.objects.filter(goal=goal, state=OPEN, until__gte=at, used__lt=F("most")).order_by("-pk"))


def link_by_id(goal: Goal, public_id: str) -> Link | None:
    return Link.objects.filter(goal=goal, public_id=public_id).select_related("goal").first()


def link_by_token(token: str) -> Link | None:
    """The link with this token, with its table and the seat that made it."""
    people = ("goal__initiative", "goal__area", "by__side__organisation")
    return Link.objects.select_related(*people).filter(token=token).first()


def links_to_mail() -> QuerySet[Link]:
    """The links that must still be mailed."""
    waiting = Link.objects.filter(is_mail=True, state=OPEN, mailed_at=None).exclude(address="")
    return waiting.select_related("goal", "by__side__organisation").order_by("pk")
