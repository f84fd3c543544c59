"""The parts of the page of one area, ready to print.

They change only after an act, and every act records a fact. So they are cached under the mark of the last
fact: an unchanged page costs one query, and a change shows at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.areas.selectors.figures import COUNTRY, COUNTRY_YEAR, compared
from middenstip.journal import readers
from middenstip.web.parts import on_area
from middenstip.web.shared.part import OnArea, Part, by_place
from middenstip.web.shared.places import Place
from middenstip.web.shared.strip import strip_svg
from middenstip.web.shared.words import local_number

KEPT = 300  # seconds
CROWDED = 60  # seconds
_NUMBER = re.compile(r"\d[\d.,]*")
NOTES = (_noop("{} op de {} inwoners"), _noop("klasse {} van {}"), _noop("Klasse {} van {}"))
Scene = dict[str, list[Part]]


def scene_of(place: Place, today: date) -> Scene:
    """The parts of a place, by where they are on the page. One query when nothing happened since.

    For a busy area whose parts take long to compute, they are cached for `CROWDED` seconds, whatever
    happens.
    """
    crowded = f"scene-{place.code}-{get_language()}-{today}"
    scene: Scene | None = cache.get(crowded)
    if scene is None:
        key = f"{crowded}-{readers.last_fact()}"
        scene = cache.get(key)
        if scene is None:
            page = OnArea(place, today)
            parts = [*_own(page), *on_area(page)]
            scene = by_place(_printed(part, place) for part in parts)
            is_heavy = any(part.is_heavy for part in parts)
            cache.set(*((crowded, scene, CROWDED) if is_heavy else (key, scene, KEPT)))
    return scene


def _printed(part: Part, place: Place) -> Part:
    """The part with its HTML in it: printing it for each reader would be most of the work of the page."""
    if part.reads_page:
        return part
    return replace(part, html=render_to_string(part.template, {"area": place, **part.values}))


def _own(page: OnArea) -> Iterator[Part]:
    """The figures of the area itself."""
    figures = page.place.figures
    larger = _larger(figures)
    told = {
        "figures": [_figure(one, "" if larger else _whole(one)) for one in figures if not one["step"]],
        "strips": [
            _strip(one, page.place.name, "" if larger else _whole(one)) for one in figures if one["step"]
        ],
        "country_year": COUNTRY_YEAR,
        "larger": larger,
        "sources": _(" en ").join(dict.fromkeys(one["source"] for one in figures)),
    }
    yield Part("areas/_figures.html", page.GROUND, 10, told)


def _strip(one: Any, place: str, whole: str) -> dict[str, Any]:
    """A class as nine steps, with the mark of the country, and the comparison as a sentence."""
    said = [_(compared(one["key"], one["step"]))]
    if one["key"] == "livability_class":
        said.insert(0, f"{_(one['value'])}.")
    return {
        "name": _(one["word"]),
        "text": " ".join([*said, f"{whole.capitalize()}." if whole else ""]).strip(),
        "svg": strip_svg(one["step"], COUNTRY[one["key"]], place),
        "source": one["source"].partition(",")[0],
        "year": one["year"],
    }


def _whole(one: Any) -> str:
    """The larger area that this figure describes; "" when it describes the area itself."""
    words = {
        "wijk": _("over de hele wijk"),
        "gemeente": _("over de hele gemeente"),
        "provincie": _("over de hele provincie"),
    }
    return words.get(one["level"], "") if one["is_fallback"] else ""


def _larger(figures: Sequence[Any]) -> str:
    """The larger area that every figure describes, to name it once above the list; else ""."""
    about = {_whole(one) for one in figures}
    return about.pop() if len(about) == 1 else ""


def _figure(one: Any, whole: str) -> dict[str, Any]:
    """A figure with its note, and its area unless that is `whole`. The full source is above the list."""
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
