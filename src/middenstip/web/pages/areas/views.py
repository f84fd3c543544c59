"""The page of an area, its log, and following it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.parties.models import Follow
from middenstip.domain.parties.selectors import follows
from middenstip.domain.parties.services import unfollow_area
from middenstip.domain.reports.selectors.story import news_after
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.web.pages.areas.scene import scene_of
from middenstip.web.shared.hat import to_login
from middenstip.web.shared.lines import as_lines
from middenstip.web.shared.look import home_code
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.places import place_by_code
from middenstip.web.shared.reply import done, found
from middenstip.web.shared.waiting import first_log_in, follow_area


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """The map and the list, what happened, which initiatives need help, and the halves in the area."""
    place = found(place_by_code(code))
    reader = request.user.pk
    context = {
        "title": _("Dit gebeurt er in %(place)s") % {"place": place.name},
        "description": _("Wat er gebeurt in %(place)s, wie er meedoet en wie nog ontbreekt.")
        % {"place": place.name},
        "site_place": place.name,
        "area": place,
        "is_front": place.code == home_code(),
        "menu": "tribune",
        "scene": scene_of(place, clock.today()),
        "is_following": reader is not None and follows(reader, Follow.AREA, place.code),
    }
    return render(request, "areas/detail.html", context)


@require_safe
def log(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that happened in an area, newest first."""
    place = found(place_by_code(code))
    after = request.GET.get("na", "")
    before = place_of(after)
    lines, last = news_after(place.kind, place.codes, before, settings.PAGE_SIZE)
    context = {
        "title": _("Logboek van %(place)s") % {"place": place.name},
        "site_place": place.name,
        "area": place,
        "menu": "tribune",
        "lines": as_lines(lines, clock.today()),
        "crumbs": [{"url": path_to("area", place.code), "label": place.name}],
        "next_url": f"?na={cursor(*last)}" if last else "",
        "first_url": "./" if after else "",
    }
    return render(request, "areas/log.html", context)


@require_POST
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Follow this area. It needs a login, not a seat."""
    area = found(area_by_code(code))
    if not request.user.is_authenticated:
        return first_log_in(request, Follow.AREA, area.code)
    return follow_area(request, request.user.pk, area.code)


@require_POST
def unfollow(request: HttpRequest, code: str) -> HttpResponse:
    """Stop following this area."""
    area = found(area_by_code(code))
    if not request.user.is_authenticated:
        return to_login(request)
    unfollow_area(person=request.user.pk, area=area)
    return done(request, _("Je volgt %(place)s niet meer.") % {"place": area.name}, "areas:detail", area.code)
