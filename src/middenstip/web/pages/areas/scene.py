"""What is to be seen from the tribune of one area, ready to print.

Everything here changes only when something happens, and everything that happens leaves a fact. So a
scene is kept under the mark of the last fact: a page that nobody changed costs one query, and a change
shows at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from middenstip.domain.initiatives.lifecycle import AGREEMENTS, GOAL, PROJECT
from middenstip.domain.initiatives.selectors import (
    ENDED,
    Numbers,
    Wanted,
    cards,
    number_missing,
)
from middenstip.domain.reports.selectors import news_in
from middenstip.domain.reports.selectors.tribune import counted
from middenstip.journal import readers
from middenstip.kernel.half import Half
from middenstip.web.pages.areas.lines import as_lines, first_half
from middenstip.web.shared.cards import address, as_cards
from middenstip.web.shared.places import Place, place_map, tint_source
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import local_number, thousands

KEPT = 300  # seconds
CROWDED = 60  # seconds
ON_MAP = 40  # more rings than this on one map is noise
IN_LIST = 12
LATEST = 6
NEEDS = 4
_NUMBER = re.compile(r"\d[\d.,]*")
NOTES = (noop("{} op de {} inwoners"), noop("klasse {} van {}"), noop("Klasse {} van {}"))
Rows = list[dict[str, Any]]


def scene_of(place: Place, today: date, mark: str = "") -> dict[str, Any]:
    """The scene of a place. One query when nothing happened since, else four; one less with the `mark`.

    In a crowded area something happens all the time, and counting takes long: there a scene stays for
    `CROWDED` seconds whatever happens.
    """
    crowded = f"scene-{place.code}-{get_language()}-{today}"
    scene: dict[str, Any] | None = cache.get(crowded)
    if scene is None:
        key = f"{crowded}-{mark or readers.last_fact()}"
        scene = cache.get(key)
        if scene is None:
            scene = _scene(place, today)
            cache.set(*((key, scene, KEPT) if scene["is_whole"] else (crowded, scene, CROWDED)))
    return scene


def _scene(place: Place, today: date) -> dict[str, Any]:
    rows = cards(Wanted(area=(place.code, place.kind)), ON_MAP + 1)
    is_whole = len(rows) <= ON_MAP
    rows = rows[:ON_MAP]
    found = counted(place.key, place.kind, place.parent_keys, today)
    codes = {one["key"]: one["code"] for one in place.inside}
    counts = {codes[key]: sum(some.values()) for key, some in found.inside.items() if key in codes}
    numbers: Counter[tuple[str, int]] = Counter()
    for some in found.inside.values():
        numbers.update(some)
    listed = as_cards(rows, numbered=True)
    larger = _larger(place.figures)
    return {
        "is_whole": is_whole,
        "count": sum(numbers.values()),
        "running": sum(number for (stage, _bits), number in numbers.items() if stage not in ENDED),
        "shown": len(rows),
        "cards": listed[:IN_LIST],
        "more": listed[IN_LIST:],
        "map": place_map(place, rows, counts),
        "map_source": tint_source(place),
        "lines": as_lines(news_in(place.kind, place.codes, limit=LATEST), today),
        "needs": _needs(rows),
        "field": _field(found.field, numbers),
        "figures": [_figure(one, "" if larger else _whole(one)) for one in place.figures],
        "larger": larger,
        "has_classes": any(one["key"].startswith("livability") for one in place.figures),
        "sources": _(" en ").join(dict.fromkeys(one["source"] for one in place.figures)),
        "inside": [_inside(one["code"], one["name"], counts) for one in place.inside],
    }


def _inside(code: str, name: str, counts: Mapping[str, int]) -> dict[str, Any]:
    return {"url": f"/gebied/{code}/", "name": name, "count": counts.get(code, 0)}


def _needs(rows: Rows) -> list[dict[str, Any]]:
    """Running initiatives that look for a half, the ones furthest on the way first."""
    order = (PROJECT, AGREEMENTS, GOAL)
    running = [(row, first_half(row["halves"])) for row in rows if row["stage"] not in ENDED]
    open_ones = [(row, half) for row, half in running if half]
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


def _field(seats: Mapping[Half, tuple[int, int]], numbers: Numbers) -> dict[str, dict[str, Any]]:
    """Who is on the field, per half: how many seats, of whom, and where they are missing."""
    names = {Half.RESIDENTS: "residents", Half.GOVERNMENT: "government", Half.BUSINESS: "business"}
    return {names[half]: _part(half, *seats[half], numbers) for half in Half}


def _part(half: Half, seats: int, organisations: int, numbers: Numbers) -> dict[str, Any]:
    missing = number_missing(numbers, half)
    said = [
        ngettext(
            "Er hoort %(number)s organisatie bij.", "Er horen %(number)s organisaties bij.", organisations
        )
        % {"number": thousands(organisations)}
        if organisations
        else "",
        ngettext("Gezocht bij %(number)s initiatief.", "Gezocht bij %(number)s initiatieven.", missing)
        % {"number": thousands(missing)}
        if missing
        else "",
    ]
    return {"count": seats, "unit": _("zetel") if seats == 1 else _("zetels"), "text": " ".join(said).strip()}


def _whole(one: Any) -> str:
    """Of which larger area this figure is; nothing when it is of the area itself."""
    words = {"wijk": _("over de hele wijk"), "gemeente": _("over de hele gemeente")}
    return words.get(one["level"], "") if one["is_fallback"] else ""


def _larger(figures: Sequence[Any]) -> str:
    """The larger area that every figure is about, to say it once above the list; else nothing."""
    about = {_whole(one) for one in figures}
    return about.pop() if len(about) == 1 else ""


def _figure(one: Any, whole: str) -> dict[str, Any]:
    """A figure with its note, and of which `whole` it is. The full source stands above the list."""
    notes = [_explained(one["note"]), whole]
    return {
        "name": _(one["word"]),
        "note": ", ".join(note for note in notes if note),
        "value": _explained(one["value"]),
        "source": one["source"].partition(",")[0],
        "year": one["year"],
    }


def _explained(words: str) -> str:
    """Words with numbers in them, in the language of the reader: *1 op de 5 inwoners*."""
    return _(_NUMBER.sub("{}", words)).format(*map(local_number, _NUMBER.findall(words)))
