"""The portfolio of several areas together, such as a region: sums per area, and every project as a file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import active_municipalities, areas_by_code
from middenstip.domain.projects.lifecycle import PROJECT
from middenstip.domain.projects.selectors import portfolio_over, sums_over
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.half import halves_of
from middenstip.web.pages.projects import present
from middenstip.web.pages.projects.books import line_of
from middenstip.web.pages.projects.forms import AreasForm

MOST_AREAS, MOST_ROWS = 40, 10_000
COLUMNS = (
    *("id", "project", "stap", "gebied", "code", "helften"),
    *("begroot", "besteld", "betaald", "ontvangen", "geld op", "adres"),
)
AMOUNTS = ("begroot", "besteld", "betaald", "ontvangen")
KINDS = ("csv", "json", "geojson")


@require_safe
def together(request: HttpRequest) -> HttpResponse:
    """The gemeenten that take part, or the areas that were chosen, each with its sums and all together."""
    offered = active_municipalities()
    areas = _chosen(request, offered)
    form, today = AreasForm(initial={"gebied": [one.code for one in areas]}), clock.today()
    form.offer(offered)
    lines, whole = sums_over(areas, today.replace(year=today.year + 1, day=1))
    page = {
        "title": _("Wat loopt er in deze gebieden samen?"),
        "menu": "initiatieven",
        "lines": [_line(area, line) for area, line in zip(areas, lines, strict=True)],
        "whole": _sums(whole),
        "is_nested": whole["count"] < sum(line["count"] for line in lines),
        "form": form,
        "files": files_of(one.code for one in areas),
    }
    return render(request, "projects/rollup.html", page)


@require_safe
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Every project of these areas once: as CSV for a spreadsheet, as JSON, or as GeoJSON for a map."""
    if kind not in KINDS:
        raise Http404
    rows = portfolio_over(_chosen(request, active_municipalities()), MOST_ROWS)
    things = [_flat(request, row) for row in rows]
    answer: HttpResponse
    if kind == "csv":
        lines = [line_of(COLUMNS), *(line_of(_cells(one)) for one in things)]
        answer = HttpResponse("\ufeff" + "".join(lines), content_type="text/csv; charset=utf-8")
    elif kind == "json":
        answer = JsonResponse({"projecten": things})
    else:
        features = [_feature(row, one) for row, one in zip(rows, things, strict=True)]
        body = {"type": "FeatureCollection", "features": features}
        answer = JsonResponse(body, content_type="application/geo+json")
    answer["Content-Disposition"] = f'attachment; filename="projecten.{kind}"'
    return answer


def files_of(codes: Iterable[str]) -> list[dict[str, str]]:
    """The links to the projects of these areas as files."""
    asked = urlencode([("gebied", code) for code in codes])
    return [
        {"url": f"{reverse('projects:rollup_file', args=[kind])}?{asked}", "label": label}
        for kind, label in (("csv", "CSV"), ("json", "JSON"), ("geojson", "GeoJSON"))
    ]


def _chosen(request: HttpRequest, offered: list[Area]) -> list[Area]:
    """The areas that the address names; without any, all gemeenten that take part."""
    asked = [one.upper() for one in request.GET.getlist("gebied") if one.isalnum() or "-" in one]
    return areas_by_code(asked[:MOST_AREAS]) if asked else offered[:MOST_AREAS]


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


def _cells(one: dict[str, Any]) -> list[str]:
    told = one | {"helften": ", ".join(one["helften"]), "geld op": one["geld op"] or ""}
    told |= {name: f"{one[name] // 100},{one[name] % 100:02}" for name in AMOUNTS}
    return [told[name] for name in COLUMNS]


def _feature(row: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    lon, lat = row["area__lon"], row["area__lat"]
    point = None if lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": one["id"], "geometry": point, "properties": one}
