"""Figures in words, for the pages of this room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.areas.selectors.figures import UNKNOWN, written
from middenstip.domain.baseline.content import LIVABILITY_SENTENCE, THEMES, Indicator
from middenstip.domain.baseline.face import WANTED
from middenstip.domain.baseline.lifecycle import AGES, FIXED, NEEDS, SCAN, STOPPED, VIEWS
from middenstip.domain.baseline.method import (
    FEWEST_ANSWERS,
    Change,
    ages_shown,
    answers_shown,
    is_hidden,
    reached,
)
from middenstip.domain.baseline.models import AreaValue, Observation, Reading, Scan, ScanLine
from middenstip.domain.baseline.selectors import Ages, Measured, Series
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.web.shared.dates import long_date
from middenstip.web.shared.trend import trend_svg
from middenstip.web.shared.words import local_number

LEVELS = {
    "wijk": _noop("over de hele wijk"),
    "gemeente": _noop("over de hele gemeente"),
    "provincie": _noop("over de hele provincie"),
}
WHY_NOT = {
    "small": _noop("over minder dan tien mensen"),
    "unknown": _noop("een van beide is niet bekend"),
    "other_area": _noop("over een ander gebied gemeten"),
    "same_year": _noop("er is nog geen nieuw jaar"),
}


def value_words(value: Decimal | None, style: str, unit: str = "") -> str:
    """A value as readers see it: *klasse 7 van 9*, *19,5%*, *1.240 m³*."""
    if value is None:
        return _(UNKNOWN)
    if style == "number":
        rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
        text = f"{rounded:,f}".translate(str.maketrans(",.", ".,"))
        return f"{local_number(text)} {unit}".strip()
    if style in ("livability", "class"):
        return _("klasse %(number)s van 9") % {"number": int(value)}
    return local_number(written(value, style)[0])


def margin_words(one: Measured, about: Indicator) -> str:
    """Between what the value lies, when the source tells: *tussen 6,1 en 6,7*. "" without margins."""
    if one.low is None or one.high is None:
        return ""
    low, high = (value_words(value, about.style, about.unit) for value in (one.low, one.high))
    return _("tussen %(low)s en %(high)s") % {"low": low, "high": high}


def as_groups(lines: Sequence[Series]) -> list[dict[str, Any]]:
    """The strengths first, then the rest by theme."""
    strong = [one for one in lines if one.is_strength]
    groups: list[dict[str, Any]] = (
        [{"key": "sterk", "title": _("Hier is het sterk"), "rows": _rows(strong)}] if strong else []
    )
    for key, word in THEMES.items():
        some = [one for one in lines if one.indicator.theme == key and not one.is_strength]
        if some:
            groups.append({"key": key, "title": _(word), "rows": _rows(some)})
    for group in groups:
        group["sentence"] = _(LIVABILITY_SENTENCE) if any(row["is_model"] for row in group["rows"]) else ""
    return groups


def source_words(one: Measured) -> str:
    """The source, its table and its licence: *CBS 85984NED, CC BY 4.0*."""
    return ", ".join(part for part in (f"{one.source} {one.table}".strip(), one.licence) if part)


def _rows(lines: Iterable[Series]) -> list[dict[str, Any]]:
    return [_row(one) for one in lines]


def _row(one: Series) -> dict[str, Any]:
    about, newest = one.indicator, one.newest
    years = [(point.year, value_words(point.value, about.style, about.unit)) for point in one.points]
    name = _(about.word)
    label = _("%(name)s: van %(first)s in %(from)s naar %(last)s in %(to)s.") % {
        "name": name,
        "first": years[0][1],
        "from": years[0][0],
        "last": years[-1][1],
        "to": years[-1][0],
    }
    return {
        "key": about.key,
        "name": name,
        "value": years[-1][1],
        "year": newest.year,
        "years": years if len(years) > 1 else [],
        "trend": trend_svg([(point.year, point.value) for point in one.points], label),
        "about": _(LEVELS[newest.level]) if one.is_fallback else "",
        "margin": margin_words(newest, about),
        "source": source_words(newest),
        "is_model": about.is_livability,
    }


def as_scan(scan: Scan) -> dict[str, Any]:
    """One scan in a list."""
    return {
        "url": path_to("scan", scan.public_id),
        "title": masked(scan.question),
        "place": scan.area.name,
        "state": _(SCAN.words[scan.state]),
        "kind": "gedaan" if scan.state == FIXED else "nee" if scan.state == STOPPED else "bezig",
        "is_repeat": scan.baseline_id is not None,
        "at": long_date(scan.at),
        "fixed": long_date(scan.fixed_at) if scan.fixed_at else "",
    }


def as_lines(lines: Iterable[ScanLine]) -> list[dict[str, Any]]:
    """The figures of a scan."""
    return [_line(one) for one in lines]


def as_changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Each indicator before and after, and the difference or why there is none."""
    return [
        {
            "name": _(one.after.word),
            "before": _line(one.before),
            "after": _line(one.after),
            "difference": _difference(one),
            "why_not": _(WHY_NOT[one.why_not]) if one.why_not else "",
        }
        for one in changes
    ]


