"""Needs and offers, suggestions and deals in words, ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from middenstip.domain.initiatives.models import THEMES, Size
from middenstip.domain.matching.lifecycle import LISTING, PLACES, SORTS
from middenstip.domain.matching.method.fit import HALF, NEAR, PEOPLE, PLACE, SAME_AREA, SORT, THEME, WORDS
from middenstip.domain.matching.models import Introduction
from middenstip.domain.rooms import path_to
from middenstip.kernel.contact import masked
from middenstip.web.shared.asks import SIZES
from middenstip.web.shared.cards import beginning
from middenstip.web.shared.dates import short_date
from middenstip.web.shared.words import thousands


def way_words(is_offer: bool, place_kind: str = "") -> str:
    """*vraag*, *aanbod*, *plek buiten* or *ruimte binnen*."""
    if place_kind:
        return _(PLACES[place_kind])
    return _("aanbod") if is_offer else _("vraag")


def as_lines(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `listing_rows` as lines of a list: url, way, title, text, line and the size beside it."""
    return [_line(row) for row in rows]


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    number, unit = SIZES[Size(row["size"])] if row["size"] else ("", "")
    metres = _("%(number)s m²") % {"number": thousands(row["square_metres"])} if row["square_metres"] else ""
    parts = (
        _(SORTS[row["sort"]]),
        metres,
        row["area__name"],
        row["initiative__title"],
        _("tot en met %(day)s") % {"day": short_date(row["until_on"])},
    )
    return {
        "url": path_to("listing", row["public_id"]),
        "way": way_words(row["is_offer"], row["place_kind"]),
        "is_offer": row["is_offer"],
        "title": masked(row["title"]),
        "text": beginning(masked(row["text"])),
        "line": " · ".join(part for part in parts if part),
        "number": number,
        "unit": _(unit) if unit else "",
        "state": "" if row["state"] == LISTING.start else _(LISTING.words[row["state"]]),
    }


def reason_words(reasons: Sequence[Mapping[str, Any]]) -> list[str]:
    """Why something fits, each reason as a part of a sentence that a reader can check."""
    return [said for one in reasons if (said := _reason(one))]


def _reason(one: Mapping[str, Any]) -> str:
    kind = one["kind"]
    if kind == WORDS:
        quoted = ", ".join(f"“{word}”" for word in one["words"])
        return _("jullie schrijven allebei: %(words)s") % {"words": quoted}
    if kind == PEOPLE:
        return _("in allebei doet mee: %(names)s") % {"names": ", ".join(one["names"])}
    if kind == SORT:
        return _("de een zoekt %(sort)s, de ander biedt dat aan") % {"sort": _(SORTS[one["sort"]])}
    if kind == SAME_AREA:
        return _("het is in hetzelfde gebied: %(name)s") % {"name": one["name"]}
    if kind == NEAR:
        return _("het is ongeveer %(km)s kilometer verder, in %(name)s") % one
    if kind == THEME:
        return _("het gaat allebei over %(theme)s") % {"theme": _(THEMES[one["theme"]].word)}
    if kind == HALF:
        return _("deze helft doet nog niet mee: %(half)s") % {"half": _(one["half"])}
    if kind == PLACE:
        return _("er is nog geen plek, en hier is er een vrij")
    return ""


def value_figures(value: Mapping[str, int]) -> list[dict[str, str]]:
    """*Waarde in de buurt gehouden*: what deals were worth, as the people in them estimated it."""
    shown = (
        ("hours", _("uren")),
        ("goods", _("euro aan spullen")),
        ("euros", _("euro")),
    )
    return [{"value": thousands(value[key]), "unit": unit} for key, unit in shown if value[key]]


def deals_words(count: int) -> str:
    """*3 keer geholpen*."""
    return ngettext("%(count)s keer geholpen", "%(count)s keer geholpen", count) % {"count": count}


def as_thanks(rows: Iterable[Introduction]) -> list[dict[str, Any]]:
    """The latest thank-yous, without names: which halves it was between, and what it was about."""
    return [
        {
            "text": masked(one.thanks),
            "title": masked(one.title),
            "url": path_to("listing", one.listing.public_id) if one.listing else "",
        }
        for one in rows
    ]


def due_words(day: date | None) -> str:
    """*uiterlijk 3 december*, or nothing."""
    return _("uiterlijk %(day)s") % {"day": short_date(day)} if day else ""
