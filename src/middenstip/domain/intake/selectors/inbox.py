"""The inbox of the desk: the cases, and their number per bin. Never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Case as When
from django.db.models import Count, F, Q, QuerySet
from django.db.models import When as If

from middenstip.domain.initiatives.lifecycle import STAGES
from middenstip.domain.intake.lifecycle import STOPPED
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors import CASE_WITH
from middenstip.domain.intake.turns import RUNNING, SEARCHED, WAITS_FOR_INITIATOR, nobodys
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.parties.selectors import holder_of
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import typed_number

ALL, OVER_TOO = "alles", "klaar"
OVER = Q(state=STOPPED) | Q(initiative__stage__in=STAGES.ends)


def bins_for(actor: Actor, on: date) -> dict[str, Q]:
    """The bins of the inbox as conditions, by their word in the URL."""
    return {
        "van-mij": _mine(actor) & ~nobodys(on),
        "nieuw": nobodys(on),
        "wacht": WAITS_FOR_INITIATOR & ~nobodys(on),
        "geen-hokje": SEARCHED,
        ALL: ~OVER,
        OVER_TOO: OVER,
    }


def bin_counts(actor: Actor, on: date) -> dict[str, int]:
    """The number of cases in each bin. One query."""
    bins = bins_for(actor, on)
    names = {key: key.replace("-", "_") for key in bins}
    counts = {names[key]: Count("pk", filter=wanted) for key, wanted in bins.items()}
    found = _of(actor).aggregate(**counts)
    return {key: found[name] for key, name in names.items()}


def cases_in(
    actor: Actor,
    name: str,
    limit: int,
    on: date,
    after: tuple[datetime, int] | None = None,
    words: str = "",
) -> list[Case]:
    """Cases of a bin for `page.at_case`, longest open first (of all, or done: newest first). One query.

    `after` is the position of the last one shown. With `words` every case with them in the title of the
    initiative or the name of its initiator, or with that number, in any bin.
    """
    wanted = _about(words) if words else bins_for(actor, on)[name]
    rows = _read(_of(actor).filter(wanted), on)
    down = bool(words) or name in (ALL, OVER_TOO)
    rows = rows.order_by("-opened_at", "-pk") if down else rows.order_by("opened_at", "pk")
    if after:
        at, pk = after
        beyond = "lt" if down else "gt"
        rows = rows.filter(Q(**{f"opened_at__{beyond}": at}) | Q(**{"opened_at": at, f"pk__{beyond}": pk}))
    return list(rows[:limit])


def first_and_new(actor: Actor, most_new: int, on: date) -> tuple[Case | None, list[Case]]:
    """This seat's case that has waited longest for it, and the oldest cases without a handler. One query."""
    cases, free = _of(actor), nobodys(on)
    waits = _mine(actor) & ~WAITS_FOR_INITIATOR
    mine = cases.filter(waits & ~free).order_by("moved_at", "pk")
    new = cases.filter(free).order_by("opened_at", "pk")
    wanted = Q(pk__in=mine.values("pk")[:1]) | Q(pk__in=new.values("pk")[:most_new])
    rows = _read(Case.objects.filter(wanted), on).order_by("opened_at", "pk")
    found = list(rows.annotate(is_free=When(If(free, then=True), default=False)))
    first = next((case for case in found if not case.is_free), None)
    return first, [case for case in found if case.is_free]


def _about(words: str) -> Q:
    named = Q(initiative__title__icontains=words) | Q(initiative__initiator__name__icontains=words)
    return named | Q(initiative__public_id=words.lower()) | Q(initiative__number=typed_number(words))


def _mine(actor: Actor) -> Q:
    """Cases that this seat handles, or for which it looks for a way as verbinder."""
    return (RUNNING & Q(handler=actor.seat_id)) | (SEARCHED & Q(initiative__connector=actor.seat_id))


def _read(cases: QuerySet[Case], on: date) -> QuerySet[Case]:
    names = {
        "handler_name": holder_of("handler_id", on, HANDLER),
        "connector_name": holder_of("connector_seat", on, CONNECTOR),
    }
    return cases.select_related(*CASE_WITH).annotate(connector_seat=F("initiative__connector"), **names)


def _of(actor: Actor) -> QuerySet[Case]:
    """The cases in the areas where this seat works at the desk."""
    codes = {code for role, code in actor.grants if role in (HANDLER, CONNECTOR)}
    if "" in codes:
        return Case.objects.all()
    return Case.objects.filter(_within(codes))


def _within(codes: Iterable[str]) -> Q:
    codes = list(codes)
    here = Q(municipality__code__in=codes) | Q(initiative__area__code__in=codes)
    return here | Q(initiative__district__code__in=codes)
