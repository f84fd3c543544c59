"""The check of hosts: five questions, and an explanation at each wrong answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.labs import services
from middenstip.domain.labs.lifecycle import CHECK, CHECK_HOLDS
from middenstip.domain.labs.rules import has_passed
from middenstip.domain.labs.selectors import check_of
from middenstip.kernel import clock
from middenstip.kernel.ids import typed_id
from middenstip.web.pages.labs.forms import CheckForm
from middenstip.web.shared import dates
from middenstip.web.shared.hat import anyone, to_login
from middenstip.web.shared.reply import done


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The five questions, from the page of a lab (`?lab=`). One query."""
    if not request.user.is_authenticated:
        return to_login(request)
    lab = typed_id(request.GET.get("lab", ""))
    form, status = CheckForm(request.POST or None), 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        wrong = services.do_check(by=anyone(request), answers=form.answers, at=clock.now())
        if not wrong:
            told = _("Je haalde de rolcheck. Hij geldt een jaar.")
            return done(request, told, "labs:detail", lab) if lab else done(request, told, "labs:index")
        for asked in CHECK:
            if asked.key in wrong:
                form.add_error(asked.key, _(asked.why))
    known = check_of(request.user.pk)
    passed = known.passed_at if known and has_passed(known, clock.now()) else None
    page = {
        "title": _("Rolcheck"),
        "menu": "agenda",
        "crumbs": [{"url": reverse("labs:index"), "label": _("Stadslabs")}],
        "form": form,
        "holds": dates.long_date((passed + CHECK_HOLDS).date()) if passed else "",
    }
    return render(request, "labs/check.html", page, status=status)
