"""What waits for somebody, over all rooms: one query, however much there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from middenstip.domain.areas.models import Area
from middenstip.domain.goals.models import Answer, Chair, Invitation, Letter
from middenstip.domain.initiatives.models import Initiative, Partner
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.parties.models import Follow, Membership
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import on_day, working
from middenstip.domain.projects.models import Agreement, Signature
from middenstip.kernel.prepared import Prepared

MOST = 100  # more than anybody can look after; a bound, so that the page always costs the same
NO_DAY = date(9999, 12, 31)

# What asks for an act, and what is only to know.
TO_DO = (
    "draft",
    "confirm_mine",
    "confirm",
    "decide",
    "help",
    "invited",
    "letter",
    "answer",
    "sign",
    "new_day",
    "close",
    "action",
    "back",
    "asked",
)
PROMISE, CARRIED, FOLLOWED, FOLLOWED_AREA = "promise", "carried", "followed", "followed_area"


@dataclass(frozen=True)
class Waiting:
    """One line: `target` is the public id to act on, `seat` the key of the seat that must act (0: any).

    `title` says what it is about and `context` where it belongs, both as people wrote them; `due_on` is
    None without a day.
    """

    kind: str
    target: str
    title: str
    context: str
    seat: int
    due_on: date | None

    def is_late(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today


def waiting_for(*, person: int, seats: Sequence[int], today: date) -> list[Waiting]:
    """Everything of this person (a key) in these seats (keys), what is due first comes first. One query."""
    rows = _WAITING.rows(person=person, seats=seats, today=today)
    return [
        Waiting(kind, target, title, context, seat, None if due == NO_DAY else due)
        for kind, target, title, context, seat, due in rows
    ]


def _everything(person: int, seats: Sequence[int], today: date) -> QuerySet[Any, Any]:
    parts = [
        *_of_person(person),
        _left_to_close(person, seats, today),
        *_at_desk(seats, today),
        *_at_table(seats),
        *_agreements(seats, today),
        *_actions(person, seats, today),
        *_followed(person),
    ]
    together: QuerySet[Any, Any] = parts[0].union(*parts[1:], all=True)
    return together.order_by("w_due", "w_kind", "w_target")[:MOST]


def _rows(
    kind: str,
    rows: QuerySet[Any],
    *,
    target: str = "public_id",
    title: str,
    context: str = "",
    seat: str = "",
    due: str = "",
) -> Any:
    """These rows in the one shape that all kinds share."""
    never = Value(NO_DAY, output_field=DateField())
    shape = {
        "w_kind": Value(kind, output_field=CharField()),
        "w_target": F(target),
        "w_title": Cast(F(title), TextField()),
        "w_context": Cast(F(context), TextField()) if context else Value("", output_field=TextField()),
        "w_seat": Cast(F(seat), IntegerField()) if seat else Value(0, output_field=IntegerField()),
        "w_due": Coalesce(F(due), never, output_field=DateField()) if due else Cast(never, DateField()),
    }
    return rows.order_by().annotate(**shape).values_list(*shape)


def _of_person(person: int) -> list[QuerySet[Any, Any]]:
    drafts = Initiative.objects.filter(initiator=person, stage="draft")
    offers = Partner.objects.filter(initiative__initiator=person, state="offered")
    offers = offers.exclude(initiative__stage__in=ENDED)
    starts = Case.objects.filter(initiative__initiator=person, state="in_hand", initiator_confirmed_at=None)
    return [
        _rows("draft", drafts, title="title", context="area__name"),
        _rows("help", offers, target="initiative__public_id", title="brings", context="initiative__title"),
        _rows("confirm_mine", starts, title="initiative__title", due="due_on"),
    ]


def _left_to_close(person: int, seats: Sequence[int], today: date) -> Any:
    """What nobody closes any more because who it was promised to is gone: that is the initiator's."""
    running = Agreement.objects.filter(state="open", initiative__initiator=person, due_on__lte=today)
    sits = Membership.objects.filter(on_day(today), seat=OuterRef("promisee"))
    gone = running.filter(~Exists(sits)).exclude(promisor__in=seats)
    return _rows("close", gone, title="what", context="initiative__title", due="due_on")