def as_said(rows: Iterable[Observation], kind: str, actor: Actor | None) -> list[dict[str, Any]]:
    """Observations or solutions, with a link to report those of another."""
    person = actor.person_id if actor else None
    return [
        {
            "id": one.public_id,
            "text": masked(one.text),
            "place": masked(one.place),
            "half": one.seat.half,
            "at": long_date(one.at),
            "is_mine": one.person_id == person,
            "report": ""
            if one.is_hidden
            else reverse("moderation:report", args=["waarneming", one.public_id]),
        }
        for one in rows
        if one.kind == kind
    ]


def as_halves(readings: Sequence[Reading], actor: Actor | None) -> list[dict[str, Any]]:
    """The three halves side by side, each with how its people read the figures."""
    person = actor.person_id if actor else None
    return [
        {
            "half": half.value,
            "word": _(half.word),
            "readings": [_reading(one, person) for one in readings if one.half == half.value],
        }
        for half in Half
    ]


def _reading(one: Reading, person: int | None) -> dict[str, Any]:
    return {
        "view": _(VIEWS[one.view]),
        "experience": masked(one.experience),
        "stands_out": masked(one.stands_out),
        "is_mine": one.person_id == person,
        "report": "" if one.is_hidden else reverse("moderation:report", args=["herkenning", one.public_id]),
    }


def _line(one: ScanLine) -> dict[str, Any]:
    hidden = is_hidden(one)
    return {
        "name": _(one.word) if not one.is_own else masked(one.word),
        "value": _("minder dan 10 mensen") if hidden else value_words(one.value, one.style, one.unit),
        "year": one.year,
        "about": _(LEVELS[one.level]) if one.level in LEVELS and not one.is_own else "",
        "source": ", ".join(part for part in (f"{one.source} {one.table}".strip(), one.licence) if part),
    }


def _difference(one: Change) -> str:
    if one.difference is None:
        return ""
    style = "number" if one.after.style in ("livability", "class") else one.after.style
    words = value_words(abs(one.difference), style, one.after.unit)
    if one.difference == 0:
        return _("gelijk")
    return f"+{words}" if one.difference > 0 else f"−{words}"


def is_model(one: ScanLine) -> bool:
    """Whether it is a score of the Leefbaarometer, which gets a sentence beside it."""
    return one.style in ("livability", "class")


def as_value(value: AreaValue, first: ScanLine | None, now: ScanLine | None) -> dict[str, Any]:
    """A value of the area: where it began, where it should go, and how far a repeat finds it."""
    style, unit = (first.style, first.unit) if first else ("number", "")
    before = None if first is None or is_hidden(first) else first.value
    after = None if now is None or is_hidden(now) else now.value
    way = reached(before, after, value.target) if now else None
    return {
        "id": value.public_id,
        "word": masked(value.word),
        "trade_off": masked(value.trade_off),
        "figure": _(first.word) if first else "",
        "start": value_words(before, style, unit),
        "target": value_words(value.target, style, unit),
        "by_year": value.by_year,
        "now": value_words(after, style, unit) if now else "",
        "way": "" if way is None else _("%(percent)s%% van de weg") % {"percent": way},
        "chosen": value.chosen_at,
        "report": "" if value.is_hidden else reverse("moderation:report", args=[WANTED.key, value.public_id]),
    }


def as_yeses(value: AreaValue) -> list[dict[str, Any]]:
    """Cards for `components/half_cards.html`: which halves said yes."""
    said = {one.half for one in value.yeses.all()}
    return [{"half": half, "state": "ja" if half.value in said else "open"} for half in Half]


def as_answers(told: Sequence[tuple[str, str, int]]) -> dict[str, Any]:
    """What people answered, in words: a number, or that it is too small to show."""
    needs, halves, total = answers_shown(told)
    return {
        "total": total,
        "is_few": total < FEWEST_ANSWERS,
        "said": [(_(word), number_words(needs, key)) for key, word in NEEDS.items()],
        "of_halves": [(_(half.word), number_words(halves, half.value)) for half in Half],
    }


def as_ages(told: Sequence[tuple[str, str, int]], ages: Ages | None) -> dict[str, Any]:
    """Who answered beside who lives here, and what that makes of the answers."""
    rows, weighted = ages_shown(told, ages.people) if ages else ([], None)
    if not ages or not rows:
        return {}
    weighted, words = weighted or {}, NEEDS.items() if weighted else ()
    return {
        "ages": [(_(AGES[row.age]), f"{row.lives}%", _share_words(row.answered)) for row in rows],
        "ages_source": f"{ages.source} {ages.year}",
        "ages_area": ages.area,
        "weighted": [(_(word), f"{weighted.get(key, 0)}%") for key, word in words],
    }


def _share_words(share: int | None) -> str:
    return _("te weinig om te tonen") if share is None else f"{share}%"


def number_words(counts: Mapping[str, int | None], key: str) -> str:
    number = counts.get(key, 0)
    return _("te weinig om te tonen") if number is None else f"{number}"
