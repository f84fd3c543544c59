"""What fits a need, an offer or an initiative: candidates from the index and from the rows, then `fit`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from middenstip.domain.initiatives.lifecycle import LEARNING, STOPPED
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.method.fit import Candidate, Thing, fitting
from middenstip.domain.matching.method.texts import like
from middenstip.domain.matching.models import Listing
from middenstip.kernel.half import halves_missing

INITIATIVE = "initiatief"  # its kind in the index
KINDS = ("need", "offer", INITIATIVE)
NEAREST = 60  # texts that resemble it
NEWEST = 60  # of the same sort, or free places, in the same gemeente
About = Listing | Initiative
_AROUND = ("area", "seat")


def key_of(about: About) -> str:
    """Its key in the index."""
    return f"{kind_of(about)}:{about.pk}"


def kind_of(about: About) -> str:
    """Its kind in the index."""
    return about.noun if isinstance(about, Listing) else INITIATIVE


def fitting_for(about: About, on: date) -> list[tuple[About, Candidate]]:
    """What fits this and can be found on this day, best first, with the reasons. At most seven queries."""
    near = like(key_of(about), KINDS, NEAREST)
    best = max((one.score for one in near), default=0.0) or 1.0
    words = {one.key: (one.score / best, one.shared) for one in near}
    rows = {key_of(row): row for row in _candidates(about, words, on)}
    found = fitting(thing_of(about), [thing_of(row) for row in rows.values()], words)
    return [(rows[one.key], one) for one in found]


def _candidates(about: About, keys: Iterable[str], on: date) -> list[About]:
    wanted: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for key in keys:
        kind, _, pk = key.partition(":")
        wanted[kind].append(int(pk))
    listings = Listing.objects.listed(on).filter(person__erased_at=None, municipality=about.municipality_id)
    listings = listings.select_related(*_AROUND).exclude(person=owner_of(about))
    near = Q(pk__in=[*wanted["need"], *wanted["offer"]])
    if isinstance(about, Listing):
        others = listings.filter(is_offer=not about.is_offer)
        same = Q(sort=about.sort)
    else:
        others, same = listings, ~Q(place_kind="")
    rows: list[About] = list(others.filter(near)[: 2 * NEAREST])
    seen = [row.pk for row in rows]
    rows += others.filter(same).exclude(pk__in=seen).order_by("-placed_at", "-pk")[:NEWEST]
    initiatives = Initiative.objects.public().exclude(stage__in=(LEARNING, STOPPED))
    initiatives = initiatives.filter(initiator__erased_at=None, municipality=about.municipality_id)
    initiatives = initiatives.exclude(initiator=owner_of(about)).select_related(*_AROUND)
    is_placeless = Q(has_place=False) if isinstance(about, Listing) and about.place_kind else Q(pk__in=[])
    found = initiatives.filter(Q(pk__in=wanted[INITIATIVE]) | is_placeless).prefetch_related("themes")
    return [*rows, *found.order_by("-submitted_at", "-pk")[: NEAREST + NEWEST]]


def owner_of(about: About) -> int:
    """The key of the person whose it is."""
    return about.person_id if isinstance(about, Listing) else about.initiator_id


def thing_of(about: About) -> Thing:
    """A row as `fit` sees it."""
    area = about.area
    point = (area.lon, area.lat) if area.lon is not None and area.lat is not None else None
    if isinstance(about, Listing):
        return Thing(
            key=key_of(about),
            way=about.noun,
            area=area.code,
            area_name=area.name,
            sort=about.sort,
            themes=frozenset({about.theme} - {""}),
            half=about.seat.half,
            place_kind=about.place_kind,
            square_metres=about.square_metres or 0,
            point=point,
        )
    return Thing(
        key=key_of(about),
        way="initiative",
        area=area.code,
        area_name=area.name,
        themes=frozenset(one.theme for one in about.themes.all()),
        half=about.origin_half,
        missing=frozenset(half.value for half in halves_missing(about.halves)),
        has_place=about.has_place,
        point=point,
    )
