"""The portfolio of several areas together, such as a region: sums per area, and every project as a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import active_municipalities, areas_by_code
from middenstip.domain.projects.lifecycle import PROJECT
from middenstip.domain.projects.selectors import Asked, portfolio_over, sums_over
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.half import halves_of
from middenstip.web.pages.projects import present
from middenstip.web.pages.projects.forms import AreasForm
from middenstip.web.pages.projects.wanted import asked_in, query_of, words_of
from middenstip.web.shared import dates
from middenstip.web.shared.sheet import (
    CSV,
    DAY,
    EUROS,
    GEOJSON,
    JSON,
    LABELS,
    XLSX,
    Cell,
    Column,
    Sheet,
    as_file,
    as_json,
)

MOST_AREAS = 40  # on the page; the files hold the projects of all
MOST_ASKED = 1000
EVERYTHING = Asked()
COLUMNS = (
    Column("id", width=12),
    Column("project", width=40),
    Column("stap", width=14),
    Column("gebied", width=24),
    Column("code", width=12),
    Column("helften", width=32),
    Column("begroot", EUROS),
    Column("besteld", EUROS),
    Column("betaald", EUROS),
    Column("ontvangen", EUROS),
    Column("geld op", DAY, 12),
    Column("adres", width=44),
)
AMOUNTS = ("begroot", "besteld", "betaald", "ontvangen")
KINDS = (CSV, XLSX, GEOJSON, JSON)


@require_safe
def together(request: HttpRequest) -> HttpResponse:
    """The gemeenten that take part, or the areas that were chosen, each with its sums and all together."""
    offered = active_municipalities()
    every = _chosen(request, offered)
    areas = every[:MOST_AREAS]
    form, today = AreasForm(initial={"gebied": [one.code for one in areas]}), clock.today()
    form.offer(offered)
    lines, whole = sums_over(areas, today.replace(year=today.year + 1, day=1))
    page = {
        "title": _("Wat loopt er in deze gebieden samen?"),
        "menu": "initiatieven",
        "lines": [_line(area, line) for area, line in zip(areas, lines, strict=True)],
        "whole": _sums(whole),
        "is_nested": whole["count"] < sum(line["count"] for line in lines),
        "every": len(every) if len(every) > len(areas) else 0,
        "most": MOST_AREAS,
        "form": form,
        "files": files_of(one.code for one in every),
    }
    return render(request, "projects/rollup.html", page)


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every project of these areas once: as CSV or XLSX for a spreadsheet, as JSON, or as GeoJSON for a map.

    With the filter and the order of the page that it was asked on.
    """
    if kind not in KINDS:
        raise Http404
    areas, asked = _chosen(request, active_municipalities()), asked_in(request)
    rows = portfolio_over(areas, asked)
    if kind == JSON:
        return as_json("projecten", JSON, {}, "projecten", (_flat(request, row) for row in rows))
    if kind == GEOJSON:
        features = (_feature(row, _flat(request, row)) for row in rows)
        return as_json("projecten", GEOJSON, {"type": "FeatureCollection"}, "features", features)
    cells = (_cells(_flat(request, row)) for row in rows)
    return as_file(Sheet("projecten", _("Projecten"), COLUMNS, cells, _about(areas, asked)), kind)


def files_of(codes: Iterable[str], asked: Asked = EVERYTHING) -> list[dict[str, str]]:
    """The links to the projects of these areas as files."""
    told = urlencode([*(("gebied", code) for code in codes), *query_of(asked)])
    return [
        {"url": f"{reverse('projects:rollup_file', args=[kind])}?{told}", "label": LABELS[kind]}
        for kind in KINDS
    ]


def _about(areas: Sequence[Area], asked: Asked) -> list[str]:
    """What the file holds, for who gets it without the page."""
    names = ", ".join(area.name for area in areas[:MOST_AREAS])
    if len(areas) > MOST_AREAS:
        names = _("%(names)s en nog %(number)s") % {"names": names, "number": len(areas) - MOST_AREAS}
    return [
        _("Gebieden: %(names)s.") % {"names": names or "–"},
        *words_of(asked),
        _("Gemaakt op %(day)s.") % {"day": dates.long_date(clock.today())},
    ]


def _chosen(request: HttpRequest, offered: list[Area]) -> list[Area]:
    """The areas that the address names; without any, all gemeenten that take part."""
    asked = [one.upper() for one in request.GET.getlist("gebied") if one.isalnum() or "-" in one]
    return areas_by_code(asked[:MOST_ASKED]) if asked else offered


def _line(area: Area, sums: dict[str, int]) -> dict[str, Any]:
    url = reverse("projects:portfolio", args=[area.code])
    return {"url": url, "name": area.name, "kind": area.get_kind_display(), **_sums(sums)}


def _sums(sums: dict[str, int]) -> dict[str, Any]:
    return sums | {name: present.euros(sums[name]) for name in ("planned", "paid")}


def _flat(request: HttpRequest, row: dict[str, Any]) -> dict[str, Any]:
    """A project with the names of the columns. Amounts in cents."""
    ends: date | None = row["ends_on"]
    return {
        "id": row["public_id"],
        "project": row["title"],
        "stap": PROJECT.words[row["state"]],
        "gebied": row["area__name"],
        "code": row["area__code"],
        "helften": [half.value for half in halves_of(row["halves"])],
        "begroot": row["planned"],
        "besteld": row["ordered"],
        "betaald": row["paid"],
        "ontvangen": row["received"],
        "geld op": ends.isoformat() if ends else None,
        "adres": request.build_absolute_uri(path_to("project", row["public_id"])),
    }


def _cells(one: dict[str, Any]) -> list[Cell]:
    told = one | {"helften": ", ".join(one["helften"])}
    told |= {name: Decimal(one[name]) / 100 for name in AMOUNTS}
    told["geld op"] = date.fromisoformat(one["geld op"]) if one["geld op"] else None
    return [told[column.name] for column in COLUMNS]


def _feature(row: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    lon, lat = row["area__lon"], row["area__lat"]
    point = None if lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": one["id"], "geometry": point, "properties": one}
