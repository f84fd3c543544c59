"""Initiatives on other pages: most of the page of an area."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.initiatives.lifecycle import AGREEMENTS, GOAL, PROJECT
from middenstip.domain.initiatives.models import Ask
from middenstip.domain.initiatives.selectors import (
    ENDED,
    Numbers,
    Wanted,
    cards,
    details,
    number_missing,
    numbers_inside,
)
from middenstip.domain.initiatives.selectors.asks import asks_in
from middenstip.domain.initiatives.selectors.helping import took_part
from middenstip.domain.reports.selectors.active import Active, active_in
from middenstip.domain.reports.selectors.moved import Move, moved_in
from middenstip.domain.rooms import path_to
from middenstip.kernel.half import Half, bits_of, halves_missing
from middenstip.web.shared.asks import ask_line
from middenstip.web.shared.cards import address
from middenstip.web.shared.groups import Groups, by_move
from middenstip.web.shared.part import OnArea, OnReport, Part, RoomParts
from middenstip.web.shared.places import Place, place_map, tint_source
from middenstip.web.shared.streets import streets_link
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import thousands

ON_MAP = 40  # more rings on one map are unreadable
NEEDS = 5
NAMES = 4  # organisations of a half
Rows = list[dict[str, Any]]


def on_area(page: OnArea) -> Iterator[Part]:
    """The map and the list, initiatives that need help, the halves in the area, and the areas inside."""
    place = page.place
    moves = moved_in(place.kind, place.codes)
    rows, is_heavy = _rows(place, moves)
    inside = numbers_inside(place.key, place.kind)
    codes = {one["key"]: one["code"] for one in place.inside}
    counts = {codes[key]: sum(some.values()) for key, some in inside.items() if key in codes}
    numbers: Counter[tuple[str, int]] = Counter()
    for some in inside.values():
        numbers.update(some)
    running = [row for row in rows if row["stage"] not in ENDED]
    drawn = [row for row in running if row["has_place"]]
    told = {
        "count": sum(numbers.values()),
        "running": sum(number for (stage, _bits), number in numbers.items() if stage not in ENDED),
        "placeless": _placeless(running),
    }
    shown: dict[str, Any] = {"map": place_map(place, drawn, counts), "map_source": tint_source(place)}
    shown |= {"streets": streets_link(place.code), "knows_addresses": bool(settings.GEOCODER)}
    head = told | shown
    yield Part("parts/initiatives/area_head.html", page.HEAD, 10, head, is_heavy=is_heavy, reads_page=True)
    on_map = {row["public_id"]: number for number, row in enumerate(drawn, start=1)}
    found = details([row["pk"] for row in rows], page.today)
    groups = Groups(rows, moves, found, on_map, page.today).listed(numbers)
    yield Part("parts/initiatives/area_list.html", page.LIST, 10, told | {"groups": groups})
    needs = _needs(page, rows)
    yield Part("parts/initiatives/area_needs.html", page.TWO, 20, {"needs": needs})
    yield Part("components/stands.html", page.WIDE, 10, {"has_needs": bool(needs)}, reads_page=True)
    field = _field(active_in(place.kind, place.codes), numbers)
    yield Part("parts/initiatives/area_field.html", page.WIDE, 20, {"field": field})
    if place.inside:
        listed = [_inside(one["code"], one["name"], counts) for one in place.inside]
        yield Part("parts/initiatives/area_inside.html", page.GROUND, 20, {"inside": listed})


def on_report(page: OnReport) -> Iterator[Part]:
    """Who helped."""
    partners = took_part(page.initiative)
    if partners:
        halves = bits_of(one.half for one in partners)
        values = {"partners": partners}
        yield Part("parts/initiatives/report.html", page.SECTIONS, 10, values, halves=halves)


PARTS = RoomParts(on_area=on_area, on_report=on_report)


def _rows(place: Place, moves: Mapping[str, Move]) -> tuple[Rows, bool]:
    """The initiatives to show, those that moved last first, and whether there are more.

    In a busy area the newest ones may not be the ones that moved: then those are read too, in one more query.
    """
    wanted = Wanted(area=(place.code, place.kind))
    rows = cards(wanted, ON_MAP + 1)
    if len(rows) <= ON_MAP:
        return by_move(rows, moves), False
    moved = cards(wanted, ON_MAP, called=list(moves)[:ON_MAP])
    known = {row["public_id"] for row in moved}
    others = [row for row in rows if row["public_id"] not in known]
    return [*by_move(moved, moves), *others][:ON_MAP], True


def _placeless(running: Rows) -> dict[str, Any]:
    """The running initiatives without a place: their number and links."""
    some = [row for row in running if not row["has_place"]]
    return {
        "count": len(some),
        "lines": [{"url": address(r["public_id"]), "title": r["title"]} for r in some],
    }


def _inside(code: str, name: str, counts: Mapping[str, int]) -> dict[str, Any]:
    return {"url": path_to("area", code), "name": name, "count": counts.get(code, 0)}


def _needs(page: OnArea, rows: Rows) -> list[dict[str, Any]]:
    """Concrete questions, the smallest first; then running initiatives that miss a half."""
    place = page.place
    asks = [_asked(one) for one in asks_in(place.key, place.kind, page.today, NEEDS)]
    return [*asks, *_missing(rows)][:NEEDS]


def _asked(ask: Ask) -> dict[str, Any]:
    about = ask.initiative
    return ask_line(ask) | {
        "url": address(about.public_id) + "#gevraagd",
        "line": f"{about.title}, {about.area.name}",
    }


def _missing(rows: Rows) -> list[dict[str, Any]]:
    """Running initiatives that miss a half, those in the latest stage first, the newest first."""
    rows = sorted(rows, key=lambda row: row["submitted_at"], reverse=True)
    order = (PROJECT, AGREEMENTS, GOAL)
    running = [(row, halves_missing(row["halves"])) for row in rows if row["stage"] not in ENDED]
    open_ones = [(row, missing[0]) for row, missing in running if missing]
    open_ones.sort(key=lambda one: order.index(one[0]["stage"]) if one[0]["stage"] in order else len(order))
    return [_need(row, half, row["stage"] in order) for row, half in open_ones[:NEEDS]]


def _need(row: dict[str, Any], half: Half, decides: bool) -> dict[str, Any]:
    who = {"who": _(half.person).capitalize()}
    text = _("%(who)s gezocht die mee wil beslissen") if decides else _("%(who)s gezocht die mee wil denken")
    return {
        "url": address(row["public_id"]),
        "ring": ring_svg(row["halves"], size=36),
        "text": text % who,
        "line": f"{row['title']}, {row['area__name']}",
    }


def _field(active: Mapping[Half, Active], numbers: Numbers) -> dict[str, dict[str, Any]]:
    """Per half: the people and organisations that are active here, and where it is missing."""
    names = {Half.RESIDENTS: "residents", Half.GOVERNMENT: "government", Half.BUSINESS: "business"}
    return {names[half]: _part(half, active[half], numbers) for half in Half}


def _part(half: Half, active: Active, numbers: Numbers) -> dict[str, Any]:
    missing = number_missing(numbers, half)
    said = [
        _("Ook van %(names)s.") % {"names": _some(active.organisations)} if active.organisations else "",
        ngettext("Gezocht bij %(number)s initiatief.", "Gezocht bij %(number)s initiatieven.", missing)
        % {"number": thousands(missing)}
        if missing
        else "",
    ]
    unit = ngettext("mens", "mensen", active.people)
    return {"count": active.people, "unit": unit, "text": " ".join(said).strip()}


def _some(names: list[str]) -> str:
    """A few names, and how many more: *A, B, C en nog 2*."""
    if len(names) > NAMES:
        more = _("nog %(number)s") % {"number": len(names) - NAMES}
        names = [*names[:NAMES], more]
    *first, last = names
    return _(" en ").join([", ".join(first), last]) if first else last
