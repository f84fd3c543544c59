"""Joining by e-mail, and in the demo logging in as an invented person."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person
from middenstip.domain.parties.selectors import DEMO_DOMAIN
from middenstip.kernel import clock
from middenstip.kernel.verdict import Refused
from middenstip.web.pages.account.forms import JoinForm
from middenstip.web.shared.hat import CHOSEN
from middenstip.web.shared.login_code import mail_code, refuse_flood, visitor_of
from middenstip.web.shared.reply import found
from middenstip.web.shared.ways import next_page, with_next


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Name and e-mail address; after that a code by mail. A known address simply logs in."""
    to = next_page(request)
    if request.user.is_authenticated:
        return redirect(to or "mine:index")
    form = JoinForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                email, name = form.cleaned_data["email"], form.cleaned_data["name"]
                refuse_flood(request, email)
                visitor, at = visitor_of(request), clock.now()
                parties.claim_address(visitor=visitor, key="join", email=email, name=name, told={}, at=at)
                return mail_code(request, email, to)
            except Refused as refusal:
                status = form.absorb(refusal)
    page = {"title": _("Doe mee"), "form": form, "next": to}
    page["login_url"] = with_next(resolve_url("account_login"), to)
    return render(request, "account/join.html", page, status=status)


@require_POST
def step_into(request: HttpRequest, person: str = "") -> HttpResponse:
    """Demo only: log in as this invented person; "" logs out."""
    if not settings.DEMO:
        raise Http404
    wanted = person or request.POST.get("person", "")
    if wanted:
        cast = Person.objects.filter(email__endswith=DEMO_DOMAIN, is_active=True)
        somebody = found(cast.filter(public_id=wanted).first())
        request.session.pop(CHOSEN, None)
        login(request, somebody)
    else:
        logout(request)
    return redirect(next_page(request, "/"))