def _at_desk(seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    mine = Case.objects.filter(handler__in=seats).filter(handler__in=working(HANDLER, today).values("seat"))
    starts = mine.filter(state="in_hand", handler_confirmed_at=None, initiative__initiator__erased_at=None)
    more = {"title": "initiative__title", "context": "next_step", "seat": "handler_id", "due": "due_on"}
    return [_rows("confirm", starts, **more), _rows("decide", mine.filter(state="started"), **more)]


def _at_table(seats: Sequence[int]) -> list[QuerySet[Any, Any]]:
    mine = Chair.objects.filter(seat__in=seats, left_at=None)
    wrote = Letter.objects.filter(goal=OuterRef("goal"), seat=OuterRef("seat"))
    said = Answer.objects.filter(
        version__goal=OuterRef("goal"), version__number=OuterRef("goal__number"), seat=OuterRef("seat")
    )
    sits = Chair.objects.filter(goal=OuterRef("goal"), left_at=None)  # came already, or in another hat
    sits = sits.filter(Q(seat=OuterRef("seat")) | Q(seat__in=seats))
    asked = Invitation.objects.filter(~Exists(sits), seat__in=seats).exclude(
        goal__state__in=["stopped", "finished", "shared"]
    )
    more = {"target": "goal__public_id", "title": "goal__title", "seat": "seat_id"}
    more |= {"context": "goal__initiative__title"}
    return [
        _rows("letter", mine.filter(~Exists(wrote), goal__state="writing"), **more),
        _rows("answer", mine.filter(~Exists(said), goal__state="proposed"), **more),
        _rows("invited", asked, **more),
    ]


def _agreements(seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    unsigned = Signature.objects.filter(seat__in=seats, at=None, agreement__state="proposed")
    unsigned = unsigned.filter(Q(agreement__goal=None) | Q(agreement__goal__state="shared"))
    over = Q(agreement__due_on__lt=today)
    running = Agreement.objects.filter(state="open")
    more = {"title": "what", "context": "initiative__title", "due": "due_on"}
    text = {"title": "agreement__what", "context": "agreement__initiative__title"}
    text |= {"target": "agreement__public_id", "seat": "seat_id"}
    return [
        _rows("sign", unsigned.exclude(over), **text),
        _rows("new_day", unsigned.filter(over), **text),
        _rows("close", running.filter(promisee__in=seats, due_on__lte=today), seat="promisee_id", **more),
        _rows(PROMISE, running.filter(promisor__in=seats), seat="promisor_id", **more),
    ]


def _actions(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    running = Action.objects.filter(state="open")
    more = {"title": "text", "context": "case__initiative__title"}
    case = {"target": "case__public_id"} | more
    asked = running.filter(asked__in=seats, asked_until__gte=today)  # after that day nobody can say yes
    mine = Q(case__initiative__initiator=person, owner=F("case__initiative__seat"))  # also after getting up
    owned = running.filter(Q(owner__in=seats) | mine)
    over = owned.filter(carried_until__lt=today)  # the monkey may go back to its owner
    return [
        _rows("action", owned.filter(carrier=None), seat="owner_id", due="due_on", **case),
        _rows("back", over, seat="owner_id", due="carried_until", **case),
        _rows("asked", asked, seat="asked_id", due="asked_until", **case),
        _rows(CARRIED, running.filter(carrier__in=seats), seat="carrier_id", due="carried_until", **more),
    ]


def _followed(person: int) -> list[QuerySet[Any, Any]]:
    mine = Follow.objects.filter(person=person)
    initiatives = mine.filter(kind=Follow.INITIATIVE).values("target")
    areas = mine.filter(kind=Follow.AREA).values("target")
    return [
        _rows(
            FOLLOWED,
            Initiative.objects.filter(public_id__in=Subquery(initiatives)),
            title="title",
            context="stage",
        ),
        _rows(FOLLOWED_AREA, Area.objects.filter(code__in=Subquery(areas)), target="code", title="name"),
    ]


_WAITING = Prepared(_everything, keys=["person"], key_lists=["seats"], days=["today"])
