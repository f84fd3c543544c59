"""Pages to read: the agenda as list and as month, and one gathering."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.agreements.selectors import states_of
from middenstip.domain.gatherings.rules import is_host, may_read_inside
from middenstip.domain.gatherings.selectors import (
    attendance_of,
    attendances_of,
    came_of,
    figures_of_host,
    gathering_by_id,
    gatherings_before,
    gatherings_between,
    gatherings_from,
    lines_of,
    measured_in,
    reviews_of,
    seats_present,
    young_of,
)
from middenstip.domain.gatherings.selectors.hall import hall_of
from middenstip.domain.gatherings.selectors.lots import lottery_of
from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.web.pages.gatherings.asked import address, asked_of
from middenstip.web.pages.gatherings.hall_present import left_behind
from middenstip.web.pages.gatherings.present import Read, by_day, come_back, host_words, present
from middenstip.web.shared.gatherings import as_gatherings
from middenstip.web.shared.hat import anyone
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import found

MOST_IN_MONTH = 400
PAST = 10


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What comes, the first first, and what was. Three queries."""
    asked, form, values = asked_of(request)
    now, size, after = clock.now(), settings.PAGE_SIZE, place_of(request.GET.get("na", ""))
    rows = gatherings_from(asked, now, after=after, limit=size + 1)
    shown, today = rows[:size], clock.today()
    page: dict[str, Any] = {
        "title": _("Agenda"),
        "menu": "agenda",
        "form": form,
        "gatherings": as_gatherings(shown, today),
        "month_url": address("month", values),
        "feed_url": f"{settings.SITE_URL}{address('feed', values)}",
        "labs_url": reverse("labs:index"),
        "podium_url": reverse("podium:index"),
        "mine_url": reverse("gatherings:mine"),
        "willing_url": reverse("gatherings:willing"),
        "new_url": address("new", {key: values[key] for key in ("initiatief", "lab") if key in values}),
    }
    if after:
        page["first_url"] = address("index", values)
    else:
        page["past"] = as_gatherings(gatherings_before(asked, now, PAST), today)
        page["measured"] = measured_in(asked, now)
    if len(rows) > size:
        page["next_url"] = address("index", {**values, "na": cursor(shown[-1].starts_at, shown[-1].pk)})
    return render(request, "gatherings/index.html", page)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """One month, day by day. One query."""
    asked, form, values = asked_of(request)
    first = _month_of(request.GET.get("maand", "")) or clock.today().replace(day=1)
    after, before = _moved(first, 1), _moved(first, -1)
    zone = timezone.get_default_timezone()
    start, end = (datetime.combine(day, time(), zone) for day in (first, after))
    rows = gatherings_between(asked, start, end, MOST_IN_MONTH)
    page = {
        "title": _("Agenda: %(month)s") % {"month": date_format(first, "F Y")},
        "menu": "agenda",
        "form": form,
        "days": by_day(rows, clock.today()),
        "list_url": address("index", values),
        "before_url": address("month", {**values, "maand": f"{before:%Y-%m}"}),
        "after_url": address("month", {**values, "maand": f"{after:%Y-%m}"}),
        "before": date_format(before, "F"),
        "after": date_format(after, "F"),
    }
    return render(request, "gatherings/month.html", page)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return gathering_page(request, public_id)


def gathering_page(request: HttpRequest, public_id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """One gathering; `forms` are forms with errors to show again. At most eight queries, in a
    terugkomsessie ten."""
    one = found(gathering_by_id(public_id))
    reader = anyone(request) if request.user.is_authenticated else None
    mine = attendance_of(one, request.user.pk)
    hosts = is_host(reader, one)
    inside = may_read_inside(reader, one, mine is not None)
    read = Read(
        one,
        reader,
        mine,
        lines=lines_of(one) if inside and one.follow_up_on else [],
        coming=attendances_of(one) if hosts else [],
        seats=seats_present(one) if hosts and one.follow_up_on else [],
        young=young_of(one),
        hosts=hosts,
        inside=inside,
        lottery=None if one.is_closed else lottery_of(one),
        now=clock.now(),
    )
    crumbs = [{"url": reverse("gatherings:index"), "label": _("Agenda")}]
    back = came_of(one) if inside and one.reviews_id and one.follow_up_on else []
    codes = [line.code for line, _told in back if line.noun == "agreement"]
    page = present(read, clock.today()) | {"menu": "agenda", "crumbs": crumbs}
    page["back"] = come_back(read, back, states_of(codes), forms.get("refused_came"))
    if not one.is_closed:
        page["figures"] = host_words(figures_of_host(one.person_id))
    page["left"] = left_behind(hall_of(one)) if inside and one.follow_up_on else []
    if one.follow_up_on and not one.reviews_id:
        page["reviews"] = as_gatherings(reviews_of(one), clock.today())
    return render(request, "gatherings/detail.html", page | forms, status=status)


def _month_of(text: str) -> date | None:
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


def _moved(first: date, months: int) -> date:
    """The first day of a month later or earlier, within the years that a date has."""
    number = first.year * 12 + first.month - 1 + months
    year, place = divmod(number, 12)
    return first if not 1 < year < 9999 else date(year, place + 1, 1)
