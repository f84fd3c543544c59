"""The tribune of an area, its log book, and following it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.reports.selectors.story import news_after
from middenstip.domain.reports.selectors.tribune import mark_and_follow
from middenstip.journeys.follow import follow_area, unfollow_area
from middenstip.kernel import clock
from middenstip.web.pages.areas.lines import as_lines
from middenstip.web.pages.areas.scene import scene_of
from middenstip.web.shared.hat import to_login
from middenstip.web.shared.paging import cursor, place_of
from middenstip.web.shared.places import place_by_code
from middenstip.web.shared.reply import done, found


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """The tribune: the map and the list, what happened, where help is needed, who is on the field."""
    place = found(place_by_code(code))
    mark, is_following = "", False
    if request.user.is_authenticated:
        mark, is_following = mark_and_follow(request.user.pk, place.code)
    context = {
        "title": _("Dit gebeurt er in %(place)s") % {"place": place.name},
        "place": place.name,
        "area": place,
        "menu": "tribune",
        "scene": scene_of(place, clock.today(), mark),
        "is_following": is_following,
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
        "place": place.name,
        "area": place,
        "menu": "tribune",
        "lines": as_lines(lines, clock.today()),
        "crumbs": [{"url": f"/gebied/{place.code}/", "label": place.name}],
        "next_url": f"?na={cursor(*last)}" if last else "",
        "first_url": "./" if after else "",
    }
    return render(request, "areas/log.html", context)


@require_POST
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Hear about this area from now on. Asks for a person, not for a seat."""
    area = found(area_by_code(code))
    if not request.user.is_authenticated:
        return to_login(request)
    follow_area(person=request.user.pk, area=area, at=clock.now())
    message = _("Je volgt %(place)s. Je krijgt af en toe een bericht.") % {"place": area.name}
    return done(request, message, "areas:detail", area.code)


@require_POST
def unfollow(request: HttpRequest, code: str) -> HttpResponse:
    """Hear no more about it."""
    area = found(area_by_code(code))
    if not request.user.is_authenticated:
        return to_login(request)
    unfollow_area(person=request.user.pk, area=area)
    return done(request, _("Je volgt %(place)s niet meer.") % {"place": area.name}, "areas:detail", area.code)
