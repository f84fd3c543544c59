"""The list of support points, and one of them."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.intake.rules import may_keep_points
from middenstip.domain.intake.selectors.refer import point_by_id, points_in
from middenstip.domain.rooms import path_to
from middenstip.kernel.ids import typed_id
from middenstip.kernel.typed import line
from middenstip.web.shared.fields import Line
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import actor_of
from middenstip.web.shared.look import home_code
from middenstip.web.shared.reply import found


class FindForm(Form):
    """A word to search for."""

    q = Line(label=_lazy("Waarvoor zoek je hulp?"), required=False, max_length=80)
    key = None  # type: ignore[assignment]  # a search is not sent once


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What for, for whom, where, and what they do not do."""
    code = request.GET.get("gebied", "") or home_code()
    area = area_by_code(code) if code else None
    words, after = line(request.GET.get("q", ""))[:80], typed_id(request.GET.get("na", ""))
    size: int = settings.PAGE_SIZE
    rows = points_in(area, words, after, size + 1)
    query = request.GET.copy()
    query.pop("na", None)
    first_url, next_url = f"?{query.urlencode()}" if after else "", ""
    if len(rows) > size:
        query["na"] = rows[size - 1].public_id
        next_url = f"?{query.urlencode()}"
    actor = actor_of(request)
    may_add = bool(actor and area and may_keep_points(actor, area))
    page = {
        "title": _("Kaart van steunpunten"),
        "area": area,
        "words": words,
        "form": FindForm(initial={"q": words}),
        "points": rows[:size],
        "next_url": next_url,
        "first_url": first_url,
        "add_url": reverse("points:add", args=[area.code]) if may_add and area else "",
    }
    return render(request, "points/index.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    point = found(point_by_id(public_id))
    actor = actor_of(request)
    page = {
        "title": point.name,
        "crumbs": [{"url": reverse("points:index"), "label": _("Kaart van steunpunten")}],
        "point": point,
        "area_url": path_to("area", point.area.code),
        "may_keep": bool(actor and not point.closed_at and may_keep_points(actor, point.area)),
        "actor": actor,
    }
    return render(request, "points/detail.html", page)
