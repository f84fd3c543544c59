"""Your data: download it, or erase it."""

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
from middenstip.domain.reports.selectors.my_data import KEPT, my_data
from middenstip.kernel import audit, clock
from middenstip.notices.kept import KEPT as POST_KEPT
from middenstip.web.pages.mine.forms import EraseForm
from middenstip.web.shared.erasing import erase_everywhere
from middenstip.web.shared.hat import anyone


@never_cache
@login_required
@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Everything kept about you, as a JSON file."""
    assert isinstance(request.user, Person)
    answer = JsonResponse(
        my_data(request.user, (*KEPT, *POST_KEPT)), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    answer["Content-Disposition"] = 'attachment; filename="mijn-gegevens.json"'
    audit.note("person.exported", actor=request.user.public_id, about=request.user.public_id)
    return answer


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Two steps: read the consequences and tick the box, then everything is erased."""
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
