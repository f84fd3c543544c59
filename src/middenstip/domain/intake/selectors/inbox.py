"""The inbox of the desk: which cases, how many per bin, and where the ball lies. Never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Case as When
from django.db.models import CharField, Count, Q, QuerySet, Value
from django.db.models import When as If

from middenstip.domain.initiatives.lifecycle import CONNECTING
from middenstip.domain.initiatives.selectors import ENDED
from middenstip.domain.intake.lifecycle import DECIDED, IN_HAND, NEW, NO_BOX, STARTED
from middenstip.domain.intake.models import Case
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import sitter, working
from middenstip.kernel.actor import Actor

NOBODY, WITH_HANDLER, WITH_INITIATOR, WITH_BROKER = "nobody", "handler", "initiator", "broker"
AWAY, OVER = "away", "over"  # with the initiative; the initiative has ended

ALL = "alles"
_NO_BOX = Q(state=DECIDED, outcome=NO_BOX, initiative__stage=CONNECTING)
_WAITS = Q(state=IN_HAND, handler_confirmed_at__isnull=False, initiator_confirmed_at=None)
_WAITS &= Q(initiative__initiator__erased_at=None)  # who is wiped confirms nothing any more
_IN_HAND = Q(state__in=[IN_HAND, STARTED])
COLUMNS = (
    "pk",
    "public_id",
    "state",
    "outcome",
    "next_step",
    "opened_at",
    "moved_at",
    "handler_id",
    "broker_id",
    "initiative__title",
    "initiative__initiator_id",
    "initiative__initiator__name",
    "initiative__initiator__erased_at",
    "initiative__area__name",
    "initiative__area__code",
    "initiative__district__code",
    "initiative__municipality__code",
)


def nobodys(on: date) -> Q:
    """Cases that nobody took yet, or whose handler (or verbinder, when that is who goes on) got up or lost
    the role: they wait for a colleague."""
    left = _IN_HAND & ~Q(handler__in=working(HANDLER, on).values("seat"))
    lost = _NO_BOX & ~Q(broker__in=working(CONNECTOR, on).values("seat"))
    return Q(state=NEW) | left | lost


def bins_for(actor: Actor, on: date) -> dict[str, Q]:
    """The bins of the inbox by their word in the address, as conditions."""
    return {
        "van-mij": ((_IN_HAND & Q(handler=actor.seat)) | (_NO_BOX & Q(broker=actor.seat))) & ~nobodys(on),
        "nieuw": nobodys(on),
        "wacht": _WAITS & ~nobodys(on),
        "geen-hokje": _NO_BOX,
        ALL: Q(pk__isnull=False),
    }


def bin_counts(actor: Actor, on: date) -> dict[str, int]:
    """How many cases in each bin. One query."""
    bins = bins_for(actor, on)
    names = {key: key.replace("-", "_") for key in bins}
    counts = {names[key]: Count("pk", filter=wanted) for key, wanted in bins.items()}
    found = _of(actor).aggregate(**counts)
    return {key: found[name] for key, name in names.items()}


def cases_in(
    actor: Actor, name: str, limit: int, on: date, after: tuple[datetime, int] | None = None
) -> list[dict[str, Any]]:
    """Cases of a bin, longest open first (all of them: newest first). One query.

    Flat dicts of `COLUMNS`, `ball`, `handler_name` and `broker_name` (who sits there on this day). `ball`
    says with whom it lies (`NOBODY` … `OVER`); `after` is the place of the last row shown.
    """
    rows = _with_ball(_of(actor).filter(bins_for(actor, on)[name]), on)
    down = name == ALL
    rows = rows.order_by("-opened_at", "-pk") if down else rows.order_by("opened_at", "pk")
    if after:
        at, pk = after
        beyond = "lt" if down else "gt"
        rows = rows.filter(Q(**{f"opened_at__{beyond}": at}) | Q(**{"opened_at": at, f"pk__{beyond}": pk}))
    return list(rows.values(*COLUMNS, "ball", "handler_name", "broker_name")[:limit])


def first_and_new(actor: Actor, most_new: int, on: date) -> tuple[Case | None, list[Case]]:
    """The case of this seat that waits longest on it, and the oldest cases that are nobody's. One query."""
    cases, free = _of(actor), nobodys(on)
    waits = (_IN_HAND & Q(handler=actor.seat) & ~_WAITS) | (_NO_BOX & Q(broker=actor.seat))
    mine = cases.filter(waits & ~free).order_by("moved_at", "pk")
    new = cases.filter(free).order_by("opened_at", "pk")
    wanted = Q(pk__in=mine.values("pk")[:1]) | Q(pk__in=new.values("pk")[:most_new])
    people = ("initiative__initiator", "initiative__area", "initiative__district", "initiative__municipality")
    rows = Case.objects.select_related(*people).filter(wanted).order_by("opened_at", "pk")
    found = list(rows.annotate(is_free=When(If(free, then=True), default=False)))
    first = next((case for case in found if not case.is_free), None)
    return first, [case for case in found if case.is_free]


def _of(actor: Actor) -> QuerySet[Case]:
    """The cases of the areas in which this seat works at the desk."""
    codes = {code for role, code in actor.grants if role in (HANDLER, CONNECTOR)}
    if "" in codes:
        return Case.objects.all()
    return Case.objects.filter(_within(codes))


def _within(codes: Iterable[str]) -> Q:
    codes = list(codes)
    here = Q(municipality__code__in=codes) | Q(initiative__area__code__in=codes)
    return here | Q(initiative__district__code__in=codes)


def _with_ball(cases: QuerySet[Case], on: date) -> QuerySet[Case]:
    ball = When(
        If(initiative__stage__in=ENDED, then=Value(OVER)),
        If(nobodys(on), then=Value(NOBODY)),
        If(_WAITS, then=Value(WITH_INITIATOR)),
        If(_IN_HAND, then=Value(WITH_HANDLER)),
        If(_NO_BOX, then=Value(WITH_BROKER)),
        default=Value(AWAY),
        output_field=CharField(),
    )
    names = {
        "handler_name": sitter("handler_id", on, HANDLER),
        "broker_name": sitter("broker_id", on, CONNECTOR),
    }
    return cases.annotate(ball=ball, **names)
