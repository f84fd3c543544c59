"""Areas by code, by name and by location."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from middenstip.domain.areas.models import Area, Kind
from middenstip.kernel.prepared import Prepared
from middenstip.kernel.typed import searchable

DEPTH = {
    Kind.PROVINCE.value: -1,
    Kind.MUNICIPALITY.value: 0,
    Kind.DISTRICT.value: 1,
    Kind.NEIGHBOURHOOD.value: 2,
    Kind.OWN.value: 3,
}


_BY_CODE = Prepared(
    lambda code: Area.objects.select_related("municipality__parent", "district").filter(code=code),
    texts=["code"],
)


def area_by_code(code: str) -> Area | None:
    """The area with this code, in upper or lower case; None when there is none. One query."""
    wanted = code.strip().upper()
    if not wanted or "\x00" in wanted:
        return None
    found: list[Area] = _BY_CODE.things(code=wanted)
    return found[0] if found else None


def active_municipalities() -> list[Area]:
    """The gemeenten that take part in the platform, by name. One query."""
    return list(Area.objects.filter(kind=Kind.MUNICIPALITY, is_active=True).order_by("name"))


def areas_by_code(codes: Collection[str]) -> list[Area]:
    """The areas with these codes, by name. One query."""
    return list(Area.objects.filter(code__in=codes).order_by("name", "code"))


def municipality_names() -> dict[str, str]:
    """The codes of all gemeenten that exist now, by name. One query."""
    rows = Area.objects.filter(kind=Kind.MUNICIPALITY, municipality=F("pk"))
    return dict(rows.order_by("year", "code").values_list("name", "code"))


def abolished() -> list[Area]:
    """The gemeenten that were merged into another, with that one. One query."""
    rows = Area.objects.filter(kind=Kind.MUNICIPALITY).exclude(municipality=F("pk"))
    return list(rows.select_related("municipality").order_by("code"))


def wijken_with_buurten(municipality: str) -> list[tuple[Area, list[Area]]]:
    """The wijken of a gemeente (a code; "" for all that take part), each with its buurten. One query."""
    taking_part = {"municipality__code": municipality} if municipality else {"municipality__is_active": True}
    areas = current(Area.objects.filter(**taking_part)).order_by("municipality__name", "code")
    inside: dict[int | None, list[Area]] = {}
    for area in areas:
        inside.setdefault(area.parent_id, []).append(area)
    cities = [one for some in inside.values() for one in some if one.kind == Kind.MUNICIPALITY]
    return [(wijk, inside.get(wijk.pk, [])) for city in cities for wijk in inside.get(city.pk, [])]


def drawn_areas(limit: int) -> list[Area]:
    """The areas that somebody drew, by name, with the area they lie in. One query."""
    rows = Area.objects.filter(kind=Kind.OWN).select_related("parent")
    return list(rows.order_by("name", "code")[:limit])


def children(area: Area) -> list[Area]:
    """The areas directly inside this one, by code. One query."""
    return list(current(Area.objects.filter(parent=area)).order_by("code"))


def find_places(text: str, limit: int = 10) -> list[Area]:
    """Areas whose name has a word that starts with `text`, or with that code; best first. One query.

    Each comes with its gemeente, to tell two areas with the same name apart.
    """
    wanted = searchable(text)
    if not wanted:
        return []
    rank = Case(
        When(folded=wanted, then=Value(0)),
        When(folded__startswith=wanted, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    named = Q(folded__startswith=wanted) | Q(folded__contains=f" {wanted}") | Q(code=wanted.upper())
    found = current(Area.objects.filter(named)).select_related("municipality").annotate(rank=rank)
    return list(found.order_by("rank", "-is_active", _depth(), "name", "code")[:limit])


def within(area: Area) -> QuerySet[Area]:
    """This area and all inside it, including areas that no longer exist, so that their rows stay found."""
    inside = Q(municipality=area) | Q(district=area) | Q(parent=area)
    if area.kind == Kind.PROVINCE:
        inside = Q(municipality__parent=area)
    return Area.objects.filter(Q(pk=area.pk) | inside)


def current(areas: QuerySet[Area]) -> QuerySet[Area]:
    """Without the areas that were merged or renamed: those of an older year than their gemeente."""
    return areas.filter(Q(kind__in=(Kind.OWN, Kind.PROVINCE)) | Q(year__gte=F("municipality__year")))


def _depth() -> Case:
    whens = [When(kind=kind, then=Value(depth)) for kind, depth in DEPTH.items()]
    return Case(*whens, output_field=IntegerField())
