"""Everything the page of one case shows. Never writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce

from middenstip.domain.initiatives.lifecycle import CONNECTING
from middenstip.domain.initiatives.models import Partner, ReinsCard
from middenstip.domain.initiatives.rules import area_codes
from middenstip.domain.intake.lifecycle import DECIDED, IN_HAND, NEW, NO_BOX, STARTED
from middenstip.domain.intake.models import Action, Case, Note
from middenstip.domain.intake.selectors import CASE_WITH
from middenstip.domain.parties.models import Grant, Seat
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import on_day, sitter

MOST_SEATS = 60
_SEATS = ("owner", "carrier", "asked")


@dataclass(frozen=True)
class Option:
    """A seat to choose from: who sits there, and what it may do at this desk."""

    public_id: str
    words: str
    is_handler: bool
    is_connector: bool


def case_page(public_id: str, on: date) -> Case | None:
    """One case with its actions, and the newest regie-kaart. Two queries.

    Adds `fixed`, `negotiable`, `open`, `handler_name`, `broker_name`; each action has `owner_name`,
    `carrier_name` and `asked_name`: who sits in those seats on this day.
    """
    newest = ReinsCard.objects.filter(initiative=OuterRef("initiative_id")).order_by("-number")
    points = {
        key: Coalesce(Subquery(newest.values(key)[:1]), Value(""), output_field=TextField())
        for key in ("fixed", "negotiable", "open")
    }
    names = {
        "handler_name": sitter("handler_id", on, HANDLER),
        "broker_name": sitter("broker_id", on, CONNECTOR),
    }
    cases = Case.objects.select_related(*CASE_WITH).prefetch_related(_actions(on))
    return cases.annotate(**points, **names).filter(public_id=public_id).first()


def is_left(case: Case) -> bool:
    """Whether the handler of this case (read by `case_page`) got up or lost the role while it runs."""
    return case.state in (IN_HAND, STARTED) and not case.handler_name  # type: ignore[attr-defined]


def is_unled(case: Case) -> bool:
    """Whether the initiator was wiped before both began: the desk can only end it."""
    return case.initiative.initiator.erased_at is not None and case.state in (NEW, IN_HAND)


def is_searched(case: Case) -> bool:
    """Whether a verbinder looks for the way, or should."""
    fits_nowhere = case.state == DECIDED and case.outcome == NO_BOX
    return fits_nowhere and case.initiative.stage == CONNECTING


def is_lost(case: Case) -> bool:
    """The same as `is_left`, for the verbinder who looks for the way."""
    return is_searched(case) and not case.broker_name  # type: ignore[attr-defined]


def notes_for(case: Case, on: date) -> list[Note]:
    """What was said, newest first; each with `seat_name`. One query."""
    notes = case.notes.select_related("seat__side__organisation").annotate(seat_name=sitter("seat_id", on))
    return list(notes.order_by("-at", "-pk"))


def seats_around(case: Case, on: date) -> list[Option]:
    """Who can be asked here: the desk of the area, who takes part, and the initiator. One query."""
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
