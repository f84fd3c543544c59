"""What you follow, and how you get mail about each initiative."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from middenstip.domain.initiatives.selectors.detail import followed_by
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Follow
from middenstip.kernel.contact import masked
from middenstip.kernel.place import cursor
from middenstip.notices.selectors import mail_preferences
from middenstip.web.shared.cards import address
from middenstip.web.shared.hat import to_login
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import done

PER_PAGE = 25


@never_cache
@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The initiatives that a person follows, the one followed last first."""
    assert request.user.pk
    after = request.GET.get("na", "")
    rows = followed_by(request.user.pk, PER_PAGE + 1, place_of(after))
    shown = rows[:PER_PAGE]
    wants_mail, is_daily = mail_preferences(request.user.pk)
    page = {
        "title": _("Wat ik volg"),
        "menu": "mijn",
        "crumbs": [{"url": reverse("mine:index"), "label": _("Mijn")}],
        "wants_mail": wants_mail,
        "is_daily": is_daily,
        "choices": [("", _("zoals gewoon")), *((key, _(word)) for key, word in Follow.MAILS.items())],
        "lines": [
            {"id": one.target, "title": masked(title), "url": address(one.target), "mail": one.mail}
            for one, title in ((one, one.title) for one in shown)  # type: ignore[attr-defined]
        ],
        "next_url": f"?na={cursor(shown[-1].at, shown[-1].pk)}" if len(rows) > PER_PAGE else "",
        "first_url": "./" if after else "",
    }
    return render(request, "post/following.html", page)


@require_POST
def choose(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose how you get mail about one initiative."""
    if not request.user.is_authenticated:
        return to_login(request)
    parties.choose_mail_about(person=request.user.pk, target=public_id, mail=request.POST.get("mail", ""))
    return done(request, _("Bewaard."), "post:following")
