"""The inbox, opening a notice, and switching follow mail off."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from middenstip.kernel import clock
from middenstip.kernel.place import cursor
from middenstip.notices import services
from middenstip.notices.selectors import inbox_for, notice_by_id, wants_follow_mail
from middenstip.notices.unsubscribe import person_for
from middenstip.web.shared.hat import to_login
from middenstip.web.shared.notices import as_notices
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import done, found


@never_cache
@login_required
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """All notices of a person, latest event first, and whether follow mail is on."""
    assert request.user.pk
    after = request.GET.get("na", "")
    before = place_of(after)
    size: int = settings.PAGE_SIZE
    lines = inbox_for(request.user.pk, size + 1, before)
    shown, last = lines[:size], lines[size - 1] if len(lines) > size else None
    page = {
        "title": _("Berichten"),
        "menu": "mijn",
        "crumbs": [{"url": reverse("mine:index"), "label": _("Mijn")}],
        "notices": as_notices(shown, clock.today()),
        "has_new": any(not line.is_read for line in shown),
        "wants_mail": wants_follow_mail(request.user.pk),
        "next_url": f"?na={cursor(last.at, last.pk)}" if last else "",
        "first_url": "./" if after else "",
    }
    return render(request, "post/inbox.html", page)


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return to_login(request)
    services.mark_all_read(person=request.user.pk, at=clock.now())
    return done(request, _("Al je berichten staan op gelezen."), "post:inbox")


@require_POST
def choose_mail(request: HttpRequest) -> HttpResponse:
    """Switch follow mail on or off; mail about a person's own case is always sent."""
    if not request.user.is_authenticated:
        return to_login(request)
    wanted = request.POST.get("weer") == "ja"
    services.choose_follow_mail(person=request.user.pk, wanted=wanted)
    on, off = _("Je krijgt weer mail over wat je volgt."), _("Je krijgt geen mail meer over wat je volgt.")
    return done(request, on if wanted else off, "post:inbox", part="mail")


@require_POST
def choose_digest(request: HttpRequest) -> HttpResponse:
    """Get mail about what you follow once a day, or at once."""
    if not request.user.is_authenticated:
        return to_login(request)
    daily = request.POST.get("per") == "dag"
    services.choose_digest(person=request.user.pk, wanted=daily)
    once, now = _("Je krijgt dit één keer per dag."), _("Je krijgt dit meteen als er iets gebeurt.")
    return done(request, once if daily else now, "post:following")


@never_cache
@require_http_methods(["GET", "POST"])
def open_notice(request: HttpRequest, public_id: str) -> HttpResponse:
    """Mark a notice as read and redirect to its page. Works without a seat too.

    A message is a link, so this GET writes: only that its own reader read it, and a second time nothing.
    """
    if not request.user.is_authenticated:
        return to_login(request)
    notice = found(notice_by_id(request.user.pk, public_id))
    services.mark_read(notice=notice, at=clock.now())
    return redirect(notice.path)


@csrf_exempt  # mail programs send this POST without cookies or a token (RFC 8058)
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Switch follow mail off; or on again, with the button on the same page.

    The signed token identifies the person. A GET changes nothing, because mail scanners open every link.
    """
    person = found(person_for(token))
    if request.method == "POST":
        services.choose_follow_mail(person=person.pk, wanted=request.POST.get("weer") == "ja")
    page = {"title": _("Mail over wat je volgt"), "wanted": wants_follow_mail(person.pk)}
    return render(request, "post/unsubscribe.html", page | {"is_done": request.method == "POST"})
