"""The data for the page of one case. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from middenstip.domain.initiatives.models import Partner, ReinsCard
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake.models import Action, Case, Message, Note
from middenstip.domain.intake.selectors import CASE_WITH
from middenstip.domain.parties.models import Grant, Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import holder_of, on_day, sitter

MOST_SEATS = 60
_SEATS = ("owner", "carrier", "asked")


@dataclass(frozen=True)
class Option:
    """A seat to choose from: the person in it, and its roles at this desk."""

    public_id: str
    words: str
    is_handler: bool
    is_connector: bool


def case_page(public_id: str, on: date) -> Case | None:
    """One case with its actions and the newest regie-kaart; None when there is none. Two queries.

    Adds `fixed`, `negotiable`, `open`, `phone_number`, `handler_name`, `connector_name` (None: the seat is
    empty or lost its role). Each action has `owner_name`, `carrier_name` and `asked_name`: the people in
    those seats.
    """
    newest = ReinsCard.objects.filter(initiative=OuterRef("initiative_id")).order_by("-number")
    points = {
        key: Coalesce(Subquery(newest.values(key)[:1]), Value(""), output_field=TextField())
        for key in ("fixed", "negotiable", "open")
    }
    names = {
        "handler_name": holder_of("handler_id", on, HANDLER),
        "connector_name": holder_of("initiative__connector_id", on, CONNECTOR),
    }
    cases = Case.objects.select_related(*CASE_WITH).prefetch_related(_actions(on))
    phone = Coalesce(F("phone__number"), Value(""))
    return cases.annotate(**points, **names, phone_number=phone).filter(public_id=public_id).first()


def notes_for(case: Case, on: date) -> list[Note]:
    """The intake notes, newest first; each with `seat_name`. One query."""
    notes = case.notes.select_related("seat__side__organisation").annotate(seat_name=sitter("seat_id", on))
    return list(notes.order_by("-at", "-pk"))


def messages_for(case: Case, limit: int) -> list[Message]:
    """The newest messages in the case, newest first. One query."""
    messages = case.messages.select_related("person", "seat__side__organisation")
    return list(messages.order_by("-at", "-pk")[:limit])


def message_by_id(public_id: str) -> Message | None:
    return Message.objects.filter(public_id=public_id).first()


def seats_around(case: Case, on: date) -> list[Option]:
    """The seats that can be asked: the desk of the area, seats that take part, the initiator's. One query."""
    held = Grant.objects.filter(on_day(on), seat=OuterRef("pk"))
    held = held.filter(Q(area=None) | Q(area__code__in=area_codes(case.initiative)))
    helps = Partner.objects.filter(seat=OuterRef("pk"), initiative=case.initiative_id, state="accepted")
    seats = Seat.objects.select_related("side__organisation").annotate(
        is_handler=Exists(held.filter(role=HANDLER)),
        is_connector=Exists(held.filter(role=CONNECTOR)),
        name=sitter("pk", on),
    )
    around = Q(is_handler=True) | Q(is_connector=True) | Q(pk=case.initiative.seat_id) | Exists(helps)
    found = seats.filter(around).exclude(name="").order_by("pk")[:MOST_SEATS]
    return [Option(s.public_id, f"{s.name}, {s.label}", s.is_handler, s.is_connector) for s in found]


def _actions(on: date) -> Prefetch[str]:
    names = {f"{key}_name": sitter(f"{key}_id", on) for key in _SEATS}
    with_seats = [f"{key}__side__organisation" for key in _SEATS]
    return Prefetch("actions", Action.objects.select_related(*with_seats).annotate(**names))
