"""Your data: take it along, or have it erased."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.parties.models import Person
from middenstip.domain.parties.rules import ADMIN
from middenstip.domain.parties.selectors import is_only_one
from middenstip.domain.reports.selectors.my_data import my_data
from middenstip.kernel import clock
from middenstip.notices.selectors import inbox_for
from middenstip.web.pages.mine.forms import EraseForm
from middenstip.web.shared.erasing import erase_everywhere
from middenstip.web.shared.hat import anyone

MOST_LETTERS = 1000  # the newest


@never_cache
@login_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Everything kept about you, as a JSON file."""
    assert isinstance(request.user, Person)
    told = [
        {"onderwerp": line.subject, "tekst": line.text, "op": line.at.isoformat()}
        for line in inbox_for(request.user.pk, limit=MOST_LETTERS)
    ]
    kept = my_data(request.user) | {"berichten": told}
    answer = JsonResponse(kept, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Two steps: read what happens and tick the box, then it is done."""
    assert isinstance(request.user, Person)
    form = EraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        erase_everywhere(person=request.user, by=anyone(request), at=clock.now())
        logout(request)
        messages.success(request, _("Je naam en je adres zijn gewist. Bedankt dat je meedeed."))
        return redirect("/")
    page = {"title": _("Wis mijn gegevens"), "menu": "mijn", "form": form}
    page["is_last"] = is_only_one(request.user.pk, ADMIN, clock.today())
    return render(request, "mine/erase.html", page, status=422 if request.method == "POST" else 200)
