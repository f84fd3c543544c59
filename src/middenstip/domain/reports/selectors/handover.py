"""What a seat still owes, for the one who comes after: read from the record, never written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from middenstip.domain.advice.lifecycle import WITHDRAWN
from middenstip.domain.advice.models import AdviceRequest
from middenstip.domain.agreements.lifecycle import OPEN as PROMISED
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.intake.models import Action, Case, Challenge
from middenstip.domain.intake.turns import CHALLENGED, RUNNING, SEARCHED
from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.signals.lifecycle import OPEN as WAITING
from middenstip.domain.signals.models import Signal

MOST = 200


@dataclass(frozen=True)
class Owed:
    """One open thing of a seat: its page, its name, its last day, and the other side by function or role."""

    noun: str
    public_id: str
    name: str
    due: date | None
    contact: str = ""
    shown_on: str = ""  # the case whose page shows it, of an action


@dataclass(frozen=True)
class Handover:
    """Everything open of one seat, and since when it is empty (None: it is not, or always was)."""

    cases: tuple[Owed, ...]
    promises: tuple[Owed, ...]
    actions: tuple[Owed, ...]
    signals: tuple[Owed, ...]
    advice: tuple[Owed, ...]
    is_empty: bool
    empty_since: date | None


def handover_of(seat: Seat, on: date) -> Handover:
    """The dossier of a seat. Seven queries."""
    is_empty, since = empty_since(seat, on)
    cases, promises, actions, signals, advice = (tuple(part) for part in _parts(seat, MOST))
    return Handover(cases, promises, actions, signals, advice, is_empty, since)


def owed_by(seat: Seat) -> list[Owed]:
    """Everything that the seat owes now, in the order of the dossier. Six queries."""
    return [one for part in _parts(seat) for one in part]


def _parts(
    seat: Seat, most: int | None = None
) -> tuple[list[Owed], list[Owed], list[Owed], list[Owed], list[Owed]]:
    cases = Case.objects.filter((RUNNING & Q(handler=seat)) | (SEARCHED & Q(initiative__connector=seat)))
    cases = cases.select_related("initiative").order_by("due_on", "pk")
    promises = Agreement.objects.filter(promisor=seat, state=PROMISED)
    promises = promises.select_related("promisee__side__organisation").order_by("due_on", "pk")
    actions = Action.objects.filter(Q(owner=seat, carrier=None) | Q(carrier=seat), state="open")
    actions = actions.select_related("case__initiative").order_by("due_on", "pk")
    signals = Signal.objects.filter(to=seat, state__in=WAITING).order_by("due_on", "pk")
    advice = AdviceRequest.objects.filter(seat=seat, waiting__gt=0).exclude(state=WITHDRAWN)
    advice = advice.order_by("closes_on", "pk")
    asked = Challenge.objects.filter(case__handler=seat, state__in=CHALLENGED)
    asked = asked.select_related("case__initiative").order_by("due_on", "pk")
    return (
        [
            *(Owed("case", one.public_id, one.initiative.title, one.due_on) for one in cases[:most]),
            *(
                Owed("challenge", one.public_id, one.case.initiative.title, one.due_on)
                for one in asked[:most]
            ),
        ],
        [
            Owed("agreement", one.public_id, one.what, one.due_on, one.promisee.label)
            for one in promises[:most]
        ],
        [
            Owed("action", one.public_id, one.text, one.due_on, one.case.initiative.title, one.case.public_id)
            for one in actions[:most]
        ],
        [Owed("signal", one.public_id, one.title, one.due_on) for one in signals[:most]],
        [Owed("advice", one.public_id, one.question, one.due_on) for one in advice[:most]],
    )


def empty_since(seat: Seat, on: date) -> tuple[bool, date | None]:
    """Whether nobody sits there, and since when."""
    rows = list(Membership.objects.filter(seat=seat).order_by("-pk").values_list("from_on", "until_on"))
    sits = any(start <= on and (end is None or on < end) for start, end in rows)
    ends = [end for _start, end in rows if end is not None]
    return not sits, max(ends) if ends and not sits else None
