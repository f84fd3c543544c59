"""The figures of an area over the years."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.baseline.selectors import series_of
from middenstip.domain.rooms import path_to
from middenstip.web.pages.baseline.present import as_groups
from middenstip.web.shared.reply import found


@require_safe
def figures(request: HttpRequest, code: str) -> HttpResponse:
    """Every figure with its source, year and area, and how it went. Three queries."""
    area = found(area_by_code(code))
    page = {
        "title": _("Cijfers van %(place)s") % {"place": area.name},
        "crumbs": [{"url": path_to("area", area.code), "label": area.name}],
        "menu": "tribune",
        "area": area,
        "groups": as_groups(series_of(area)),
    }
    return render(request, "baseline/figures.html", page)
