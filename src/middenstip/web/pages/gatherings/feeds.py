"""Calendar feeds: of the agenda with its filters, and of one gathering."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings.selectors import feed_of, gathering_by_id
from middenstip.kernel import clock
from middenstip.web.pages.gatherings.asked import asked_of
from middenstip.web.pages.gatherings.calendar import as_calendar
from middenstip.web.shared.reply import found


@require_safe
def agenda(request: HttpRequest) -> HttpResponse:
    """Everything to come, what was shortly before, and what was cancelled. One query."""
    asked, _form, _values = asked_of(request)
    name = _("Agenda %(site)s") % {"site": settings.SITE_NAME}
    return _sent(as_calendar(feed_of(asked, clock.now()), name), "agenda")


@require_safe
def single(request: HttpRequest, public_id: str) -> HttpResponse:
    """One gathering, to put in a calendar."""
    one = found(gathering_by_id(public_id))
    found(None if one.is_hidden else one)
    return _sent(as_calendar([one], one.title), public_id)


def _sent(ical: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(ical, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return answer
