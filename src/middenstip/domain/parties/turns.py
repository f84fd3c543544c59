"""Whose turn it is about a seat: others confirm that it speaks for its half.

| state of the seat | who | ask |
|---|---|---|
| a new claim, a person sits in it | seats that count for its half around there, administrators | confirm |
| confirmed | nobody | |

| somebody left it with open promises | who sits there now | confirm each |
| its organisation wrote a year ago how it works | its seats | look again |

An organisation that asks to take part waits for the same seats: those that count for its half, and
administrators.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.parties.models import Application, Grant, Handover, LogicCard, Membership, Seat
from middenstip.domain.parties.rules import ADMIN
from middenstip.kernel.turn import NOBODY, Move, Turn, Turns, Who, rows, turn_for

AGAIN = timedelta(days=365)  # after which an organisation looks again at how it works
_LOGIC = "side__organisation__logic"

CONFIRM_SEAT = Move(
    "confirm_seat",
    _noop("Klopt het dat deze zetel voor deze helft praat? %(words)s"),
    _noop("Bekijk en bevestig"),
    "/zetel/{}/",
)
HAND_OVER = Move(
    "confirm_handover",
    _noop("Zeg van elke belofte van je voorganger of jij die overneemt."),
    _noop("Bekijk en bevestig"),
    "/zetel/{}/overdracht/",
)
LOOK_AGAIN = Move(
    "check_logic",
    _noop("Klopt nog hoe jullie werken? Het is een jaar geleden nagekeken."),
    _noop("Bekijk de kaart"),
    "/partij/{}/logica/",
)
DECIDE = Move(
    "decide_application",
    _noop("Een organisatie wil meedoen: %(words)s. Ken je haar?"),
    _noop("Bekijk en beslis"),
    "/aanvraag/{}/",
)


def seat_turn(seat: Seat, confirmers: Sequence[int]) -> Turn | None:
    """Whose turn it is about this seat; `confirmers` are the keys of the seats that may confirm it."""
    if seat.confirmed_at:
        return None
    return turn_for(CONFIRM_SEAT, seat.public_id, NOBODY, seats=confirmers, words=seat.title)


def application_turn(application: Application, deciders: Sequence[int]) -> Turn | None:
    """Whose turn it is about an organisation that asks in; `deciders` are the keys of the seats that may."""
    if application.state != Application.ASKED:
        return None
    words = application.organisation
    return turn_for(DECIDE, application.public_id, NOBODY, seats=deciders, words=words, since=application.at)


def handover_turn(handover: Handover) -> Turn | None:
    """Whose turn it is in a handover (read with its seat): the person who sits there now."""
    if handover.closed_at:
        return None
    seat = handover.seat
    who = Who(seat.label, half=seat.half)
    told: dict[str, Any] = {"since": handover.at, "due": handover.due_on}
    return turn_for(HAND_OVER, seat.public_id, who, seats=[seat.pk], **told)


def logic_turn(card: LogicCard, today: date, seats: Sequence[int]) -> Turn | None:
    """Whose turn it is about how an organisation works; `seats` are the keys of its seats."""
    if card.replaced_at or card.checked_on > today - AGAIN:
        return None
    return turn_for(LOOK_AGAIN, card.organisation.public_id, NOBODY, seats=seats)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for these seats (keys): one row for each seat that waits."""
    valid = Q(from_on__lte=today) & (Q(until_on=None) | Q(until_on__gt=today))
    sits = Membership.objects.filter(valid, seat=OuterRef("pk"))
    areas = ("area", "area__district", "area__municipality")
    around = Q()
    for area in areas:
        around |= Q(area=OuterRef(area))
    counting = Seat.objects.filter(around, pk__in=seats, half=OuterRef("half"), confirmed_at__isnull=False)
    held = Grant.objects.filter(valid, Q(area=None) | around, seat__in=seats, role=ADMIN)
    asked = Seat.objects.filter(Exists(sits), Exists(counting) | Exists(held), confirmed_at=None)
    applied = Application.objects.filter(Exists(counting) | Exists(held), state=Application.ASKED)
    old = {f"{_LOGIC}__replaced_at": None, f"{_LOGIC}__checked_on__lte": today - AGAIN}
    look = Seat.objects.filter(pk__in=seats, **old)
    return [
        rows(CONFIRM_SEAT, asked.exclude(pk__in=seats), title="title", context="area__name", words="title"),
        rows(
            DECIDE,
            applied.exclude(person=person),
            title="organisation",
            context="area__name",
            words="organisation",
        ),
        rows(
            HAND_OVER,
            Handover.objects.filter(seat__in=seats, closed_at=None),
            target="seat__public_id",
            title="seat__title",
            seat="seat_id",
            due="due_on",
        ),
        rows(
            LOOK_AGAIN,
            look,
            target="side__organisation__public_id",
            title="side__organisation__name",
            seat="pk",
        ),
    ]


TURNS = Turns((CONFIRM_SEAT, DECIDE, HAND_OVER, LOOK_AGAIN), rows_for)
