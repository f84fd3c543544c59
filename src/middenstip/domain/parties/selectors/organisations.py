"""Queries about organisations, the halves they chose, and their terms."""

from __future__ import annotations

from django.db.models import Q

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.lifecycle import USUAL_DAYS
from middenstip.domain.parties.models import (
    Organisation,
    Seat,
    Side,
    TermRule,
)
from middenstip.kernel import typed


def organisation_named(name: str) -> Organisation | None:
    """The organisation with this name, in any spelling: "gemeente  Deventer." is Gemeente Deventer."""
    return Organisation.objects.filter(folded=typed.folded(name)).order_by("pk").first()


def sides_around(organisation: Organisation, area: Area) -> list[Side]:
    """The halves that this organisation chose in this area, around it and inside it. One query."""
    above = [key for key in (area.pk, area.parent_id, area.district_id, area.municipality_id) if key]
    inside = Q(area__parent=area) | Q(area__district=area) | Q(area__municipality=area)
    around = Side.objects.filter(Q(area__in=above) | inside, organisation=organisation)
    return list(around.select_related("area").order_by("pk"))


def half_around(organisation: Organisation, area: Area) -> str:
    """The half that this organisation chose in this area, else in the one above it; "" when it chose none.
    One query."""
    chosen = Side.objects.filter(organisation=organisation, area__in=_above(area))
    order = _above(area)
    found = sorted(chosen.values_list("area", "half"), key=lambda one: order.index(one[0]))
    return found[0][1] if found else ""


def organisations_around(area: Area, limit: int) -> list[tuple[Organisation, str]]:
    """The organisations that chose a half in this area or above it, by name, with that half. One query."""
    order = _above(area)
    rows = Side.objects.filter(area__in=order).select_related("organisation")
    near = sorted(rows.order_by("organisation__name", "pk")[:limit], key=lambda one: order.index(one.area_id))
    found = {one.organisation_id: one for one in reversed(near)}
    return sorted(
        ((one.organisation, one.half) for one in found.values()),
        key=lambda one: (one[0].name.casefold(), one[0].pk),
    )


def _above(area: Area) -> list[int]:
    """The keys of this area and those above it, from near to far."""
    keys = (area.pk, area.parent_id, area.district_id, area.municipality_id)
    return list(dict.fromkeys(key for key in keys if key))


def term_days(kind: str, organisation: int | None) -> int:
    """The working days of this organisation (a key) for this kind of thing, else the usual. One query."""
    chosen = TermRule.objects.filter(organisation=organisation, kind=kind) if organisation else None
    found = chosen.values_list("days", flat=True).first() if chosen is not None else None
    return found or USUAL_DAYS[kind]


def terms_of(organisation: int) -> dict[str, int]:
    """Every kind of term with the working days of this organisation (a key). One query."""
    chosen = TermRule.objects.filter(organisation=organisation).values_list("kind", "days")
    return {**USUAL_DAYS, **dict(chosen)}


def organisation_of_seat(seat: int) -> int:
    """The organisation of this seat (keys); 0 when it is a person's own. One query."""
    return Seat.objects.filter(pk=seat).values_list("side__organisation", flat=True).first() or 0


def organisation_by_id(public_id: str) -> Organisation | None:
    return Organisation.objects.filter(public_id=public_id).first()


def organisations_with(words: str, limit: int) -> list[Organisation]:
    """Organisations with these words in their name ("" is all), by name, at most `limit`. One query."""
    rows = Organisation.objects.all()
    if words:
        rows = rows.filter(folded__contains=typed.folded(words))
    return list(rows.order_by("name", "pk")[:limit])
