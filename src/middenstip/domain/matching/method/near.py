"""What fits a need, an offer or an initiative: candidates from the index and from the rows, then `fit`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import Q, QuerySet

from middenstip.domain.initiatives.lifecycle import LEARNING, STOPPED
from middenstip.domain.initiatives.models import Initiative, Partner
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


def kindred_of(about: Initiative) -> list[tuple[Initiative, Candidate]]:
    """Initiatives of others that go the same way, best first, with the reasons: text, place, themes, people.

    At most seven queries.
    """
    near = {one.key: one for one in like(key_of(about), (INITIATIVE,), NEAREST)}
    best = max((one.score for one in near.values()), default=0.0) or 1.0
    words = {key: (one.score / best, one.shared) for key, one in near.items()}
    own = _people([about])
    seats = [seat for seat, _label in own.get(about.pk, ())]
    alike = Q(pk__in=[int(key.partition(":")[2]) for key in words]) | Q(seat__in=seats)
    alike |= Q(pk__in=Partner.objects.filter(seat__in=seats, state="accepted").values("initiative"))
    rows = list(_others(about).filter(alike)[: 2 * NEAREST])
    people = own | _people(rows)
    things = [replace(thing_of(row), people=people.get(row.pk, frozenset())) for row in rows]
    found = fitting(replace(thing_of(about), people=people.get(about.pk, frozenset())), things, words)
    known = {key_of(row): row for row in rows}
    return [(known[one.key], one) for one in found]


def _people(rows: Iterable[Initiative]) -> dict[int, frozenset[tuple[int, str]]]:
    """The seats that take part in each of these initiatives: that of the initiator, and who helps."""
    found = {row.pk: {(row.seat_id, row.seat.label)} for row in rows}
    helpers = Partner.objects.filter(initiative__in=list(found), state="accepted")
    for partner in helpers.select_related("seat__side__organisation", "seat__area"):
        found[partner.initiative_id].add((partner.seat_id, partner.seat.label))
    return {pk: frozenset(some) for pk, some in found.items()}


def _others(about: About) -> QuerySet[Initiative]:
    """Running initiatives of others in the same gemeente, the newest first."""
    rows = Initiative.objects.public().exclude(stage__in=(LEARNING, STOPPED))
    rows = rows.filter(initiator__erased_at=None, municipality=about.municipality_id)
    rows = rows.exclude(initiator=owner_of(about)).select_related(*_AROUND).prefetch_related("themes")
    return rows.order_by("-submitted_at", "-pk")


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
    is_placeless = Q(has_place=False) if isinstance(about, Listing) and about.place_kind else Q(pk__in=[])
    found = _others(about).filter(Q(pk__in=wanted[INITIATIVE]) | is_placeless)
    return [*rows, *found[: NEAREST + NEWEST]]


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
